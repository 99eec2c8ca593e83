"""An agenda as a sheet: its columns, and a programme as rows; ``sheet_cells.py`` reads what a cell says.

``docs/file-formats.md`` describes the columns. A sheet that was written is read back as the same agenda: ``begins`` is
reckoned and passed over, so that the times below follow when a length is changed.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from events.programme.agenda import Item, Part
from events.programme.choices import Role, StartMode
from events.programme.fold import fold
from events.programme.language_words import LANGUAGES
from events.programme.languages import clock
from events.programme.names import party_name, party_offices
from events.programme.sentence import sentence
from events.programme.sheet_cells import ALONGSIDE, BREAK
from events.programme.text import NOTHING, Text
from events.programme.value import Programme

# In the order in which they are written; those of a text are there once for each language.
PLAIN = (
    "id",
    "part",
    "start",
    "begins",
    "length",
    "kind",
    "who",
    "office",
    "role",
    "audience",
    "responsible",
)
TEXTS = ("title", "text", "staff text")
LONGEST = {
    "title": 300,
    "text": 20_000,
    "staff text": 20_000,
    "part": 300,
    "who": 2_000,
    "office": 2_000,
    "responsible": 120,
}


class HeadingError(ValueError):
    """The first row does not name the columns."""


@dataclass(frozen=True, slots=True)
class Columns:
    """Where each column stands: a heading (for a text with its language), and its index. ``unknown`` are not read."""

    at: tuple[tuple[str, str, int], ...]
    unknown: tuple[str, ...]

    def cells(self, row: Sequence[str]) -> dict[tuple[str, str], str]:
        """Return what a row says, by heading and language; short rows are filled up with nothing."""
        return {(name, language): row[index] if index < len(row) else "" for name, language, index in self.at}


def columns(headings: Sequence[str], language: str) -> Columns:
    """Return the columns that the headings name; a text without a language is in ``language``.

    Raises HeadingError.
    """
    at: dict[tuple[str, str], int] = {}
    unknown = []
    for index, heading in enumerate(headings):
        column = _column(heading, language)
        if column is None:
            if heading:
                unknown.append(heading)
        elif column in at:
            raise HeadingError(sentence("The column “%(heading)s” is there twice.", heading=heading))
        else:
            at[column] = index
    named = {name for name, _ in at}
    if not named & {"kind", "title"}:
        raise HeadingError(
            sentence(
                "The first row has to name the columns, with “%(kind)s” or “%(title)s” among them: %(columns)s …",
                kind="kind",
                title="title",
                columns="start, length, kind, title",
            )
        )
    return Columns(tuple((name, code, index) for (name, code), index in at.items()), tuple(unknown))


def _column(heading: str, language: str) -> tuple[str, str] | None:
    words = fold(heading)
    if words in PLAIN:
        return words, ""
    for name in TEXTS:
        if words == name:
            return name, language
        code = words.removeprefix(name).strip()
        if words.startswith(name) and code in LANGUAGES:
            return name, code
    return None


def headings(languages: Sequence[str]) -> tuple[str, ...]:
    """Return the headings of a sheet in these languages."""
    return (
        *PLAIN[:6],
        *(f"title {language}" for language in languages),
        *PLAIN[6:],
        *(f"{name} {language}" for name in TEXTS[1:] for language in languages),
    )


def rows(programme: Programme) -> list[tuple[str, ...]]:
    """Return the agenda as rows, the headings first."""
    languages = programme.languages
    return [
        headings(languages),
        *(
            _row(item, part, number == 0, programme, languages)
            for part in programme.parts
            for number, item in enumerate(part.items)
        ),
    ]


def _row(
    item: Item, part: Part, is_first: bool, programme: Programme, languages: Sequence[str]
) -> tuple[str, ...]:
    who = [party_name(each.who, languages[0], tuple(languages[1:])).text for each in item.contributions]
    offices = [
        party_offices(each.who, languages[0], tuple(languages[1:])).text for each in item.contributions
    ]
    return (
        item.uid,
        part.heading.wording(languages[0], tuple(languages[1:])).text,
        _start(item, part, is_first, programme.zone),
        clock(item.span.start) if item.span else "",
        length_text(item.duration),
        item.kind.value,
        *_versions(item.title, languages),
        BREAK.join(who),
        BREAK.join(offices) if any(offices) else "",
        _roles([each.role for each in item.contributions]),
        item.audience.value,
        item.responsible,
        *_versions(item.text, languages),
        *_versions(item.staff_text, languages),
    )


def _start(item: Item, part: Part, is_first: bool, zone: str) -> str:
    if item.start.mode is StartMode.ALONGSIDE:
        return ALONGSIDE
    if item.start.at is not None:
        return f"{clock(item.start.at)} {item.start.zone}" if item.start.zone else clock(item.start.at)
    return clock(part.starts_at) if is_first and part.starts_at else ""


def length_text(length: timedelta) -> str:
    """Return a length as a sheet says it: "7", "7:30", "1:30:00"."""
    seconds = round(length.total_seconds())
    hours, minutes, rest = seconds // 3600, seconds // 60 % 60, seconds % 60
    if hours and rest:
        return f"{hours}:{minutes:02}:{rest:02}"
    return f"{seconds // 60}:{rest:02}" if rest else str(seconds // 60)


def _roles(roles: Sequence[Role]) -> str:
    if len(set(roles)) == 1:
        return roles[0].value
    return BREAK.join(role.value for role in roles)


def _versions(text: Text, languages: Sequence[str]) -> list[str]:
    versions = dict((text or NOTHING).versions)
    return [versions.get(language, "") for language in languages]
