"""The order of speaking: read from the agenda and the register, taken over as a whole, taken back as a whole."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from events.models import Contribution, Event, Item, Member, Office, Organisation, Part, User
from events.models.fields import text_of
from events.operations.agenda import reorder
from events.operations.deeds import deed
from events.operations.order_rules import keep_rule, rule_before
from events.operations.stale import StaleError, kept, locked_event
from events.programme.choices import Answer, Cue, HostRole, Kind, Manner, Ordered, Role, StartMode
from events.programme.speaking import OF_NO_HOST, SPEECHES, Speaker, SpeakingRule, Speech, Tied, arranged

OFFICER = Member.Role.OFFICER
HOSTING = (HostRole.HOST.value, HostRole.CO_HOST.value)
SPEAKING = (Role.SPEAKER.value, Role.READER.value)
# What is asked of the guests at that moment of the ceremony, whoever speaks.
OF_THE_PLACE = {Cue.RISE.value, Cue.REMAIN_STANDING.value, Cue.BE_SEATED.value}
READ = (
    "items__contributions__organisation",
    "items__contributions__other_organisation",
    "items__contributions__person__offices__organisation__parent__parent",
    "items__contributions__other_person__offices__organisation__parent__parent",
    "items__contributions__replaced_by__offices__organisation__parent__parent",
)


def speeches_of(event: Event) -> tuple[Speech, ...]:
    """Return the speeches of the agenda in their order, each with what the rules ask of its speaker."""
    hosts = list(event.hosts.filter(role__in=HOSTING).values_list("organisation", flat=True))
    found = []
    for part in Part.objects.filter(event=event).prefetch_related(*READ):
        items = list(part.items.all())
        for item, following in zip(items, [*items[1:], None], strict=True):
            if item.kind in SPEECHES:
                speaker = _speaker(item, hosts, event.on)
                found.append(Speech(str(item.uid), str(part.uid), speaker, _tied(item, following)))
    return tuple(found)


@deed(OFFICER)
def order_speakers(
    event: Event,
    version: int,
    rule: SpeakingRule,
    *,
    shown: Sequence[str],
    by: User,
    now: datetime,
    language: str = "",
    because: str = "",
) -> None:
    """Put the speeches into the order of the rule, by which they were ``shown``: as a whole or not at all.

    By hand, the agenda stays as it is. Raises StaleError where the rule gives another order by now, ValidationError
    where it is by hand and nobody says why.
    """
    event = locked_event(event, version)
    if rule is SpeakingRule.BY_HAND and not because:
        raise ValidationError({"because": _("Say why the order is as it is.")})
    order = [standing.speech.uid for standing in arranged(speeches_of(event), rule, language)]
    if list(shown) != order:
        raise StaleError(event, version)
    told = language if rule is SpeakingRule.ALPHABETICAL else ""
    keep_rule(event, Ordered.SPEAKERS, rule.value, language=told, because=because, by=by, now=now)
    _put(event, version, order, by)


@deed(OFFICER)
def take_speakers_back(event: Event, version: int, order: Sequence[str], *, by: User) -> None:
    """Put the speeches back into the order that they had before the last rule, and the rule before with them."""
    event = locked_event(event, version)
    if sorted(order) != sorted(speech.uid for speech in speeches_of(event)):
        raise StaleError(event, version)
    rule_before(event, Ordered.SPEAKERS)
    _put(event, version, order, by)


def _put(event: Event, version: int, order: Sequence[str], by: User) -> None:
    """Fill the places of the speeches in this order. What is asked of the guests in a place stays with it."""
    rows = [(part, list(part.items.all())) for part in event.parts.all()]
    speeches = {str(item.uid): item for _part, items in rows for item in items if str(item.uid) in set(order)}
    asked = [[cue for cue in item.cues if cue in OF_THE_PLACE] for item in speeches.values()]
    before, places = list(speeches), iter(order)
    whole = [
        (str(part.uid), [next(places) if str(item.uid) in speeches else str(item.uid) for item in items])
        for part, items in rows
    ]
    reorder(event, version, whole, by=by)
    if before == list(order):
        event.raise_version(by)
    for uid, cues in zip(order, asked, strict=True):
        item = Item.objects.get(pk=speeches[uid].pk)
        own = [cue for cue in item.cues if cue not in OF_THE_PLACE]
        kept(item, {"cues": [cue.value for cue in Cue if cue.value in (*cues, *own)]}, by)


def _tied(item: Item, following: Item | None) -> Tied | None:
    if item.start != StartMode.LINKED:
        return Tied.START
    return Tied.ALONGSIDE if following and following.start == StartMode.ALONGSIDE else None


def _speaker(item: Item, hosts: Sequence[int], day: date | None) -> Speaker | None:
    """Return who speaks first in the item; of a message, whose it is."""
    for each in item.contributions.all():
        if each.role in SPEAKING and each.answer != Answer.DECLINED:
            speaker = _as_speaker(each, item.kind == Kind.MESSAGE, hosts, day)
            if speaker:
                return speaker
    return None


def _as_speaker(each: Contribution, message: bool, hosts: Sequence[int], day: date | None) -> Speaker | None:
    person, organisation = each.replaced_by or each.person, each.organisation
    if message and each.manner == Manner.READING_MESSAGE_OF:
        person, organisation = each.other_person, each.other_organisation
    if person is None:
        return (
            Speaker(text_of(organisation.name), host=_host([organisation], hosts)) if organisation else None
        )
    held = [office for office in person.offices.all() if office.is_held_on(day)]
    office = min(held, key=_by_precedence, default=None)
    spoken_for = [each.other_organisation, *(office.organisation for office in held)]
    return Speaker(
        text_of(person.name),
        host=_host([organisation for organisation in spoken_for if organisation], hosts),
        precedence=office.precedence if office else None,
        since=office.since if office else None,
    )


def _by_precedence(office: Office) -> tuple[float, int]:
    return office.precedence or float("inf"), office.order


def _host(organisations: Sequence[Organisation], hosts: Sequence[int]) -> int | None:
    """Return the place of the first host among the organisations and what they are a part of; None without any."""
    if not organisations:
        return None
    within = {each.pk for organisation in organisations for each in _with_parents(organisation)}
    return next((place for place, host in enumerate(hosts) if host in within), OF_NO_HOST)


def _with_parents(organisation: Organisation | None) -> Iterator[Organisation]:
    while organisation:
        yield organisation
        organisation = organisation.parent
