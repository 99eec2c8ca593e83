"""Cards, badges and signs: who has one, that each name stands on it whole, and that all of it is on the paper."""

from dataclasses import replace
from functools import cache

import page
import pytest

from events.exports import FORMATS, EmptyProgrammeError
from events.exports.pdf.errors import LanguagesNotOfferedError
from events.exports.pdf.fitting import Box, fitted
from events.exports.pdf.voice import Voice
from events.programme.choices import Answer, Audience, PaperSize
from events.programme.people import Contribution, Office, Organisation, Party, Person
from events.programme.text import Text, Wording
from events.programme.value import AudienceGroup, Look
from tests.exports.printed import CANONICAL, pages, reader, stand_in_order, text, words
from tests.exports.released import SITE, item, released, small
from tests.programmes import empty, seminar

SPEAKERS = ["Khazar", "Khalid", "Seyid", "Khalid", "Tughral"]
CARDS = ("place-cards", "lectern-cards", "reserved-signs", "badges")
STANDARDS = [page.ValidationProfile.PDF_UA_1, page.ValidationProfile.PDF_A_3A]


@cache
def canonical(name, event, *languages):
    return FORMATS[name].render(released(CANONICAL[event]()), languages, SITE)


def drawn(name, programme, *languages):
    return FORMATS[name].render(programme, languages or ("en",), SITE)


def guest(name, office="", **values):
    offices = (Office(Text.of({"en": office})),) if office else ()
    return Contribution(Party(Person(name, Text.of({"en": name}), offices=offices)), **values)


def event_with(*contributions, **values):
    return small(item(contributions=contributions), **values)


def everything_is_on_the_paper(pdf):
    sizes = [(float(sheet.mediabox.width), float(sheet.mediabox.height)) for sheet in reader(pdf).pages]
    for number, word, left, top, right, bottom in words(pdf):
        width, height = sizes[number]
        assert 0 <= left < right <= width, word
        assert 0 <= top < bottom <= height, word
    return True


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


def test_badge_has_the_first_name_larger_than_the_surname():
    found = {word: bottom - top for _, word, _, top, _, bottom in words(canonical("badges", "seminar", "en"))}

    assert found["Tughral"] > found["Yamin"] > found["International"]


def test_surname_of_a_long_first_name_is_smaller_still():
    pdf = drawn("badges", event_with(guest("Maximilian Alexander Constantin Farhadov")))
    found = {word: bottom - top for _, word, _, top, _, bottom in words(pdf)}

    assert found["Farhadov"] < found["Maximilian"]


def test_long_title_over_the_name_of_a_badge_ends_in_its_line():
    title = Text.of({"en": "National will and determination of the Azerbaijani people and of its neighbours"})

    told = text(drawn("badges", event_with(guest("Ada Lovelace"), title=title)))

    assert "National will and determination of the Azerbaijani…" in told


@pytest.mark.parametrize(
    ("language", "ordered"),
    [("az", ["Eyvazov", "Əliyev", "Zeynalov"]), ("en", ["Əliyev", "Eyvazov", "Zeynalov"])],
)
def test_badges_lie_by_surname_in_the_alphabet_of_their_language(language, ordered):
    people = [
        Contribution(Party(Person(surname, Text.of({language: f"Adil {surname}"}))))
        for surname in ("Zeynalov", "Əliyev", "Eyvazov")
    ]

    told = text(drawn("badges", event_with(*people, languages=(language,)), language))

    assert sorted(ordered, key=told.index) == ordered


def test_ten_badges_stand_on_a_sheet_of_a4_and_eight_on_letter():
    guests = [guest(f"Guest{number} Name") for number in range(11)]
    letter = replace(empty().mission, look=Look(paper=PaperSize.LETTER))

    assert len(pages(drawn("badges", event_with(*guests)))) == 2
    assert [
        len(sheet.split("Guest")) - 1 for sheet in pages(drawn("badges", event_with(*guests, mission=letter)))
    ] == [
        8,
        3,
    ]


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


def test_organisation_of_a_badge_is_that_of_the_first_office():
    body = Organisation("body", Text.of({"en": "A body"}))
    office = Office(Text.of({"en": "Director"}), body)
    person = Person("ada", Text.of({"en": "Ada Lovelace"}), offices=(office,))

    told = text(drawn("badges", event_with(Contribution(Party(person)))))

    assert "A body" in told
    assert "Director" not in told


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


def test_door_sign_says_who_invites_to_what_when_and_where_on_one_page():
    (sheet,) = pages(canonical("door-sign", "seminar", "en"))

    assert stand_in_order(
        sheet,
        "Embassy of Azerbaijan in Pakistan",
        "National will and determination",
        "Friday, 20 January 2023",
        "10:00–12:20",
        "Institute of Policy Studies",
        "Seminar hall",
    )


def test_host_on_a_door_sign_keeps_its_name_in_one_line_where_that_is_large_enough():
    found = words(canonical("door-sign", "seminar", "ru"))
    (embassy,) = [top for _, word, _, top, _, _ in found if word == "Посольство"]
    (country,) = [top for _, word, _, top, _, _ in found if word == "Пакистане"]

    assert embassy == country


@pytest.mark.parametrize("language", ["az", "en", "ru", "ur"])
def test_door_sign_of_an_exhibition_has_its_opening_hours_on_one_page(language):
    (sheet,) = pages(canonical("door-sign", "exhibition", language))

    assert sheet.count("17:00") == 6


def test_door_sign_of_an_event_without_a_day_says_that_it_is_to_be_announced():
    told = text(drawn("door-sign", released(empty())))

    assert "Date to be announced" in told
    assert "Place to be announced" in told


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
