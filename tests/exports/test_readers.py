"""Three programs that know nothing of each other read the same in our calendars: icalendar, vobject and ical.js."""

import json
import subprocess
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path

import pytest
import vobject
from hypothesis import given, settings
from hypothesis import strategies as st
from icalendar import Calendar

from events.exports.ical import calendar
from events.exports.ical_text import one_line
from events.exports.vevents import vevents
from events.programme.agenda import Place
from events.programme.choices import Status
from events.programme.text import Text
from tests.exports.released import SITE, at, item, released, small
from tests.programmes import exhibition, seminar

READERS = Path(__file__).parents[1] / "readers"
LANGUAGES = ("en", "az", "ru", "ur", "tr")
ZONES = ("Europe/London", "America/New_York", "Asia/Baku", "Asia/Karachi", "Australia/Lord_Howe")
AWKWARD = (
    "Comma, semicolon; colon: \"quoted\" 'single' back\\slash \\n \\N \\, %20 =?utf-8?q?x?= ^n ^' <b>&amp;</b>",
    "Two\nlines\r\nthree\rfour\u2028five\u2029six\x85seven\x0b\x0ceight\x00nine\x1bten",
    "Ərəbzəngi Şıxlı – “Çırağ” · İı Ğğ Öö Üü",
    "اسلام آباد میں یادگاری تقریب، ۲۰ جنوری؛ \u200fعربی\u200e \u2068Latin\u2069",
    "Семинар: «Чёрный январь» — № 1",
    "👩‍👩‍👧‍👦 🇦🇿🇵🇰 e\u0301 \U0001f56f\ufe0f \U00020000",
    "x" * 74 + "é" + "y" * 74 + "日本語" * 40,
    "BEGIN:VEVENT\r\nUID:evil\r\nEND:VEVENT",
    "\ufeffmark in front and behind\ufeff",
    "a" * 60 + "\\" * 30 + ",;" * 30,
)


# Any characters at all, and often those that mean something in a calendar or to a program.
TEXTS = st.text(
    st.characters(exclude_categories=())
    | st.sampled_from("\\;,:\"'^%\n\r\t \x85\u2028\u2029\u200f\u2067\u2069\ufeff\u0301\ud83d\udc68"),
    max_size=90,
)


def awkward(text, index, place=None):
    uid = f"00000000-0000-4000-8000-{index:012}"
    where = Place(Text.of({"en": text if place is None else place}), "Asia/Karachi")
    words = Text.of({"en": text})
    return small(item(text, at(10)), uid=uid, title=words, place=where, dedication=words)


def in_zone(zone, index):
    """An event in each month of three years, by the clock of the zone."""
    days = [date(2026 + month // 12, month % 12 + 1, 27) for month in range(36)]
    return [
        small(
            item("At noon", at(12, day=day, zone=zone)),
            uid=f"{index:08}-0000-4000-8000-{number:012}",
            on=day,
            zone=zone,
            status=Status.TENTATIVE,
        )
        for number, day in enumerate(days)
    ]


@cache
def calendars():
    canonical = [released(seminar()), released(exhibition())]
    held = {
        f"{language}{' items' if items else ''}": [
            entry for each in canonical for entry in vevents(each, language, SITE, items=items)
        ]
        for language in LANGUAGES
        for items in (False, True)
    }
    texts = [awkward(text, index) for index, text in enumerate(AWKWARD)]
    held["awkward"] = [entry for each in texts for entry in vevents(each, "en", SITE)]
    zones = [each for index, zone in enumerate(ZONES) for each in in_zone(zone, index)]
    held["zones"] = [entry for each in zones for entry in vevents(each, "en", SITE)]
    return {name: calendar(entries).decode() for name, entries in held.items()}


@cache
def by_ical_js():
    return read_by_ical_js(calendars())


def read_by_ical_js(texts):
    if not (READERS / "node_modules").is_dir():
        pytest.fail(f"ical.js is missing: script/test installs it (npm ci in {READERS.name}).")
    asked = json.dumps(texts).encode()
    answer = subprocess.run(["node", READERS / "read.mjs"], input=asked, capture_output=True, check=True)
    return json.loads(answer.stdout)


def moment(value):
    if isinstance(value, datetime):
        return value.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.000Z")
    return value.isoformat() if value else None


def by_icalendar(text):
    return [
        {
            "uid": str(event["UID"]),
            "summary": str(event.get("SUMMARY", "")),
            "description": str(event.get("DESCRIPTION", "")),
            "location": str(event.get("LOCATION", "")),
            "status": str(event["STATUS"]),
            "sequence": event["SEQUENCE"],
            "parent": str(event.get("RELATED-TO", "")),
            "start": moment(event["DTSTART"].dt),
            "end": moment(event["DTEND"].dt if "DTEND" in event else None),
        }
        for event in Calendar.from_ical(text).walk("VEVENT")
    ]


def by_vobject(text):
    def said(event, name, default=""):
        found = event.contents.get(name)
        return found[0].value if found else default

    return [
        {
            "uid": said(event, "uid"),
            "summary": said(event, "summary"),
            "description": said(event, "description"),
            "location": said(event, "location"),
            "status": said(event, "status"),
            "sequence": int(said(event, "sequence")),
            "parent": said(event, "related-to"),
            "start": moment(said(event, "dtstart")),
            "end": moment(said(event, "dtend", None)),
        }
        for event in vobject.readOne(text).vevent_list
    ]


@pytest.mark.parametrize(
    "name",
    [*(f"{language}{items}" for language in LANGUAGES for items in ("", " items")), "awkward", "zones"],
)
def test_three_programs_read_the_same(name):
    text = calendars()[name]
    ours = by_icalendar(text)

    assert ours
    assert by_vobject(text) == ours
    assert by_ical_js()[name] == ours


# Few of many texts each: a program of its own is started for each.
@settings(max_examples=10)
@given(st.lists(st.tuples(TEXTS, TEXTS), min_size=20, max_size=40))
def test_any_titles_and_places_are_the_same_to_three_programs(texts):
    programmes = [awkward(title, index, place) for index, (title, place) in enumerate(texts)]
    octets = calendar([entry for each in programmes for entry in vevents(each, "en", SITE)])
    text = octets.decode()
    ours = by_icalendar(text)

    assert [each["summary"] for each in ours] == [one_line(title) for title, _ in texts]
    assert [each["location"].split(", ")[0] for each in ours] == [
        one_line(p).split(", ")[0] for _, p in texts
    ]
    assert by_vobject(text) == ours
    assert read_by_ical_js({"any": text})["any"] == ours


def test_noon_is_noon_to_every_program_in_every_month():
    read = by_ical_js()["zones"]
    uids = {each["uid"]: each["start"] for each in read}

    assert len(uids) == 36 * len(ZONES)
    for index, zone in enumerate(ZONES):
        for programme in in_zone(zone, index):
            assert uids[programme.uid] == moment(programme.span.start)
