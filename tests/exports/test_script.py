"""The script of the master of ceremonies: what is said, by whom, when to pause, and nothing that is not a fact."""

from dataclasses import replace
from datetime import timedelta
from functools import cache

import page
import pytest

from events.exports import FORMATS
from events.exports.pdf import script
from events.exports.wishes import Beside, Wishes
from events.programme.choices import Audience, Cue, Kind, Manner, Role
from events.programme.people import Contribution, Office, Party, Person
from events.programme.text import Text
from tests.exports.printed import CANONICAL, pages, stand_in_order, text, words
from tests.exports.released import SITE, at, item, released, small
from tests.programmes import empty, seminar


@cache
def sheet(name, language):
    return script.render(released(CANONICAL[name]()), (language,), SITE)


def english(words):
    return Text.of({"en": words})


def drawn(programme, **wishes):
    return text(script.render(programme, ("en",), SITE, Wishes(**wishes)))


def test_it_is_for_staff_alone():
    assert FORMATS["script"].printed.audience is Audience.STAFF


def test_it_says_who_invites_and_then_block_by_block_what_is_on():
    told = text(sheet("seminar", "en"))

    assert stand_in_order(
        told,
        "National will and determination of the Azerbaijani people",
        "Hosts: Embassy of Azerbaijan in Pakistan and Institute of Policy Studies",
        "Release 2, as of 18 January 2023, 09:00",
        "10:06 3 min National anthems of both countries",
        "[Say: “Please rise.”]",
        "[Wait until it has ended.]",
        "MINUTE OF SILENCE",
        "[Say: “Please remain standing.”] [Keep silent for 60 seconds. Then go on.]",
        "10:15 20 min Address by the Ambassador",
        "H.E. Khazar Farhadov, Ambassador of Azerbaijan to Pakistan",
    )


def test_what_is_for_staff_alone_is_not_in_it():
    told = text(sheet("seminar", "en"))

    assert "Flags, lectern" not in told
    assert "chancery" not in told


def test_silence_is_the_first_on_its_page_and_what_follows_stands_below_it():
    silent = next(each for each in pages(sheet("seminar", "en")) if "MINUTE OF SILENCE" in each)

    assert stand_in_order(silent, "10:09:00", "10:10:00", "MINUTE OF SILENCE", "10:10 5 min Words of welcome")
    assert "National anthems" not in silent


@pytest.mark.parametrize(("name", "language"), [("seminar", "ur"), ("exhibition", "az")])
def test_it_keeps_the_standards(name, language):
    for standard in (page.ValidationProfile.PDF_UA_1, page.ValidationProfile.PDF_A_3A):
        report = page.validate_pdf_bytes(sheet(name, language), profile=standard)
        assert [(failure.rule_id, failure.message) for failure in report.failures] == []


def test_person_has_all_offices_at_the_first_mention_and_a_short_name_at_the_second():
    person = Person(
        uid="p",
        name=english("Parviz Musayev"),
        honorific=english("H.E."),
        spoken=english("PAR-viz moo-SA-yev"),
        offices=(Office(english("Deputy Head of the Service")),),
    )
    speaks = (Contribution(Party(person=person)),)
    first, second = (
        item("First", at(10), contributions=speaks),
        item("Second", at(10, 10), contributions=speaks),
    )

    told = drawn(small(first, second))

    assert stand_in_order(
        told,
        "First H.E. Parviz Musayev, Deputy Head of the Service",
        "[spoken: PAR-viz moo-SA-yev]",
        "Second H.E. Musayev",
    )
    assert told.count("Deputy Head") == 1


def test_person_without_honorific_is_announced_by_the_whole_name_each_time():
    speaks = (Contribution(Party(person=Person("p", english("Li Na")))),)

    told = drawn(
        small(item("First", at(10), contributions=speaks), item("Second", at(10, 10), contributions=speaks))
    )

    assert stand_in_order(told, "First Li Na", "Second Li Na")


@pytest.mark.parametrize("name", ["script", "run-sheet"])
def test_offices_of_who_reads_a_message_stand_behind_the_reader_and_not_behind_the_author(name):
    reader, author = (
        Person(who, english(who), offices=(Office(english(office)),))
        for who, office in (("Ada Lovelace", "Counsellor"), ("Grace Hopper", "Minister"))
    )
    message = Contribution(Party(person=reader), Role.READER, Manner.READING_MESSAGE_OF, Party(person=author))

    told = text(FORMATS[name].render(small(item("", at(10), contributions=(message,))), ("en",), SITE))

    assert "Ada Lovelace, Counsellor, reading the message of Grace Hopper, Minister" in told


def test_who_lay_wreaths_together_stand_under_the_number_of_their_pair():
    named = [("Ada", 2), ("Grace", 1), ("Alan", 2), ("Kurt", 1)]
    wreaths = [
        Contribution(Party(person=Person(name, english(name))), Role.WREATH_LAYER, group=group)
        for name, group in named
    ]

    told = drawn(small(item("Wreaths", at(10), contributions=tuple(wreaths))))

    assert "Wreaths 1 Wreath laid by: Grace Kurt 2 Wreath laid by: Ada Alan" in told


def test_words_that_are_read_stand_there_in_full_after_their_block():
    prayer = replace(
        item("", at(10), words=english("First line\nSecond line")), kind=Kind.RECITATION, title=Text()
    )

    assert stand_in_order(drawn(small(prayer)), "Recitation", "[To be read in full:] First line Second line")


def test_words_of_an_anthem_are_not_told_to_be_read():
    anthem = replace(item("", at(10), words=english("First\n\nSecond")), kind=Kind.ANTHEM, title=Text())

    assert stand_in_order(drawn(small(anthem)), "[The words:] First Second")


def test_no_stanza_goes_over_to_the_next_page():
    ode = "\n\n".join("\n".join(f"{verse}of{stanza}" for verse in "abcdef") for stanza in range(12))
    pdf = script.render(small(item("Ode", at(10), words=english(ode))), ("en",), SITE)

    where = {word: number for number, word, *_ in words(pdf)}
    assert all(where[f"aof{stanza}"] == where[f"fof{stanza}"] for stanza in range(12))


def test_closer_setting_is_taken_where_it_saves_a_page():
    assert len(pages(sheet("seminar", "ru"))) == 3
    assert len(pages(sheet("exhibition", "az"))) == 2


def test_lengths_or_numbers_stand_alone_where_they_are_wished():
    programme = small(item("First", at(10)), item("Second", at(10, 10), minutes=90))

    lengths, numbers = drawn(programme, beside=Beside.LENGTHS), drawn(programme, beside=Beside.NUMBERS)

    assert stand_in_order(lengths, "10 min First", "1 h 30 min Second")
    assert stand_in_order(numbers, "1 First", "2 Second")
    assert "10:10" not in lengths + numbers


def test_no_block_is_split_in_a_script_of_thirty_items():
    items = [
        item(
            f"Item{n}",
            at(9) + timedelta(minutes=10 * n),
            text=english(f"{'word ' * 30}end{n}"),
            cues=(Cue.RISE,),
        )
        for n in range(30)
    ]
    pdf = script.render(small(*items), ("en",), SITE)

    where = {word: number for number, word, *_ in words(pdf)}
    assert all(where[f"Item{n}"] == where[f"end{n}"] for n in range(30))


def test_last_page_has_more_than_the_last_block():
    last = pages(sheet("seminar", "az"))[-1]

    assert stand_in_order(last, "Təşəkkür və yekun sözü", "Çay")


def test_page_before_a_silence_has_more_than_the_block_before_it():
    lines = english("\n".join(["A line"] * 16))
    blocks = [
        item("Long", at(9), text=lines),
        item("Second", at(10)),
        item("Third", at(11), text=english("\n".join(["A line"] * 12))),
        replace(item("Silence", at(12)), kind=Kind.SILENCE),
    ]
    first, before, silent = pages(script.render(small(*blocks), ("en",), SITE))

    assert "Second" not in first
    assert stand_in_order(before, "Second", "Third")
    assert "SILENCE" in silent


def test_block_of_a_title_alone_may_be_the_last_on_its_page():
    blocks = [item(f"Block{n}", at(9) + timedelta(minutes=10 * n)) for n in range(30)]

    first, *_ = pages(script.render(small(*blocks), ("en",), SITE))

    assert "Block5" in first


def test_draft_and_empty_event_say_so():
    draft = script.render(seminar(), ("en",), SITE)

    assert "Working copy, not released" in text(draft)
    assert "The agenda has no items yet." in drawn(empty())
    assert draft == script.render(seminar(), ("en",), SITE)


def test_what_is_shortened_before_a_name_is_spoken_in_full():
    person = Person("p", english("Khazar Farhadov"), honorific=english("H.E. Mr"))

    told = drawn(small(item("First", at(10), contributions=(Contribution(Party(person=person)),))))

    assert "[spoken: His Excellency Mr Khazar Farhadov]" in told
