"""One maker for each document, whatever the number of servers: the others wait for what it makes."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from hashlib import sha256
from logging import getLogger
from uuid import uuid4

from django.core.cache import cache
from django.db import DatabaseError

from events.outages import CACHE_AWAY
from typesetter.client import patience
from typesetter.errors import BusyError

log = getLogger(__name__)

# A maker that was killed is not waited for any longer than this.
MAKES_WITHIN = 120
LOOKS_AGAIN = 0.2
sleep = time.sleep


@contextmanager
def only_maker(document: str, is_there: Callable[[], bool]) -> Iterator[None]:
    """Wait until nobody else makes the document, or it is there; then the block is the only one that may make it.

    A cache that is away keeps nobody from making it twice, which costs time alone. Raises BusyError after as long as
    one waits for a turn.
    """
    key, mine = f"maker:{sha256(document.encode()).hexdigest()}", uuid4().hex
    until = time.monotonic() + patience.get()
    while not _begins(key, mine) and not is_there():
        if time.monotonic() > until:
            raise BusyError
        sleep(LOOKS_AGAIN)
    try:
        yield
    finally:
        with suppress(*CACHE_AWAY, DatabaseError):
            if cache.get(key) == mine:
                cache.delete(key)


def _begins(key: str, mine: str) -> bool:
    try:
        # A cache without room says that it did not add, and has nobody else's key either.
        return cache.add(key, mine, MAKES_WITHIN) or cache.get(key) is None
    except (*CACHE_AWAY, DatabaseError):
        log.exception("Documents that are made twice cannot be told")
        return True
