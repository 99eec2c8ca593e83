"""Fields of the ledger: numbers with their thousands apart, languages that exist, sources and occasions by name."""

import re
from typing import Any

from django.conf.locale import LANG_INFO
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from events.forms.register_fields import EntryField, TextField
from events.models.fields import text_of
from events.models.worded import current_language
from events.programme.languages import LANGUAGES

LARGEST = 2_000_000_000
# Those that print knows, and every other one for which there are rules of writing.
KNOWN_LANGUAGES = {*LANGUAGES, *(code for code in LANG_INFO if len(code) in (2, 3))}


class WholeNumberField(TextField):
    """A whole number, in the digits of any script and with its thousands apart or not."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self.widget.attrs |= {"inputmode": "numeric", "dir": "ltr"}

    def clean(self, value: Any) -> Any:
        text = super().clean(value)
        if not text:
            return None
        digits = text if text.isdecimal() else re.sub(r"(?<=\d)[.,'’٬\s](?=\d{3}(?!\d))", "", text)
        if not digits.isdecimal():
            raise ValidationError(_("A whole number is expected, as 744 or 300,000."))
        if len(digits) > len(str(LARGEST)) or int(digits) > LARGEST:
            raise ValidationError(_("This number is too large."))
        return int(digits)


class LanguageField(TextField):
    """The code of a language that exists."""

    def __init__(self, **options: Any) -> None:
        super().__init__(required=True, **options)
        self.widget.attrs |= {"dir": "ltr", "list": "languages", "spellcheck": "false"}

    def clean(self, value: Any) -> str:
        code = super().clean(value).lower()
        if code not in KNOWN_LANGUAGES:
            raise ValidationError(_("There is no language with the code “%(code)s”."), params={"code": code})
        return code


class SourceField(EntryField):
    """A source, by its mark and title."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**{"required": True, **options})

    def label_from_instance(self, entry: Any) -> str:
        title = text_of(entry.title).wording(current_language(), self.languages).text
        return f"{entry.key}: {title}"


class OccasionField(EntryField):
    def __init__(self, **options: Any) -> None:
        super().__init__(**{"required": True, **options})
