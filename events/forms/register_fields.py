"""Fields of the registers: what is typed is cleaned, never cut, and answered in words."""

from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from events.forms.help import SharedHelp
from events.models.fields import LONGEST_LINE, LONGEST_TEXT, text_of
from events.models.mission import validate_country
from events.models.worded import current_language
from events.programme.cleaning import clean_text
from events.programme.languages import direction, full_date
from events.programme.reading import UnreadableError, read_day


class TextField(SharedHelp, forms.CharField):
    """A text that may come from Word: cleaned and never cut, the answer names the greatest length."""

    def __init__(self, *, lines: bool = False, language: str = "", longest: int = 0, **options: Any) -> None:
        self.lines, self.longest = lines, longest or (LONGEST_TEXT if lines else LONGEST_LINE)
        look = {"class": "form-control", "autocomplete": "off", "dir": "auto"}
        if language:
            look |= {"lang": language, "dir": direction(language)}
        widget = forms.Textarea(attrs={**look, "rows": 3}) if lines else forms.TextInput(attrs=look)
        super().__init__(**{"required": False, "widget": widget, **options})

    def clean(self, value: Any) -> str:
        text = super().clean(clean_text(str(value or ""), lines=self.lines))
        if len(text) > self.longest:
            raise ValidationError(
                _("At most %(longest)s characters; this text has %(length)s."),
                params={"longest": self.longest, "length": len(text)},
                code="too_long",
            )
        return str(text)


class EntryField(forms.ModelChoiceField):
    """An entry of a register, by its name in the desk's language, else in one of the mission's."""

    def __init__(self, **options: Any) -> None:
        self.languages: tuple[str, ...] = ("en",)
        super().__init__(
            **{"required": False, "widget": forms.Select(attrs={"class": "form-select"}), **options}
        )

    def label_from_instance(self, entry: Any) -> str:
        return text_of(entry.name).wording(current_language(), self.languages).text


class CountryField(TextField):
    """Two letters, in capitals however they are typed."""

    default_validators = [validate_country]

    def to_python(self, value: Any) -> str:
        return str(super().to_python(value) or "").upper()


class CoordinateField(forms.FloatField):
    """Degrees, with a point or a comma."""

    def __init__(self, **options: Any) -> None:
        look = {"class": "form-control", "inputmode": "decimal", "autocomplete": "off", "dir": "ltr"}
        super().__init__(required=False, widget=forms.TextInput(attrs=look), **options)

    def to_python(self, value: Any) -> float | None:
        return super().to_python(value.strip().replace(",", ".") if isinstance(value, str) else value)


class DayField(forms.CharField):
    """A day as people write it."""

    def __init__(self, **options: Any) -> None:
        look = {"class": "form-control", "autocomplete": "off", "dir": "auto"}
        super().__init__(required=False, widget=forms.TextInput(attrs=look), **options)

    def prepare_value(self, value: Any) -> Any:
        return full_date(value, current_language()) if isinstance(value, date) else value

    def clean(self, value: Any) -> date | None:
        text = clean_text(str(value or ""))
        if not text:
            return None
        try:
            return read_day(text)
        except UnreadableError as error:
            raise ValidationError(gettext(error.sentence) % error.values) from None

    def has_changed(self, initial: Any, data: Any) -> bool:
        return super().has_changed(self.prepare_value(initial), data)
