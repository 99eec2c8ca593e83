"""The pages of a PDF as images, for those who read them on a screen before they print."""

import io
from dataclasses import dataclass
from threading import Lock

# PDFium is for one thread at a time.
PDFIUM = Lock()
# About 110 dots an inch on A4: a line of 9 points can be read.
WIDTH = 900
# Beside an agenda it is shown so narrow, where a screen has one dot for each pixel of its page.
NARROW = 360
# A sheet has few, and a quarter of the octets is soon there on a slow line.
COLOURS = 256


@dataclass(frozen=True, slots=True)
class Page:
    """A page by its number from 1; its image is so wide and so high, in dots."""

    number: int
    width: int
    height: int


def pages_of(pdf: bytes) -> list[Page]:
    from pypdfium2 import PdfDocument

    with PDFIUM, PdfDocument(pdf) as document:
        sizes = [document.get_page_size(index) for index in range(len(document))]
    return [
        Page(number, WIDTH, round(WIDTH * height / width)) for number, (width, height) in enumerate(sizes, 1)
    ]


def image_of(pdf: bytes, number: int, width: int = WIDTH) -> bytes:
    """Return a page as WebP that lost none of its dots. Raises IndexError where there is no such page."""
    from PIL.Image import Quantize
    from pypdfium2 import PdfDocument

    with PDFIUM, PdfDocument(pdf) as document:
        if not 1 <= number <= len(document):
            raise IndexError(f"There is no page {number}.")
        page = document[number - 1]
        image = page.render(scale=width / page.get_width()).to_pil()
        octets = io.BytesIO()
        image.quantize(COLOURS, Quantize.FASTOCTREE).convert("RGB").save(octets, "WEBP", lossless=True)
    return octets.getvalue()
