"""All that is kept of one person, of whom nobody else is told: of somebody in the register, or of a member.

It has no words of the interface: a section and what it holds go by keys, as they stand in the file that is handed out.
"""

from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount
from django.apps import apps
from django.db.models import Q
from i18nfield.strings import LazyI18nString

from events.models import (
    Contribution,
    Event,
    Invitation,
    Member,
    Mission,
    NameVariant,
    Office,
    Organisation,
    Person,
    PrivateFeed,
    Release,
    SettledMatter,
    User,
)
from events.models.fields import text_of
from events.models.history import Trace
from events.operations.account import sessions_of
from events.operations.erasure import keys_of
from events.programme.text import Text

Value = str | int | bool | date | datetime | Text
Row = dict[str, Value]

PERSON = (
    *("name", "honorific", "academic_title", "rank", "first_mention", "second_mention", "spoken"),
    *("place_card", "envelope", "confirmed", "confirmed_on"),
)
OFFICE = ("title", "organisation", "since", "until", "precedence")
SPELLING = ("name", "language", "source", "confirmed", "confirmed_on")
CONTRIBUTION = ("role", "manner", "answer")
ANSWER = ("words", "answer", "because")
CALENDAR = ("label", "made_at", "revoked_at", "fetched_at", "fetched_by")
INVITATION = ("email", "role", "invited_at", "expires_at", "accepted_at")
ACCOUNT = (
    "username",
    "first_name",
    "last_name",
    "email",
    "language",
    "is_active",
    "date_joined",
    "last_login",
)
CHANGES = {"+": "added", "~": "changed", "-": "removed"}


@dataclass(frozen=True)
class Section:
    key: str
    rows: tuple[Row, ...]


@dataclass(frozen=True)
class PersonalData:
    """``of`` is "person", "member" or "name". A section with nothing in it is an answer too."""

    of: str
    mission: str
    told_at: datetime
    sections: tuple[Section, ...]

    def document(self) -> dict[str, Any]:
        told = {section.key: [_plain(row) for row in section.rows] for section in self.sections}
        return {"format": 1, "of": self.of, "mission": self.mission, "at": self.told_at.isoformat(), **told}


def data_of_person(person: Person, now: datetime) -> PersonalData:
    keys = keys_of(person)
    kept: dict[str, list[Row]] = {
        "entry": [{"uid": str(person.uid), **_columns(person, PERSON)}],
        "offices": [_columns(row, OFFICE) for row in person.offices.select_related("organisation")],
        "spellings": [_columns(row, SPELLING) for row in person.variants.all()],
        "contributions": list(_contributions(Contribution.objects.filter(_named([person.pk])), [person.pk])),
        "answers": [
            {"event": text_of(row.event.title), **_columns(row, ANSWER), "at": row.at}
            for row in SettledMatter.objects.filter(_matters_of(person)).select_related("event")
        ],
        "calendars": [_columns(row, CALENDAR) for row in person.private_feeds.all()],
        # Nobody of the register is written to.
        "mails": [],
        "releases": list(_releases_naming(person)),
        "history": sorted(_history_of_person(person, keys), key=lambda row: str(row["at"])),
    }
    return told_of("person", person.mission.slug, now, kept)


def data_of_account(user: User, mission: Mission, now: datetime) -> PersonalData:
    """Of the account all of it; of what was done, what was done in this mission, also by who has left it."""
    sent = Invitation.objects.filter(mission=mission, email__iexact=user.email)
    releases = Release.objects.filter(event__mission=mission, released_by=user).select_related("event")
    kept: dict[str, list[Row]] = {
        "account": [_columns(user, ACCOUNT)],
        "membership": [{"role": row.role} for row in mission.members.filter(user=user)],
        "second_factors": [
            _columns(row, ("type", "created_at", "last_used_at"))
            for row in Authenticator.objects.filter(user=user)
        ],
        "sign_ons": [
            _columns(row, ("provider", "uid", "date_joined", "last_login"))
            for row in SocialAccount.objects.filter(user=user)
        ],
        "logins": [{"ends_at": each.expire_date} for each in sessions_of(user.pk, now)],
        "mails": [_columns(row, (*INVITATION, "sent_at")) for row in sent],
        "calendars": [_columns(row, CALENDAR) for row in user.private_feeds.all()],
        "calendars_made": [
            {"made_at": row.made_at}
            for row in PrivateFeed.objects.filter(made_by=user, person__mission=mission)
        ],
        "releases": [
            {"event": text_of(row.event.title), "number": row.number, "released_at": row.released_at}
            for row in releases.order_by("released_at")
        ],
        "history": sorted(_history_of_account(user, mission), key=lambda row: str(row["at"])),
        "deeds": sorted(_deeds_of(user, mission), key=lambda row: str(row["at"])),
    }
    return told_of("member", mission.slug, now, kept)


def told_of(of: str, mission: str, now: datetime, kept: dict[str, list[Row]]) -> PersonalData:
    return PersonalData(of, mission, now, tuple(Section(key, tuple(rows)) for key, rows in kept.items()))


def _columns(row: Any, names: Iterable[str]) -> Row:
    """Return what a row states; what is empty is not stated."""
    found: Row = {}
    for name in names:
        value = _organisation_of(row) if name == "organisation" else getattr(row, name)
        if isinstance(value, LazyI18nString):
            value = text_of(value)
        if value not in (None, "", []) and value != Text():
            found[name] = value
    return found


def _organisation_of(office: Any) -> Any:
    """Return its name; a copy may be of one that is no longer in the register."""
    with suppress(Organisation.DoesNotExist):
        return office.organisation and office.organisation.name
    return None


def _named(keys: list[int]) -> Q:
    return Q(person__in=keys) | Q(other_person__in=keys) | Q(replaced_by__in=keys)


def _matters_of(person: Person) -> Q:
    told = Q()
    for uid in person.uids:
        told |= Q(key__contains=uid)
    return Q(event__mission=person.mission_id) & told


def _contributions(rows: Any, keys: list[int]) -> Iterator[Row]:
    for row in rows.select_related("item__part__event", "organisation"):
        event = row.item.part.event
        stated = _columns(row, CONTRIBUTION)
        if row.person_id not in keys:
            # What they answer is somebody else's.
            stated.pop("answer", None)
        told: Row = {
            "event": text_of(event.title),
            "item": row.item.kind,
            "as": _part_of(row, keys),
            **stated,
        }
        yield told | ({"on": event.on} if event.on else {})


def _part_of(row: Any, keys: list[int]) -> str:
    """Return how a contribution names somebody: as who does it, in whose name it is done, or who comes instead."""
    if row.person_id in keys:
        return "who"
    return "in-the-name-of" if row.other_person_id in keys else "instead"


def _releases_naming(person: Person) -> Iterator[Row]:
    uids = set(person.uids)
    naming = Q()
    for uid in uids:
        naming |= Q(document__icontains=uid)
    releases = Release.objects.filter(naming, event__mission=person.mission_id).select_related("event")
    for release in releases.order_by("event", "number"):
        told: Row = {
            "event": text_of(release.event.title),
            "number": release.number,
            "code": release.code,
            "released_at": release.released_at,
        }
        for said in _entries(release.document, uids):
            for name in PERSON:
                if isinstance(words := said.get(name), dict) and words:
                    told[name] = Text.of(words)
        yield told


def _entries(data: Any, uids: set[str]) -> Iterator[dict[str, Any]]:
    """Go through a document for what it says of these."""
    if isinstance(data, dict):
        if data.get("uid") in uids:
            yield data
        for value in data.values():
            yield from _entries(value, uids)
    elif isinstance(data, list):
        for value in data:
            yield from _entries(value, uids)


def _history_of_person(person: Person, keys: list[int]) -> Iterator[Row]:
    uids = Q()
    for uid in person.uids:
        uids |= Q(key__contains=uid)
    for thing, rows, columns in (
        ("entry", Person.history.filter(id__in=keys), PERSON),
        ("office", Office.history.filter(person_id__in=keys), OFFICE),
        ("spelling", NameVariant.history.filter(person_id__in=keys), SPELLING),
        ("answer", SettledMatter.history.filter(uids, of_mission=person.mission_id), ANSWER),
    ):
        yield from _copies(thing, rows, columns)
    named = Q(person_id__in=keys) | Q(other_person_id__in=keys) | Q(replaced_by_id__in=keys)
    titles = dict(Event.with_deleted.filter(mission=person.mission_id).values_list("pk", "title"))
    for copy in Contribution.history.filter(named):
        told = {"as": _part_of(copy, keys), **_columns(copy, CONTRIBUTION)}
        if copy.person_id not in keys:
            told.pop("answer", None)
        if title := text_of(titles.get(copy.of_event_id)):
            told["event"] = title
        yield {**told_of_copy("contribution", copy), **told}


def _history_of_account(user: User, mission: Mission) -> Iterator[Row]:
    here = {"of_mission": mission.pk}
    yield from _copies("membership", Member.history.filter(user_id=user.pk, **here), ("role",))
    sent = Invitation.history.filter(email__iexact=user.email, **here)
    yield from _copies("invitation", sent, INVITATION)


def _copies(thing: str, copies: Any, columns: Iterable[str]) -> Iterator[Row]:
    for copy in copies:
        yield {**told_of_copy(thing, copy), **_columns(copy, columns)}


def told_of_copy(thing: str, copy: Any) -> Row:
    return {"at": copy.history_date, "thing": thing, "change": CHANGES[copy.history_type], "deed": copy.deed}


def _deeds_of(user: User, mission: Mission) -> Iterator[Row]:
    """Tell what somebody did to what, each deed once, and not whom it was about."""
    titles = dict(Event.with_deleted.filter(mission=mission).values_list("pk", "title"))
    seen: set[Any] = set()
    for model in apps.get_models():
        if not issubclass(model, Trace):
            continue
        copies: Any = model.objects.filter(of_mission=mission.pk, history_user=user.pk)  # type: ignore[misc]
        for at, deed, uid, event in copies.values_list("history_date", "deed", "deed_uid", "of_event"):
            if uid is None or uid not in seen:
                seen.add(uid)
                thing = str(model._meta.model_name).removeprefix("historical")
                told: Row = {"at": at, "deed": deed, "thing": thing}
                yield told | ({"event": text_of(titles[event])} if event in titles else {})


def _plain(row: Row) -> dict[str, Any]:
    def plain(value: Value) -> Any:
        if isinstance(value, Text):
            return dict(value.versions)
        return value.isoformat() if isinstance(value, date) else value

    return {name: plain(value) for name, value in row.items()}
