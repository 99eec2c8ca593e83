"""Pages of documents as images, kept for a while by what they show: one that did not change is not drawn again."""

import re
from contextlib import suppress
from dataclasses import dataclass
from hashlib import sha256

from django.core.cache import cache as kept

from events.code_version import code_version
from events.exports.pdf.images import WIDTH, Page, look_at
from events.outages import CACHE_AWAY
from events.printing import DRAFT_KEPT_FOR

# How the address of an image says which document it is of.
MARK, MARK_LENGTH = "of", 32
# How it says that it is the narrow one.
WIDE = "wide"
IS_A_MARK = re.compile(r"[0-9a-f]{32}")


def mark_of(pdf: bytes) -> str:
    """Return what tells this document from every other one."""
    return sha256(pdf).hexdigest()[:MARK_LENGTH]


@dataclass(frozen=True, slots=True)
class Drawn:
    """All pages of a document, and one of them as WebP; empty where there is no such page."""

    pages: list[Page]
    image: bytes


def draw_page(event: int, pdf: bytes, number: int, width: int = WIDTH) -> Drawn:
    """Return a page, kept for the event under its mark. Raises NotSetError and BusyError."""
    mark = mark_of(pdf)
    drawn = kept_page(event, mark, number, width)
    if drawn is None:
        drawn = Drawn(*look_at(pdf, number, width))
        if drawn.image:
            with suppress(*CACHE_AWAY):
                kept.set(_key(event, mark, number, width), drawn, DRAFT_KEPT_FOR)
    return drawn


def kept_page(event: int, mark: str, number: int, width: int = WIDTH) -> Drawn | None:
    """Return a page of an event's document that was drawn lately, without making the document."""
    drawn: Drawn | None = None
    if not IS_A_MARK.fullmatch(mark):
        return None
    with suppress(*CACHE_AWAY):
        drawn = kept.get(_key(event, mark, number, width))
    return drawn


def _key(event: int, mark: str, number: int, width: int) -> str:
    return f"page-{event}-{mark}-{number}-{width}-{code_version()}"
