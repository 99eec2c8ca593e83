"""Pages of finished documents as images: drawn in a process as bound as one that sets them, never in a web process."""

import io

import pytest
from PIL import Image

from events.exports.pdf.errors import NotSetError
from events.exports.pdf.images import NARROW, look_at, pages_of
from tests.exports.printed import canonical


def test_page_is_as_wide_as_it_is_asked_for_and_its_sizes_are_told():
    pdf = canonical("seminar", "en")

    pages, octets = look_at(pdf, 2, NARROW)

    image = Image.open(io.BytesIO(octets))
    assert [(each.number, each.width) for each in pages] == [(1, 900), (2, 900)]
    assert image.format == "WEBP"
    assert image.width == NARROW
    assert image.height == pytest.approx(pages[1].height * NARROW / 900, abs=1)
    assert image.convert("L").getextrema()[0] < 60


@pytest.mark.parametrize("number", [0, 3, 10**9, -1])
def test_page_that_is_not_there_has_no_image(number):
    pages, octets = look_at(canonical("seminar", "en"), number)

    assert len(pages) == 2
    assert octets == b""


@pytest.mark.parametrize(
    "octets",
    [b"", b"%PDF-1.7", b"\x00" * 100_000, canonical.__doc__.encode()],
    ids=["none", "head", "noughts", "words"],
)
def test_file_that_is_no_document_is_refused_and_the_next_one_is_drawn(octets):
    with pytest.raises(NotSetError):
        pages_of(octets)

    assert len(pages_of(canonical("seminar", "en"))) == 2
