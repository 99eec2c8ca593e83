"""The press sheet: facts, and each figure with its issuer and date."""

from dataclasses import replace
from datetime import date
from functools import cache

import page
import pytest

from events.exports import FORMATS, EmptyProgrammeError
from events.exports.pdf.press_sheet import render
from events.exports.pdf.voice import Voice
from events.programme.choices import Audience, Qualifier
from events.programme.document import from_document, to_document
from events.programme.text import Text
from events.programme.value import Claim
from tests.exports.printed import stand_in_order, text
from tests.exports.released import SITE, released
from tests.programmes import seminar

CLAIMS = (
    Claim(
        "killed",
        Qualifier.EXACTLY,
        150,
        Text.of({"en": "150 killed"}),
        Text.of({"en": "Issuer of the first"}),
        Text.of({"en": "Statement"}),
        date(2023, 1, 20),
    ),
    Claim(
        "killed",
        Qualifier.EXACTLY,
        147,
        Text.of({"en": "147 killed"}),
        Text.of({"en": "Issuer of the second"}),
    ),
)


@cache
def with_claims(language):
    return render(replace(released(seminar()), claims=CLAIMS), (language,), SITE)


def test_press_sheet_prints_each_figure_with_issuer_and_date():
    assert stand_in_order(
        text(with_claims("en")),
        "150 killed Issuer of the first",
        "20 January 2023",
        "147 killed Issuer of the second",
        "not stated",
    )


@pytest.mark.parametrize(
    ("language", "first", "second"),
    [
        ("az", "Həlak olanlar: 150", "Həlak olanlar: 147"),
        ("ru", "Погибшие: 150", "Погибшие: 147"),
        ("tr", "Hayatını kaybedenler: 150", "Hayatını kaybedenler: 147"),
    ],
)
def test_figure_without_a_wording_in_the_language_is_said_by_what_it_counts(language, first, second):
    assert stand_in_order(text(with_claims(language)), first, "Issuer of the first", second)


@pytest.mark.parametrize("standard", ["PDF_UA_1", "PDF_A_3A"])
def test_press_sheet_keeps_the_standards(standard):
    report = page.validate_pdf_bytes(with_claims("en"), profile=page.ValidationProfile[standard])

    assert [(failure.rule_id, failure.message) for failure in report.failures] == []


def test_press_sheet_is_offered_only_where_figures_are_kept():
    bare = replace(released(seminar()), claims=())

    assert not FORMATS["press"].printed.suits(bare)
    assert FORMATS["press"].printed.suits(replace(bare, claims=CLAIMS))
    with pytest.raises(EmptyProgrammeError):
        render(bare, ("en",), SITE)


def with_contacts(**contacts):
    bare = replace(released(seminar()), claims=CLAIMS)
    look = replace(bare.mission.look, press_contacts=Text.of(contacts))
    return replace(bare, mission=replace(bare.mission, look=look))


def test_press_contacts_stand_below_the_figures_one_line_each():
    programme = with_contacts(en="Press office\npress@mission.example", az="Mətbuat xidməti")

    assert stand_in_order(
        text(render(programme, ("en",), SITE)),
        "147 killed",
        "PRESS CONTACTS",
        "Press office",
        "press@mission.example",
        "IN REMEMBRANCE",
    )
    assert "Mətbuat xidməti" in text(render(programme, ("az",), SITE))


def test_number_to_call_is_read_from_the_left_within_urdu():
    said = Voice("ur").say(Text.of({"ur": "فون: +92 51 000 0000، دفتر"}))

    assert said == "فون: \N{LEFT-TO-RIGHT ISOLATE}+92 51 000 0000\N{POP DIRECTIONAL ISOLATE}، دفتر"


def test_press_contacts_are_on_no_other_sheet_and_in_no_public_document():
    programme = with_contacts(en="Press office")

    assert "Press office" not in text(FORMATS["a4"].render(programme, ("en",), SITE))
    assert "Press office" not in str(to_document(programme.seen_by(Audience.PUBLIC)))
    assert from_document(to_document(programme)) == programme


def test_document_without_press_contacts_is_read_as_before():
    document = to_document(released(seminar()))
    del document["programme"]["mission"]["look"]["press_contacts"]

    assert from_document(document) == released(seminar())
