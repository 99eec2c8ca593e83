"""The list of who was erased, by unchanging keys alone: kept beside the backups, so that none brings them back."""

import json
import os
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path
from uuid import UUID

from events.models import Erasure
from planner.backups.archive import BackupError

Listed = list[tuple[UUID, str, datetime]]


def write_list(path: Path, rows: Iterable[Erasure]) -> int:
    """Write a line of JSON for each, in place of an earlier list; return how many. Raises BackupError."""
    lines = [
        json.dumps(
            {"uid": str(row.uid), "mission": row.mission.slug if row.mission else "", "at": str(row.at)}
        )
        for row in rows
    ]
    beside = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        with open(beside, "x", opener=lambda name, flags: os.open(name, flags, 0o600)) as file:
            file.writelines(f"{line}\n" for line in lines)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(path)
    except OSError as error:
        beside.unlink(missing_ok=True)
        raise BackupError(f"{path} cannot be written: {error.strerror or error}.") from None
    return len(lines)


def read_list(path: Path) -> Listed:
    """Raises BackupError where it is no list."""
    listed: Listed = []
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError):
        raise BackupError(f"{path} cannot be read.") from None
    for number, line in enumerate(lines, start=1):
        try:
            told = json.loads(line)
            uid, mission, at = UUID(told["uid"]), str(told["mission"]), datetime.fromisoformat(told["at"])
            if at.tzinfo is None:
                raise ValueError(told["at"])
        except (ValueError, KeyError, TypeError, AttributeError):
            raise BackupError(f"{path} is no list of erasures: line {number} cannot be read.") from None
        listed.append((uid, mission, at))
    return listed
