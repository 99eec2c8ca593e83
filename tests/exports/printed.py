"""What is on a printed sheet, read back from its PDF."""

import io
import subprocess
from functools import cache
from xml.etree import ElementTree

import pypdf

from events.exports.pdf import a4
from tests.exports.released import SITE, released
from tests.programmes import exhibition, seminar

CANONICAL = {"seminar": seminar, "exhibition": exhibition}
XHTML = "{http://www.w3.org/1999/xhtml}"


@cache
def canonical(name, language):
    """The A4 of a canonical programme as it was released; drawn once for all tests."""
    return a4.render(released(CANONICAL[name]()), (language,), SITE)


def drawn(programme, language="en"):
    return a4.render(programme, (language,), SITE)


def reader(pdf):
    return pypdf.PdfReader(io.BytesIO(pdf))


def pages(pdf):
    """The text of each page in the order of the file, every blank and line end one blank."""
    told = subprocess.run(["pdftotext", "-raw", "-", "-"], input=pdf, capture_output=True, check=True)
    return [" ".join(page.split()) for page in told.stdout.decode().split("\f")[:-1]]


def right_to_left_text(pdf):
    """The text of the first page as it is written; pdftotext gives numbers in Urdu another place."""
    return " ".join(reader(pdf).pages[0].extract_text().split())


def text(pdf):
    return " ".join(pages(pdf))


def words(pdf):
    """Return (page number, word, left, top, right, bottom) of each word, in points from the top left."""
    told = subprocess.run(["pdftotext", "-bbox", "-", "-"], input=pdf, capture_output=True, check=True)
    found = []
    for number, page in enumerate(ElementTree.fromstring(told.stdout).iter(f"{XHTML}page")):  # noqa: S314
        for word in page.iter(f"{XHTML}word"):
            box = (float(word.get(edge)) for edge in ("xMin", "yMin", "xMax", "yMax"))
            found.append((number, word.text, *box))
    return found


def stand_in_order(text, *expected):
    """Assert that the texts stand in the text in this order."""
    place = 0
    for each in expected:
        assert each in text[place:], f"{each!r} is not after {text[max(0, place - 60) : place]!r}"
        place = text.index(each, place) + len(each)
    return True
