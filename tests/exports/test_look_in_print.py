"""A mission's look in print: its emblem, its letterhead, its colour, its paper."""

from dataclasses import replace
from hashlib import sha256
from io import BytesIO

import page
import pytest
from PIL import Image

from events.exports.pdf import a4
from events.exports.wishes import Wishes
from events.programme.choices import PaperSize, Register
from events.programme.text import Text
from events.programme.value import Look
from tests.exports.printed import pages, reader, stand_in_order
from tests.exports.released import SITE, released
from tests.programmes import seminar

LETTERHEAD = Text.of({"en": "Republic of Azerbaijan\nEmbassy in Islamabad"})


def emblem():
    octets = BytesIO()
    Image.new("RGBA", (300, 300), "#123456").save(octets, "PNG")
    return octets.getvalue()


EMBLEM = emblem()
KEY = sha256(EMBLEM).hexdigest()


def looking(look, programme=None):
    programme = programme or seminar()
    return released(replace(programme, mission=replace(programme.mission, look=look)))


def shown(look, programme=None):
    return a4.sheet(looking(look, programme), "en", SITE)


def test_emblem_and_letterhead_stand_first_and_the_sheet_keeps_its_two_sides_and_the_standards():
    programme = looking(Look(letterhead=LETTERHEAD, emblem=KEY))

    pdf = a4.render(programme, ("en",), SITE, Wishes(pictures={KEY: EMBLEM}))

    front, _back = pages(pdf)
    assert stand_in_order(
        front, "Republic of Azerbaijan Embassy in Islamabad", "Institute of Policy Studies", "10:09"
    )
    for standard in (page.ValidationProfile.PDF_UA_1, page.ValidationProfile.PDF_A_3A):
        assert page.is_pdf_compliant_bytes(pdf, profile=standard)


def test_letterhead_in_urdu_leaves_the_sheet_its_two_sides():
    head = Text.of({"ur": "جمہوریہ آذربائیجان\nاسلام آباد میں سفارت خانہ"})
    programme = looking(Look(letterhead=head, emblem=KEY))

    assert len(pages(a4.render(programme, ("ur",), SITE, Wishes(pictures={KEY: EMBLEM})))) == 2


def test_emblem_is_printed_only_where_the_mission_itself_is_a_host():
    guest = replace(seminar(), hosts=seminar().hosts[1:])

    assert shown(Look(emblem=KEY))["masthead"].emblem.address == f"picture:{KEY}"
    assert shown(Look(emblem=KEY), guest)["masthead"].emblem is None
    assert shown(Look())["masthead"].emblem is None


@pytest.mark.parametrize(
    ("register", "accent"), [(Register.MOURNING, ""), (Register.SOLEMN, ""), (Register.FESTIVE, "#e4002b")]
)
def test_colour_is_used_where_the_register_takes_it(register, accent):
    edition = seminar().edition
    programme = replace(
        seminar(), edition=replace(edition, occasion=replace(edition.occasion, register=register))
    )

    assert shown(Look(accent="#e4002b"), programme)["accent"] == accent


def test_sheet_is_as_large_as_the_paper_of_the_mission():
    first = reader(a4.render(looking(Look(paper=PaperSize.LETTER)), ("en",), SITE)).pages[0]

    assert [round(float(edge)) for edge in first.mediabox[2:]] == [612, 792]
