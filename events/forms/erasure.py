"""That somebody is to be erased from the register."""

from django import forms
from django.utils.translation import gettext_lazy as _


class ErasureForm(forms.Form):
    version = forms.IntegerField(widget=forms.HiddenInput, min_value=0)
    sure = forms.BooleanField(
        label=_("They are to be forgotten, and nobody can bring them back"),
        error_messages={"required": _("Say that they are to be forgotten. It is not undone by a click.")},
        widget=forms.CheckboxInput(attrs={"class": "form-check-input"}),
    )
