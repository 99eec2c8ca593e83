"""When an entry last said something else, where no release tells it: in calendars made of working copies."""

import re
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from events.exports.vevents import Entry

# None of these lines is ever folded, and a folded text begins its lines with a blank.
STAMPS = re.compile(rb"^(?:CREATED|DTSTAMP|LAST-MODIFIED|SEQUENCE):.*\r\n", re.MULTILINE)
BEGIN = b"BEGIN:VEVENT\r\n"


@dataclass(frozen=True, slots=True)
class Revision:
    """How often an entry has said something else, and since when it is there and says what it does."""

    sequence: int
    made_at: datetime
    changed_at: datetime


def without_stamps(entry: Entry) -> bytes:
    """Return what the entry says, without what says how old that is."""
    return STAMPS.sub(b"", entry.octets)


def stamped(entry: Entry, revision: Revision) -> Entry:
    """Return the entry with the stamps of the revision in the place of its own."""
    lines = (
        f"DTSTAMP:{_utc(revision.changed_at)}",
        f"CREATED:{_utc(revision.made_at)}",
        f"LAST-MODIFIED:{_utc(revision.changed_at)}",
        f"SEQUENCE:{revision.sequence}",
    )
    head = BEGIN + "".join(f"{line}\r\n" for line in lines).encode()
    return replace(entry, octets=without_stamps(entry).replace(BEGIN, head, 1))


def _utc(at: datetime) -> str:
    return at.astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")
