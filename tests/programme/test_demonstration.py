"""The demonstration says what the five sources say, and nothing more about anybody."""

from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

import pytest

from events.programme.agenda import Item, Span
from events.programme.choices import Audience, Basis, Cue, HostRole, Kind, Phase
from events.programme.cleaning import clean_text
from events.programme.document import dumps, to_document
from events.programme.people import Person
from events.programme.text import Text
from events.programme.timing import running_order
from events.programme.value import Programme
from tests.programmes import DEMONSTRATION, empty, exhibition, people, seminar, walk

ISLAMABAD = ZoneInfo("Asia/Karachi")
BAKU = ZoneInfo("Asia/Baku")

both = pytest.mark.parametrize(
    "programme", [seminar(), exhibition(), exhibition().children[0]], ids=lambda programme: programme.slug
)


def islamabad(hour: int, minute: int = 0) -> datetime:
    return datetime(2023, 1, 20, hour, minute, tzinfo=ISLAMABAD)


def baku(hour: int, minute: int = 0) -> datetime:
    return datetime(2015, 1, 19, hour, minute, tzinfo=BAKU)


def at(programme: Programme, start: datetime) -> Item:
    (found,) = [item for item in programme.items if item.span and item.span.start == start]
    return found


def english(text: Text) -> str:
    return text.wording("en").text


def offices(person: Person) -> str:
    words = [person.academic_title]
    for office in person.offices:
        words.append(office.title)
        organisation = office.organisation
        while organisation:
            words.append(organisation.name)
            organisation = organisation.parent
    return ", ".join(english(word) for word in words if word)


def starts(items: Iterable[Item]) -> str:
    return " ".join(f"{item.span.start:%H:%M}" for item in items)


def first(programme: Programme, kind: Kind) -> Item:
    return next(item for item in programme.items if item.kind is kind)


def agenda(programme: Programme) -> list[tuple[str, str, Kind]]:
    return [(f"{item.span.start:%H:%M}", f"{item.span.end:%H:%M}", item.kind) for item in programme.items]


def test_seminar_is_entered_from_the_opening_to_the_end_of_tea():
    assert seminar().seen_by(Audience.PUBLIC).span == Span(islamabad(10), islamabad(12, 20))
    assert seminar().doors_at == islamabad(9, 30)
    assert seminar().ends_by == islamabad(12, 30)


def test_seminar_has_every_row_of_the_canonical_programme():
    assert agenda(seminar()) == [
        ("09:00", "09:30", Kind.SET_UP),
        ("09:30", "09:55", Kind.ARRIVAL),
        ("09:55", "10:00", Kind.ARRIVAL),
        ("10:00", "10:02", Kind.OPENING),
        ("10:02", "10:06", Kind.RECITATION),
        ("10:06", "10:09", Kind.ANTHEM),
        ("10:09", "10:10", Kind.SILENCE),
        ("10:10", "10:15", Kind.REMARKS),
        ("10:15", "10:35", Kind.ADDRESS),
        ("10:35", "10:45", Kind.REMARKS),
        ("10:45", "10:55", Kind.REMARKS),
        ("10:55", "11:05", Kind.REMARKS),
        ("11:05", "11:15", Kind.REMARKS),
        ("11:15", "11:23", Kind.VIDEO),
        ("11:23", "11:40", Kind.QUESTIONS),
        ("11:40", "11:45", Kind.REMARKS),
        ("11:45", "11:50", Kind.GROUP_PHOTOGRAPH),
        ("11:50", "12:20", Kind.REFRESHMENTS),
        ("12:20", "12:30", Kind.DEPARTURE),
        ("13:00", "13:01", Kind.SILENCE),
    ]


def test_seminar_keeps_silence_right_after_the_anthems_that_the_guests_rise_for():
    anthems, silence = first(seminar(), Kind.ANTHEM), first(seminar(), Kind.SILENCE)

    assert Cue.RISE in anthems.cues
    assert silence.span == Span(islamabad(10, 9), islamabad(10, 10))
    assert silence.span.start == anthems.span.end
    assert silence.duration == timedelta(seconds=60)
    assert silence.cues == (Cue.REMAIN_STANDING, Cue.NO_APPLAUSE)
    assert english(silence.dedication) == "in memory of the martyrs of January 20"


def test_seminar_hears_the_ambassador_first_then_four_speakers_with_their_offices():
    spoken = [
        (f"{item.span.start:%H:%M}", english(person.name), offices(person))
        for item in seminar().items
        for person in people(item)
    ]
    nested = "International Peace and Stability Center, National University of Science and Technology"

    assert spoken == [
        ("10:15", "Khazar Farhadov", "Ambassador of Azerbaijan to Pakistan"),
        ("10:35", "Khalid Rahman", "Director, Institute of Policy Studies"),
        ("10:45", "Seyid Abrar Huseyin", "Deputy Director, Institute of Policy Studies"),
        ("10:55", "Khalid Teymur Akram", "Executive Director, Research Center for a Shared Future Society"),
        ("11:05", "Tughral Yamin", f"Associate Professor, Dean, {nested}"),
    ]
    unconfirmed = [person for person in people(seminar()) if not person.confirmed]
    assert [english(person.name) for person in unconfirmed] == ["Seyid Abrar Huseyin"]


def test_seminar_is_hosted_by_the_embassy_with_the_institute():
    assert [(english(host.organisation.name), host.role) for host in seminar().hosts] == [
        ("Embassy of Azerbaijan in Pakistan", HostRole.HOST),
        ("Institute of Policy Studies", HostRole.CO_HOST),
    ]


def test_seminar_staff_keep_the_silence_of_baku_which_the_public_does_not_see():
    silence = at(seminar(), islamabad(13))

    assert silence.kind is Kind.SILENCE
    assert silence.span.start.astimezone(BAKU).timetz() == time(12, tzinfo=BAKU)
    assert (silence.start.at, silence.start.zone) == (time(12), "Asia/Baku")
    public = seminar().seen_by(Audience.PUBLIC)
    assert silence.uid not in {item.uid for item in public.items}
    assert len(list(public.items)) == 15
    assert "Asif Farooq" not in dumps(to_document(public))


def test_seminar_marks_what_the_source_states():
    items = list(seminar().items)

    assert starts(item for item in items if item.basis is Basis.STATED) == (
        "10:06 10:09 10:15 10:35 10:45 10:55 11:05 11:15"
    )
    assert starts(item for item in items if not item.position_stated) == "11:15"
    assert starts(item for item in items if item.optional) == "10:02 10:10 11:23 11:50"
    assert seminar().place.basis is Basis.PLACEHOLDER


def test_exhibition_lasts_nine_days_and_is_closed_on_the_day_of_mourning_and_at_the_weekend():
    open_all_day = [date(2015, 1, day) for day in (21, 22, 23, 26, 27)]
    closed = [date(2015, 1, day) for day in (20, 24, 25)]

    assert (exhibition().on, exhibition().until) == (date(2015, 1, 19), date(2015, 1, 27))
    assert {day.on: (day.opens_at, day.closes_at) for day in exhibition().days} == {
        date(2015, 1, 19): (time(12, 20), time(17)),
        **dict.fromkeys(open_all_day, (time(10), time(17))),
        **dict.fromkeys(closed, (None, None)),
    }
    assert english(exhibition().days[1].note) == "20 January – National Mourning Day"


def test_exhibition_contains_the_ceremony_with_every_row():
    (ceremony,) = exhibition().children

    assert ceremony.seen_by(Audience.PUBLIC).span == Span(baku(11), baku(12, 20))
    assert ceremony.doors_at == baku(10, 30)
    assert agenda(ceremony) == [
        ("09:00", "10:00", Kind.SET_UP),
        ("10:30", "10:55", Kind.ARRIVAL),
        ("10:55", "11:00", Kind.ARRIVAL),
        ("11:00", "11:03", Kind.OPENING),
        ("11:03", "11:05", Kind.ANTHEM),
        ("11:05", "11:06", Kind.SILENCE),
        ("11:06", "11:21", Kind.ADDRESS),
        ("11:21", "11:35", Kind.PANEL),
        ("11:35", "11:40", Kind.REMARKS),
        ("11:40", "11:45", Kind.OPENING),
        ("11:45", "12:10", Kind.TOUR),
        ("12:10", "12:20", Kind.OTHER),
    ]
    (musayev,) = people(ceremony)
    assert english(musayev.name) == "Parviz Musayev"
    assert musayev.rank.wording("az").text == "III dərəcəli Dövlət Miqrasiya Xidməti müşaviri"


@pytest.mark.parametrize(("programme", "number"), [(seminar(), 33), (exhibition(), 25)])
def test_anniversary_counts_from_1990(programme, number):
    assert programme.edition.anniversary == number


@both
def test_spans_are_those_of_the_running_order(programme):
    clock = None
    for part in programme.parts:
        spans = running_order(part.items, part.starts_at or clock, programme.on)
        assert [item.span for item in part.items] == list(spans)
        clock = spans[-1].end


@both
def test_texts_are_clean_and_in_the_languages_of_the_programme(programme):
    known = {"en", "az", "ru", "ur", "tr"}
    for text in (each for each in walk(programme) if isinstance(each, Text)):
        for language, version in text.versions:
            assert language in known
            assert version
            assert version == clean_text(version, lines=True)


@both
def test_public_words_are_there_in_every_language_of_the_programme(programme):
    public = programme.seen_by(Audience.PUBLIC)
    texts = [public.title, public.subtitle, public.dedication, public.note, public.guest_notes]
    texts += [public.edition.occasion.name, public.edition.occasion.day_name]
    texts += [part.heading for part in public.parts]
    texts += [text for item in public.items for text in (item.title, item.text, item.dedication)]
    texts += [person.name for person in people(public)]
    texts += [claim.wording for claim in public.claims]

    assert [text for text in texts if text and not set(public.languages) <= set(text.languages)] == []


def test_occasion_is_named_in_five_languages_and_keeps_noon_of_baku():
    occasion = seminar().edition.occasion

    assert occasion == exhibition().edition.occasion
    for text in (occasion.name, occasion.of_name, occasion.day_name, occasion.silence.city):
        assert text.languages == ("az", "en", "ru", "tr", "ur")
    assert (occasion.silence.at, occasion.silence.zone, occasion.silence.duration) == (
        time(12),
        "Asia/Baku",
        timedelta(seconds=60),
    )
    assert occasion.register.mourns


def test_only_people_of_the_sources_appear():
    named = {english(person.name) for p in (seminar(), exhibition()) for person in people(p)}

    assert named == {
        "Khazar Farhadov",
        "Khalid Rahman",
        "Seyid Abrar Huseyin",
        "Khalid Teymur Akram",
        "Tughral Yamin",
        "Parviz Musayev",
    }


def test_uids_are_random_and_belong_to_one_thing_each():
    uids: dict[str, set[Any]] = {}
    for programme in (seminar(), exhibition()):
        for each in walk(programme):
            if hasattr(each, "uid"):
                uids.setdefault(each.uid, set()).add(each)

    assert all(UUID(uid).version == 4 for uid in uids)
    assert [uid for uid, things in uids.items() if len(things) > 1] == []


@both
def test_demonstration_is_not_released_yet(programme):
    assert programme.release is None


@pytest.mark.parametrize("programme", [seminar(), exhibition()], ids=lambda programme: programme.slug)
def test_files_are_written_as_the_planner_writes_them(programme):
    file = DEMONSTRATION / f"{programme.slug}.json"

    assert file.read_text(encoding="utf-8") == dumps(to_document(programme))


def test_empty_programme_has_nothing_to_print():
    assert (empty().on, empty().place, empty().edition, empty().hosts, empty().parts) == (
        None,
        None,
        None,
        (),
        (),
    )
    assert empty().span is None


def test_parts_are_before_programme_after_and_one_for_staff():
    assert [(english(part.heading), part.phase, part.audience) for part in seminar().parts] == [
        ("Before", Phase.BEFORE, Audience.PUBLIC),
        ("Programme", Phase.PROGRAMME, Audience.PUBLIC),
        ("After", Phase.AFTER, Audience.PUBLIC),
        ("For staff, at the chancery", Phase.AFTER, Audience.STAFF),
    ]
