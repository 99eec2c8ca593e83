"""Programmes of all sorts for the checks of pages: short and long, in every language and mixed, with parts missing."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from random import Random
from zoneinfo import ZoneInfo

from hypothesis import strategies as st

from events.exports.pdf.year import DayOff, YearOfMission
from events.programme.agenda import Item, Part, Place, Span, Start
from events.programme.choices import (
    Answer,
    Audience,
    Cue,
    HostRole,
    Kind,
    Manner,
    PaperSize,
    Phase,
    Qualifier,
    Register,
    Role,
    Shown,
    Status,
)
from events.programme.languages import LANGUAGES
from events.programme.look_ahead import Holiday
from events.programme.people import Contribution, Office, Organisation, Party, Person
from events.programme.text import Text
from events.programme.value import AudienceGroup, Claim, Host, Look, Work
from tests.exports.released import MARK, released
from tests.programmes import empty, exhibition, seminar

ZONE = ZoneInfo("Asia/Karachi")
BEGINS = datetime(2023, 1, 20, 5, tzinfo=UTC)
# Ordinary words, and for each language the longest that an officer may well write.
WORDS = {
    "en": "address of the Ambassador remembrance national State-owned counter-revolutionaries “Dawn” (2023) A",
    "az": "Azərbaycan xatirəsi İğdır ədəbiyyatşünaslığımızdakılardan şəhidlərin 20 Yanvar “Xalq” və ığ",
    "ru": "выступление Чрезвычайного достопримечательностями высокопревосходительство памяти «Заря» о 1990",
    "tr": "Büyükelçiliği muvaffakiyetsizleştiricileştiriveremeyebileceklerimizden İstiklâl anma ve 12:00 ığdır",
    "ur": "سفیر یومِ شہداء تقریب قومی اجلاس کی استقبالیہ بین‌الاقوامی پاکستان (20) اور",
}
FOREIGN = ("NATO", "№ 4", "Şuşa", "Душанбе", "قرآن", "12:00", "BMT-nin 884 №-li qətnaməsi", "“Dawn”")


def text(longest=12, least=0):
    """A text in some of the languages: one draw, since Hypothesis gives up on programmes of too many."""
    return st.integers(0, 2**16 - 1).map(lambda number: _text(Random(number), longest, least))  # noqa: S311


def _text(chance, longest, least):
    languages = chance.sample(list(LANGUAGES), chance.randint(least, 3))
    return Text.of({language: _line(chance, language, longest) for language in languages})


def _line(chance, language, longest):
    words = chance.choices(WORDS[language].split(), k=chance.randint(1, longest))
    if chance.random() < 0.2:
        words.insert(chance.randint(0, len(words)), chance.choice(FOREIGN))
    return " ".join(words)


# How many items stand in each part of the day. Hypothesis takes the first more often than others.
AGENDAS = (
    [(Phase.BEFORE, 2), (Phase.PROGRAMME, 8), (Phase.AFTER, 1)],
    [(Phase.BEFORE, 5), (Phase.PROGRAMME, 3), (Phase.PROGRAMME, 12), (Phase.AFTER, 5)],
    [(Phase.PROGRAMME, 5)],
    [(Phase.PROGRAMME, 12)],
    [(Phase.PROGRAMME, 30)],
    [(Phase.PROGRAMME, 1)],
    [],
)


def _uid(number):
    return f"5d9f64a5-5f7e-4a2c-8e0f-{number:012d}"


@st.composite
def organisation(draw):
    return Organisation(
        _uid(draw(st.integers(1, 99))), draw(text(10, 1)), country=draw(st.sampled_from(["", "AZ", "PK"]))
    )


@st.composite
def person(draw):
    """Somebody with up to three offices, or with none."""
    offices = draw(st.lists(st.builds(Office, text(14, 1), st.none() | organisation()), max_size=3))
    return Person(
        _uid(draw(st.integers(100, 999))),
        draw(text(4, 1)),
        honorific=draw(text(1)),
        academic_title=draw(text(2)),
        rank=draw(text(2)),
        offices=tuple(offices),
        confirmed=True,
    )


@st.composite
def contribution(draw, who):
    manner = draw(st.sampled_from([Manner.OWN, *Manner]))
    return Contribution(
        draw(who),
        draw(st.sampled_from([Role.SPEAKER, *Role])),
        manner,
        None if manner is Manner.OWN else draw(NAMED),
        answer=draw(st.sampled_from([Answer.CONFIRMED, Answer.CONFIRMED, Answer.INVITED])),
    )


UNNAMED = st.one_of(st.builds(Party, organisation=organisation()), st.builds(Party, words=text(5, 1)))
NAMED = st.builds(Party, person=person())


def contributions():
    """Nobody; somebody, named or not; or as many named people as share a line of a panel."""
    return st.one_of(
        st.just([]),
        st.lists(contribution(st.one_of(NAMED, UNNAMED)), min_size=1, max_size=2),
        st.lists(contribution(NAMED), min_size=1, max_size=2),
        st.lists(contribution(NAMED), min_size=5, max_size=6),
    )


@st.composite
def item(draw, number, begins, ways):
    length = timedelta(seconds=draw(st.sampled_from([60, 90, 420, 600, 1200, 5400])))
    start = begins and begins.astimezone(ZONE)
    return Item(
        _uid(number),
        draw(st.sampled_from(list(Kind))),
        draw(text(18)),
        Span(start, (begins + length).astimezone(ZONE)) if start else None,
        Start(),
        length,
        shown=draw(st.sampled_from(ways)),
        audience=draw(st.sampled_from([Audience.PUBLIC] * 4 + [Audience.STAFF])),
        contributions=tuple(draw(contributions())),
        dedication=draw(text(6)),
        text=draw(text(30)),
        staff_text=draw(text(20)),
        cues=tuple(draw(st.lists(st.sampled_from(list(Cue)), max_size=2, unique=True))),
    )


@st.composite
def parts(draw):
    number, begins, found = 0, BEGINS if draw(st.integers(0, 5)) else None, []
    ways = draw(st.sampled_from([[Shown.EXACT, Shown.ABOUT], list(Shown)]))
    for phase, count in draw(st.sampled_from(AGENDAS)):
        items = []
        for _ in range(count):
            number += 1
            items.append(draw(item(number, begins, ways)))
            begins = begins and begins + items[-1].duration
        found.append(Part(_uid(5000 + number), draw(text(4)), phase, tuple(items)))
    return tuple(found)


def _in_register(programme, register):
    """The programme with another tone, which decides the look; one without an occasion is neutral."""
    edition = programme.edition
    return (
        programme
        if not edition
        else replace(
            programme, edition=replace(edition, occasion=replace(edition.occasion, register=register))
        )
    )


@st.composite
def programmes(draw):
    """A released event, planned from nothing or one of the canonical ones with another agenda."""
    base = _in_register(
        draw(st.sampled_from([exhibition, seminar, empty]))(), draw(st.sampled_from(Register))
    )
    languages = draw(st.lists(st.sampled_from(list(LANGUAGES)), min_size=1, unique=True))
    place = Place(draw(text(6, 1)), "Asia/Karachi", draw(text(3)), draw(text(8)), draw(text(1)))
    hosts = draw(st.lists(st.builds(Host, organisation(), st.sampled_from(list(HostRole))), max_size=4))
    claims = st.builds(
        Claim, st.just("killed"), st.just(Qualifier.EXACTLY), st.just(150), text(12, 1), text(8), text(14)
    )
    works = st.builds(Work, text(12, 1), text(4), st.sampled_from(["", "1990"]), text(30), text(8))
    mark = replace(MARK, changes=tuple(draw(st.lists(text(24, 1), max_size=4))))
    told = released(
        replace(base, mission=replace(base.mission, look=Look(draw(st.sampled_from(list(PaperSize)))))),
        title=draw(text(20, 1)),
        subtitle=draw(text(16)),
        dedication=draw(text(8)),
        theme=draw(text(14)),
        objective=draw(text(60)),
        note=draw(text(40)),
        guest_notes=draw(text(40)),
        dress=draw(text(4)),
        zone="Asia/Karachi",
        on=date(2023, 1, 20),
        languages=tuple(languages),
        place=draw(st.none() | st.just(place)),
        hosts=tuple(hosts),
        parts=draw(parts()),
        prints_unconfirmed=draw(st.booleans()),
        audience_groups=tuple(draw(st.lists(st.builds(AudienceGroup, text(6, 1)), max_size=3))),
        claims=base.claims + tuple(draw(st.lists(claims, max_size=3))),
        works=base.works + tuple(draw(st.lists(works, max_size=8))),
        children=tuple(replace(child, languages=tuple(languages)) for child in base.children),
    )
    return replace(told, release=mark)


@st.composite
def held_in_a_year(draw, number):
    """A short event of some day of 2023, with an hour or without, within an occasion's edition or not."""
    base = _in_register(draw(st.sampled_from([seminar, empty]))(), draw(st.sampled_from(Register)))
    on = date(2023, 1, 1) + timedelta(days=draw(st.integers(0, 364)))
    begins = datetime.combine(on, draw(st.sampled_from([time(10), time(23, 30)])), ZONE)
    address = Item(
        _uid(number),
        Kind.ADDRESS,
        Text(),
        Span(begins, begins + timedelta(hours=2)),
        Start(),
        timedelta(hours=2),
    )
    parts = (Part(_uid(5000 + number), Text(), Phase.PROGRAMME, (address,)),)
    return released(
        base,
        uid=_uid(number),
        slug=f"event-{number}",
        title=draw(text(20, 1)),
        on=on,
        until=draw(st.sampled_from([None, None, on + timedelta(days=5), on + timedelta(days=400)])),
        zone="Asia/Karachi",
        place=draw(st.none() | st.builds(Place, text(6, 1), st.just("Asia/Karachi"), text(3))),
        parts=draw(st.sampled_from([parts, ()])),
        languages=tuple(draw(st.lists(st.sampled_from(list(LANGUAGES)), min_size=1, unique=True))),
        status=draw(st.sampled_from([Status.CONFIRMED, *Status])),
    )


@st.composite
def years(draw):
    """A mission's year, with days off that the states of two languages name."""
    held = [draw(held_in_a_year(number)) for number in range(draw(st.sampled_from([12, 40, 3, 1, 90])))]
    look = Look(draw(st.sampled_from(list(PaperSize))))
    mission = replace(held[0].mission, name=draw(text(10, 1)), look=look)
    occasions = {each.edition.occasion.slug: each.edition.occasion for each in held if each.edition}
    days_off = [
        DayOff(
            date(2023, 1, 20) + timedelta(days=30 * day),
            state,
            Holiday(draw(text(8, 1)), draw(st.booleans())),
        )
        for state in draw(st.lists(text(3, 1), max_size=2))
        for day in range(draw(st.integers(0, 11)))
    ]
    return YearOfMission(mission, 2023, tuple(held), tuple(occasions.values()), tuple(days_off))
