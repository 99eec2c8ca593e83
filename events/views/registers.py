"""The registers of people, organisations and places: their lists, and what is known of one entry."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls.converters import StringConverter
from django.utils.functional import Promise
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe
from django.views.decorators.vary import vary_on_headers

from events.forms.register import BASIS_WORDS, FORMS, KIND_WORDS
from events.forms.spelling import SpellingForm
from events.models import Event, Member, Organisation, Person, Place, Release
from events.models.fields import LONGEST_LINE, text_of
from events.models.worded import current_language
from events.operations.registers import used_in
from events.programme import names
from events.programme.choices import Basis
from events.programme.cleaning import clean_text
from events.programme.collation import Key, sort_key
from events.programme.text import NOTHING, Text, Wording
from events.snapshot.registers import person_value
from events.views import once
from events.views.access import membership_or_404
from events.views.frame import wants_fragment
from events.views.naming import naming_of_entry
from events.views.spellings import spellings_of

ON_A_PAGE = 50
Entry = Person | Organisation | Place


@dataclass(frozen=True)
class Register:
    """One register and what its pages say."""

    key: str
    model: Any
    title: str | Promise
    search: str | Promise
    add: str | Promise
    empty: str | Promise


REGISTERS = {
    register.key: register
    for register in (
        Register(
            "people",
            Person,
            _("People"),
            _("Search people"),
            _("Add a person"),
            _(
                "Nobody is in the register yet. Whom you add here is found in every agenda, with the office held."
            ),
        ),
        Register(
            "organisations",
            Organisation,
            _("Organisations"),
            _("Search organisations"),
            _("Add an organisation"),
            _("No organisation is in the register yet. Begin with your mission and those who host with you."),
        ),
        Register(
            "places",
            Place,
            _("Places"),
            _("Search places"),
            _("Add a place"),
            _(
                "No place is in the register yet. A place brings its city and its time zone to the events held there."
            ),
        ),
    )
}


class RegisterConverter(StringConverter):
    """The name of a register in an address."""

    regex = "|".join(REGISTERS)


@dataclass(frozen=True)
class Line:
    """An entry in the list: its name as the page says it, and what tells it from others."""

    entry: Entry
    name: Wording
    more: Wording


@dataclass(frozen=True)
class Use:
    """An event that names the entry, in its working copy or only in releases."""

    event: Event
    is_planned: bool
    releases: Sequence[Release]


@require_safe
@vary_on_headers("HX-Request")
def entries(request: HttpRequest, mission: str, register: str) -> HttpResponse:
    member = membership_or_404(request, mission)
    words = clean_text(request.GET.get("q", ""))[:LONGEST_LINE]
    rows = REGISTERS[register].model.objects.filter(mission=member.mission)
    found = sorted((line_of(row, member) for row in _with_offices(rows.search(words))), key=_by_name)
    page = Paginator(found, ON_A_PAGE).get_page(request.GET.get("page"))
    context = {
        **frame(member, register),
        "page": page,
        "words": words,
        "is_empty": not words and not found,
    }
    template = "_answer.html" if wants_fragment(request) else "entries.html"
    return render(request, f"events/desk/registers/{template}", context)


@require_safe
def entry(request: HttpRequest, mission: str, register: str, pk: int) -> HttpResponse:
    member = membership_or_404(request, mission)
    return show(request, member, register, entry_or_404(member, register, pk))


def show(
    request: HttpRequest,
    member: Member,
    register: str,
    row: Any,
    spelling: SpellingForm | None = None,
    status: int = 200,
) -> HttpResponse:
    """Show the entry; with a form of a spelling that was refused."""
    spelling = spelling or SpellingForm(entry=row, initial={"language": member.mission.languages[0]})
    context = {
        **frame(member, register),
        "entry": row,
        "name": text_of(row.name),
        "texts": [
            (text.label, text_of(getattr(row, text.name)))
            for text in FORMS[type(row)].texts
            if text_of(getattr(row, text.name)) and text.name not in FORMS[type(row)].derived
        ],
        "facts": facts_of(row),
        "offices": row.offices.select_related("organisation") if isinstance(row, Person) else (),
        "naming": naming_of_entry(row) if isinstance(row, Person) else (),
        "spellings": spellings_of(row),
        "form": spelling,
        "once": once.new_key(),
        "uses": uses_of(row),
    }
    return render(request, "events/desk/registers/entry.html", context, status=status)


def entry_or_404(member: Member, register: str, pk: int) -> Any:
    return get_object_or_404(REGISTERS[register].model, mission=member.mission, pk=pk)


def frame(member: Member, register: str) -> dict[str, Any]:
    """What every page of a register needs."""
    return {
        "register": REGISTERS[register],
        "registers": REGISTERS.values(),
        "member": member,
        "mission": member.mission,
        "fallback": tuple(member.mission.languages),
    }


def line_of(row: Any, member: Member) -> Line:
    language, fallback = get_language() or "en", tuple(member.mission.languages)
    if isinstance(row, Person):
        person = person_value(row, None)
        return Line(
            row, names.full_name(person, language, fallback), names.offices(person, language, fallback)
        )
    more = text_of(row.descriptor) if isinstance(row, Organisation) else NOTHING
    more = more or text_of(row.city)
    return Line(row, text_of(row.name).wording(language, fallback), more.wording(language, fallback))


def facts_of(row: Any) -> list[tuple[str | Promise, Text, str | Promise]]:
    """What is known of the entry besides its texts: a label, then a text or plain words."""
    facts: list[tuple[str | Promise, Text, str | Promise]] = []
    if isinstance(row, Organisation):
        facts.append((_("Kind"), NOTHING, KIND_WORDS[row.kind]))  # type: ignore[index]
        if row.parent:
            facts.append((_("Belongs to"), text_of(row.parent.name), ""))
    if not isinstance(row, Person) and row.country:
        facts.append((_("Country"), NOTHING, row.country))
    if isinstance(row, Place):
        facts.append((_("Time zone"), NOTHING, row.zone))
        if row.latitude is not None:
            facts.append((_("Latitude and longitude"), NOTHING, f"{row.latitude}, {row.longitude}"))
        if row.basis == Basis.PLACEHOLDER:
            facts.append((_("How sure it is"), NOTHING, BASIS_WORDS[Basis.PLACEHOLDER]))
    return facts


def uses_of(row: Any) -> list[Use]:
    """Return the events that name the entry with the releases that do, the latest event first."""
    planned = list(used_in(row))
    releases = _releases_that_name(row, planned)
    events = {event.pk: event for event in planned}
    events |= {release.event_id: release.event for release in releases if release.event_id not in events}
    uses = [
        Use(event, event in planned, [release for release in releases if release.event_id == event.pk])
        for event in events.values()
    ]
    return sorted(uses, key=lambda use: (use.event.on is None, use.event.on), reverse=True)


def _releases_that_name(row: Any, planned: Sequence[Event]) -> list[Release]:
    """A release keeps who is in it by their unchanging key; a place, which has none, by its name."""
    releases = Release.objects.filter(event__mission=row.mission_id, event__deleted_at=None)
    releases = releases.select_related("event__mission").order_by("-number")
    if not isinstance(row, Place):
        return list(releases.filter(document__icontains=str(row.uid)).defer("document"))
    spelled = set(text_of(row.name).versions) | {(each.language, each.name) for each in row.variants.all()}
    return [release for release in releases.filter(event__in=planned) if spelled & _places_in(release)]


def _places_in(release: Release) -> set[tuple[str, str]]:
    programme = release.programme
    places = [programme.place, *(part.place for part in programme.parts)]
    return {version for place in places if place for version in place.name.versions}


def _with_offices(rows: Any) -> Any:
    if rows.model is Person:
        return rows.prefetch_related("offices__organisation__parent__parent")
    return rows


def _by_name(line: Line) -> Key:
    """By the name without its honorific, in the order of the alphabet of the page's language."""
    return sort_key(text_of(line.entry.name).wording(line.name.language).text, current_language())
