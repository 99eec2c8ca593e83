"""The flags and the emblem in a Word file."""

import io
import re
from dataclasses import replace
from hashlib import sha256

import pytest
from docx import Document
from docx.oxml.ns import qn
from PIL import Image

from events.exports import FORMATS
from events.exports.docx.programme import FLAGS as FLAG_PICTURES
from events.exports.pdf.labels import FLAGS
from events.exports.pdf.render import TYPESETTER
from events.exports.wishes import Wishes
from events.programme.value import Look
from tests.exports.released import SITE, released
from tests.programmes import seminar

MILLIMETRE = 36_000


def picture():
    octets = io.BytesIO()
    Image.new("RGB", (300, 200), "#123456").save(octets, "PNG")
    return octets.getvalue()


EMBLEM = picture()
KEY = sha256(EMBLEM).hexdigest()


def drawn(language="en", **look):
    programme = released(seminar())
    programme = replace(programme, mission=replace(programme.mission, look=Look(**look)))
    return FORMATS["docx"].render(programme, (language,), SITE, Wishes(pictures={KEY: EMBLEM}))


def pictures(octets):
    """What is drawn, in its order: what is read in its place, its width and height in millimetres, its octets."""
    document = Document(io.BytesIO(octets))
    for inline in document.element.body.iter(qn("wp:inline")):
        embedded = inline.find(f".//{qn('a:blip')}").get(qn("r:embed"))
        size = inline.extent.cx / MILLIMETRE, inline.extent.cy / MILLIMETRE
        yield inline.docPr.get("descr"), size, document.part.related_parts[embedded].blob


@pytest.mark.parametrize("language", ["en", "ur"])
def test_flags_stand_over_their_hosts_in_the_order_of_protocol_all_of_one_height(language):
    (_, first, azerbaijan), (_, second, pakistan) = pictures(drawn(language))

    assert (azerbaijan, pakistan) == tuple(
        (FLAG_PICTURES / f"flag-{code}.png").read_bytes() for code in ("az", "pk")
    )
    assert first == pytest.approx((22, 11), abs=0.1)
    assert second == pytest.approx((16.5, 11), abs=0.1)


def test_flag_is_read_aloud_by_its_name():
    assert [said for said, *_ in pictures(drawn())] == ["Flag of Azerbaijan", "Flag of Pakistan"]


def test_emblem_of_a_mission_that_is_host_stands_first():
    said, (_, height), octets = next(pictures(drawn(emblem=KEY)))

    assert (said, octets) == ("Emblem", EMBLEM)
    assert height == pytest.approx(19, abs=0.1)


def test_emblem_that_is_not_there_any_more_leaves_the_sheet_without_one():
    assert len(list(pictures(drawn(emblem="0" * 64)))) == 2


@pytest.mark.parametrize("country", FLAGS)
def test_picture_of_a_flag_has_the_proportions_and_the_colours_of_its_drawing(country):
    name = FLAGS[country][0]
    svg = (TYPESETTER.folder / "art" / name).read_text()
    flag = Image.open((FLAG_PICTURES / name).with_suffix(".png")).convert("RGB")
    width, height = map(float, re.search(r'viewBox="0 0 ([\d.]+) ([\d.]+)"', svg).groups())

    assert flag.width / flag.height == width / height
    fills = {colour for _, colour in flag.getcolors(1 << 16)}
    for colour in re.findall(r'fill="(#[0-9a-f]+)"', svg):
        wanted = tuple(
            int(pair, 16) for pair in re.findall("..", colour[1:] * (2 if len(colour) == 4 else 1))
        )
        assert any(max(abs(a - b) for a, b in zip(wanted, each, strict=True)) <= 4 for each in fills)
