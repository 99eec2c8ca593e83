"""How a mission prints: its paper, its colour, the lines at its head, its emblem, its contacts for the press."""

import warnings
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING, Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from events.models import Member, Mission, Picture, User
from events.operations.deeds import deed

# Loaded by whoever reads an emblem: no page shows one.
if TYPE_CHECKING:
    from PIL import Image

FORMATS = ("PNG", "JPEG", "WEBP")
LARGEST_FILE = 2_000_000
MOST_PIXELS = 25_000_000
LONGEST_EDGE = 600
# Smaller, and its lines are steps in print: 18 mm at 150 dots an inch.
SHORTEST_EDGE = 100


@dataclass(frozen=True)
class Emblem:
    """A PNG that was drawn anew from an upload: nothing but its pixels came with it."""

    octets: bytes
    width: int
    height: int


def read_emblem(octets: bytes) -> Emblem:
    """Return an uploaded PNG, JPEG or WebP as a PNG without metadata, its longer edge at most 600 pixels.

    Size and format are read from the head of the file before anything is decoded. Raises ValidationError.
    """
    from PIL import Image

    if len(octets) > LARGEST_FILE:
        raise ValidationError(_("This file is larger than 2 MB. Export the emblem smaller."))
    if _is_svg(octets):
        raise ValidationError(
            _(
                "SVG is not taken, since such a file can hold programs. Export the emblem as PNG, 600 pixels wide."
            )
        )
    try:
        with _whole_pictures_only(), warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(BytesIO(octets), formats=FORMATS) as picture:
                _check_size(*picture.size)
                return _drawn_anew(picture)
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        raise ValidationError(
            _("This picture has more pixels than can be read. Export it smaller.")
        ) from None
    except (OSError, SyntaxError, ValueError):
        raise ValidationError(
            _("This is no whole PNG, JPEG or WebP picture. Export the emblem as PNG.")
        ) from None


@deed(Member.Role.ADMINISTRATOR)
def change_look(
    mission: Mission, values: Mapping[str, Any], *, by: User, emblem: Emblem | None = None, bare: bool = False
) -> Mission:
    """Keep paper, accent, letterhead and press contacts; a new emblem in the place of the old one, or none where
    it is ``bare``.

    Pictures stay: releases that name them print them for good.
    """
    mission = Mission.objects.select_for_update().get(pk=mission.pk)
    for name, value in values.items():
        setattr(mission, name, value)
    if emblem:
        mission.emblem = _kept(mission, emblem).digest
    elif bare:
        mission.emblem = ""
    mission.full_clean()
    mission.save()
    return mission


def _kept(mission: Mission, emblem: Emblem) -> Picture:
    pixels = {"octets": emblem.octets, "width": emblem.width, "height": emblem.height}
    digest = Picture.digest_of(emblem.octets)
    return Picture.objects.get_or_create(mission=mission, digest=digest, defaults=pixels)[0]


def _is_svg(octets: bytes) -> bool:
    head = octets[:1000].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    return head.startswith((b"<?xml", b"<svg", b"<!doctype svg"))


def _check_size(width: int, height: int) -> None:
    if width * height > MOST_PIXELS:
        raise ValidationError(
            _("This picture has %(width)s × %(height)s pixels, more than can be read. Export it smaller.")
            % {"width": width, "height": height}
        )
    if max(width, height) < SHORTEST_EDGE:
        raise ValidationError(
            _(
                "This picture has %(width)s × %(height)s pixels, too few to print. It takes %(least)s at least."
            )
            % {"width": width, "height": height, "least": SHORTEST_EDGE}
        )


@contextmanager
def _whole_pictures_only() -> Iterator[None]:
    """Refuse a file that was cut off: WeasyPrint lets Pillow read those, in the whole process."""
    from PIL import ImageFile

    before, ImageFile.LOAD_TRUNCATED_IMAGES = ImageFile.LOAD_TRUNCATED_IMAGES, False
    try:
        yield
    finally:
        ImageFile.LOAD_TRUNCATED_IMAGES = before


def _drawn_anew(picture: "Image.Image") -> Emblem:
    from PIL import Image, ImageOps

    pixels = ImageOps.exif_transpose(picture).convert("RGBA")
    pixels.thumbnail((LONGEST_EDGE, LONGEST_EDGE))
    clean = Image.new("RGBA", pixels.size)
    clean.paste(pixels)
    written = BytesIO()
    clean.save(written, "PNG", optimize=True)
    return Emblem(written.getvalue(), *clean.size)
