from dataclasses import replace
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from events.exports.pages.clocks import Clock, KeptSilence, city_of, kept_silence, second_clock
from events.exports.pages.event import figures, opening_hours, speakers
from events.programme.choices import Audience
from events.programme.text import NOTHING, Text
from tests.exports.released import at, item, small
from tests.programmes import empty, exhibition, seminar

BAKU = ZoneInfo("Asia/Baku")


def test_second_clock_is_that_of_the_silence_where_clocks_differ():
    clock = second_clock(seminar())

    assert clock == Clock("Asia/Baku", seminar().edition.occasion.silence.city)
    assert clock.at(at(10)) == datetime(2023, 1, 20, 9, tzinfo=BAKU)


def test_there_is_no_second_clock_where_clocks_agree_or_nothing_is_kept():
    # Tbilisi keeps the time of Baku under another name.
    in_tbilisi = small(
        item(start=at(10, zone="Asia/Tbilisi")), zone="Asia/Tbilisi", edition=seminar().edition
    )

    assert second_clock(exhibition()) is None
    assert second_clock(in_tbilisi) is None
    assert second_clock(empty()) is None


def test_kept_silence_follows_the_clocks_of_its_year():
    edition = replace(seminar().edition, year=2015)
    in_istanbul = small(item(start=at(10, zone="Europe/Istanbul")), zone="Europe/Istanbul", edition=edition)

    silence = kept_silence(in_istanbul)

    assert silence == KeptSilence(
        datetime(2015, 1, 20, 12, tzinfo=BAKU),
        edition.occasion.silence.city,
        datetime(2015, 1, 20, 10, tzinfo=ZoneInfo("Europe/Istanbul")),
    )
    assert kept_silence(exhibition()).here is None


def test_city_is_that_of_the_place_else_of_the_mission():
    elsewhere = replace(seminar(), place=replace(seminar().place, city=Text.of({"en": "Lahore"})))
    unknown = replace(seminar(), place=replace(seminar().place, city=NOTHING))

    assert city_of(elsewhere).wording("en").text == "Lahore"
    assert city_of(unknown).wording("en").text == "Islamabad"
    assert city_of(empty()) == NOTHING


def test_hours_are_the_usual_ones_with_what_differs_and_what_is_closed():
    hours = opening_hours(exhibition())

    assert (hours.opens_at, hours.closes_at) == (time(10), time(17))
    assert [day.on for day in hours.other] == [date(2015, 1, 19)]
    assert [day.on for day in hours.closed] == [date(2015, 1, 20)]
    assert hours.closed_at_the_weekend is True
    assert opening_hours(seminar()) is None


def test_speakers_are_named_once_in_the_order_of_the_agenda_also_those_held_within():
    names = [person.name.wording("en").text for person in speakers(seminar().seen_by(Audience.PUBLIC))]

    assert names == [
        "Khazar Farhadov",
        "Khalid Rahman",
        "Seyid Abrar Huseyin",
        "Khalid Teymur Akram",
        "Tughral Yamin",
    ]
    assert [person.name.wording("en").text for person in speakers(exhibition())] == ["Parviz Musayev"]
    part = seminar().parts[1]
    twice = replace(seminar(), parts=(part, part))
    assert len(speakers(twice)) == 5


def test_figures_of_one_issuer_stand_together_and_others_apart():
    claim, *_ = seminar().claims
    other = replace(claim, issuer=Text.of({"en": "the Ministry"}))

    grouped = figures(replace(seminar(), claims=(*seminar().claims, other)))

    assert [(each.issuer.wording("en").text, len(each.claims)) for each in grouped] == [
        ("the Ambassador of Azerbaijan to Pakistan", 2),
        ("the Ministry", 1),
    ]
