"""A text written where it stands: each by the deed that changes such a field by hand."""

from collections.abc import Callable
from typing import Any

from events.models import Event, Item, Part, User
from events.models.fields import text_of
from events.operations.agenda import change_item, change_part
from events.operations.contributors import change_contribution
from events.operations.planning import change_event, set_audience_groups, set_days, set_works
from events.programme.every_text import Of, Place
from events.programme.text import Text


def write_text(place: Place, words: str, *, by: User) -> None:
    """Write the words in the place of the text that stands there, within a deed of the event."""
    CHANGES[place.of](Event.objects.get(uid=place.event), place, words, by)


def _text(row: Any, place: Place, words: str) -> Text:
    versions = dict(text_of(getattr(row, place.field)).versions)
    return Text.of({**versions, place.language: words})


def _event(event: Event, place: Place, words: str, by: User) -> None:
    change_event(event, event.version, by=by, **{place.field: _text(event, place, words)})


def _part(event: Event, place: Place, words: str, by: User) -> None:
    part = Part.objects.get(event=event, uid=place.uid)
    change_part(part, part.version, by=by, **{place.field: _text(part, place, words)})


def _item(event: Event, place: Place, words: str, by: User) -> None:
    item = _item_of(event, place)
    change_item(item, item.version, by=by, **{place.field: _text(item, place, words)})


def _contribution(event: Event, place: Place, words: str, by: User) -> None:
    item = _item_of(event, place)
    row = item.contributions.all()[place.number]
    change_contribution(row, item.version, by=by, **{place.field: _text(row, place, words)})


def _item_of(event: Event, place: Place) -> Item:
    return Item.objects.get(part__event=event, uid=place.uid)


def _group(event: Event, place: Place, words: str, by: User) -> None:
    rows = _rows(event.audience_groups, place, words, "name", "quota")
    set_audience_groups(event, event.version, [(row["name"], row["quota"]) for row in rows], by=by)


def _day(event: Event, place: Place, words: str, by: User) -> None:
    set_days(
        event, event.version, _rows(event.days, place, words, "on", "opens_at", "closes_at", "note"), by=by
    )


def _work(event: Event, place: Place, words: str, by: User) -> None:
    columns = ("title", "maker", "made", "caption", "lender")
    set_works(event, event.version, _rows(event.works, place, words, *columns), by=by)


def _rows(manager: Any, place: Place, words: str, *columns: str) -> list[dict[str, Any]]:
    """Return the rows of a list as they are, but for the words put right."""
    rows = []
    for number, row in enumerate(manager.all()):
        values = {column: getattr(row, column) for column in columns}
        if number == place.number:
            values[place.field] = _text(row, place, words)
        rows.append(values)
    return rows


CHANGES: dict[Of, Callable[[Event, Place, str, User], None]] = {
    Of.EVENT: _event,
    Of.PART: _part,
    Of.ITEM: _item,
    Of.CONTRIBUTION: _contribution,
    Of.GROUP: _group,
    Of.DAY: _day,
    Of.WORK: _work,
}
