"""The fields of the agenda builder: a length, a clock time, a line."""

from datetime import time, timedelta
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from events.forms.help import SharedHelp
from events.models.fields import LONGEST_LINE
from events.programme.cleaning import clean_text
from events.programme.languages import clock
from events.programme.reading import UnreadableError, length_figures, read_clock, read_length


def parse_length(text: str) -> timedelta:
    """Return the length that was typed. Raises ValidationError, in words for whoever typed it."""
    text = clean_text(text)
    if not text:
        raise ValidationError(_("Say how long it lasts: 7, 7:30 or 90 s."), code="required")
    try:
        length = read_length(text)
    except UnreadableError as error:
        raise ValidationError(gettext(error.sentence) % error.values, code="invalid") from None
    if not length:
        raise ValidationError(
            _("A length is more than nothing. To take the item out, remove it."), code="zero"
        )
    return length


def length_text(length: timedelta | None) -> str:
    """Return a length as the field shows it, in minutes and seconds: ``07:30``, ``90:00``."""
    return "" if length is None else length_figures(length)


class LengthField(forms.CharField):
    def __init__(self, **kwargs: Any) -> None:
        attributes = {"inputmode": "text", "autocomplete": "off", "maxlength": 20}
        super().__init__(widget=forms.TextInput(attrs=attributes), strip=True, **kwargs)

    def prepare_value(self, value: Any) -> Any:
        return length_text(value) if isinstance(value, timedelta) else value

    def clean(self, value: Any) -> timedelta | None:
        if not self.required and not (value or "").strip():
            return None
        return parse_length(super(forms.CharField, self).to_python(value) or "")


class ClockField(forms.CharField):
    """A clock time as people write it."""

    def __init__(self, **kwargs: Any) -> None:
        attributes = {"autocomplete": "off", "maxlength": 12, "inputmode": "text"}
        super().__init__(widget=forms.TextInput(attrs=attributes), required=False, **kwargs)

    def prepare_value(self, value: Any) -> Any:
        return clock(value) if isinstance(value, time) else value

    def clean(self, value: Any) -> time | None:
        text = clean_text(str(super().clean(value)))
        if not text:
            return None
        try:
            return read_clock(text)
        except UnreadableError as error:
            raise ValidationError(gettext(error.sentence) % error.values, code="invalid") from None


class LineInput(SharedHelp, forms.CharField):
    """One line that may come from Word: cleaned, never cut."""

    def __init__(self, longest: int = LONGEST_LINE, lines: bool = False, **kwargs: Any) -> None:
        self.lines = lines
        self.longest = longest
        super().__init__(required=False, **kwargs)

    def clean(self, value: Any) -> str:
        text = clean_text(str(super().clean(value)), lines=self.lines)
        if len(text) > self.longest:
            raise ValidationError(
                _("At most %(longest)s characters; this text has %(length)s."),
                params={"longest": self.longest, "length": len(text)},
                code="too_long",
            )
        return text


def dress(widget: forms.Widget) -> None:
    """Give a widget its look; "keep" marks what the editor saves by itself."""
    look = "form-control"
    if isinstance(widget, forms.RadioSelect | forms.CheckboxSelectMultiple):
        look = "form-check-input"
    elif isinstance(widget, forms.Select):
        look = "form-select"
    widget.attrs["class"] = f"{look} keep"
