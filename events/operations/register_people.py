"""The organisations and people whom a programme names, found in the mission's registers or entered there at once."""

from collections.abc import Iterator
from datetime import date
from uuid import UUID

from events.models import Mission, Office, Organisation, Person
from events.models.many import kept_uids, save_all
from events.operations.import_refusal import ImportRefusedError, check
from events.operations.named_in_programme import NamedOrganisation, NamedPerson, named_in
from events.programme.people import Organisation as OrganisationValue
from events.programme.people import Person as PersonValue
from events.programme.people import upwards
from events.programme.sentence import sentence
from events.programme.text import Text
from events.programme.value import Programme
from events.snapshot.registers import organisation_value, person_value


class People:
    """Who is named in one programme; a file never rewrites a register, so what differs from it is refused."""

    def __init__(self, mission: Mission, programme: Programme, where: str) -> None:
        """Raises ImportRefusedError, with the place in the programme."""
        self.mission = mission
        self.organisations: dict[str, Organisation] = {}
        self.people: dict[str, Person] = {}
        named = list(named_in(programme, where))
        self._enter_organisations([each for each in named if isinstance(each, NamedOrganisation)])
        self._enter_people([each for each in named if isinstance(each, NamedPerson)])

    def organisation(self, wanted: OrganisationValue) -> Organisation:
        return self.organisations[wanted.uid]

    def person(self, wanted: PersonValue) -> Person:
        return self.people[wanted.uid]

    def _enter_organisations(self, named: list[NamedOrganisation]) -> None:
        kept = Organisation.objects.filter(uid__in={each.value.uid for each in named})
        self.organisations = {str(row.uid): row for row in kept.select_related("parent__parent__parent")}
        values = {uid: organisation_value(row) for uid, row in self.organisations.items()}
        new: list[NamedOrganisation] = []
        for each in named:
            if each.value.uid not in values:
                values[each.value.uid] = each.value
                new.append(each)
            elif values[each.value.uid] != each.value:
                name = _named(each.value.name)
                raise ImportRefusedError(
                    each.where, sentence("the organisation “%(name)s” differs from the register", name=name)
                )
        _refuse_taken(Organisation, new)
        levels: dict[int, list[Organisation]] = {}
        for each in new:
            row = self._new_organisation(each.value)
            check(each.where, row)
            self.organisations[each.value.uid] = row
            levels.setdefault(sum(1 for _ in upwards(each.value)), []).append(row)
        for _, rows in sorted(levels.items()):
            save_all(rows)

    def _new_organisation(self, wanted: OrganisationValue) -> Organisation:
        return Organisation(
            mission=self.mission,
            uid=wanted.uid,
            name=wanted.name,
            short_name=wanted.short_name,
            descriptor=wanted.descriptor,
            kind=wanted.kind.value,
            country=wanted.country,
            city=wanted.city,
            parent=self.organisations[wanted.parent.uid] if wanted.parent else None,
        )

    def _enter_people(self, named: list[NamedPerson]) -> None:
        kept = Person.objects.filter(uid__in={each.value.uid for each in named})
        offices = "offices__organisation__parent__parent__parent"
        self.people = {str(row.uid): row for row in kept.prefetch_related(offices)}
        values: dict[tuple[str, date | None], PersonValue] = {}
        entered: dict[str, PersonValue] = {}
        new: list[NamedPerson] = []
        for each in named:
            uid = each.value.uid
            if uid in self.people:
                key = uid, each.day
                here = values.setdefault(key, person_value(self.people[uid], each.day))
            elif uid in entered:
                here = entered[uid]
            else:
                here = entered[uid] = each.value
                new.append(each)
            if here != each.value:
                name = _named(each.value.name)
                raise ImportRefusedError(
                    each.where, sentence("“%(name)s” differs from the register", name=name)
                )
        _refuse_taken(Person, new)
        held: list[Office] = []
        for each in new:
            person = self._new_person(each.value)
            check(each.where, person)
            self.people[each.value.uid] = person
            held += self._offices(person, each)
        save_all([self.people[each.value.uid] for each in new])
        save_all(held)

    def _new_person(self, wanted: PersonValue) -> Person:
        return Person(
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

    def _offices(self, person: Person, named: NamedPerson) -> Iterator[Office]:
        for order, office in enumerate(named.value.offices):
            organisation = self.organisation(office.organisation) if office.organisation else None
            row = Office(person=person, order=order, title=office.title, organisation=organisation)
            check(f"{named.where}.offices[{order}]", row)
            yield row


def _refuse_taken(
    model: type[Organisation | Person], new: list[NamedOrganisation] | list[NamedPerson]
) -> None:
    """Refuse a uid that a row has which this mission does not see."""
    taken = kept_uids(model, {each.value.uid for each in new}) if new else set()
    for each in new:
        if UUID(each.value.uid) in taken:
            raise ImportRefusedError(
                f"{each.where}.uid", sentence("something of the same name or uid is already kept here")
            )


def _named(name: Text) -> str:
    return name.wording("en").text
