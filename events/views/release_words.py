"""Two programmes beside each other: the hours of each item in both, and what became of it in words."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.utils.functional import Promise
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from events.programme.agenda import Item
from events.programme.languages import clock, length
from events.programme.value import Programme

# What no sentence of ``changes`` tells, by the field of the programme.
WHAT_CHANGED: Mapping[str, str | Promise] = {
    "short_title": gettext_lazy("Short title"),
    "subtitle": gettext_lazy("Subtitle"),
    "dedication": gettext_lazy("Dedication"),
    "theme": gettext_lazy("Theme"),
    "objective": gettext_lazy("Objective"),
    "note": gettext_lazy("Note"),
    "guest_notes": gettext_lazy("For guests"),
    "dress": gettext_lazy("Dress"),
    "languages": gettext_lazy("Languages"),
    "edition": gettext_lazy("Occasion"),
    "ends_by": gettext_lazy("Over by"),
    "zone": gettext_lazy("Time zone"),
    "audience_groups": gettext_lazy("Groups of guests"),
    "claims": gettext_lazy("Figures and their sources"),
    "mission": gettext_lazy("The mission itself"),
    "children": gettext_lazy("An event held within"),
}


@dataclass(frozen=True)
class Row:
    """One item in both programmes; None where it is not in one of them."""

    before: Item | None
    after: Item | None
    words: str
    look: str

    @property
    def before_at(self) -> str:
        return _clock(self.before)

    @property
    def after_at(self) -> str:
        return _clock(self.after)


def side_by_side(before: Programme, after: Programme) -> list[Row]:
    """Return a row an item in the order of the newer programme; what is gone stands after what was before it."""
    old, new = _items(before), _items(after)
    by_uid = {item.uid: item for item in old}
    rows = [_row(by_uid.get(item.uid), item) for item in new]
    present = {item.uid for item in new}
    for number, item in enumerate(old):
        if item.uid not in present:
            rows.insert(_place(rows, old[:number]), _row(item, None))
    return rows


def _items(programme: Programme) -> list[Item]:
    """Those of the event and of the events held within it."""
    return [*programme.items, *(item for child in programme.children for item in child.items)]


def _place(rows: Sequence[Row], earlier: Sequence[Item]) -> int:
    uids = [(row.after or row.before).uid for row in rows if row.after or row.before]  # type: ignore[union-attr]
    return next((uids.index(item.uid) + 1 for item in reversed(earlier) if item.uid in uids), 0)


def _row(before: Item | None, after: Item | None) -> Row:
    if before is None:
        return Row(before, after, _("Added"), "diff")
    if after is None:
        return Row(before, after, _("Taken out"), "diff")
    if before.duration != after.duration:
        return Row(before, after, _longer(after.duration - before.duration), "diff")
    if before.span and after.span and before.span.start != after.span.start:
        return Row(before, after, _later(before.span.start, after.span.start), "shift")
    if _shown(before) != _shown(after):
        return Row(before, after, _("Other words or people"), "shift")
    return Row(before, after, _("As before"), "same")


def _longer(by: timedelta) -> str:
    words = _("%(length)s longer") if by > timedelta(0) else _("%(length)s shorter")
    return words % {"length": length(abs(by), get_language() or "en")}


def _later(was: datetime, now: datetime) -> str:
    if was.date() != now.date():
        return _("On another day")
    by = now - was
    words = _("%(length)s later") if by > timedelta(0) else _("%(length)s earlier")
    return words % {"length": length(abs(by), get_language() or "en")}


def _shown(item: Item) -> tuple[object, ...]:
    return (
        item.title,
        item.text,
        item.dedication,
        item.anthems,
        item.contributions,
        item.staff_text,
        item.audience,
        item.cues,
    )


def _clock(item: Item | None) -> str:
    return clock(item.span.start) if item and item.span else "–"
