"""The pages of a PDF as images, for those who read them on a screen before they print: drawn by the typesetter."""

import logging
from dataclasses import dataclass

from django.conf import settings

from events.exports.pdf.errors import NotSetError
from events.typesetting import TYPESETTER
from typesetter.errors import StoppedError
from typesetter.guard import Limits

log = logging.getLogger(__name__)

# About 110 dots an inch on A4: a line of 9 points can be read.
WIDTH = 900
# Beside an agenda it is shown so narrow, where a screen has one dot for each pixel of its page.
NARROW = 314
NO_PAGE = 0
LIMITS = Limits(wall=10, cpu=10, answer=8)


@dataclass(frozen=True, slots=True)
class Page:
    """A page by its number from 1; its image is so wide and so high, in dots."""

    number: int
    width: int
    height: int


def pages_of(pdf: bytes) -> list[Page]:
    """Raises NotSetError and BusyError."""
    return look_at(pdf, NO_PAGE)[0]


def look_at(pdf: bytes, number: int, width: int = WIDTH) -> tuple[list[Page], bytes]:
    """Return all pages, and the image of the one with this number; none where there is no such page.

    Raises NotSetError and BusyError.
    """
    try:
        said, image = TYPESETTER.draw_page(
            settings.TYPESETTER_DIR, pdf, {"number": number, "width": width}, LIMITS
        )
    except StoppedError as error:
        log.exception("A page was not drawn.")
        raise NotSetError(str(error)) from error
    return [
        Page(number, WIDTH, round(WIDTH * height / across))
        for number, (across, height) in enumerate(said["sizes"], 1)
    ], image
