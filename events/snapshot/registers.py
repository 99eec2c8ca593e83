"""Rows of the registers as values: missions, occasions, organisations, people, places, claims, phrases."""

from datetime import UTC, date

from babel import Locale

from events.models import (
    Claim,
    Edition,
    FigureDecision,
    Mission,
    Occasion,
    Organisation,
    Person,
    Phrase,
    Place,
)
from events.models.fields import text_of
from events.programme import value as v
from events.programme.agenda import Place as PlaceValue
from events.programme.choices import (
    Basis,
    FigureChoice,
    MissionKind,
    OrganisationKind,
    PaperSize,
    Qualifier,
    Register,
)
from events.programme.document import claim_from_document
from events.programme.languages import LANGUAGES
from events.programme.occasion import AnchoredSilence as AnchoredSilenceValue
from events.programme.occasion import Edition as EditionValue
from events.programme.occasion import Occasion as OccasionValue
from events.programme.people import Office
from events.programme.people import Organisation as OrganisationValue
from events.programme.people import Person as PersonValue
from events.programme.phrases import Phrase as PhraseValue
from events.programme.text import Text


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
        look=v.Look(
            PaperSize(mission.paper),
            mission.accent,
            text_of(mission.letterhead),
            mission.emblem,
            text_of(mission.press_contacts),
        ),
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


def phrase_value(phrase: Phrase) -> PhraseValue:
    """Return one that is never translated: it stands in one language."""
    ((language, words),) = text_of(phrase.text).versions[:1]
    return PhraseValue(words, language, text_of(phrase.gloss))


def state_name(country: str) -> Text:
    """Return the name of a state in our languages; the code where it is not known."""
    names = {code: Locale.parse(code).territories.get(country, country) for code in LANGUAGES}
    return Text.of(names)
