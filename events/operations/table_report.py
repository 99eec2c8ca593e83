"""What a sheet would change, and what is wrong with it, row by row."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from events.models import Event
from events.models.fields import text_of
from events.models.worded import current_language
from events.programme.languages import comma, length, semicolon
from events.programme.text import Text


class Outcome(StrEnum):
    NEW = "new"
    CHANGED = "changed"
    UNCHANGED = "unchanged"
    REFUSED = "refused"


@dataclass
class Told:
    """What becomes of a row. ``words`` say what changes, or why it is refused."""

    number: int
    outcome: Outcome
    title: str
    words: list[str] = field(default_factory=list)
    begins: str = ""
    length: str = ""


@dataclass(frozen=True)
class Report:
    """``notes`` are about the file as a whole; ``left`` counts the items of the event that it does not name."""

    event: Event
    rows: tuple[Told, ...]
    notes: tuple[str, ...]
    left: int

    def of(self, outcome: str) -> list[Told]:
        return [row for row in self.rows if row.outcome == outcome]

    @property
    def refused(self) -> list[Told]:
        return self.of(Outcome.REFUSED)

    @property
    def changes_nothing(self) -> bool:
        return all(row.outcome is Outcome.UNCHANGED for row in self.rows)


class TableRefusedError(ValueError):
    """Nothing was imported; the report tells each row that is wrong."""

    def __init__(self, report: Report) -> None:
        self.report = report
        super().__init__(
            semicolon(current_language()).join(
                _("row %s") % row.number + ": " + " ".join(row.words) for row in report.refused
            )
        )


def changes(before: dict[str, Any], values: dict[str, Any]) -> Iterator[str]:
    """Say what becomes different; ``start_zone`` and ``start_at`` are told with the start."""
    labels = {
        "kind": _("kind"),
        "title": _("title"),
        "text": _("text"),
        "staff_text": _("staff text"),
        "audience": _("audience"),
        "responsible": _("responsible officer"),
        "start": _("start"),
    }
    language = current_language()
    if "duration" in values and values["duration"] != before["duration"]:
        lengths = [length(each["duration"], language) for each in (before, values)]
        yield _("Length: %(before)s becomes %(after)s.") % dict(
            zip(("before", "after"), lengths, strict=True)
        )
    changed = [labels[name] for name in labels if name in values and _differs(before[name], values[name])]
    if "start_at" in values and _differs(before["start_at"], values["start_at"]):
        changed.append(labels["start"])
    if changed:
        yield _("Changed: %(columns)s.") % {"columns": comma(language).join(dict.fromkeys(changed))}


def _differs(before: Any, after: Any) -> bool:
    if isinstance(after, dict):
        return text_of(before) != Text.of(after)
    return before != after


def sentences(error: ValidationError) -> Iterator[str]:
    if hasattr(error, "message_dict"):
        for name, messages in error.message_dict.items():
            label = "" if name == "__all__" else f"{name.replace('_', ' ')}: "
            yield from (f"{label}{message}" for message in messages)
    else:
        yield from error.messages
