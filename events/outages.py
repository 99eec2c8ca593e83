"""What the planner stands on may be away for a while: the database, the cache, room on the disk."""

import errno
from enum import Enum

from django.conf import settings
from django.db import InterfaceError, OperationalError

CACHE_AWAY: tuple[type[Exception], ...] = ()
# A cache that is a table is away with the database.
if "redis" in settings.CACHES["default"]["BACKEND"].lower():
    from redis.exceptions import RedisError

    CACHE_AWAY = (RedisError,)

NO_ROOM = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
# What SQLite says while it writes, and PostgreSQL's disk_full.
NO_ROOM_IN_DATABASE = {"SQLITE_FULL", "SQLITE_IOERR_WRITE", "SQLITE_IOERR_FSYNC", "53100"}


class Outage(Enum):
    DATABASE = "database"
    CACHE = "cache"
    DISK = "disk"


def outage_of(error: BaseException | None) -> Outage | None:
    """Return what is away, where the error says that; a mistake of the planner's own is no outage."""
    if isinstance(error, OSError) and error.errno in NO_ROOM:
        return Outage.DISK
    if isinstance(error, CACHE_AWAY):
        return Outage.CACHE
    if not isinstance(error, OperationalError | InterfaceError):
        return None
    told = error.__cause__
    code = getattr(told, "sqlite_errorname", None) or getattr(told, "sqlstate", None)
    if code in NO_ROOM_IN_DATABASE:
        return Outage.DISK
    # SQLite's word for a table or a column that is not there.
    return None if code == "SQLITE_ERROR" else Outage.DATABASE
