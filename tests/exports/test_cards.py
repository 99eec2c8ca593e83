"""Cards, badges and signs: who has one, that each name stands on it whole, and that all of it is on the paper."""

from dataclasses import replace

import page
import pytest

from events.exports import FORMATS, EmptyProgrammeError
from events.exports.pdf.errors import LanguagesNotOfferedError
from events.exports.pdf.fitting import Box, fitted
from events.exports.pdf.voice import Voice
from events.exports.wishes import Wishes
from events.programme.choices import Answer, Audience, PaperSize
from events.programme.people import Contribution, Office, Party, Person
from events.programme.text import Text, Wording
from events.programme.value import AudienceGroup, Look
from tests.exports.carded import canonical, drawn, event_with, guest
from tests.exports.printed import pages, reader, stand_in_order, text, words
from tests.exports.released import SITE, released
from tests.programmes import empty, exhibition, seminar

SPEAKERS = ["Khazar", "Khalid", "Seyid", "Khalid", "Tughral"]
CARDS = ("place-cards", "lectern-cards", "reserved-signs", "badges")
STANDARDS = [page.ValidationProfile.PDF_UA_1, page.ValidationProfile.PDF_A_3A]


def everything_is_on_the_paper(pdf):
    sizes = [(float(sheet.mediabox.width), float(sheet.mediabox.height)) for sheet in reader(pdf).pages]
    for number, word, left, top, right, bottom in words(pdf):
        width, height = sizes[number]
        assert 0 <= left < right <= width, word
        assert 0 <= top < bottom <= height, word
    return True


def from_the_right(pdf):
    """The words with their places; pdftotext tells the letters of Urdu from left to right."""
    return [(number, word[::-1], *box) for number, word, *box in words(pdf)]


# Who has one


def test_each_speaker_has_a_place_card_two_to_a_sheet_in_the_order_of_the_agenda():
    sheets = pages(canonical("place-cards", "seminar", "en"))

    assert len(sheets) == 3
    assert stand_in_order(
        " ".join(sheets),
        "H.E. Khazar Farhadov",
        "Ambassador of Azerbaijan to Pakistan",
        "Khalid Rahman",
        "Seyid Abrar Huseyin",
        "Khalid Teymur Akram",
        "Tughral Yamin",
    )


def test_name_stands_on_both_sides_of_the_tent():
    assert text(canonical("place-cards", "exhibition", "en")).count("Parviz") == 2


def test_two_languages_share_the_sides_of_the_tent():
    told = text(canonical("place-cards", "seminar", "ru", "en"))

    assert told.count("Туграл Ямин") == 1
    assert told.count("Tughral Yamin") == 1


def test_what_two_languages_say_in_the_same_letters_stands_on_a_sign_once():
    told = text(FORMATS["reserved-signs"].render(released(exhibition()), ("az", "en"), SITE))

    assert told.count("Media") == 1


@pytest.mark.parametrize("name", ["reserved-signs", "lectern-cards"])
def test_an_office_in_the_second_language_stands_beneath_a_name_that_both_write_alike(name):
    office = Office(Text.of({"az": "Müşavir, mətbuat", "en": "Counsellor, press"}))
    named = Text.of({"az": "Aygun Nuri", "en": "Aygun Nuri"})
    event = event_with(Contribution(Party(Person("guest", named, offices=(office,)))), languages=("az", "en"))

    told = text(drawn(name, event, "az", "en"))

    assert stand_in_order(told, "Aygun Nuri", "Müşavir", "Counsellor")
    assert told.count("Counsellor") == 1


def test_lines_in_another_language_stand_no_further_apart_beside_nastaliq():
    def apart(*, nastaliq):
        programme, wishes = released(exhibition()), Wishes(nastaliq=nastaliq)
        signs = words(FORMATS["reserved-signs"].render(programme, ("ur", "en"), SITE, wishes))
        tops = {word: top for page, word, _, top, *_ in signs if page == 0}
        return tops["Parviz"] - tops["Pərviz"]

    assert apart(nastaliq=True) == pytest.approx(apart(nastaliq=False), abs=1)


def test_each_speaker_has_a_sheet_for_the_lectern_that_says_for_which_item_it_is():
    sheets = pages(canonical("lectern-cards", "seminar", "en"))

    assert len(sheets) == 5
    assert "Director, Institute of Policy Studies" in sheets[1]
    assert "The day and the relations between the two countries" in sheets[1]


def test_seats_are_kept_for_hosts_then_people_then_groups_in_every_language_of_the_event():
    told = text(canonical("reserved-signs", "seminar", "en"))

    assert stand_in_order(
        told,
        "Embassy of Azerbaijan in Pakistan",
        "Institute of Policy Studies",
        "H.E. Khazar Farhadov",
        "Students",
    )
    assert told.count("RESERVED") == 12
    assert told.count("REZERV EDİLİB") == 12


@pytest.mark.parametrize("nastaliq", [False, True])
@pytest.mark.parametrize("name", ["place-cards", "lectern-cards", "badges"])
def test_office_stands_right_under_a_short_name_in_urdu(name, nastaliq):
    office = (Office(Text.of({"ur": "صدر"})),)
    person = Person("p", Text.of({"ur": "لی نا"}), offices=office)
    event = event_with(Contribution(Party(person)), languages=("ur",))

    pdf = FORMATS[name].render(event, ("ur",), SITE, Wishes(nastaliq=nastaliq))
    # The last two lines that are no small print: the other side of a tent stands over them, upside down.
    *_, (name, height), (office, _) = sorted(
        {(top + bottom, bottom - top) for _, _, _, top, _, bottom in words(pdf) if bottom - top > 22}
    )

    assert (office - name) / 2 < 1.2 * height


@pytest.mark.parametrize("name", CARDS)
def test_nobody_has_no_card(name):
    with pytest.raises(EmptyProgrammeError, match="Nobody who has a card takes part yet"):
        drawn(name, released(empty()))


def test_unconfirmed_guest_has_a_card_only_where_guests_read_such_names_and_it_says_so():
    invited = guest("Ada Lovelace", answer=Answer.INVITED)

    told = text(drawn("place-cards", event_with(invited, prints_unconfirmed=True)))

    assert "Ada Lovelace" in told
    assert "not confirmed yet" in told
    with pytest.raises(EmptyProgrammeError):
        drawn("place-cards", event_with(invited))


@pytest.mark.parametrize("nastaliq", [False, True])
def test_lines_in_english_under_a_name_in_urdu_stand_as_close_as_in_english(nastaliq):
    office = "Associate Professor; Dean, International Peace and Stability Center, University of Technology"
    person = Person("p", Text.of({"ur": "لی نا"}), offices=(Office(Text.of({"en": office})),))
    event = event_with(Contribution(Party(person)), languages=("ur", "en"))

    pdf = FORMATS["place-cards"].render(event, ("ur",), SITE, Wishes(nastaliq=nastaliq))
    found = {word: (top, bottom - top) for _, word, _, top, _, bottom in words(pdf)}
    (first, height), (last, _) = found["Associate"], found["Technology"]

    assert 0 < last - first < height


def test_what_stands_is_worn_or_lies_on_a_seat_is_printed_on_card():
    assert {name for name, each in FORMATS.items() if each.printed and each.printed.on_card} == set(CARDS)


def test_cards_and_signs_are_for_staff():
    audiences = {name: FORMATS[name].printed.audience for name in (*CARDS, "door-sign")}

    assert audiences == dict.fromkeys((*CARDS, "door-sign"), Audience.STAFF)


# That it fits


@pytest.mark.parametrize("name", CARDS)
@pytest.mark.parametrize("paper", list(PaperSize))
def test_very_long_name_and_organisation_stand_whole_on_the_paper(name, paper):
    long = guest(
        "Maximilian Alexander Constantin von Hohenstein-Wallersdorf zu Berchtesgaden und Oberammergau the Younger",
        "Plenipotentiary Representative of the Intergovernmental Commission for the Protection of Monuments, "
        "Deputy Chair of the Standing Committee on Commemoration, Remembrance and Cultural Heritage",
    )
    mission = replace(empty().mission, look=Look(paper=paper))

    pdf = drawn(name, event_with(long, mission=mission))

    assert len(pages(pdf)) == 1
    assert everything_is_on_the_paper(pdf)
    assert "Hohenstein-Wallersdorf" in text(pdf)
    assert "Oberammergau" in text(pdf)


def test_text_is_as_large_as_its_box_takes_and_in_few_lines():
    box = Box(width=100, height=30, largest=60, comfortable=30, face="bold")
    voice = Voice("en")

    short, long = (fitted(Wording(said, "en"), voice, box) for said in ("Ada", "Ada Lovelace"))

    assert short.size == 60
    assert 30 <= long.size < 60
    assert "<br>" not in long.html


@pytest.mark.parametrize("name", [*CARDS, "door-sign"])
def test_card_in_urdu_is_on_the_paper_and_keeps_the_standards(name):
    pdf = canonical(name, "seminar", "ur")

    assert everything_is_on_the_paper(pdf)
    assert [page.is_pdf_compliant_bytes(pdf, profile=standard) for standard in STANDARDS] == [True, True]


@pytest.mark.parametrize("name", CARDS)
def test_same_people_give_the_same_bytes(name):
    assert drawn(name, released(seminar())) == canonical(name, "seminar", "en")


# How it is stamped


@pytest.mark.parametrize("name", [*CARDS, "door-sign"])
def test_card_says_its_release_and_where_to_ask_whether_it_is_current(name):
    told = text(canonical(name, "seminar", "en"))

    assert "elease 2 of 18 January 2023" in told
    assert "planner.example/v/k7m2p9qx/" in told


@pytest.mark.parametrize("name", CARDS)
def test_draft_says_so(name):
    assert "DRAFT" in text(drawn(name, seminar()))


def test_only_what_has_two_sides_takes_two_languages():
    with pytest.raises(LanguagesNotOfferedError):
        drawn("badges", released(seminar()), "en", "ur")


# The door sign


@pytest.mark.parametrize("paper", list(PaperSize))
def test_nothing_stands_over_a_lectern_card_in_urdu_but_that_it_is_a_draft(paper):
    draft = replace(seminar(), mission=replace(seminar().mission, look=Look(paper=paper)))
    edge = [word for _, word, _, top, *_ in from_the_right(drawn("lectern-cards", draft, "ur")) if top < 26]

    assert edge == ["مسودہ"] * 5


def test_group_of_guests_has_a_seat_without_anybody_being_named():
    group = AudienceGroup(Text.of({"en": "Veterans"}))

    assert "Veterans" in text(drawn("reserved-signs", released(empty(), audience_groups=(group,))))


def test_sheet_of_cards_tells_no_clock_and_its_title_from_the_first_page_on_also_in_urdu():
    english = canonical("place-cards", "seminar", "en")

    assert "All times" not in text(english)
    assert "Release 2 of 18 January 2023" in pages(english)[0]
    title = [box for box in words(canonical("place-cards", "seminar", "ur")) if box[0] == 1 and box[3] < 46]
    assert title


@pytest.mark.parametrize("name", ["place-cards", "lectern-cards", "reserved-signs"])
def test_card_says_what_the_office_of_the_person_wants_with_the_office_beneath(name):
    farhadov = Person(
        "farhadov",
        Text.of({"en": "Khazar Farhadov", "az": "Xəzər Fərhadov"}),
        honorific=Text.of({"en": "H.E.", "az": "Zati-aliləri"}),
        offices=(Office(Text.of({"en": "Ambassador", "az": "Səfir"})),),
        place_card=Text.of({"en": "H.E. Mr Farhadov"}),
    )
    programme = replace(event_with(Contribution(Party(farhadov))), languages=("en", "az"))

    told = {language: text(drawn(name, programme, language)) for language in ("en", "az")}

    assert stand_in_order(told["en"], "H.E. Mr Farhadov", "Ambassador")
    # In the other language the rule holds.
    assert stand_in_order(told["az"], "Zati-aliləri Xəzər Fərhadov", "Səfir")
