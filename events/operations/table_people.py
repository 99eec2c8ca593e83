"""Who contributes, as a sheet names them: found in the registers, entered there, or kept as plain words."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar
from uuid import UUID

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from events.models import Contribution, Event, Item, NameVariant, Office, Organisation, Person
from events.models.fields import text_of
from events.models.many import clean_alone, delete_all, save_all
from events.programme.choices import Answer, Role
from events.programme.fold import fold
from events.programme.sheet_cells import listed, roles_of

Row = TypeVar("Row", Person, Organisation)


@dataclass(frozen=True)
class Said:
    """One who contributes: exactly one of the three; ``role`` is None where the sheet does not say it."""

    person: Person | None = None
    organisation: Organisation | None = None
    words: str = ""
    role: Role | None = None
    note: str = ""


class People:
    """The registers of a mission by their names, in every language."""

    def __init__(self, event: Event) -> None:
        self.event = event
        self.language = event.languages[0]
        self.people: dict[str, dict[UUID, Person]] = {}
        self.organisations: dict[str, dict[UUID, Organisation]] = {}
        self.new: list[Person] = []
        self.offices: list[Office] = []
        self.written: list[Contribution] = []
        self.gone: list[Contribution] = []
        mission = event.mission_id
        for person in Person.objects.filter(mission=mission):
            self._enter(person)
        for organisation in Organisation.objects.filter(mission=mission).select_related("parent__parent"):
            for name in _names_of(organisation):
                _add(self.organisations, name, organisation)
        for variant in NameVariant.objects.filter(mission=mission).select_related("person", "organisation"):
            if variant.person:
                _add(self.people, variant.name, variant.person)
            if variant.organisation:
                _add(self.organisations, variant.name, variant.organisation)

    def _enter(self, person: Person) -> None:
        honorifics = dict(text_of(person.honorific).versions)
        for language, name in text_of(person.name).versions:
            for written in {name, f"{honorifics.get(language, '')} {name}"}:
                _add(self.people, written, person)

    def of(self, cells: Mapping[str, str]) -> list[Said]:
        """Return those whom the cells name; who has an office and is not in the register is entered there.

        Raises ValidationError where two are called so, or the offices and roles are not one for each.
        """
        names = listed(cells["who"])
        offices = listed(cells.get("office", ""), "\n|")
        roles: Sequence[Role | None] = roles_of(cells.get("role", "")) or [None]
        if len(offices) > len(names):
            raise ValidationError({"office": _("There are more offices than people.")})
        if len(roles) not in (1, len(names)):
            raise ValidationError({"role": _("One role for all, or one for each who contributes.")})
        roles = list(roles) * len(names) if len(roles) == 1 else roles
        # Without a line for each, offices belong to nobody in particular.
        each_office = offices if len(offices) == len(names) else [""] * len(names)
        if offices and not any(each_office):
            each_office = ["?"] * len(names)
        return [
            self._said(name, office, role)
            for name, office, role in zip(names, each_office, roles, strict=True)
        ]

    def _said(self, name: str, office: str, role: Role | None) -> Said:
        person = _only(self.people.get(fold(name), {}), name)
        if person:
            return Said(person=person, role=role)
        organisation = _only(self.organisations.get(fold(name), {}), name)
        if organisation:
            return Said(organisation=organisation, role=role)
        if office == "?":
            raise ValidationError(
                {"office": _("Say the offices in the order of the people, each on a line of its own.")}
            )
        if not office:
            return Said(words=name, role=role, note=_("“%(name)s” stands in plain words.") % {"name": name})
        note = _("%(name)s is new in the register of people.") % {"name": name}
        return Said(person=self._new_person(name, office), role=role, note=note)

    def _new_person(self, name: str, office: str) -> Person:
        person = Person(mission=self.event.mission, name={self.language: name})
        clean_alone(person)
        row = Office(person=person, title={self.language: office})
        clean_alone(row)
        self.new.append(person)
        self.offices.append(row)
        self._enter(person)
        return person

    def enter_new(self) -> None:
        """Write those who are new in the register."""
        save_all(self.new)
        save_all(self.offices)

    def write(self, item: Item, said: Iterable[Said]) -> bool:
        """Make these the contributions of the item, to be written with all others; what is known of those who stay
        is kept. Returns whether that changes it.
        """
        said = list(said)
        before = [] if item._state.adding else list(item.contributions.all())
        if len(before) == len(said) and all(map(self._is, before, said)):
            return False
        left = list(before)
        rows = []
        for each in said:
            row = next((row for row in left if self._is(row, each, whatever_role=True)), None)
            if row:
                left.remove(row)
            rows.append(row or self._new(item, each))
            if row and each.role:
                row.role = each.role.value
        for order, row in enumerate(rows):
            row.order = order
            clean_alone(row)
        self.gone += left
        self.written += rows
        return True

    def write_all(self) -> None:
        delete_all(self.gone)
        save_all(self.written)

    def _new(self, item: Item, each: Said) -> Contribution:
        asked = Answer.INVITED if each.person else Answer.CONFIRMED
        words = {self.language: each.words} if each.words else {}
        return Contribution(
            item=item,
            person=each.person,
            organisation=each.organisation,
            words=words,
            role=(each.role or Role.SPEAKER).value,
            answer=asked.value,
        )

    def _is(self, row: Contribution, each: Said, whatever_role: bool = False) -> bool:
        if not whatever_role and each.role and row.role != each.role:
            return False
        if each.person or each.organisation:
            return row.person == each.person and row.organisation == each.organisation
        return fold(each.words) in {fold(text) for _, text in text_of(row.words).versions}


def _add(register: dict[str, dict[UUID, Row]], name: str, entry: Row) -> None:
    register.setdefault(fold(name), {})[entry.uid] = entry


def _only(found: dict[UUID, Row], name: str) -> Row | None:
    if len(found) > 1:
        raise ValidationError(
            {
                "who": _("Several in the register are called %(name)s: choose one in the agenda.")
                % {"name": name}
            }
        )
    return next(iter(found.values()), None)


def _names_of(organisation: Organisation) -> Iterable[str]:
    """The name alone, and with those of the bodies to which it belongs."""
    for language, name in text_of(organisation.name).versions:
        yield name
        parent, whole = organisation.parent, name
        while parent:
            above = dict(text_of(parent.name).versions).get(language)
            whole = f"{whole} {above}" if above else whole
            parent = parent.parent
        yield whole
