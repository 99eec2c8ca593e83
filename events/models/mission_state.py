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
    """``release`` is the key of the newest one, ``changes`` those of the latest copies in each part of the history.

    ``language`` is that of the member's desk.
    """

    key: int
    language: str
    release: int | None
    occasions: int | None
    changes: tuple[int | None, ...]


def missions_of(user: int) -> list[MissionState]:
    """Return the missions to which the user of this key belongs, none where the account is closed.

    It is another answer after every change to what is planned in one of them.

    Every change leaves a copy in the history; the latest of a mission is found by its index, however many there are.
    """
    with connection.cursor() as cursor:
        cursor.execute(_question(), [occasion_scope("%"), user])
        return [
            MissionState(key, language, release, told, tuple(changes))
            for key, language, release, told, *changes in cursor
        ]


@cache
def _question() -> str:
    # In SQL, because this is what polling costs, as for the public feeds.
    account, member, mission = (model._meta.db_table for model in (User, Member, Mission))
    traced = sorted(model._meta.db_table for model in apps.get_models() if issubclass(model, Trace))
    columns = [
        "mission.id",
        "account.language",
        _selected("MAX(id)", Release._meta.db_table, "mission_slug = mission.slug"),
        _selected("SUM(number)", FeedRevision._meta.db_table, "scope LIKE %s"),
        *(_selected("MAX(history_id)", table, "of_mission_id = mission.id") for table in traced),
    ]
    tables = (
        f"{account} account JOIN {member} member ON member.user_id = account.id"
        f" JOIN {mission} mission ON mission.id = member.mission_id"
    )
    where = "account.id = %s AND account.is_active ORDER BY mission.slug"
    return f"SELECT {', '.join(columns)} FROM {tables} WHERE {where}"  # noqa: S608


def _selected(what: str, table: str, where: str) -> str:
    return f"(SELECT {what} FROM {table} WHERE {where})"  # noqa: S608
