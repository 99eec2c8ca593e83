"""Why an officer leaves something as it is."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from events.models.fields import LONGEST_LINE
from events.programme.cleaning import clean_text


class BecauseField(forms.CharField):
    def clean(self, value: Any) -> str:
        text = clean_text(super().clean(value))
        if len(text) > LONGEST_LINE:
            words = _("At most %(longest)s characters; this text has %(length)s.")
            raise ValidationError(words, params={"longest": LONGEST_LINE, "length": len(text)})
        return text


class BecauseForm(forms.Form):
    because = BecauseField(
        label=_("Because"),
        help_text=_("For the team; guests do not read it."),
        required=False,
        widget=forms.TextInput(attrs={"dir": "auto", "autocomplete": "off"}),
    )
