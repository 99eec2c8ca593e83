"""A new private calendar."""

from django import forms
from django.utils.translation import gettext_lazy as _

from events.models import PrivateFeed


class PrivateFeedForm(forms.ModelForm):
    class Meta:
        model = PrivateFeed
        fields = ["label"]
        labels = {"label": _("Name of the calendar")}
        help_texts = {"label": _("So that you know it again: “My telephone”.")}

    def _get_validation_exclusions(self) -> set[str]:
        # Whose it is comes with the deed that makes it.
        return super()._get_validation_exclusions() | {"owner", "person"}
