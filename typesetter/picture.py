"""A picture from outside, drawn anew: of what was sent nothing is kept but its pixels."""

from __future__ import annotations

import warnings
from io import BytesIO
from typing import Any

# Those that Pillow does not load by itself are loaded here, once for all processes.
from PIL import Image, ImageFile, ImageOps, JpegImagePlugin, PngImagePlugin, WebPImagePlugin  # noqa: F401

from typesetter.errors import Refusal


def drawn_anew(
    octets: bytes, formats: list[str], most_pixels: int, shortest_edge: int, longest_edge: int
) -> tuple[dict[str, Any], bytes]:
    """Return a picture as an upright PNG, its longer edge at most so long; else why it is refused, with its size.

    Size and format are read from the head of the file before anything is decoded. WeasyPrint lets Pillow read files
    that were cut off, in the whole process; this one reads none but pictures.
    """
    ImageFile.LOAD_TRUNCATED_IMAGES = False
    warnings.simplefilter("error", Image.DecompressionBombWarning)
    try:
        with Image.open(BytesIO(octets), formats=formats) as picture:
            width, height = picture.size
            if width * height > most_pixels:
                return {"refused": Refusal.TOO_LARGE, "width": width, "height": height}, b""
            if max(width, height) < shortest_edge:
                return {"refused": Refusal.TOO_SMALL, "width": width, "height": height}, b""
            return {}, _png(picture, longest_edge)
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        return {"refused": Refusal.TOO_MANY_PIXELS}, b""
    except (OSError, SyntaxError, ValueError):
        return {"refused": Refusal.NOT_WHOLE}, b""


def _png(picture: Image.Image, longest_edge: int) -> bytes:
    pixels = ImageOps.exif_transpose(picture).convert("RGBA")
    pixels.thumbnail((longest_edge, longest_edge))
    clean = Image.new("RGBA", pixels.size)
    clean.paste(pixels)
    written = BytesIO()
    clean.save(written, "PNG", optimize=True)
    return written.getvalue()
