"""What differs between two releases of a programme, in words for those who hold the older one.

Only what the public may see is told. Each sentence is given in English, Azerbaijani, Russian, Urdu and Turkish;
titles in it stand in the language of the sentence where they exist there.
"""

from collections.abc import Iterator
from datetime import datetime
from itertools import chain

from events.programme.change_words import SENTENCES
from events.programme.choices import Audience
from events.programme.kinds import item_title
from events.programme.languages import LANGUAGES, clock, full_date, isolate
from events.programme.text import Text
from events.programme.value import Item, Programme


def changes(before: Programme, after: Programme) -> tuple[Text, ...]:
    """Return one Text a change: status, day, place, title, then the items in the order of the agenda."""
    old, new = before.seen_by(Audience.PUBLIC), after.seen_by(Audience.PUBLIC)
    return tuple(chain(_event_changes(old, new), _item_changes(old, new)))


def _event_changes(old: Programme, new: Programme) -> Iterator[Text]:
    if old.status is not new.status:
        yield _told(f"status-{new.status}", new)
    if old.on != new.on:
        yield _told("day", new, day=new.on, was=old.on) if new.on and old.on else _told("day-open", new)
    if old.until != new.until:
        yield _told("until", new)
    if old.title != new.title:
        yield _told("title", new)
    if old.place != new.place:
        yield _told("place", new)
    if old.hosts != new.hosts:
        yield _told("hosts", new)
    if old.days != new.days:
        yield _told("hours", new)


def _item_changes(old: Programme, new: Programme) -> Iterator[Text]:
    before = {item.uid: item for item in _items(old)}
    after = {item.uid: item for item in _items(new)}
    for uid, item in after.items():
        if uid not in before:
            yield _told("added", new, item=item, at=_start(item))
            continue
        was = before[uid]
        if _start(was) != _start(item) and not (old.on != new.on and _hour(was) == _hour(item)):
            yield _told("moved", new, item=item, at=_start(item), was=_start(was))
        if was.contributions != item.contributions:
            yield _told("people", new, item=item)
        if (was.title, was.text, was.dedication) != (item.title, item.text, item.dedication):
            yield _told("worded", new, item=item)
    for uid, item in before.items():
        if uid not in after:
            yield _told("removed", old, item=item)


def _items(programme: Programme) -> Iterator[Item]:
    return chain(programme.items, *(child.items for child in programme.children))


def _start(item: Item) -> datetime | None:
    return item.span.start if item.span else None


def _hour(item: Item) -> str | None:
    return clock(item.span.start) if item.span else None


def _told(key: str, programme: Programme, item: Item | None = None, **values: object) -> Text:
    return Text.of(
        {
            language: SENTENCES[key][language].format(
                title=_title(item, language, programme) if item else "",
                **{name: _shown(value, language) for name, value in values.items()},
            )
            for language in LANGUAGES
        }
    )


def _title(item: Item, language: str, programme: Programme) -> str:
    wording = item_title(item, language, programme.languages)
    return wording.text if wording.language == language else isolate(wording.text)


def _shown(value: object, language: str) -> str:
    if value is None:
        return "–"
    return clock(value) if isinstance(value, datetime) else full_date(value, language)  # type: ignore[arg-type]
