"""How far the missions of a member have come, in one query: what a calendar of their working copies depends on."""

from functools import cache
from typing import NamedTuple

from django.apps import apps
from django.db import connection

from events.models.feed_revision import FeedRevision, occasion_scope
from events.models.history import Trace
from events.models.mission import Member, Mission
from events.models.release import Release
from events.models.user import User


class MissionState(NamedTuple):
    """``release`` is the key of the newest one, ``changes`` those of the latest copies in each part of the history."""

    key: int
    release: int | None
    occasions: int | None
    changes: tuple[int | None, ...]


def missions_of(user: User) -> list[MissionState]:
    """Return the missions to which the user belongs: another answer after every change to what is planned there.

    Every change leaves a copy in the history; the latest of a mission is found by its index, however many there are.
    """
    with connection.cursor() as cursor:
        cursor.execute(_question(), [occasion_scope("%"), user.pk])
        return [MissionState(key, release, told, tuple(rest)) for key, release, told, *rest in cursor]


@cache
def _question() -> str:
    # In SQL, because this is what polling costs, as for the public feeds.
    member, mission = Member._meta.db_table, Mission._meta.db_table
    traced = sorted(model._meta.db_table for model in apps.get_models() if issubclass(model, Trace))
    columns = [
        "mission.id",
        _selected("MAX(id)", Release._meta.db_table, "mission_slug = mission.slug"),
        _selected("SUM(number)", FeedRevision._meta.db_table, "scope LIKE %s"),
        *(_selected("MAX(history_id)", table, "of_mission_id = mission.id") for table in traced),
    ]
    ours = _selected("mission_id", member, "user_id = %s")
    return f"SELECT {', '.join(columns)} FROM {mission} mission WHERE id IN {ours} ORDER BY slug"  # noqa: S608


def _selected(what: str, table: str, where: str) -> str:
    return f"(SELECT {what} FROM {table} WHERE {where})"  # noqa: S608
