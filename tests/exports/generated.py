"""Programmes of all sorts for the checks of pages: short and long, in every language and mixed, with parts missing."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from operator import attrgetter
from random import Random
from zoneinfo import ZoneInfo

from hypothesis import strategies as st

from events.exports.pdf.year import YearOfMission
from events.exports.pdf.year_holidays import DayOff
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


# How many items stand in each part of the day.
AGENDAS = (
    [(Phase.BEFORE, 2), (Phase.PROGRAMME, 8), (Phase.AFTER, 1)],
    [(Phase.BEFORE, 5), (Phase.PROGRAMME, 3), (Phase.PROGRAMME, 12), (Phase.AFTER, 5)],
    [(Phase.PROGRAMME, 5)],
    [(Phase.PROGRAMME, 12)],
    [(Phase.PROGRAMME, 30)],
    [(Phase.PROGRAMME, 1)],
    [],
)


LENGTHS = (60, 90, 420, 600, 1200, 5400)


def programmes():
    """Released events, planned from nothing or one of the canonical ones with another agenda.

    Each from one number, since Hypothesis changes what it drew but a little from one example to the next.
    """
    return st.integers(0, 2**32 - 1).map(lambda number: Writer(number).programme())


def years():
    """The years of a mission, with one event or ninety, and with days off of up to two states."""
    return st.integers(0, 2**32 - 1).map(lambda number: Writer(number).year())


def _uid(number):
    return f"5d9f64a5-5f7e-4a2c-8e0f-{number:012d}"


class Writer:
    """Writes whatever an officer may write, by chance; the same for the same ``number``."""

    def __init__(self, number):
        self.chance = Random(number)  # noqa: S311
        self.languages = tuple(self.chance.sample(list(LANGUAGES), self.chance.randint(1, 5)))

    def one_of(self, *choices):
        return self.chance.choice(choices)

    def some(self, most, make, least=0):
        return tuple(make() for _ in range(self.chance.randint(least, most)))

    def text(self, longest=12, least=0):
        """A text in the languages of the event, or in some of all."""
        languages = self.chance.sample(list(LANGUAGES), self.chance.randint(least, 3))
        languages = self.one_of(languages, self.languages)
        return Text.of({language: self.line(language, longest) for language in languages})

    def line(self, language, longest):
        words = self.chance.choices(WORDS[language].split(), k=self.chance.randint(1, longest))
        if self.chance.random() < 0.2:
            words.insert(self.chance.randint(0, len(words)), self.one_of(*FOREIGN))
        return " ".join(words)

    def place(self):
        return Place(self.text(6, 1), "Asia/Karachi", self.text(3), self.text(8), self.text(1))

    def organisation(self):
        return Organisation(
            _uid(self.chance.randint(1, 99)), self.text(10, 1), country=self.one_of("", "AZ", "PK")
        )

    def office(self):
        return Office(self.text(14, 1), self.one_of(None, self.organisation()))

    def named(self):
        """Somebody with up to three offices, or with none."""
        return Party(
            person=Person(
                _uid(self.chance.randint(100, 999)),
                self.text(4, 1),
                honorific=self.text(1),
                academic_title=self.text(2),
                rank=self.text(2),
                offices=self.some(3, self.office),
                confirmed=True,
            )
        )

    def anybody(self):
        return self.one_of(
            self.named(), Party(organisation=self.organisation()), Party(words=self.text(5, 1))
        )

    def contribution(self, who):
        manner = self.one_of(Manner.OWN, *Manner)
        return Contribution(
            who(),
            self.one_of(Role.SPEAKER, *Role),
            manner,
            None if manner is Manner.OWN else self.named(),
            answer=self.one_of(Answer.CONFIRMED, Answer.CONFIRMED, Answer.INVITED),
        )

    def contributions(self):
        """Nobody; somebody, named or not; or as many named people as share a line of a panel."""
        least, most, who = self.one_of(
            (0, 0, self.named), (1, 2, self.anybody), (1, 2, self.named), (5, 6, self.named)
        )
        return self.some(most, lambda: self.contribution(who), least)

    def item(self, number, begins, ways):
        length = timedelta(seconds=self.one_of(*LENGTHS))
        start = begins and begins.astimezone(ZONE)
        return Item(
            _uid(number),
            self.one_of(*Kind),
            self.text(18),
            Span(start, (begins + length).astimezone(ZONE)) if start else None,
            Start(),
            length,
            shown=self.one_of(*ways),
            audience=self.one_of(*[Audience.PUBLIC] * 4, Audience.STAFF),
            contributions=self.contributions(),
            dedication=self.text(6),
            text=self.text(30),
            staff_text=self.text(20),
            cues=tuple(self.chance.sample(list(Cue), self.chance.randint(0, 2))),
        )

    def parts(self):
        number, begins = 0, self.one_of(None, *[BEGINS] * 5)
        ways = self.one_of([Shown.EXACT, Shown.ABOUT], list(Shown))
        for phase, count in self.one_of(*AGENDAS):
            items = []
            for _ in range(count):
                number += 1
                items.append(self.item(number, begins, ways))
                begins = begins and begins + items[-1].duration
            yield Part(_uid(5000 + number), self.text(4), phase, tuple(items))

    def base(self, *made):
        """One of the canonical programmes in any register; without an occasion it is neutral."""
        programme, register = self.one_of(*made)(), self.one_of(*Register)
        if not programme.edition:
            return programme
        occasion = replace(programme.edition.occasion, register=register)
        return replace(programme, edition=replace(programme.edition, occasion=occasion))

    def claim(self):
        return Claim("killed", Qualifier.EXACTLY, 150, self.text(12, 1), self.text(8), self.text(14))

    def work(self):
        return Work(self.text(12, 1), self.text(4), self.one_of("", "1990"), self.text(30), self.text(8))

    def programme(self):
        base = self.base(empty, seminar, exhibition)
        mission = replace(base.mission, look=Look(self.one_of(*PaperSize)))
        told = released(
            replace(base, mission=mission),
            title=self.text(20, 1),
            subtitle=self.text(16),
            dedication=self.text(8),
            theme=self.text(14),
            objective=self.text(60),
            note=self.text(40),
            guest_notes=self.text(40),
            dress=self.text(4),
            zone="Asia/Karachi",
            on=date(2023, 1, 20),
            languages=self.languages,
            place=self.one_of(None, self.place()),
            hosts=self.some(4, lambda: Host(self.organisation(), self.one_of(*HostRole))),
            parts=tuple(self.parts()),
            prints_unconfirmed=self.one_of(True, False),
            audience_groups=self.some(3, lambda: AudienceGroup(self.text(6, 1))),
            claims=base.claims + self.some(3, self.claim),
            works=base.works + self.some(8, self.work),
            children=tuple(replace(child, languages=self.languages) for child in base.children),
        )
        return replace(told, release=replace(MARK, changes=self.some(4, lambda: self.text(24, 1))))

    def held(self, number):
        """A short event of some day of 2023, with an hour or without, within an occasion's edition or not."""
        on = date(2023, 1, 1) + timedelta(days=self.chance.randint(0, 364))
        begins = datetime.combine(on, self.one_of(time(10), time(23, 30)), ZONE)
        length = timedelta(hours=2)
        address = Item(_uid(number), Kind.ADDRESS, Text(), Span(begins, begins + length), Start(), length)
        part = Part(_uid(5000 + number), Text(), Phase.PROGRAMME, (address,))
        return released(
            self.base(empty, seminar),
            uid=_uid(number),
            slug=f"event-{number}",
            title=self.text(20, 1),
            on=on,
            until=self.one_of(None, None, on + timedelta(days=5), on + timedelta(days=400)),
            zone="Asia/Karachi",
            place=self.one_of(None, self.place()),
            parts=self.one_of((), (part,)),
            languages=self.languages,
            status=self.one_of(Status.CONFIRMED, *Status),
        )

    def day_off(self, state):
        on = date(2023, 1, 20) + timedelta(days=30 * self.chance.randint(0, 11))
        return DayOff(on, state, Holiday(self.text(8, 1), self.one_of(True, False)))

    def year(self):
        held = tuple(self.held(number) for number in range(self.one_of(1, 3, 12, 40, 90)))
        mission = replace(held[0].mission, name=self.text(10, 1), look=Look(self.one_of(*PaperSize)))
        occasions = {each.edition.occasion.slug: each.edition.occasion for each in held if each.edition}
        off = [
            day
            for state in self.some(2, lambda: self.text(3, 1))
            for day in sorted(self.some(11, lambda state=state: self.day_off(state)), key=attrgetter("on"))
        ]
        return YearOfMission(mission, 2023, held, tuple(occasions.values()), tuple(off))
