"""Writes a programme from outside into the rows of a mission, an event that is there already with its history."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.db import IntegrityError, models, transaction
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
from events.operations.beginnings import item_from
from events.operations.register import Register, RegisterError
from events.programme import value as v
from events.programme.agenda import Item as ItemValue
from events.programme.agenda import Part as PartValue
from events.programme.choices import Manner, Ordered
from events.programme.people import Contribution as ContributionValue
from events.programme.people import Party
from events.programme.sentence import sentence
from events.programme.state_orders import AnthemOrder
from events.programme.text import NOTHING, Text


class ImportRefusedError(ValueError):
    """Nothing was imported; ``where`` is the path of what is wrong."""

    def __init__(self, where: str, what: str) -> None:
        super().__init__(sentence("%(where)s: %(what)s.", where=where, what=what.rstrip(".")))


@contextmanager
def refusing(where: str) -> Iterator[None]:
    """Refuse with the place where it is wrong."""
    try:
        yield
    except ValidationError as error:
        raise ImportRefusedError(where, "; ".join(_sentences(error))) from None
    except RegisterError as error:
        raise ImportRefusedError(where, error.args[0]) from None
    except IntegrityError:
        raise ImportRefusedError(
            where, sentence("something of the same name or uid is already kept here")
        ) from None


def _sentences(error: ValidationError) -> list[str]:
    if hasattr(error, "message_dict"):
        return [
            message if field == "__all__" else f"{field}: {message}"
            for field, messages in error.message_dict.items()
            for message in messages
        ]
    return error.messages


class ProgrammeWriter:
    """Writes one programme into one mission."""

    def __init__(self, mission: Mission) -> None:
        self.mission = mission
        self.register = Register(mission)
        self.day: date | None = None
        self.kept_parts: dict[str, Part] = {}
        self.kept_items: dict[str, Item] = {}

    def kept(self, where: str, row: models.Model) -> Any:
        with refusing(where), transaction.atomic():
            row.full_clean()
            row.save()
        return row

    def _again(self, rows: dict[str, Any], fresh: Any) -> Any:
        """Return ``fresh``, in the place of the row that has its uid: the row keeps its history."""
        was = rows.pop(str(fresh.uid), None)
        if was:
            fresh.pk, fresh.version = was.pk, was.version + 1
            fresh._state.adding = False
        return fresh

    def event(self, programme: v.Programme, where: str, parent: Event | None) -> Event:
        event = Event.objects.filter(uid=programme.uid).first() or Event(uid=programme.uid)
        if event.pk:
            for rows in (event.hosts, event.audience_groups, event.days, event.works, event.claims):
                rows.all().delete()
            event.children.exclude(uid__in=[child.uid for child in programme.children]).delete()
        kept_parts = Part.with_removed.filter(event=event.pk)
        kept_items = Item.with_removed.filter(part__event=event.pk)
        self.kept_parts = {str(part.uid): part for part in kept_parts}
        self.kept_items = {str(item.uid): item for item in kept_items}
        with refusing(where):
            for name, value in self._columns(programme).items():
                setattr(event, name, value)
        event.parent = parent
        event.version += bool(event.pk)
        self.day = programme.on
        event = self.kept(where, event)
        self._lists(event, programme, where)
        for index, part in enumerate(programme.parts):
            self._part(event, part, index, f"{where}.parts[{index}]")
        self._anthems(event, programme)
        for left in (*self.kept_items.values(), *self.kept_parts.values()):
            left.delete()
        for index, child in enumerate(programme.children):
            self.event(child, f"{where}.children[{index}]", event)
        return event

    def _columns(self, programme: v.Programme) -> dict[str, Any]:
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
        return {
            **{name: getattr(programme, name) for name in texts},
            "mission": self.mission,
            "slug": programme.slug,
            "kind": programme.kind.value,
            "edition": self.register.edition(programme.edition),
            "place": self.register.place(programme.place),
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
        for order, host in enumerate(programme.hosts):
            at = f"{where}.hosts[{order}]"
            with refusing(at):
                organisation = self.register.organisation(host.organisation)
            self.kept(at, Host(event=event, order=order, organisation=organisation, role=host.role.value))
        for order, group in enumerate(programme.audience_groups):
            self.kept(
                f"{where}.audience_groups[{order}]",
                AudienceGroup(event=event, order=order, name=group.name, quota=group.quota),
            )
        for order, day in enumerate(programme.days):
            hours = {"opens_at": day.opens_at, "closes_at": day.closes_at}
            self.kept(f"{where}.days[{order}]", OpeningDay(event=event, on=day.on, note=day.note, **hours))
        for order, work in enumerate(programme.works):
            row = Work(
                event=event,
                order=order,
                title=work.title,
                maker=work.maker,
                made=work.made,
                caption=work.caption,
                lender=work.lender,
            )
            self.kept(f"{where}.works[{order}]", row)
        for order, claim in enumerate(programme.claims):
            at = f"{where}.claims[{order}]"
            with refusing(at):
                kept = self.register.claim(claim, event.edition)
            self.kept(at, EventClaim(event=event, claim=kept, order=order))

    def _part(self, event: Event, part: PartValue, order: int, where: str) -> None:
        starts_on = part.starts_at.date() if part.starts_at else None
        with refusing(where):
            place = self.register.place(part.place)
        row = Part(
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
        row = self.kept(where, self._again(self.kept_parts, row))
        for index, item in enumerate(part.items):
            self._item(row, item, index, f"{where}.items[{index}]")

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
            self.kept(
                "programme",
                OrderRule(event=event, ordered=Ordered.ANTHEMS.value, at=timezone.now(), **values),
            )

    def _item(self, part: Part, item: ItemValue, order: int, where: str) -> None:
        row = item_from(
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
        row = self.kept(where, self._again(self.kept_items, row))
        row.contributions.all().delete()
        for index, contribution in enumerate(item.contributions):
            self._contribution(row, contribution, index, f"{where}.contributions[{index}]")

    def _contribution(self, item: Item, contribution: ContributionValue, order: int, where: str) -> None:
        other = contribution.other if contribution.manner is not Manner.OWN else None
        with refusing(where):
            person, organisation, words = self._party(contribution.who)
            other_person, other_organisation, other_words = self._party(other or Party())
            replacement = contribution.replaced_by
            replaced_by = self.register.person(replacement, self.day) if replacement else None
        row = Contribution(
            item=item,
            order=order,
            group=contribution.group,
            role=contribution.role.value,
            manner=contribution.manner.value,
            person=person,
            organisation=organisation,
            words=words,
            other_person=other_person,
            other_organisation=other_organisation,
            other_words=other_words,
            answer=contribution.answer.value,
            replaced_by=replaced_by,
        )
        self.kept(where, row)

    def _party(self, party: Party) -> tuple[Any, Any, Text]:
        person = self.register.person(party.person, self.day) if party.person else None
        organisation = self.register.organisation(party.organisation) if party.organisation else None
        return person, organisation, party.words
