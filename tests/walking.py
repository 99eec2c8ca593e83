"""Every page of the desk with the demonstration's data: a new address is walked without being named here."""

from copy import deepcopy

from django.test import Client
from django.urls import get_resolver, reverse
from django.utils import timezone

from events.models import Event, Item, Member, Organisation, Person, Phrase, Place, Release, Source, User
from events.operations.demonstration import load_demonstration
from events.operations.membership import invite
from events.programme.choices import Kind
from events.scoping import every_mission
from tests.factories import make_claim, make_source
from tests.views.test_desk_access import ROWS

MISSION, SEMINAR = "azembassy-islamabad", "islamabad-seminar-2023"
EXHIBITION = ("migration-service", "migration-service-exhibition-2015")
REGISTERS = {"people": Person, "organisations": Organisation, "places": Place}
SENT = {"desk:search": "?q=seminar", "desk:compare": "?first=1&second=1"}
FILES = (".json", ".pdf", ".png", ".webp", ".csv", ".xlsx", ".docx")


def parameters(name):
    """The names of what an address is made of."""
    resolver, _, own = get_resolver(), *name.rpartition(":")[1:]
    if name.startswith("desk:"):
        resolver = resolver.namespace_dict["desk"][1]
    return resolver.reverse_dict.getlist(own)[0][0][0][1]


def same_browser(client):
    """Return a client with the cookies of another one, which it cannot lose for it."""
    other = Client()
    other.cookies = deepcopy(client.cookies)
    return other


def walk_desk():
    """Load the demonstration; return an administrator's client and the address of each page."""
    load_demonstration(timezone.now(), "a-password")
    client = Client()
    with every_mission():
        admin = User.objects.get(email=f"admin@{MISSION}.example")
        client.force_login(admin)
        seminar = Event.objects.get(slug=SEMINAR)
        mission, edition = seminar.mission, seminar.edition
        item = Item.objects.filter(part__event__slug=SEMINAR, kind=Kind.ADDRESS).first()
        second = Event.objects.get(slug=EXHIBITION[1]).mission
        Member.objects.create(user=admin, mission=second, role=Member.Role.ADMINISTRATOR)
        values = {
            "mission": MISSION,
            "slug": SEMINAR,
            "uid": item.uid,
            "number": Release.objects.filter(event__slug=SEMINAR).latest("number").number,
            "suffix": "csv",
            "name": "a4",
            "page": 1,
            "token": invite(mission, "guest@example.org", "viewer", by=admin, now=timezone.now())[1],
            "uidb36": "1",
            "key": "nothing",
            "provider_id": "oidc",
            "source": make_source(mission, "own").pk,
            "claim": make_claim(Source.objects.get(key="own"), edition=edition).pk,
            "occasion": "20-january",
        }
        own = Phrase.objects.create(
            mission=mission, key="own", kind="dedication", text={"en": "in memory of the martyrs"}
        )
        first = {name: model.objects.filter(mission=mission).first().pk for name, model in REGISTERS.items()}
    return client, [page for page in _pages(values, first, own.pk) if not page.endswith(FILES)]


def _pages(values, first_entries, phrase):
    for name, (method, _, answers) in ROWS.items():
        if method != "get" or answers.split()[4] not in ("200", "302"):
            continue
        wanted = parameters(name)
        for register, entry in first_entries.items() if "register" in wanted else [("", phrase)]:
            given = {**values, "register": register, "pk": entry}
            yield reverse(name, kwargs={each: given[each] for each in wanted}) + SENT.get(name, "")
        if "slug" in wanted and set(wanted) <= {"mission", "slug"}:
            yield reverse(name, args=EXHIBITION) + SENT.get(name, "")
