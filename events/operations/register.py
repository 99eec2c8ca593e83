"""What a programme names, found in the mission's registers or entered there."""

from datetime import date

from django.db.models import F, Q

from events.models import (
    Alias,
    Claim,
    Edition,
    Mission,
    Occasion,
    Office,
    Organisation,
    Person,
    Place,
    Source,
)
from events.models.fields import text_of
from events.programme import value as v
from events.programme.agenda import Place as PlaceValue
from events.programme.occasion import Edition as EditionValue
from events.programme.occasion import Occasion as OccasionValue
from events.programme.people import Organisation as OrganisationValue
from events.programme.people import Person as PersonValue
from events.programme.sentence import sentence
from events.programme.text import Text
from events.snapshot.registers import (
    claim_value,
    occasion_value,
    organisation_value,
    person_value,
    place_value,
)


class RegisterError(ValueError):
    """The register holds something else under the same uid or name."""


class Register:
    """Finds what is already there, and refuses what differs from it: a file never rewrites a register."""

    def __init__(self, mission: Mission) -> None:
        self.mission = mission

    def edition(self, wanted: EditionValue | None) -> Edition | None:
        if wanted is None:
            return None
        edition, _ = Edition.objects.get_or_create(
            occasion=self._occasion(wanted.occasion), year=wanted.year, defaults={"message": wanted.message}
        )
        if text_of(edition.message) != wanted.message:
            raise RegisterError(
                sentence(
                    "the message of the edition %(year)s differs from the one kept here",
                    year=str(wanted.year),
                )
            )
        return edition

    def _occasion(self, wanted: OccasionValue) -> Occasion:
        occasion = Occasion.objects.filter(slug=wanted.slug).first()
        if occasion is None:
            return self._new_occasion(wanted)
        if occasion_value(occasion) != wanted:
            raise RegisterError(
                sentence("the occasion “%(name)s” differs from the one kept here", name=wanted.slug)
            )
        return occasion

    def _new_occasion(self, wanted: OccasionValue) -> Occasion:
        silence = wanted.silence
        occasion = Occasion(
            slug=wanted.slug,
            name=wanted.name,
            of_name=wanted.of_name,
            day_name=wanted.day_name,
            base_from=wanted.base_from,
            base_on=wanted.base_on,
            observed_month=wanted.observed_month,
            observed_day=wanted.observed_day,
            register=wanted.register.value,
            **(
                {
                    "silence_at": silence.at,
                    "silence_zone": silence.zone,
                    "silence_duration": silence.duration,
                    "silence_city": silence.city,
                }
                if silence
                else {}
            ),
        )
        occasion.full_clean()
        occasion.save()
        for order, name in enumerate(wanted.aliases):
            Alias.objects.create(occasion=occasion, order=order, name=name)
        return occasion

    def organisation(self, wanted: OrganisationValue) -> Organisation:
        organisation = Organisation.objects.filter(uid=wanted.uid).first()
        if organisation is None:
            organisation = Organisation(
                mission=self.mission,
                uid=wanted.uid,
                name=wanted.name,
                short_name=wanted.short_name,
                descriptor=wanted.descriptor,
                kind=wanted.kind.value,
                country=wanted.country,
                city=wanted.city,
                parent=self.organisation(wanted.parent) if wanted.parent else None,
            )
            organisation.full_clean()
            organisation.save()
        elif organisation_value(organisation) != wanted:
            raise RegisterError(
                sentence("the organisation “%(name)s” differs from the register", name=_named(wanted.name))
            )
        return organisation

    def person(self, wanted: PersonValue, day: date | None) -> Person:
        person = Person.objects.filter(uid=wanted.uid).first()
        if person is None:
            return self._new_person(wanted)
        if person_value(person, day) != wanted:
            raise RegisterError(sentence("“%(name)s” differs from the register", name=_named(wanted.name)))
        return person

    def _new_person(self, wanted: PersonValue) -> Person:
        person = Person(
            mission=self.mission,
            uid=wanted.uid,
            name=wanted.name,
            honorific=wanted.honorific,
            academic_title=wanted.academic_title,
            rank=wanted.rank,
            second_mention=wanted.second_mention,
            spoken=wanted.spoken,
            first_mention=wanted.first_mention,
            place_card=wanted.place_card,
            confirmed=wanted.confirmed,
        )
        person.full_clean()
        person.save()
        for order, office in enumerate(wanted.offices):
            organisation = self.organisation(office.organisation) if office.organisation else None
            row = Office(person=person, order=order, title=office.title, organisation=organisation)
            row.full_clean()
            row.save()
        return person

    def place(self, wanted: PlaceValue | None) -> Place | None:
        """Return the place; its room is said by who uses it."""
        if wanted is None:
            return None
        for place in Place.objects.all():
            if place_value(place, wanted.room) == wanted:
                return place
        place = Place(
            mission=self.mission,
            name=wanted.name,
            address=wanted.address,
            city=wanted.city,
            country=wanted.country,
            zone=wanted.zone,
            latitude=wanted.latitude,
            longitude=wanted.longitude,
            basis=wanted.basis.value,
        )
        place.full_clean()
        place.save()
        return place

    def claim(self, wanted: v.Claim, edition: Edition | None) -> Claim:
        if not wanted.source:
            raise RegisterError(sentence("a claim names its source by a key"))
        ours = Q(mission=self.mission) | Q(mission__isnull=True)
        source = (
            Source.objects.filter(ours, key=wanted.source).order_by(F("mission").asc(nulls_last=True)).first()
        )
        if source is None:
            source = Source.objects.create(
                mission=self.mission,
                key=wanted.source,
                title=wanted.document or wanted.issuer,
                kind="document",
                issuer=wanted.issuer,
                language=(wanted.wording.languages or ("en",))[0],
                authority=Source.Authority.LOW,
            )
        for claim in source.claims.filter(ours, subject=wanted.subject):
            if claim_value(claim) == wanted:
                return claim
        claim = Claim(
            mission=self.mission,
            source=source,
            edition=edition,
            subject=wanted.subject,
            qualifier=wanted.qualifier.value,
            value=wanted.value,
            most=wanted.most,
            wording=wanted.wording,
            speaker=wanted.issuer,
            document=wanted.document,
            stated_on=wanted.on,
        )
        claim.full_clean()
        claim.save()
        return claim


def _named(name: Text) -> str:
    return name.wording("en").text
