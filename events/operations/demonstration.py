"""The demonstration: two canonical programmes with their sources, the next 20 January, a draft, and accounts."""

import json
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any
from uuid import uuid4

from django.db import transaction

from events.models import (
    Claim,
    Edition,
    Event,
    Member,
    Mission,
    NameVariant,
    OrderRule,
    Organisation,
    Person,
    Phrase,
    Source,
    SourceOfRecord,
    User,
)
from events.operations.import_programme import import_programme
from events.operations.order_rules import keep_rule
from events.operations.register import Register
from events.operations.release import release
from events.programme import value as v
from events.programme.agenda import Anthem as AnthemValue
from events.programme.agenda import Item as ItemValue
from events.programme.choices import Basis, EventKind, Kind, Ordered, Status
from events.programme.document import from_document
from events.programme.people import Contribution, Party
from events.programme.speaking import SpeakingRule
from events.programme.state_orders import AnthemOrder, HostOrder
from events.programme.text import NOTHING, Text
from events.scoping import every_mission
from events.snapshot.registers import state_name

DATA = Path(__file__).resolve().parent.parent / "fixtures" / "demonstration"
# Illustrative, as the clock times are: the sources do not say when a programme was printed.
RELEASED_AT = {
    "islamabad-seminar-2023": datetime(2023, 1, 18, 4, tzinfo=UTC),
    "migration-service-exhibition-2015": datetime(2015, 1, 14, 6, tzinfo=UTC),
}
# By the events of whose editions they are.
SOURCES_OF_RECORD = {"islamabad-seminar-2023": "A", "migration-service-exhibition-2015": "D"}
AMBASSADOR_FIRST = "The report of the seminar names the Ambassador first, then the speakers of the co-host."
ROLES = {
    "viewer": Member.Role.VIEWER,
    "officer": Member.Role.OFFICER,
    "head": Member.Role.HEAD,
    "admin": Member.Role.ADMINISTRATOR,
}


@transaction.atomic
def load_demonstration(now: datetime, password: str) -> list[str]:
    """Load what is not there yet, and return the e-mail addresses of the accounts, all with ``password``."""
    registers = json.loads((DATA / "registers.json").read_text(encoding="utf-8"))
    programmes = [
        from_document(json.loads((DATA / f"{slug}.json").read_text(encoding="utf-8"))) for slug in RELEASED_AT
    ]
    with every_mission():
        for programme in programmes:
            _mission(programme.mission)
        _ledger(registers, programmes)
        _phrases(registers)
        for programme in programmes:
            _released(programme, "First programme", RELEASED_AT[programme.slug])
        _variants(registers)
        seminar = next(programme for programme in programmes if programme.kind is EventKind.SEMINAR)
        coming = _next_20_january(seminar, now.date(), registers["next_20_january"])
        _released(coming, "Announcement", now)
        for event, key in {**SOURCES_OF_RECORD, coming.slug: "B"}.items():
            _source_of_record(event, key)
        _draft(coming)
        _orders(seminar, now)
        return [_account(account, password) for account in registers["accounts"]]


def _mission(wanted: v.Mission) -> None:
    Mission.objects.get_or_create(
        slug=wanted.slug,
        defaults={
            "kind": wanted.kind.value,
            "name": wanted.name,
            "short_name": wanted.short_name,
            "city": wanted.city,
            "country": wanted.country,
            "zone": wanted.zone,
            "languages": list(wanted.languages),
        },
    )


def _released(programme: v.Programme, name: str, at: datetime) -> None:
    """Import and release the programme where its event is not there: what members did since stays."""
    if not Event.objects.filter(mission__slug=programme.mission.slug, slug=programme.slug).exists():
        release(import_programme(programme).event, name=name, released_at=at)


def _orders(seminar: v.Programme, now: datetime) -> None:
    """Say by which rules the seminar's hosts and speakers stand, and the anthems of what is to come."""
    held = Event.objects.get(mission__slug=seminar.mission.slug, slug=seminar.slug)
    if OrderRule.objects.filter(event=held).exists():
        return
    at = RELEASED_AT[seminar.slug]
    keep_rule(held, Ordered.HOSTS, HostOrder.SENDING_FIRST.value, by=None, now=at)
    keep_rule(held, Ordered.SPEAKERS, SpeakingRule.BY_HAND.value, because=AMBASSADOR_FIRST, by=None, now=at)
    for row in OrderRule.objects.filter(event__mission=held.mission, ordered=Ordered.ANTHEMS.value):
        rule = AnthemOrder.SENDING_LAST.value
        keep_rule(row.event, Ordered.ANTHEMS, rule, listed=row.listed, by=None, now=now)


def _ledger(registers: dict[str, Any], programmes: list[v.Programme]) -> None:
    printed = {
        (claim.source, claim.subject, claim.qualifier.value, claim.value): claim
        for programme in programmes
        for claim in programme.claims
    }
    for entry in registers["sources"]:
        Source.objects.get_or_create(
            key=entry["key"],
            mission=None,
            defaults={
                "title": entry["title"],
                "kind": entry["kind"],
                "issuer": entry["issuer"] or {},
                "carrier": entry["carrier"],
                "published_on": entry["published_on"],
                "published_at": entry["published_at"],
                "address": entry["address"] or "",
                "language": entry["language"],
                "authority": entry["authority"],
            },
        )
    editions = _editions(registers, programmes)
    for entry in registers["claims"]:
        source = Source.objects.get(key=entry["source"], mission=None)
        sentence = printed.get((source.key, entry["subject"], entry["qualifier"], entry["value"]))
        claim, _ = Claim.objects.get_or_create(
            source=source,
            subject=entry["subject"],
            qualifier=entry["qualifier"],
            value=entry["value"],
            wording=entry["wording"],
            mission=None,
            defaults={
                "edition": editions[entry["edition"]],
                "sentence": sentence.wording if sentence else {},
                "speaker": entry["speaker"],
                "place": entry["place"],
                "about_on": entry["about_on"],
                "note": entry["note"],
            },
        )
        if claim.edition is None:
            claim.edition = editions[entry["edition"]]
            claim.save()


def _editions(registers: dict[str, Any], programmes: list[v.Programme]) -> dict[int, Edition | None]:
    """The occasion in the years in which the sources speak of it."""
    here = {programme.edition.year: programme for programme in programmes if programme.edition}
    editions = {}
    for year in {entry["edition"] for entry in registers["claims"]}:
        programme = here.get(year, programmes[0])
        register = Register(Mission.objects.get(slug=programme.mission.slug))
        if programme.edition:
            editions[year] = register.edition(replace(programme.edition, year=year))
    return editions


def _source_of_record(event: str, key: str) -> None:
    """Name whose figures are given in the edition of the event, where none was named yet."""
    found = Event.objects.select_related("edition").get(slug=event)
    SourceOfRecord.objects.get_or_create(
        mission=found.mission,
        edition=found.edition,
        defaults={"source": Source.objects.get(key=key, mission=None)},
    )


def _phrases(registers: dict[str, Any]) -> None:
    for entry in registers["phrases"]:
        key = entry["key"]
        values = {name: entry[name] for name in entry if name != "key"}
        Phrase.objects.get_or_create(mission=None, key=key, defaults=values)


def _variants(registers: dict[str, Any]) -> None:
    for kind, model, entries in (
        ("person", Person, "people"),
        ("organisation", Organisation, "organisations"),
    ):
        for entry in registers[entries]:
            named: dict[str, Any] = {
                "mission": Mission.objects.get(slug=entry["mission"]),
                kind: model.objects.get(uid=entry["uid"]),
            }
            for variant in entry["variants"]:
                NameVariant.objects.get_or_create(**named, **variant)


def _next_20_january(seminar: v.Programme, today: date, texts: dict[str, Any]) -> v.Programme:
    """The seminar, copied to the next 20 January with nothing in it that is known of that year alone."""
    on = date(today.year + (today > date(today.year, 1, 20)), 1, 20)
    to_be_announced = Party(words=Text.of(texts["speaker"]))
    shift = on - (seminar.on or on)
    both_anthems = tuple(AnthemValue(country, state_name(country)) for country in ("PK", "AZ"))

    def copied(item: ItemValue) -> ItemValue:
        contributions = tuple(
            Contribution(to_be_announced, each.role) if each.who.person else each
            for each in item.contributions
        )
        return replace(
            item,
            uid=str(uuid4()),
            contributions=contributions,
            staff_text=NOTHING,
            basis=Basis.PLACEHOLDER,
            position_stated=True,
            anthems=both_anthems if item.kind is Kind.ANTHEM else (),
        )

    parts = tuple(
        replace(
            part,
            uid=str(uuid4()),
            items=tuple(copied(item) for item in part.items),
            starts_at=part.starts_at + shift if part.starts_at else None,
        )
        for part in seminar.parts
    )
    return replace(
        seminar,
        uid=str(uuid4()),
        slug=f"islamabad-seminar-{on.year}",
        title=Text.of(texts["title"]),
        subtitle=NOTHING,
        theme=NOTHING,
        note=Text.of(texts["note"]),
        on=on,
        ends_by=None,
        status=Status.TENTATIVE,
        edition=replace(seminar.edition, year=on.year) if seminar.edition else None,
        parts=parts,
        claims=(),
    )


def _draft(coming: v.Programme) -> None:
    slug = f"round-table-{coming.on.year if coming.on else ''}"
    if Event.objects.filter(mission__slug=coming.mission.slug, slug=slug).exists():
        return
    draft = replace(
        coming,
        uid=str(uuid4()),
        slug=slug,
        kind=EventKind.ROUND_TABLE,
        title=Text.of({"en": "Round table (draft)", "az": "Dəyirmi masa (qaralama)"}),
        on=None,
        hosts=coming.hosts[:1],
        place=None,
        parts=(),
        guest_notes=NOTHING,
        note=NOTHING,
    )
    import_programme(draft)


def _account(entry: dict[str, str], password: str) -> str:
    user, _ = User.objects.get_or_create(username=entry["email"], defaults={"email": entry["email"]})
    if not user.check_password(password):
        user.set_password(password)
        user.save(update_fields=["password"])
    Member.objects.get_or_create(
        user=user, mission=Mission.objects.get(slug=entry["mission"]), defaults={"role": ROLES[entry["role"]]}
    )
    return user.email
