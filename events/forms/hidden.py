"""Fields that the page itself fills in. Nobody sees what is said at them, and so they refuse nothing."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError


class HiddenNumber(forms.IntegerField):
    """A version or a key; 0, which is older than all and the key of none, for what is no number."""

    widget = forms.HiddenInput

    def __init__(self) -> None:
        super().__init__(required=False)

    def clean(self, value: Any) -> int:
        try:
            return super().clean(value) or 0
        except ValidationError:
            return 0


class HiddenMark(forms.Field):
    """What a page showed, to be compared with what is kept."""

    widget = forms.HiddenInput

    def __init__(self) -> None:
        super().__init__(required=False)
