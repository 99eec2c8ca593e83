"""What the administrators of a mission decide for all of it."""

from django import forms
from django.utils.translation import gettext_lazy as _

from events.forms.seen import SeenForm
from events.models import Mission


class SettingsForm(SeenForm, forms.ModelForm):
    class Meta:
        model = Mission
        fields = ["four_eyes", "requires_second_factor"]
        labels = {"four_eyes": _("Four eyes"), "requires_second_factor": _("Second factor for everybody")}
        help_texts = {
            "four_eyes": _(
                "Nobody releases their own work alone: who changed an event last or sent it for approval "
                "leaves its release to another head of protocol."
            ),
            "requires_second_factor": _(
                "The desk opens only to those who show a code from an app on their telephone. Who has none yet "
                "is led to set it up, you too."
            ),
        }
