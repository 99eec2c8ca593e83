"""A page of a finished document as an image, for those who read it on a screen before they print."""

from __future__ import annotations

from io import BytesIO
from typing import Any

# Pillow loads it by itself when it first writes one; it is loaded here, once for all processes.
from PIL import WebPImagePlugin  # noqa: F401
from PIL.Image import Image, Quantize, composite
from PIL.ImageChops import darker, lighter, subtract
from pypdfium2 import PdfDocument

# A sheet has few, and a quarter of the octets is soon there on a slow line.
COLOURS = 256
# Narrower than that nobody reads it. Ink, what letters fade to, the tint of a row and paper are enough, and a flag has
# less of each colour: a third less again.
TO_READ = 400
GREYS = (22, 90, 150, 200, 241, 255)
SHADES = (0, 64, 128, 191, 255)
# How far the parts of a colour are apart that is more than a warm grey.
COLOURED = 40


def drawn(pdf: bytes, number: int, width: int) -> tuple[dict[str, Any], bytes]:
    """Return the sizes of all pages, and the one with this number, from 1, so many dots wide: as WebP that lost none of
    them, nothing where there is no such page."""
    with PdfDocument(pdf) as document:
        sizes = [document.get_page_size(index) for index in range(len(document))]
        if not 1 <= number <= len(sizes):
            return {"sizes": sizes}, b""
        image = document[number - 1].render(scale=width / sizes[number - 1][0]).to_pil().convert("RGB")
    octets = BytesIO()
    kept = image.quantize(COLOURS, Quantize.FASTOCTREE).convert("RGB") if width > TO_READ else _plain(image)
    kept.save(octets, "WEBP", lossless=True, quality=100)
    return {"sizes": sizes}, octets.getvalue()


def _plain(image: Image) -> Image:
    """Return it in few greys and shades."""
    red, green, blue = image.split()
    most, least = lighter(lighter(red, green), blue), darker(darker(red, green), blue)
    is_coloured = subtract(most, least).point([255 * (apart > COLOURED) for apart in range(256)])
    greys = image.convert("L").point(_nearest(GREYS)).convert("RGB")
    return composite(image.point(_nearest(SHADES) * 3), greys, is_coloured)


def _nearest(kept: tuple[int, ...]) -> list[int]:
    return [min(kept, key=lambda each: abs(each - value)) for value in range(256)]
