"""A day and a clock time as people write them."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext

from events.models.worded import current_language
from events.programme.cleaning import clean_text
from events.programme.languages import clock, full_date
from events.programme.reading import UnreadableError, read_clock, read_day


class ReadField(forms.CharField):
    """One line in which somebody writes what a reader of ``events.programme.reading`` understands."""

    reader: Any = None
    writer: Any = None

    def __init__(self, **options: Any) -> None:
        super().__init__(required=False, widget=forms.TextInput(attrs={"autocomplete": "off"}), **options)

    def clean(self, value: Any) -> Any:
        text = clean_text(value or "")
        if not text:
            return None
        try:
            return type(self).reader(text)
        except UnreadableError as error:
            raise ValidationError(gettext(error.sentence) % error.values) from None

    def prepare_value(self, value: Any) -> Any:
        return value if isinstance(value, str) or value is None else type(self).writer(value)


class DayField(ReadField):
    reader = staticmethod(read_day)
    writer = staticmethod(lambda day: full_date(day, current_language()))


class ClockField(ReadField):
    reader = staticmethod(read_clock)
    writer = staticmethod(clock)
