"""What is kept of somebody who has no row any more: found by the names and addresses under which it was kept."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from django.apps import apps
from django.db.models import Q
from i18nfield.strings import LazyI18nString

from events.models import Event, Member, Mission, Person, Release, User
from events.models.fields import text_of
from events.models.history import Trace
from events.operations.named import Spellings, planned_with, rows_with
from events.operations.personal_data import PersonalData, Row, told_of, told_of_copy


def data_by_name(mission: Mission, names: list[str], now: datetime) -> PersonalData:
    """Return each text of the mission that has one of them as it is written here.

    Unlike what is kept of an entry or a member, such a text may name others too.
    """
    spellings = Spellings(tuple(sorted(set(names), key=len, reverse=True)))
    kept: dict[str, list[Row]] = {
        "asked_for": [{"name": name} for name in names],
        "register": [
            {"uid": str(row.uid), "words": words}
            for row, columns in rows_with(Person.objects.filter(mission=mission), spellings)
            for words in _said(row, columns, spellings)
        ],
        "texts": list(_planned(mission, spellings)),
        "releases": list(_released(mission, spellings)),
        "history": sorted(_copied(mission, spellings), key=lambda row: str(row["at"])),
    }
    return told_of("name", mission.slug, now, kept)


def accounts_by_name(mission: Mission, names: list[str]) -> list[User]:
    """Return the accounts of those who are or were members; of others a mission is told nothing."""
    named = Q(pk__in=[])
    for name in names:
        named |= Q(username__iexact=name) | Q(email__iexact=name)
    were = Member.history.filter(of_mission=mission.pk).values_list("user_id", flat=True)
    return list(User.objects.filter(named, pk__in=set(were)).order_by("pk"))


def _planned(mission: Mission, spellings: Spellings) -> Iterator[Row]:
    for event, row, columns in planned_with(mission.pk, spellings):
        for words in _said(row, columns, spellings):
            yield {"event": text_of(event.title), "thing": row._meta.model_name, "words": words}


def _released(mission: Mission, spellings: Spellings) -> Iterator[Row]:
    ours = Release.objects.filter(event__mission=mission).select_related("event").order_by("event", "number")
    for release, columns in rows_with(ours, spellings):
        for words in _said(release, columns, spellings):
            yield {
                "event": text_of(release.event.title),
                "number": release.number,
                "code": release.code,
                "released_at": release.released_at,
                "words": words,
            }


def _copied(mission: Mission, spellings: Spellings) -> Iterator[Row]:
    titles = dict(Event.with_deleted.filter(mission=mission).values_list("pk", "title"))
    for model in apps.get_models():
        if issubclass(model, Trace):
            copies: Any = model.objects.filter(of_mission=mission.pk)
            thing = str(model._meta.model_name).removeprefix("historical")
            for copy, columns in rows_with(copies, spellings):
                told = told_of_copy(thing, copy)
                if title := text_of(titles.get(copy.of_event_id)):
                    told["event"] = title
                for words in _said(copy, columns, spellings):
                    yield {**told, "words": words}


def _said(row: Any, columns: list[str], spellings: Spellings) -> list[str]:
    """Return the texts of the row that have one of the names, each once."""
    texts = (text for column in columns for text in _texts(getattr(row, column)))
    return list(dict.fromkeys(text for text in texts if any(name in text for name in spellings.names)))


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, LazyI18nString):
        yield from (words for _, words in text_of(value).versions)
    elif isinstance(value, str):
        yield value
    elif isinstance(value, list | dict):
        for each in value.values() if isinstance(value, dict) else value:
            yield from _texts(each)
