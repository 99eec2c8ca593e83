"""What follows the order of proceedings: remembrance, speakers, notes for guests, how to tell whether it is current."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.utils.safestring import SafeString
from django.utils.translation import gettext

from events.exports.pdf.labels import SPEAKING_ROLES, SUPPORTERS
from events.exports.pdf.voice import NOTHING, Voice, joined, sentence
from events.programme.anniversary import anniversary
from events.programme.languages import comma, full_date
from events.programme.people import Person
from events.programme.text import Text
from events.programme.value import Claim, Programme


@dataclass(frozen=True, slots=True)
class Figures:
    """What one issuer has stated, with its source."""

    text: SafeString
    source: SafeString


@dataclass(frozen=True, slots=True)
class Remembrance:
    day: SafeString
    anniversary: SafeString
    message: list[SafeString]
    figures: list[Figures]


@dataclass(frozen=True, slots=True)
class Speaker:
    name: SafeString
    offices: SafeString


@dataclass(frozen=True, slots=True)
class Supporter:
    role: str
    name: SafeString


@dataclass(frozen=True, slots=True)
class Back:
    mourns: bool
    remembrance: Remembrance | None
    speakers: list[Speaker]
    guests: list[SafeString]
    supporters: list[Supporter]
    note: list[SafeString]

    @property
    def speaks(self) -> bool:
        return bool(self.remembrance or self.speakers or self.guests or self.supporters or self.note)


def back_of(programme: Programme, voice: Voice) -> Back:
    return Back(
        mourns=programme.register.mourns,
        remembrance=_remembrance(programme, voice),
        speakers=[Speaker(voice.person(each), voice.offices(each)) for each in _speakers(programme)],
        guests=list(_guests(programme, voice)),
        supporters=[
            Supporter(str(SUPPORTERS[host.role]), voice.say(host.organisation.name))
            for host in programme.hosts
            if host.role in SUPPORTERS
        ],
        note=voice.lines(programme.note),
    )


def _remembrance(programme: Programme, voice: Voice) -> Remembrance | None:
    edition, figures = programme.edition, list(_figures(programme.claims, voice))
    if not edition:
        return Remembrance(NOTHING, NOTHING, [], figures) if figures else None
    return Remembrance(
        day=voice.say(edition.occasion.day_name),
        anniversary=voice.mark(anniversary(edition, voice.language, voice.fallback)),
        message=voice.lines(edition.message),
        figures=figures,
    )


def _figures(claims: tuple[Claim, ...], voice: Voice) -> Iterator[Figures]:
    """Yield the claims of one issuer and day together: they are theirs, never the planner's."""
    sources: dict[tuple[Text, date | None], list[Claim]] = {}
    for claim in claims:
        sources.setdefault((claim.issuer, claim.on), []).append(claim)
    for (issuer, on), stated in sources.items():
        dated = full_date(on, voice.language) if on else ""
        source = joined(comma(voice.language), [voice.say(issuer), dated]) or gettext("not stated")
        yield Figures(
            text=joined(" ", [voice.say(claim.wording) for claim in stated]),
            source=sentence(gettext("Source: %(source)s"), source=source),
        )


def _speakers(programme: Programme) -> list[Person]:
    """Return who speaks, each once, in the order of speaking; also at what is held within."""
    speakers: dict[str, Person] = {}
    for held in (programme, *programme.children):
        for item in held.items:
            for contribution in item.contributions:
                person = contribution.who.person
                if person and contribution.role in SPEAKING_ROLES:
                    speakers.setdefault(person.uid, person)
    return list(speakers.values())


def _guests(programme: Programme, voice: Voice) -> Iterator[SafeString]:
    said = set()
    for held in (programme, *programme.children):
        for line in voice.lines(held.guest_notes):
            if line not in said:
                said.add(line)
                yield line
    if programme.dress:
        yield sentence(gettext("Dress: %(dress)s"), dress=voice.say(programme.dress))
