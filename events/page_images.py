"""Pages of documents as images, kept for a while by what they show: one that did not change is not drawn again."""

import re
from contextlib import suppress
from hashlib import sha256

from django.core.cache import cache as kept

from events.code_version import code_version
from events.exports.pdf.images import WIDTH, image_of
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


def draw_page(event: int, pdf: bytes, number: int, width: int = WIDTH) -> bytes:
    """Return a page as WebP, kept for the event under its mark. Raises IndexError where there is no such page."""
    mark = mark_of(pdf)
    image = kept_page(event, mark, number, width)
    if image is None:
        image = image_of(pdf, number, width)
        with suppress(*CACHE_AWAY):
            kept.set(_key(event, mark, number, width), image, DRAFT_KEPT_FOR)
    return image


def kept_page(event: int, mark: str, number: int, width: int = WIDTH) -> bytes | None:
    """Return a page of an event's document that was drawn lately, without making the document."""
    image: bytes | None = None
    if not IS_A_MARK.fullmatch(mark):
        return None
    with suppress(*CACHE_AWAY):
        image = kept.get(_key(event, mark, number, width))
    return image


def _key(event: int, mark: str, number: int, width: int) -> str:
    return f"page-{event}-{mark}-{number}-{width}-{code_version()}"
