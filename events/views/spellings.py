"""The spellings of an entry, as its page tells them: what is printed, and what stands elsewhere."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from events.models import NameVariant, Person
from events.models.fields import text_of
from events.programme.scripts import scripts_of

LETTERS: Mapping[str, Promise] = {
    "LATIN": _("Latin letters"),
    "CYRILLIC": _("Cyrillic letters"),
    "ARABIC": _("Arabic letters"),
}


@dataclass(frozen=True)
class Spelling:
    """``row`` is what is noted of it; the printed one needs none."""

    language: str
    name: str
    is_printed: bool
    row: NameVariant | None
    confirmed: bool
    confirmed_on: date | None
    confirmed_by: str

    @property
    def letters(self) -> list[str | Promise]:
        return [LETTERS.get(script, script.capitalize()) for script in scripts_of(self.name)]


def spellings_of(entry: Any) -> list[Spelling]:
    """Return the spellings language by language, the printed one first."""
    rows = list(entry.variants.all())
    printed = list(text_of(entry.name).versions)
    found = [
        _spelling(language, name, True, next((row for row in rows if _is(row, language, name)), None), entry)
        for language, name in printed
    ]
    found += [
        _spelling(row.language, row.name, False, row, entry)
        for row in rows
        if (row.language, row.name) not in printed
    ]
    languages = list(dict.fromkeys(each.language for each in found))
    return sorted(found, key=lambda each: languages.index(each.language))


def _is(row: NameVariant, language: str, name: str) -> bool:
    return (row.language, row.name) == (language, name)


def _spelling(language: str, name: str, is_printed: bool, row: NameVariant | None, entry: Any) -> Spelling:
    told = entry if is_printed and isinstance(entry, Person) else row
    return Spelling(
        language,
        name,
        is_printed,
        row,
        bool(told and told.confirmed),
        told.confirmed_on if told else None,
        told.confirmed_by if told else "",
    )
