"""What a cell of an agenda's sheet says; ``sheet.py`` names its columns."""

from dataclasses import dataclass
from datetime import time, timedelta
from difflib import get_close_matches
from zoneinfo import available_timezones

from events.programme.choices import Audience, Kind, Role, StartMode
from events.programme.fold import fold
from events.programme.kinds import KINDS
from events.programme.reading import UnreadableError, gettext_noop, read_clock, read_length

ALONGSIDE = "with"
BREAK = "\n"


class CellError(ValueError):
    """A cell cannot be read; ``column`` is its heading."""

    def __init__(self, column: str, sentence: str, **values: object) -> None:
        super().__init__(sentence % values)
        self.column, self.sentence, self.values = column, sentence, values


@dataclass(frozen=True, slots=True)
class StartCell:
    """What stands for the start: nothing, *alongside*, a clock time at the place, or one in another ``zone``."""

    mode: StartMode = StartMode.LINKED
    at: time | None = None
    zone: str = ""


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
