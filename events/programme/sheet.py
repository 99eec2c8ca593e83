"""An agenda as a sheet: its columns, what a cell says, and a programme as rows.

``docs/file-formats.md`` describes the columns. A sheet that was written is read back as the same agenda: ``begins`` is
reckoned and passed over, so that the times below follow when a length is changed.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import time, timedelta
from difflib import get_close_matches
from zoneinfo import available_timezones

from events.programme.agenda import Item, Part
from events.programme.choices import Audience, Kind, Role, StartMode
from events.programme.fold import fold
from events.programme.kinds import KINDS
from events.programme.language_words import LANGUAGES
from events.programme.languages import clock
from events.programme.names import party_name, party_offices
from events.programme.reading import UnreadableError, gettext_noop, read_clock, read_length
from events.programme.sentence import sentence
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
ALONGSIDE = "with"
BREAK = "\n"


class HeadingError(ValueError):
    """The first row does not name the columns."""


class CellError(ValueError):
    """A cell cannot be read; ``column`` is its heading."""

    def __init__(self, column: str, sentence: str, **values: object) -> None:
        super().__init__(sentence % values)
        self.column, self.sentence, self.values = column, sentence, values


@dataclass(frozen=True, slots=True)
class Columns:
    """Where each column stands: a heading (for a text with its language), and its index. ``unknown`` are not read."""

    at: tuple[tuple[str, str, int], ...]
    unknown: tuple[str, ...]

    def cells(self, row: Sequence[str]) -> dict[tuple[str, str], str]:
        """Return what a row says, by heading and language; short rows are filled up with nothing."""
        return {(name, language): row[index] if index < len(row) else "" for name, language, index in self.at}


@dataclass(frozen=True, slots=True)
class StartCell:
    """What stands for the start: nothing, *alongside*, a clock time at the place, or one in another ``zone``."""

    mode: StartMode = StartMode.LINKED
    at: time | None = None
    zone: str = ""


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


# What a cell says


def start_of(cell: str) -> StartCell:
    """Return the start that a cell says: nothing, "with", "10:15" or "12:00 Asia/Baku". Raises CellError."""
    cell = cell.strip()
    if not cell:
        return StartCell()
    if fold(cell) in (ALONGSIDE, "alongside"):
        return StartCell(StartMode.ALONGSIDE)
    written, _, zone = cell.partition(" ")
    if zone and "/" in zone:
        if zone not in available_timezones() or zone.startswith("Etc/"):
            raise CellError(
                "start", gettext_noop("“%(zone)s” is not the name of a time zone (Asia/Karachi)."), zone=zone
            )
        return StartCell(StartMode.ANCHORED, _clock(written), zone)
    return StartCell(StartMode.FIXED, _clock(cell))


def _clock(text: str) -> time:
    try:
        return read_clock(text)
    except UnreadableError as error:
        raise CellError("start", error.sentence, **error.values) from None


def length_of(cell: str) -> timedelta | None:
    """Return the length that a cell says, None where it is empty. Raises CellError."""
    if not cell.strip():
        return None
    try:
        return read_length(cell)
    except UnreadableError as error:
        raise CellError("length", error.sentence, **error.values) from None


def kind_of(cell: str) -> Kind | None:
    """Return the kind by its word or its title in any language, None where the cell is empty. Raises CellError."""
    words = fold(cell)
    if not words:
        return None
    if words in KIND_WORDS:
        return KIND_WORDS[words]
    near = get_close_matches(words, KIND_WORDS, n=1)
    if near:
        raise CellError(
            "kind",
            gettext_noop("“%(cell)s” is not a kind of item. Is it “%(near)s”?"),
            cell=_short(cell),
            near=KIND_WORDS[near[0]].value,
        )
    raise CellError(
        "kind",
        gettext_noop("“%(cell)s” is not a kind of item. Write one of these: %(kinds)s."),
        cell=_short(cell),
        kinds=", ".join(Kind),
    )


def audience_of(cell: str) -> Audience | None:
    words = fold(cell)
    if words and words not in list(Audience):
        raise CellError(
            "audience",
            gettext_noop("“%(cell)s” is not an audience. Write one of these: %(audiences)s."),
            cell=_short(cell),
            audiences=", ".join(Audience),
        )
    return Audience(words) if words else None


def roles_of(cell: str) -> list[Role]:
    """Return the roles, one for each who contributes or one for all. Raises CellError."""
    roles = []
    for text in listed(cell):
        word = fold(text).replace(" ", "-")
        if word not in list(Role):
            raise CellError(
                "role",
                gettext_noop("“%(cell)s” is not a role. Write one of these: %(roles)s."),
                cell=_short(text),
                roles=", ".join(Role),
            )
        roles.append(Role(word))
    return roles


def listed(cell: str, separators: str = "\n|;") -> list[str]:
    """Return what a cell lists: each on a line of its own, or with “|” or “;” between them."""
    for separator in separators:
        cell = cell.replace(separator, BREAK)
    return [each.strip() for each in cell.split(BREAK) if each.strip()]


def _short(cell: str) -> str:
    return cell if len(cell) <= 40 else f"{cell[:40]}…"


KIND_WORDS = {
    **{fold(title): kind for kind, facts in KINDS.items() for _, title in facts.title.versions},
    **{fold(kind): kind for kind in Kind},
}


# A programme as rows


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
