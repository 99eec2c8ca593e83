"""A page of a finished document as an image, for those who read it on a screen before they print."""

from __future__ import annotations

from io import BytesIO
from typing import Any

# Pillow loads it by itself when it first writes one; it is loaded here, once for all processes.
from PIL import WebPImagePlugin  # noqa: F401
from PIL.Image import Quantize
from pypdfium2 import PdfDocument

# A sheet has few, and a quarter of the octets is soon there on a slow line.
COLOURS = 256


def drawn(pdf: bytes, number: int, width: int) -> tuple[dict[str, Any], bytes]:
    """Return the sizes of all pages, and the one with this number, from 1, so many dots wide: as WebP that lost none of
    them, nothing where there is no such page."""
    with PdfDocument(pdf) as document:
        sizes = [document.get_page_size(index) for index in range(len(document))]
        if not 1 <= number <= len(sizes):
            return {"sizes": sizes}, b""
        image = document[number - 1].render(scale=width / sizes[number - 1][0]).to_pil()
    octets = BytesIO()
    image.quantize(COLOURS, Quantize.FASTOCTREE).convert("RGB").save(octets, "WEBP", lossless=True)
    return {"sizes": sizes}, octets.getvalue()
