"""Parts and places, wreaths laid in pairs, messages read by another, words in full: as they are printed."""

from dataclasses import replace
from functools import cache

import page
import pytest

from events.exports.pdf import a4, booklet
from events.programme.agenda import Part, Place
from events.programme.choices import Kind, Manner, Phase, Role, Shown, Status
from events.programme.people import Contribution, Office, Party, Person
from events.programme.text import Text
from tests.exports.printed import drawn, pages, stand_in_order, text, words
from tests.exports.released import SITE, at, item, small

SONG = Text.of(
    {
        "en": "The first line of the ode,\nsecond line of the ode.\n\nThe second stanza\nends here.",
        "az": "Odenin ilk misrası,\nikinci misrası.\n\nİkinci bənd\nburada bitir.",
    }
)


def english(said):
    return Text.of({"en": said})


def person(name, office=""):
    return Person(uid=name, name=english(name), offices=(Office(english(office)),) if office else ())


def wreath(name, group, office=""):
    return Contribution(Party(person=person(name, office)), Role.WREATH_LAYER, group=group)


def programme():
    """A morning at the graves in pairs, a song in full, an evening at the Residence."""
    graves = Place(english("Alley of Martyrs"), "Asia/Karachi", address=english("Hill Park"))
    residence = Place(english("Residence"), "Asia/Karachi")
    reader = Contribution(
        Party(person=person("Aynur Reader", "Counsellor")),
        manner=Manner.READING_MESSAGE_OF,
        other=Party(person=person("Lale Minister", "Minister of Samples")),
    )
    pairs = (
        wreath("Third Envoy", 2, "Ambassador of C"),
        wreath("First Envoy", 1, "Ambassador of A"),
        wreath("Second Envoy", 1, "Ambassador of B"),
    )
    laying = replace(item("Laying of wreaths", at(9), contributions=pairs), kind=Kind.WREATH_LAYING)
    message = item("Message", at(11), contributions=(reader,))
    song = replace(item("Ode to the fallen", at(11, 10), words=SONG), kind=Kind.POETRY)
    maybe = item("Film", at(11, 20), optional=True)
    supper = item("Supper", at(19), shown=Shown.NOT_AT_ALL)
    parts = (
        Part("1", english("At the graves"), Phase.PROGRAMME, (laying,), graves, at(9)),
        Part("2", english("In the hall"), Phase.PROGRAMME, (message, song, maybe)),
        Part("3", english("Reception"), Phase.AFTER, (supper,), residence, at(19)),
    )
    return replace(small(item()), parts=parts, languages=("en", "az"))


@cache
def memorial(language="en"):
    return a4.render(programme(), (language,), SITE)


def test_each_part_names_its_place_and_its_start_unless_the_first_item_does():
    front = pages(memorial())[0]

    assert stand_in_order(
        front, "At the graves · Alley of Martyrs 09:00", "In the hall", "Reception · Residence · 19:00 Supper"
    )


def test_wreaths_are_laid_in_pairs_in_the_order_of_their_groups():
    placed = {word: box for number, word, *box in words(memorial()) if number == 0}

    assert stand_in_order(
        pages(memorial())[0], "Laying of wreaths", "First Envoy", "Second Envoy", "Third Envoy"
    )
    assert placed["First"][1] == placed["Second"][1] < placed["Third"][1]
    assert placed["First"][0] < placed["Second"][0]


def test_wreaths_in_urdu_begin_at_the_edge_at_which_their_item_does():
    envoy = Party(person=Person("envoy", Text.of({"ur": "نمونہ"})))
    pairs = tuple(Contribution(envoy, Role.WREATH_LAYER, group=group) for group in (1, 1, 2, 2))
    laying = replace(item("Laying of wreaths", at(9), contributions=pairs), kind=Kind.WREATH_LAYING)
    event = replace(small(laying), languages=("ur", "en"))

    ends = {
        word: right for number, word, _, _, right, _ in words(booklet.render(event, ("ur",), SITE)) if number
    }

    assert ends["نمونہ"[::-1]] == pytest.approx(ends["wreaths"], abs=0.5)


def test_wreaths_of_two_pairs_in_a_narrow_column_stand_below_one_another_and_apart():
    for sheet in (a4.render(programme(), ("en", "az"), SITE), booklet.render(programme(), ("en",), SITE)):
        placed = {word: box for _number, word, *box in words(sheet) if word in ("First", "Second", "Third")}
        first, second, third = (placed[each] for each in ("First", "Second", "Third"))

        assert first[0] == second[0] == third[0]
        assert 0 < second[1] - first[1] < third[1] - second[1]


def test_message_names_whose_it_is_before_who_reads_it():
    for sheet in (memorial(), booklet.render(programme(), ("en",), SITE)):
        assert stand_in_order(
            text(sheet), "Lale Minister", "Minister of Samples", "Reader Aynur Reader", "Counsellor"
        )


def test_roles_in_one_line_are_told_apart():
    chair = Contribution(Party(person=person("Ada Chair")), Role.MODERATOR)
    others = [Contribution(Party(person=person(name))) for name in ("Bela Speaker", "Cem Speaker")]

    told = text(booklet.render(small(item(contributions=(chair, *others))), ("en",), SITE))

    assert "Moderator Ada Chair · Bela Speaker · Cem Speaker" in told


def test_words_stand_in_full_on_their_own_page_the_original_beside_the_translation():
    *_, last = pages(memorial())
    lines = {word: box for _number, word, *box in words(memorial())}

    assert stand_in_order(
        last, "ODE TO THE FALLEN", "Azərbaycanca" if "Azərbaycanca" in last else "Azərbaycan", "English"
    )
    assert lines["stanza"][1] == lines["bənd"][1]
    assert lines["bənd"][0] < lines["stanza"][0]


def test_words_in_two_languages_have_their_title_in_both():
    twice = replace(item(words=SONG), title=Text.of({"en": "Ode to the fallen", "az": "Qəhrəmanlara qəsidə"}))
    programme = replace(small(twice), languages=("en", "az"))

    for document in (a4, booklet):
        told = text(document.render(programme, ("en", "az"), SITE))
        assert stand_in_order(told[told.index("The second stanza") - 300 :], "Qəhrəmanlara qəsidə", "stanza")


def test_one_version_stands_alone_and_no_words_take_no_page():
    alone = small(replace(item(), words=english("A single line.")))

    first, *_, last = pages(drawn(alone))

    assert "A single line." in last
    assert "A single line." not in first
    assert not a4.sheet(small(item()), "en", SITE)["words"]


def test_what_may_be_left_out_is_not_certain_while_the_event_is_tentative():
    confirmed, tentative = (
        text(drawn(small(item(optional=True), status=status)))
        for status in (Status.CONFIRMED, Status.TENTATIVE)
    )

    assert "To be confirmed" in tentative
    assert "To be confirmed" not in confirmed


def test_sheet_with_words_and_pairs_keeps_the_standards():
    for standard in (page.ValidationProfile.PDF_UA_1, page.ValidationProfile.PDF_A_3A):
        report = page.validate_pdf_bytes(memorial(), profile=standard)
        assert [(failure.rule_id, failure.message) for failure in report.failures] == []
