"""Writes a programme from outside into the rows of a mission, an event that is there already with its history."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.db import models, transaction
from django.utils import timezone

from events.models import (
    AudienceGroup,
    Contribution,
    Event,
    EventClaim,
    Host,
    Item,
    Mission,
    OpeningDay,
    OrderRule,
    Part,
    Work,
)
from events.models.many import delete_all, kept_uids, save_all
from events.operations.beginnings import item_from
from events.operations.import_refusal import ImportRefusedError, check, refusing
from events.operations.register import Register
from events.operations.register_claims import claims_of
from events.operations.register_people import People
from events.programme import value as v
from events.programme.agenda import Item as ItemValue
from events.programme.agenda import Part as PartValue
from events.programme.choices import Manner, Ordered
from events.programme.people import Contribution as ContributionValue
from events.programme.people import Party
from events.programme.sentence import sentence
from events.programme.state_orders import AnthemOrder
from events.programme.text import NOTHING, Text


class _Lines:
    """The rows of one list: each is checked at its place, all are written at once."""

    def __init__(self, where: str) -> None:
        self.where = where
        self.rows: list[Any] = []
        self.seen: set[tuple[Any, ...]] = set()

    def add(self, where: str, row: Any) -> Any:
        check(where, row)
        for rule in row._meta.constraints:
            if isinstance(rule, models.UniqueConstraint):
                key = (rule.name, *(getattr(row, row._meta.get_field(name).attname) for name in rule.fields))
                if key in self.seen:
                    raise ImportRefusedError(where, str(rule.violation_error_message))
                self.seen.add(key)
        self.rows.append(row)
        return row

    def save(self) -> None:
        with refusing(self.where), transaction.atomic():
            save_all(self.rows)


class ProgrammeWriter:
    """Writes one programme, and what is held within it, into one mission."""

    def __init__(self, mission: Mission) -> None:
        self.mission = mission
        self.register = Register(mission)

    def write(self, programme: v.Programme) -> Event:
        """Raises ImportRefusedError."""
        self.people = People(self.mission, programme, "programme")
        return self._event(programme, "programme", None)

    def _kept(self, where: str, row: models.Model) -> Any:
        with refusing(where), transaction.atomic():
            row.full_clean()
            row.save()
        return row

    def _event(self, programme: v.Programme, where: str, parent: Event | None) -> Event:
        event = Event.objects.filter(uid=programme.uid).first() or Event(uid=programme.uid)
        if event.pk:
            if event.parent != parent:
                raise ImportRefusedError(
                    f"{where}.uid", sentence("something of the same name or uid is already kept here")
                )
            for lines in (event.hosts, event.audience_groups, event.days, event.works, event.claims):
                delete_all(list(lines.all()))
            event.children.exclude(uid__in=[child.uid for child in programme.children]).delete()
        for name, value in self._columns(programme, where).items():
            setattr(event, name, value)
        event.parent = parent
        event.version += bool(event.pk)
        event = self._kept(where, event)
        self._lists(event, programme, where)
        self._agenda(event, programme, where)
        self._anthems(event, programme)
        for index, child in enumerate(programme.children):
            self._event(child, f"{where}.children[{index}]", event)
        return event

    def _columns(self, programme: v.Programme, where: str) -> dict[str, Any]:
        texts = (
            "title",
            "short_title",
            "subtitle",
            "dedication",
            "theme",
            "objective",
            "note",
            "guest_notes",
            "dress",
        )
        with refusing(f"{where}.edition"):
            edition = self.register.edition(programme.edition)
        with refusing(f"{where}.place"):
            place = self.register.place(programme.place)
        return {
            **{name: getattr(programme, name) for name in texts},
            "mission": self.mission,
            "slug": programme.slug,
            "kind": programme.kind.value,
            "edition": edition,
            "place": place,
            "room": programme.place.room if programme.place else NOTHING,
            "zone": programme.zone,
            "on": programme.on,
            "until": programme.until,
            "ends_by": programme.ends_by.time() if programme.ends_by else None,
            "status": programme.status.value,
            "languages": list(programme.languages),
            "prints_unconfirmed": programme.prints_unconfirmed,
            "day_open": programme.day_open,
        }

    def _lists(self, event: Event, programme: v.Programme, where: str) -> None:
        hosts, groups, days, works, claims = (
            _Lines(f"{where}.{name}") for name in ("hosts", "audience_groups", "days", "works", "claims")
        )
        for order, host in enumerate(programme.hosts):
            organisation = self.people.organisation(host.organisation)
            listed = Host(event=event, order=order, organisation=organisation, role=host.role.value)
            hosts.add(f"{hosts.where}[{order}]", listed)
        for order, group in enumerate(programme.audience_groups):
            asked = AudienceGroup(event=event, order=order, name=group.name, quota=group.quota)
            groups.add(f"{groups.where}[{order}]", asked)
        for order, day in enumerate(programme.days):
            hours = {"opens_at": day.opens_at, "closes_at": day.closes_at}
            days.add(f"{days.where}[{order}]", OpeningDay(event=event, on=day.on, note=day.note, **hours))
        for order, work in enumerate(programme.works):
            shown = Work(
                event=event,
                order=order,
                title=work.title,
                maker=work.maker,
                made=work.made,
                caption=work.caption,
                lender=work.lender,
            )
            works.add(f"{works.where}[{order}]", shown)
        given = claims_of(self.mission, programme.claims, event.edition, claims.where)
        for order, claim in enumerate(given):
            claims.add(f"{claims.where}[{order}]", EventClaim(event=event, claim=claim, order=order))
        for lines in (hosts, groups, days, works, claims):
            lines.save()

    def _agenda(self, event: Event, programme: v.Programme, where: str) -> None:
        """Bring parts and items up to the programme; those of the same uid stay the same rows, with their history."""
        said = [item for part in programme.parts for item in part.items]
        kept_parts = _by_uid(Part.with_removed.filter(event=event.pk))
        kept_items = _by_uid(Item.with_removed.filter(part__event=event.pk).select_related("part__event"))
        taken = kept_uids(Part, [part.uid for part in programme.parts if part.uid not in kept_parts])
        taken |= kept_uids(Item, [item.uid for item in said if item.uid not in kept_items])
        gone = Contribution.objects.filter(item__in=kept_items.values()).select_related("item__part__event")
        delete_all(list(gone))
        parts, items, contributions = (
            _Lines(f"{where}.parts"),
            _Lines(f"{where}.parts"),
            _Lines(f"{where}.parts"),
        )
        for order, part in enumerate(programme.parts):
            at = f"{where}.parts[{order}]"
            row = self._part(event, part, order, at)
            parts.add(at, _again(kept_parts, row, taken, at))
            for number, item in enumerate(part.items):
                at_item = f"{at}.items[{number}]"
                line = _again(kept_items, self._item(row, item, number), taken, at_item)
                items.add(at_item, line)
                for index, each in enumerate(item.contributions):
                    contributions.add(
                        f"{at_item}.contributions[{index}]", self._contribution(line, each, index)
                    )
        for lines in (parts, items, contributions):
            lines.save()
        delete_all(list(kept_items.values()))
        delete_all(list(kept_parts.values()))

    def _part(self, event: Event, part: PartValue, order: int, where: str) -> Part:
        starts_on = part.starts_at.date() if part.starts_at else None
        with refusing(f"{where}.place"):
            place = self.register.place(part.place)
        return Part(
            event=event,
            uid=part.uid,
            order=order,
            heading=part.heading,
            phase=part.phase.value,
            audience=part.audience.value,
            place=place,
            room=part.place.room if part.place else NOTHING,
            starts_at=part.starts_at.time() if part.starts_at else None,
            starts_on=starts_on if starts_on != event.on else None,
        )

    def _anthems(self, event: Event, programme: v.Programme) -> None:
        """Keep the order of the anthems that the file has; by which rule it came about the file does not say."""
        listed = [anthem.country for item in programme.items for anthem in item.anthems]
        rule = event.order_rules.filter(ordered=Ordered.ANTHEMS.value).first()
        if listed == (rule.listed if rule else []):
            return
        if rule:
            rule.delete()
        if listed:
            values = {"rule": AnthemOrder.BY_HAND.value, "listed": listed, "source": "programme.json"}
            self._kept(
                "programme",
                OrderRule(event=event, ordered=Ordered.ANTHEMS.value, at=timezone.now(), **values),
            )

    @staticmethod
    def _item(part: Part, item: ItemValue, order: int) -> Item:
        return item_from(
            item,
            part=part,
            uid=item.uid,
            order=order,
            dedication=item.dedication,
            words=item.words,
            basis=item.basis.value,
            position_stated=item.position_stated,
            responsible=item.responsible,
        )

    def _contribution(self, item: Item, said: ContributionValue, order: int) -> Contribution:
        other = said.other if said.manner is not Manner.OWN else None
        person, organisation, words = self._party(said.who)
        other_person, other_organisation, other_words = self._party(other or Party())
        return Contribution(
            item=item,
            order=order,
            group=said.group,
            role=said.role.value,
            manner=said.manner.value,
            person=person,
            organisation=organisation,
            words=words,
            other_person=other_person,
            other_organisation=other_organisation,
            other_words=other_words,
            answer=said.answer.value,
            replaced_by=self.people.person(said.replaced_by) if said.replaced_by else None,
        )

    def _party(self, party: Party) -> tuple[Any, Any, Text]:
        person = self.people.person(party.person) if party.person else None
        organisation = self.people.organisation(party.organisation) if party.organisation else None
        return person, organisation, party.words


def _by_uid(rows: Iterable[Any]) -> dict[str, Any]:
    return {str(row.uid): row for row in rows}


def _again(kept: dict[str, Any], fresh: Any, taken: set[UUID], where: str) -> Any:
    """Return ``fresh``, in the place of the row that has its uid: the row keeps its history."""
    was = kept.pop(fresh.uid, None)
    if was:
        fresh.pk, fresh.version = was.pk, was.version + 1
        fresh._state.adding = False
    elif UUID(fresh.uid) in taken:
        raise ImportRefusedError(
            f"{where}.uid", sentence("something of the same name or uid is already kept here")
        )
    return fresh
