"""How a mission prints: its paper, its colour, the lines at its head, its emblem, its contacts for the press."""

import logging
import struct
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from events.models import Member, Mission, Picture, User
from events.operations.deeds import deed
from events.typesetting import TYPESETTER
from typesetter.errors import BusyError, Refusal, StoppedError
from typesetter.guard import Limits

log = logging.getLogger(__name__)

LARGEST_FILE = 2_000_000
LONGEST_EDGE = 600
# Smaller, and its lines are steps in print: 18 mm at 150 dots an inch.
SHORTEST_EDGE = 100
RULES = {
    "formats": ["PNG", "JPEG", "WEBP"],
    "most_pixels": 25_000_000,
    "shortest_edge": SHORTEST_EDGE,
    "longest_edge": LONGEST_EDGE,
}
LIMITS = Limits()
HEAD_OF_PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR"


@dataclass(frozen=True)
class Emblem:
    """A PNG that was drawn anew from an upload: nothing but its pixels came with it."""

    octets: bytes
    width: int
    height: int


def read_emblem(octets: bytes) -> Emblem:
    """Return an uploaded PNG, JPEG or WebP as a PNG without metadata, its longer edge at most 600 pixels.

    It is decoded by a process of its own, as bound as one that sets a document. Raises ValidationError.
    """
    if len(octets) > LARGEST_FILE:
        raise ValidationError(_("This file is larger than 2 MB. Export the emblem smaller."))
    if _is_svg(octets):
        raise ValidationError(
            _(
                "SVG is not taken, since such a file can hold programs. Export the emblem as PNG, 600 pixels wide."
            )
        )
    try:
        said, drawn = TYPESETTER.draw_anew(settings.TYPESETTER_DIR, octets, RULES, LIMITS)
        if "refused" not in said:
            return Emblem(drawn, *_size_of(drawn))
    except BusyError:
        raise ValidationError(
            _("The server is at work on other documents. Send the emblem again in half a minute.")
        ) from None
    except StoppedError:
        log.exception("An emblem was not read.")
        raise ValidationError(
            _("This picture cannot be read. Export the emblem anew as PNG, 600 pixels wide.")
        ) from None
    raise ValidationError(_refusal(said))


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


def _refusal(said: Mapping[str, Any]) -> str:
    size = {"width": said.get("width"), "height": said.get("height")}
    match said["refused"]:
        case Refusal.TOO_MANY_PIXELS:
            return _("This picture has more pixels than can be read. Export it smaller.")
        case Refusal.TOO_LARGE:
            return (
                _("This picture has %(width)s × %(height)s pixels, more than can be read. Export it smaller.")
                % size
            )
        case Refusal.TOO_SMALL:
            return _(
                "This picture has %(width)s × %(height)s pixels, too few to print. It takes %(least)s at least."
            ) % {**size, "least": SHORTEST_EDGE}
        case _:
            return _("This is no whole PNG, JPEG or WebP picture. Export the emblem as PNG.")


def _size_of(png: bytes) -> tuple[int, int]:
    """Return width and height as the head of a PNG gives them.

    Raises StoppedError where it is none of ours: whoever drew it read what came from outside.
    """
    width, height = struct.unpack(">II", png[16:24]) if png.startswith(HEAD_OF_PNG) else (0, 0)
    if not 0 < max(width, height) <= LONGEST_EDGE:
        raise StoppedError("What was drawn of a picture is no emblem.")
    return width, height
