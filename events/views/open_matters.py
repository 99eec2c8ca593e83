"""What is still open in an event, each with where it is settled, and what an officer has answered instead."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from django.urls import NoReverseMatch, reverse
from django.utils.functional import Promise
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from events.forms.event_fields import TEXTS, languages_of
from events.models import Event, SettledMatter
from events.programme.choices import Settlement
from events.programme.completeness import SPELLING, Severity, missing
from events.programme.conflicts import Level, conflicts
from events.programme.every_text import Of, Place, edition_uid
from events.programme.explanations import explain
from events.programme.finding import Finding
from events.programme.lint import findings
from events.programme.mend import Agenda
from events.programme.settling import answer_to
from events.programme.value import Programme
from events.views.open_spellings import Choice, choices_for

# Fields of the event's own form by what completeness calls them.
IN_THE_AGENDA = ("parts", "items", "people", "start")
TEXT_NAMES = {text.name for text in TEXTS}
LISTS = {Of.GROUP: "desk:groups", Of.DAY: "desk:opening_days", Of.WORK: "desk:works"}
# What the button says that gives the answer, and what is told once it is given.
GIVES: Mapping[str, Promise] = {
    Settlement.NOT_STATED: _("Not stated"),
    Settlement.RIGHT: _("Leave it as it is"),
}
GIVEN: Mapping[str, Promise] = {
    Settlement.NOT_STATED: _("Not stated"),
    Settlement.RIGHT: _("Left as it is"),
}


@dataclass(frozen=True)
class Matter:
    """Something open: ``address`` is where it is settled, ``answer`` what may be said instead, if anything.

    ``choice`` has the spellings from which one may be chosen. ``says_why`` tells that guests would meet it: who leaves
    it as it is may say why, and has to of words that look wrong, which ``finding`` holds.
    """

    words: str
    address: str
    is_must: bool
    key: str = ""
    answer: str = ""
    says_why: bool = False
    settled: SettledMatter | None = None
    finding: Finding | None = None
    choice: Choice | None = None

    @property
    def gives(self) -> Promise | str:
        if self.choice:
            return _("Use it as it stands")
        return _("This is right") if self.finding else GIVES.get(self.answer, "")

    @property
    def may_be_put_right(self) -> bool:
        return self.finding is not None and self.finding.may_be_put_right

    @property
    def given(self) -> Promise | str:
        if not self.settled:
            return ""
        return _("Right as it is") if self.finding else GIVEN[self.settled.answer]


@dataclass
class Matters:
    """``open`` has what must be settled first; ``settled`` what an officer has answered."""

    open: list[Matter] = field(default_factory=list)
    settled: list[Matter] = field(default_factory=list)


def matters_of(event: Event, programme: Programme | None) -> Matters:
    """Return what is missing, what clashes, then words that look wrong.

    Nothing of a working copy that cannot be read.
    """
    if programme is None:
        return Matters()
    answers = answers_to(event)
    found = [
        *_missing(event, programme, answers),
        *_clashing(event, programme, answers),
        *_wording(event, programme, answers),
    ]
    found.sort(key=lambda each: not each.is_must)
    return Matters([each for each in found if not each.settled], [each for each in found if each.settled])


def answers_to(event: Event) -> dict[str, SettledMatter]:
    """Return the answers that hold for the event, by the key of their matter."""
    rows = SettledMatter.objects.told_with(event).select_related("by")
    return {row.key: row for row in rows}


def _missing(event: Event, programme: Programme, answers: Mapping[str, SettledMatter]) -> Iterator[Matter]:
    found = missing(programme)
    choices = choices_for(event, found)
    for each in found:
        choice = choices.get(each.key)
        yield Matter(
            each.words,
            _in_the_register(choice) if choice else where(event, programme, each.target, each.event),
            each.severity is Severity.MUST,
            each.key,
            each.answer or "",
            says_why=choice is not None,
            settled=answers.get(each.key) if each.answer else None,
            choice=choice,
        )


def _in_the_register(choice: Choice) -> str:
    person = choice.person
    return reverse("desk:entry", args=[person.mission.slug, "people", person.pk]) + "#spellings"


def _clashing(event: Event, programme: Programme, answers: Mapping[str, SettledMatter]) -> Iterator[Matter]:
    told = {each.key for each in missing(programme)}
    language = get_language() or "en"
    agenda = Agenda(programme)
    for conflict in conflicts(programme):
        if conflict.level is not Level.WARNING or conflict.key in told:
            continue
        mend = answer_to(conflict, programme)
        yield Matter(
            explain(conflict, programme, language),
            where(event, programme, conflict.uids[0], agenda.event_in(conflict).uid),
            True,
            mend.uid if mend else "",
            str(mend.values["answer"]) if mend else "",
            says_why=True,
            settled=answers.get(mend.uid) if mend else None,
        )


def _wording(event: Event, programme: Programme, answers: Mapping[str, SettledMatter]) -> Iterator[Matter]:
    for each in findings(programme):
        yield Matter(
            each.words,
            where_it_stands(event, programme, each.place),
            not each.place.is_for_staff,
            each.key,
            Settlement.RIGHT,
            says_why=True,
            settled=answers.get(each.key),
            finding=each,
        )


def where_it_stands(event: Event, programme: Programme, place: Place) -> str:
    """Return the address of the field in which a text is written."""
    slug = next((child.slug for child in programme.children if child.uid == place.event), event.slug)
    if place.of is Of.EVENT:
        page = reverse("desk:event", args=[event.mission.slug, slug])
        return f"{page}#id_{place.field}_{place.language}"
    if place.of is Of.EDITION:
        return _message_in_its_occasion(event, programme, place)
    if place.of in LISTS:
        return reverse(LISTS[place.of], args=[event.mission.slug, slug])
    kind = "part" if place.of is Of.PART else "item"
    return f"{reverse('desk:agenda', args=[event.mission.slug, slug])}#{kind}-{place.uid}"


def _message_in_its_occasion(event: Event, programme: Programme, place: Place) -> str:
    editions = (each.edition for each in (programme, *programme.children))
    edition = next(each for each in editions if each and edition_uid(each) == place.uid)
    page = reverse("desk:occasion", args=[event.mission.slug, edition.occasion.slug])
    return f"{page}#message-{edition.year}"


def where(event: Event, programme: Programme, target: str, uid: str) -> str:
    """Return the address of a field of the event, or of one held within it, or of an item in the agenda."""
    slug = next((child.slug for child in programme.children if child.uid == uid), event.slug)
    page = reverse("desk:event", args=[event.mission.slug, slug])
    if target in TEXT_NAMES:
        return f"{page}#id_{target}_{languages_of(event)[0]}"
    if target == "look":
        return reverse("desk:print", args=[event.mission.slug, slug])
    if target == "hosts":
        return f"{page}#hosts"
    if target == SPELLING:
        return f"{page}#open-matters"
    if target in ("on", "until", "place", "zone", "occasion", "status", "languages"):
        return f"{page}#id_{target}"
    anchor = "" if target in IN_THE_AGENDA else f"#item-{target}"
    try:
        return reverse("desk:agenda", args=[event.mission.slug, slug]) + anchor
    except NoReverseMatch:
        return page
