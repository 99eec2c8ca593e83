"""The only reader of models for output: an event becomes a Programme, in one reading and one sum of times."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta

from babel import Locale

from events.models import (
    Claim,
    Contribution,
    Edition,
    Event,
    FigureDecision,
    Item,
    Mission,
    Occasion,
    Organisation,
    Part,
    Person,
    Phrase,
    Place,
)
from events.models.fields import text_of
from events.programme import value as v
from events.programme.agenda import Anthem as AnthemValue
from events.programme.agenda import Item as ItemValue
from events.programme.agenda import Part as PartValue
from events.programme.agenda import Place as PlaceValue
from events.programme.agenda import Span as SpanValue
from events.programme.agenda import Start as StartValue
from events.programme.choices import (
    Answer,
    Audience,
    Basis,
    Cue,
    EventKind,
    FigureChoice,
    HostRole,
    Kind,
    Manner,
    MissionKind,
    Ordered,
    OrganisationKind,
    PaperSize,
    Phase,
    Qualifier,
    Register,
    Role,
    Shown,
    StartMode,
    Status,
)
from events.programme.document import claim_from_document
from events.programme.every_text import every_text
from events.programme.languages import LANGUAGES
from events.programme.occasion import AnchoredSilence as AnchoredSilenceValue
from events.programme.occasion import Edition as EditionValue
from events.programme.occasion import Occasion as OccasionValue
from events.programme.people import Contribution as ContributionValue
from events.programme.people import Office, Party
from events.programme.people import Organisation as OrganisationValue
from events.programme.people import Person as PersonValue
from events.programme.phrases import Phrase as PhraseValue
from events.programme.text import Text
from events.programme.timing import NonexistentTimeError, in_utc, moment, running_order


def take_snapshot(event: Event) -> v.Programme:
    """Return the event's working copy as a draft Programme, with the events held within it.

    Reads within the scope of whoever asks. Raises NonexistentTimeError for a clock time that the clocks skip.
    """
    return snapshot_of(Event.objects.with_agenda().get(pk=event.pk))


def snapshot_of(event: Event) -> v.Programme:
    """Return the same for an event that was just read ``with_agenda``."""
    children = Event.objects.with_agenda().filter(parent=event).order_by("on", "pk")
    programme = _programme(event, tuple(_programme(child, ()) for child in children))
    return _with_phrases(programme, _kept_phrases(), event)


def take_snapshots(events: Iterable[Event]) -> dict[int, v.Programme | NonexistentTimeError]:
    """Return the working copies of many events by their keys, in as many queries as for one.

    Where the clocks skip a clock time of an event, that stands in the place of its programme.
    """
    keys = [event.pk for event in events]
    children: dict[int, list[Event]] = {}
    for child in Event.objects.with_agenda().filter(parent__in=keys).order_by("on", "pk"):
        children.setdefault(child.parent_id, []).append(child)
    found: dict[int, v.Programme | NonexistentTimeError] = {}
    phrases = _kept_phrases()
    for event in Event.objects.with_agenda().filter(pk__in=keys):
        try:
            held = tuple(_programme(child, ()) for child in children.get(event.pk, ()))
            found[event.pk] = _with_phrases(_programme(event, held), phrases, event)
        except NonexistentTimeError as error:
            found[event.pk] = error
    return found


def _kept_phrases() -> list[Phrase]:
    return list(Phrase.objects.filter(never_translate=True))


def _with_phrases(programme: v.Programme, kept: Iterable[Phrase], event: Event) -> v.Programme:
    """Return the programme with those phrases that stand in its texts and are never translated."""
    rows = [row for row in kept if row.mission_id in (None, event.mission_id)]
    if not rows:
        return programme
    texts = [place.text for place in every_text(programme)]
    phrases = (phrase_value(row) for row in rows)
    found = {each: None for each in phrases if any(each.text in text for text in texts)}
    return replace(programme, phrases=tuple(found))


def phrase_value(phrase: Phrase) -> PhraseValue:
    """Return one that is never translated: it stands in one language."""
    ((language, words),) = text_of(phrase.text).versions[:1]
    return PhraseValue(words, language, text_of(phrase.gloss))


def _programme(event: Event, children: tuple[v.Programme, ...]) -> v.Programme:
    held = tuple(replace(child, day_open=child.day_open or event.day_open) for child in children)
    return v.Programme(
        uid=str(event.uid),
        slug=event.slug,
        mission=mission_value(event.mission),
        kind=EventKind(event.kind),
        title=text_of(event.title),
        zone=event.zone,
        on=event.on,
        languages=tuple(event.languages),
        status=Status(event.status),
        until=event.until,
        ends_by=moment(event.ends_by, event.on, event.zone) if event.ends_by and event.on else None,
        short_title=text_of(event.short_title),
        subtitle=text_of(event.subtitle),
        dedication=text_of(event.dedication),
        theme=text_of(event.theme),
        objective=text_of(event.objective),
        note=text_of(event.note),
        guest_notes=text_of(event.guest_notes),
        dress=text_of(event.dress),
        hosts=tuple(
            v.Host(organisation_value(host.organisation), HostRole(host.role)) for host in event.hosts.all()
        ),
        place=place_value(event.place, text_of(event.room)) if event.place else None,
        edition=edition_value(event.edition) if event.edition else None,
        audience_groups=tuple(
            v.AudienceGroup(text_of(group.name), group.quota) for group in event.audience_groups.all()
        ),
        parts=_parts(event),
        days=tuple(
            v.OpeningDay(day.on, day.opens_at, day.closes_at, text_of(day.note)) for day in event.days.all()
        ),
        works=tuple(
            v.Work(
                text_of(work.title),
                text_of(work.maker),
                work.made,
                text_of(work.caption),
                text_of(work.lender),
            )
            for work in event.works.all()
        ),
        claims=tuple(claim_value(printed.claim) for printed in event.claims.all()),
        decisions=tuple(decision_value(row) for row in event.figure_decisions.all()),
        children=held,
        prints_unconfirmed=event.prints_unconfirmed,
        day_open=event.day_open,
    )


def mission_value(mission: Mission) -> v.Mission:
    return v.Mission(
        slug=mission.slug,
        name=text_of(mission.name),
        kind=MissionKind(mission.kind),
        zone=mission.zone,
        languages=tuple(mission.languages),
        short_name=text_of(mission.short_name),
        city=text_of(mission.city),
        country=mission.country,
        look=v.Look(PaperSize(mission.paper), mission.accent, text_of(mission.letterhead), mission.emblem),
    )


def occasion_value(occasion: Occasion) -> OccasionValue:
    silence = None
    if occasion.silence_at is not None:
        silence = AnchoredSilenceValue(
            occasion.silence_at,
            occasion.silence_zone,
            occasion.silence_duration,
            text_of(occasion.silence_city),
        )
    return OccasionValue(
        slug=occasion.slug,
        name=text_of(occasion.name),
        of_name=text_of(occasion.of_name),
        day_name=text_of(occasion.day_name),
        base_on=occasion.base_on,
        register=Register(occasion.register),
        observed_month=occasion.observed_month,
        observed_day=occasion.observed_day,
        base_from=occasion.base_from,
        aliases=tuple(text_of(alias.name) for alias in occasion.aliases.all()),
        silence=silence,
    )


def edition_value(edition: Edition) -> EditionValue:
    return EditionValue(occasion_value(edition.occasion), edition.year, text_of(edition.message))


def organisation_value(organisation: Organisation) -> OrganisationValue:
    return OrganisationValue(
        uid=str(organisation.uid),
        name=text_of(organisation.name),
        short_name=text_of(organisation.short_name),
        descriptor=text_of(organisation.descriptor),
        kind=OrganisationKind(organisation.kind),
        country=organisation.country,
        city=text_of(organisation.city),
        parent=organisation_value(organisation.parent) if organisation.parent else None,
    )


def person_value(person: Person, day: date | None) -> PersonValue:
    """Return the person with the offices held on ``day``; without a day, those held now."""
    return PersonValue(
        uid=str(person.uid),
        name=text_of(person.name),
        honorific=text_of(person.honorific),
        academic_title=text_of(person.academic_title),
        rank=text_of(person.rank),
        second_mention=text_of(person.second_mention),
        spoken=text_of(person.spoken),
        offices=tuple(
            Office(
                text_of(office.title),
                organisation_value(office.organisation) if office.organisation else None,
            )
            for office in person.offices.all()
            if office.is_held_on(day)
        ),
        confirmed=person.confirmed,
        first_mention=text_of(person.first_mention),
        place_card=text_of(person.place_card),
    )


def claim_value(claim: Claim) -> v.Claim:
    return v.Claim(
        subject=claim.subject,
        qualifier=Qualifier(claim.qualifier),
        value=claim.value,
        wording=text_of(claim.sentence) or text_of(claim.wording),
        issuer=text_of(claim.speaker) or text_of(claim.source.issuer),
        document=text_of(claim.document) or text_of(claim.source.title),
        on=claim.stated_on or claim.source.published_on,
        source=claim.source.key,
        most=claim.most,
    )


def decision_value(row: FigureDecision) -> v.Decision:
    return v.Decision(
        subject=row.subject,
        choice=FigureChoice(row.choice),
        claims=tuple(claim_from_document(each) for each in row.claims),
        by=str(row.by or ""),
        at=row.at.astimezone(UTC).replace(microsecond=0),
    )


def place_value(place: Place, room: Text) -> PlaceValue:
    return PlaceValue(
        name=text_of(place.name),
        zone=place.zone,
        room=room,
        address=text_of(place.address),
        city=text_of(place.city),
        country=place.country,
        latitude=place.latitude,
        longitude=place.longitude,
        basis=Basis(place.basis),
    )


def _place_of(part: Part, event: Event) -> PlaceValue | None:
    """The part's own place; a room alone is one at the event's place."""
    place = part.place or (event.place if part.room else None)
    return place_value(place, text_of(part.room)) if place else None


def _parts(event: Event) -> tuple[PartValue, ...]:
    parts = []
    anthems = _anthems(event)
    clock: datetime | None = None
    for part in event.parts.all():
        starts_at = None
        if part.starts_at is not None and event.on is not None:
            starts_at = moment(part.starts_at, part.starts_on or event.on, event.zone)
        items = list(part.items.all())
        starts = [_start(item) for item in items]
        begins_at = starts_at or clock
        spans: Sequence[SpanValue | None] = [None] * len(items)
        if begins_at is not None:
            timed = [_Timed(item.duration, start) for item, start in zip(items, starts, strict=True)]
            spans = order = running_order(timed, begins_at, event.on)
            clock = max((span.end for span in order), default=begins_at, key=in_utc)
        parts.append(_part(part, starts_at, event, zip(items, starts, spans, strict=True), anthems))
    return tuple(parts)


@dataclass(frozen=True)
class _Timed:
    """What the running order asks of an item."""

    duration: timedelta
    start: StartValue


def _start(item: Item) -> StartValue:
    return StartValue(StartMode(item.start), item.start_at, item.start_zone or None, item.start_on)


def _part(
    part: Part,
    starts_at: datetime | None,
    event: Event,
    items: Iterable[tuple[Item, StartValue, SpanValue | None]],
    anthems: Mapping[int, tuple[AnthemValue, ...]],
) -> PartValue:
    return PartValue(
        uid=str(part.uid),
        heading=text_of(part.heading),
        phase=Phase(part.phase),
        items=tuple(
            replace(_item(item, start, span, event), anthems=anthems.get(item.pk, ()))
            for item, start, span in items
        ),
        place=_place_of(part, event),
        starts_at=starts_at,
        audience=Audience(part.audience),
    )


def _item(item: Item, start: StartValue, span: SpanValue | None, event: Event) -> ItemValue:
    return ItemValue(
        uid=str(item.uid),
        kind=Kind(item.kind),
        title=text_of(item.title),
        span=span,
        start=start,
        duration=item.duration,
        shown=Shown(item.shown),
        audience=Audience(item.audience),
        contributions=tuple(_contribution(each, event.on) for each in item.contributions.all()),
        dedication=text_of(item.dedication),
        text=text_of(item.text),
        staff_text=text_of(item.staff_text),
        words=text_of(item.words),
        cues=tuple(Cue(cue) for cue in item.cues),
        optional=item.optional,
        basis=Basis(item.basis),
        position_stated=item.position_stated,
        least=item.least,
        cut_order=item.cut_order,
        responsible=item.responsible,
    )


def _anthems(event: Event) -> dict[int, tuple[AnthemValue, ...]]:
    """Return what is played in which item, where the order of the anthems is kept.

    One item holds them all, as many items as states one each; another number of items does not say which is which,
    nor does an item with a title of its own among several.
    """
    rule = next((each for each in event.order_rules.all() if each.ordered == Ordered.ANTHEMS), None)
    if rule is None:
        return {}
    anthems = [AnthemValue(country, state_name(country)) for country in rule.listed]
    items = [item for part in event.parts.all() for item in part.items.all() if item.kind == Kind.ANTHEM]
    if len(items) == 1:
        return {items[0].pk: tuple(anthems)}
    if len(items) != len(anthems) or any(item.title for item in items):
        return {}
    return {item.pk: (anthem,) for item, anthem in zip(items, anthems, strict=True)}


def state_name(country: str) -> Text:
    """Return the name of a state in our languages; the code where it is not known."""
    names = {code: Locale.parse(code).territories.get(country, country) for code in LANGUAGES}
    return Text.of(names)


def _contribution(contribution: Contribution, day: date | None) -> ContributionValue:
    manner = Manner(contribution.manner)
    other = None
    if manner is not Manner.OWN:
        other = _party(
            contribution.other_person, contribution.other_organisation, contribution.other_words, day
        )
    return ContributionValue(
        who=_party(contribution.person, contribution.organisation, contribution.words, day),
        role=Role(contribution.role),
        manner=manner,
        other=other,
        group=contribution.group,
        answer=Answer(contribution.answer),
        replaced_by=person_value(contribution.replaced_by, day) if contribution.replaced_by else None,
    )


def _party(
    person: Person | None, organisation: Organisation | None, words: object, day: date | None
) -> Party:
    return Party(
        person=person_value(person, day) if person else None,
        organisation=organisation_value(organisation) if organisation else None,
        words=text_of(words),
    )
