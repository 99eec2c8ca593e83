"""The same programme with other lengths."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, timedelta

from events.programme.agenda import Item, Part, Span
from events.programme.timing import in_utc, running_order
from events.programme.value import Programme


def with_lengths(programme: Programme, lengths: Mapping[str, timedelta]) -> Programme:
    """Return the programme, and the events within it, with these lengths (by item uid) and the times they lead to.

    A part begins at its start, else where the one before it ends; without either its items have no time.
    """
    parts: list[Part] = []
    clock: datetime | None = None
    for part in programme.parts:
        items = [replace(item, duration=lengths.get(item.uid, item.duration)) for item in part.items]
        begins_at = part.starts_at or clock
        if begins_at is not None:
            spans = running_order(items, begins_at, programme.on)
            items = [_spanned(item, span) for item, span in zip(items, spans, strict=True)]
            clock = max((span.end for span in spans), default=begins_at, key=in_utc)
        parts.append(replace(part, items=tuple(items)))
    children = tuple(with_lengths(child, lengths) for child in programme.children)
    return replace(programme, parts=tuple(parts), children=children)


def _spanned(item: Item, span: Span) -> Item:
    return replace(item, span=span)
