"""Turns that all processes of a server share: a file in a folder is a turn, a lock on it whoever has it.

A lock goes with the process that holds it, however that ends.
"""

from __future__ import annotations

import fcntl
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from typesetter.errors import BusyError

AT_ONCE, WAITING = 2, 8
LOOKS_AGAIN = 0.05


@contextmanager
def turn(folder: Path, patience: float) -> Iterator[None]:
    """Wait for a turn to set a document, ``patience`` seconds at most; where too many wait already, not at all.

    Raises BusyError.
    """
    folder.mkdir(parents=True, exist_ok=True)
    with one_of(folder, "turn", AT_ONCE) as has_turn:
        if has_turn:
            yield
            return
    with one_of(folder, "waiting", WAITING) as may_wait:
        if not may_wait:
            raise BusyError
        until = time.monotonic() + patience
        while time.monotonic() < until:
            with one_of(folder, "turn", AT_ONCE) as has_turn:
                if has_turn:
                    yield
                    return
            time.sleep(LOOKS_AGAIN)
    raise BusyError


@contextmanager
def one_of(folder: Path, name: str, count: int) -> Iterator[bool]:
    """Hold a free one of so many files for the block; say whether there was one."""
    for number in range(count):
        place = os.open(folder / f"{name}-{number}", os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        try:
            fcntl.flock(place, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            os.close(place)
            continue
        try:
            yield True
        finally:
            os.close(place)
        return
    yield False
