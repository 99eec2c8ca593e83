"""Where a text of an event gives another figure than the source of record, and what may be written instead."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from events.programme import figure_wording as wording
from events.programme.choices import FigureChoice
from events.programme.every_text import Place, every_text
from events.programme.figure_reading import Figure, Mention, read_figures
from events.programme.figure_wording import figure_of
from events.programme.figure_words import SUBJECTS
from events.programme.languages import capitalised
from events.programme.value import Claim, Decision, Programme

EASTERN = ("۰۱۲۳۴۵۶۷۸۹", "٠١٢٣٤٥٦٧٨٩")


@dataclass(frozen=True, slots=True)
class Ledger:
    """What is claimed of an occasion: all of it, the best source first, and what the source of record claims."""

    claims: tuple[Claim, ...] = ()
    record: tuple[Claim, ...] = ()


@dataclass(frozen=True, slots=True)
class Found:
    """A figure in a text of the event."""

    place: Place
    mention: Mention


@dataclass(frozen=True)
class Disagreement:
    """The figures that the texts of one event give for a subject, of which at least one is not that of the record.

    ``found`` are all of them, ``open`` those that nobody has decided on, ``claims`` the best claim for each figure in
    the order of the figures. A figure that no source of the ledger gives has none.
    """

    event: str
    subject: str
    record: Claim
    right: Figure
    found: tuple[Found, ...]
    open: tuple[Found, ...]
    claims: tuple[tuple[Figure, Claim | None], ...]
    languages: tuple[str, ...]

    @property
    def key(self) -> str:
        return f"{self.subject}:{self.event}"

    @property
    def unsourced(self) -> tuple[Figure, ...]:
        return tuple(figure for figure, claim in self.claims if claim is None)

    @property
    def choices(self) -> tuple[FigureChoice, ...]:
        """What may be chosen: a figure that no source gives can be attributed to nobody, and a text that all missions
        share is not made to give that of the record."""
        possible = (FigureChoice.RECORD,) if self.unsourced else tuple(FigureChoice)
        return tuple(
            each for each in possible if each is not FigureChoice.RECORD or not self.is_in_a_shared_text
        )

    @property
    def is_in_a_shared_text(self) -> bool:
        return any(found.place.is_shared for found in self.open)

    @cached_property
    def sourced(self) -> tuple[tuple[Figure, Claim], ...]:
        return tuple((figure, claim) for figure, claim in self.claims if claim is not None)

    @property
    def weighed(self) -> tuple[Claim, ...]:
        """The claims that a decision keeps: that of the record first."""
        return (self.record, *(claim for _, claim in self.sourced if claim != self.record))

    def clause(self, found: Found, choice: FigureChoice) -> str:
        """Return what is written in the place of the figure and the words around it."""
        text, at, language = found.place.text, found.mention, found.place.language
        behind = text[at.end : at.close]
        if choice is FigureChoice.RECORD:
            return _in_the_manner(wording.say(self.right, language), text, at, language) + behind
        if choice is FigureChoice.ATTRIBUTE:
            said = text[at.start : at.close]
            return said if self._is_attributed(found) else f"{said} {self._attributed(at.figures, language)}"
        either = wording.say_either([figure for figure, _ in self.sourced], language)
        remark = wording.sources(self.sourced, language, self.languages)
        return f"{_in_the_manner(either, text, at, language)}{behind} {remark}"

    def rewritten(self, choice: FigureChoice) -> Iterator[tuple[Place, str]]:
        """Yield each text that the choice changes, as it is to be. The record's figure stays bare with *record*."""
        for place in dict.fromkeys(found.place for found in self.found if not found.place.is_shared):
            text = place.text
            for found in reversed([each for each in self.found if each.place == place]):
                rest = self._without_remark(text[found.mention.close :], found)
                text = text[: found.mention.start] + self.clause(found, choice) + rest
            if text != place.text:
                yield place, text

    def _attributed(self, figures: tuple[Figure, ...], language: str) -> str:
        said = [(figure, claim) for figure, claim in self.sourced if figure in figures]
        if len(said) == 1:
            return wording.attribution(said[0][1], language, self.languages)
        return wording.sources(said, language, self.languages)

    def _is_attributed(self, found: Found) -> bool:
        """Whether somebody has named all issuers in the text by hand."""
        close, language = found.mention.close, found.place.language
        text = found.place.text[:close] + self._without_remark(found.place.text[close:], found)
        issuers = [claim for figure, claim in self.sourced if figure in found.mention.figures]
        return all(wording.issuer_of(claim, language, self.languages) in text for claim in issuers)

    def _without_remark(self, rest: str, found: Found) -> str:
        """Take off what an earlier choice put behind the figure."""
        for remark in (
            self._attributed(found.mention.figures, found.place.language),
            wording.sources(self.sourced, found.place.language, self.languages),
        ):
            rest = rest.removeprefix(f" {remark}")
        return rest


def disagreements(programme: Programme, ledgers: Mapping[str, Ledger]) -> list[Disagreement]:
    """Return what an officer has to decide in the event and in what is held within it.

    ``ledgers`` are those of their occasions, by the uid of the event.
    """
    return [each for each in weighed(programme, ledgers) if each.open]


def weighed(programme: Programme, ledgers: Mapping[str, Ledger]) -> list[Disagreement]:
    """Return all that differs, also where it was decided to leave it so."""
    texts = list(every_text(programme))
    result = []
    for event in (programme, *programme.children):
        ledger = ledgers.get(event.uid, Ledger())
        if not ledger.record:
            continue
        found: dict[str, list[Found]] = {}
        for place in texts:
            if place.event == event.uid and wording.known(place.language):
                for mention in read_figures(place.text, place.language):
                    if subject := mention.subject or _subject_of(mention, ledger):
                        found.setdefault(subject, []).append(Found(place, mention))
        for subject in SUBJECTS:
            if differing := _differing(event, subject, found.get(subject, []), ledger):
                result.append(differing)
    return result


def _differing(event: Programme, subject: str, found: list[Found], ledger: Ledger) -> Disagreement | None:
    record = next((claim for claim in ledger.record if claim.subject == subject and figure_of(claim)), None)
    right = figure_of(record) if record else None
    differing = [each for each in found if any(figure != right for figure in each.mention.figures)]
    if record is None or right is None or not differing:
        return None
    decision = next((each for each in event.decisions if each.subject == subject), None)
    figures: dict[Figure, Claim | None] = {right: record}
    known: dict[Figure, Claim] = {}
    for claim in (*event.claims, *ledger.claims):
        if claim.subject == subject and (figure := figure_of(claim)):
            known.setdefault(figure, claim)
    for each in found:
        for figure in each.mention.figures:
            figures.setdefault(figure, known.get(figure))
    return Disagreement(
        event=event.uid,
        subject=subject,
        record=record,
        right=right,
        found=tuple(found),
        open=tuple(each for each in differing if not _is_decided(each, decision, record, event.languages)),
        claims=tuple(sorted(figures.items(), key=lambda each: (each[0].value, each[0].most or 0))),
        languages=event.languages,
    )


def _is_decided(found: Found, decision: Decision | None, record: Claim, languages: tuple[str, ...]) -> bool:
    """Whether it was chosen to leave the figure, and the text still names who issued it, where it can be changed."""
    if decision is None or decision.choice is FigureChoice.RECORD:
        return False
    if figure_of(decision.claims[0]) != figure_of(record):
        return False
    issuers = {
        figure_of(claim): wording.issuer_of(claim, found.place.language, languages)
        for claim in decision.claims
    }
    return all(
        figure in issuers and (found.place.is_shared or issuers[figure] in found.place.text)
        for figure in found.mention.figures
    )


def _subject_of(mention: Mention, ledger: Ledger) -> str:
    """Return what people without a word for it are: what the one subject of the ledger with that figure counts."""
    subjects = {
        claim.subject for claim in ledger.claims if claim.value == mention.figures[0].value and claim.value
    } & set(SUBJECTS)
    return subjects.pop() if len(subjects) == 1 else ""


def _in_the_manner(said: str, text: str, at: Mention, language: str) -> str:
    """Write it with the digits of the text, and with a capital where it begins a sentence."""
    for digits in EASTERN:
        if set(digits) & set(text[at.start : at.end]):
            said = said.translate({ord("0") + number: digit for number, digit in enumerate(digits)})
    before = text[: at.start].rstrip(' “«"')
    return capitalised(said, language) if not before or before[-1] in ".!?\n" else said
