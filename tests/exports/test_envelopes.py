"""Envelopes for those who are asked to speak, and for the hosts."""

import io
from dataclasses import replace

import page
import pytest
from PIL import Image

from events.exports import FORMATS, EmptyProgrammeError
from events.exports.wishes import EnvelopeSize, Wishes
from events.programme.choices import Answer, PaperSize
from events.programme.people import Contribution, Office, Organisation, Party, Person
from events.programme.text import Text
from events.programme.value import Look
from tests.exports.printed import pages, reader, stand_in_order, text
from tests.exports.released import SITE, item, released, small
from tests.programmes import empty, seminar

ENVELOPES = FORMATS["envelopes"]
POINTS = 72 / 25.4


def drawn(programme, language="en", wishes=None):
    return ENVELOPES.render(programme, (language,), SITE, wishes or Wishes())


def asked(name, answer=Answer.CONFIRMED, **values):
    person = Person(f"00000000-0000-4000-8000-{len(name):012}", Text.of({"en": name}))
    return Contribution(Party(person), answer=answer, **values)


def test_each_speaker_then_each_host_but_the_mission_has_an_envelope_with_the_mission_as_sender():
    sheets = pages(drawn(released(seminar())))

    assert len(sheets) == 6
    assert all(sheet.startswith("Embassy of Azerbaijan in Pakistan Islamabad") for sheet in sheets)
    assert stand_in_order(sheets[0], "H.E. Khazar Farhadov", "Ambassador of Azerbaijan to Pakistan")
    assert sheets[-1].endswith("Institute of Policy Studies Islamabad")


def test_who_was_asked_and_has_not_answered_is_written_to_and_who_declined_is_not():
    event = small(item(contributions=(asked("Ada", Answer.INVITED), asked("Grace Hopper", Answer.DECLINED))))

    (told,) = pages(drawn(event))

    assert "Ada" in told
    assert "Grace" not in told


def test_lines_that_the_register_has_stand_in_the_place_of_those_of_the_rules():
    event = small(item(contributions=(asked("Ada"),)))
    wanted = {"00000000-0000-4000-8000-000000000003": Text.of({"en": "Countess of Lovelace\nLondon"})}

    told = text(drawn(event, wishes=Wishes(addresses=wanted)))

    assert told.endswith("Countess of Lovelace London")
    assert "Ada" not in told


@pytest.mark.parametrize(
    ("paper", "size"), [(PaperSize.A4, (220, 110)), (PaperSize.LETTER, (9.5 * 25.4, 4.125 * 25.4))]
)
def test_envelope_is_that_of_the_paper_of_the_mission(paper, size):
    programme = released(seminar())
    mission = replace(programme.mission, look=Look(paper=paper))

    box = reader(drawn(replace(programme, mission=mission))).pages[0].mediabox

    assert (float(box.width), float(box.height)) == pytest.approx([edge * POINTS for edge in size], abs=0.5)


@pytest.mark.parametrize(
    ("size", "millimetres"), [(EnvelopeSize.C6, (162, 114)), (EnvelopeSize.C5, (229, 162))]
)
def test_envelope_for_a_card_or_a_booklet_is_as_wished_with_an_addressee_a_page(size, millimetres):
    sheets = reader(drawn(released(seminar()), "ru", Wishes(envelope=size))).pages

    box = sheets[0].mediabox
    assert len(sheets) == 6
    assert (float(box.width), float(box.height)) == pytest.approx(
        [edge * POINTS for edge in millimetres], abs=0.5
    )


def test_size_of_envelopes_makes_no_other_document_a_new_file():
    wishes = Wishes(envelope=EnvelopeSize.C6)

    assert FORMATS["a4"].printed.fitting(wishes, ("en",)).key == ""
    assert ENVELOPES.printed.fitting(wishes, ("en",)).key == "c6"


@pytest.mark.parametrize(
    ("country", "name", "written"),
    [
        ("AZ", {"en": "Grace Hopper", "az": "Qreys Hopper"}, "Qreys Hopper"),
        ("AZ", {"en": "Grace Hopper"}, "Grace Hopper"),
        ("PK", {"en": "Grace Hopper", "az": "Qreys Hopper"}, "Grace Hopper"),
    ],
    ids=["of the side", "not stated in the language of the side", "side with several languages"],
)
def test_envelope_is_in_the_language_of_the_side_where_the_name_is_stated_in_it(country, name, written):
    ministry = Organisation("m", Text.of({"en": "A ministry"}), country=country)
    department = Organisation("d", Text.of({"en": "A department"}), parent=ministry)
    person = Person("p", Text.of(name), offices=(Office(Text.of({"en": "Head"}), department),))

    assert written in text(drawn(small(item(contributions=(Contribution(Party(person)),)))))


def test_sender_has_the_emblem_of_the_mission():
    octets = io.BytesIO()
    Image.new("RGB", (40, 40), "#12284c").save(octets, "PNG")
    programme = replace(released(seminar()), mission=replace(seminar().mission, look=Look(emblem="e" * 64)))

    pdf = drawn(programme, wishes=Wishes(pictures={"e" * 64: octets.getvalue()}))

    assert all(len(sheet.images) == 1 for sheet in reader(pdf).pages)


@pytest.mark.parametrize("standard", ["PDF_UA_1", "PDF_A_3A"])
def test_envelope_in_urdu_keeps_the_standards_and_has_nothing_at_its_foot(standard):
    octets = drawn(released(seminar()), "ur")
    report = page.validate_pdf_bytes(octets, profile=page.ValidationProfile[standard])

    assert [(failure.rule_id, failure.message) for failure in report.failures] == []
    assert "1" not in pages(octets)[0]


def test_nobody_to_write_to_is_said():
    with pytest.raises(EmptyProgrammeError):
        drawn(released(empty()))
