"""Words that look wrong, put right where they stand: each by the deed that changes such a field by hand."""

from collections.abc import Callable
from typing import Any

from events.models import Event, Item, Member, Part, User
from events.models.fields import text_of
from events.operations.agenda import change_item, change_part
from events.operations.contributors import change_contribution
from events.operations.deeds import deed
from events.operations.planning import change_event, set_audience_groups, set_days, set_works
from events.operations.settling import NotOpenError
from events.operations.stale import locked_event
from events.programme.every_text import Of
from events.programme.finding import Finding
from events.programme.lint import findings
from events.programme.text import Text
from events.snapshot import take_snapshot


@deed(Member.Role.OFFICER)
def put_right(event: Event, key: str, *, by: User) -> str:
    """Write what is proposed in the place of the words found under this key, and return it.

    The key holds the words themselves, so that they are found as they stand now or not at all. Raises NotOpenError
    where they stand there no more, or where only a person knows what is right.
    """
    event = locked_event(event)
    found = next((each for each in findings(take_snapshot(event)) if each.key == key), None)
    if found is None or found.slip.proposed is None:
        raise NotOpenError("This has been settled already.")
    CHANGES[found.place.of](Event.objects.get(uid=found.place.event), found, by)
    return found.slip.proposed


def _text(row: Any, found: Finding) -> Text:
    versions = dict(text_of(getattr(row, found.place.field)).versions)
    return Text.of({**versions, found.place.language: found.corrected})


def _event(event: Event, found: Finding, by: User) -> None:
    change_event(event, event.version, by=by, **{found.place.field: _text(event, found)})


def _part(event: Event, found: Finding, by: User) -> None:
    part = Part.objects.get(event=event, uid=found.place.uid)
    change_part(part, part.version, by=by, **{found.place.field: _text(part, found)})


def _item(event: Event, found: Finding, by: User) -> None:
    item = _item_of(event, found)
    change_item(item, item.version, by=by, **{found.place.field: _text(item, found)})


def _contribution(event: Event, found: Finding, by: User) -> None:
    item = _item_of(event, found)
    row = item.contributions.all()[found.place.number]
    change_contribution(row, item.version, by=by, **{found.place.field: _text(row, found)})


def _item_of(event: Event, found: Finding) -> Item:
    return Item.objects.get(part__event=event, uid=found.place.uid)


def _group(event: Event, found: Finding, by: User) -> None:
    rows = _rows(event.audience_groups, found, "name", "quota")
    set_audience_groups(event, event.version, [(row["name"], row["quota"]) for row in rows], by=by)


def _day(event: Event, found: Finding, by: User) -> None:
    set_days(event, event.version, _rows(event.days, found, "on", "opens_at", "closes_at", "note"), by=by)


def _work(event: Event, found: Finding, by: User) -> None:
    columns = ("title", "maker", "made", "caption", "lender")
    set_works(event, event.version, _rows(event.works, found, *columns), by=by)


def _rows(manager: Any, found: Finding, *columns: str) -> list[dict[str, Any]]:
    """Return the rows of a list as they are, but for the words put right."""
    rows = []
    for number, row in enumerate(manager.all()):
        values = {column: getattr(row, column) for column in columns}
        if number == found.place.number:
            values[found.place.field] = _text(row, found)
        rows.append(values)
    return rows


CHANGES: dict[Of, Callable[[Event, Finding, User], None]] = {
    Of.EVENT: _event,
    Of.PART: _part,
    Of.ITEM: _item,
    Of.CONTRIBUTION: _contribution,
    Of.GROUP: _group,
    Of.DAY: _day,
    Of.WORK: _work,
}
