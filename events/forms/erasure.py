"""That somebody is to be erased from the register."""

from django import forms
from django.utils.translation import gettext_lazy as _

from events.forms.hidden import HiddenNumber


class ErasureForm(forms.Form):
    version = HiddenNumber()
    sure = forms.BooleanField(
        label=_("They are to be forgotten, and nobody can bring them back"),
        error_messages={"required": _("Say that they are to be forgotten. It is not undone by a click.")},
        widget=forms.CheckboxInput(attrs={"class": "form-check-input"}),
    )
