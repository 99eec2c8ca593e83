"""Search over the registers and events of one's missions, in every language and spelling: links only."""

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe
from django.views.decorators.vary import vary_on_headers

from events.models import Event, Occasion, Organisation, Person, Place
from events.models.fields import text_of
from events.programme.cleaning import clean_text
from events.programme.fold import finds, fold, search_text
from events.programme.text import Text
from events.views.frame import wants_fragment

MOST = 20
LONGEST = 200


@dataclass(frozen=True)
class Found:
    """An entry of a register with the events that name it, the latest first."""

    entry: Person | Organisation | Place
    name: Text
    more: Text
    events: list[Event]


@require_safe
@vary_on_headers("HX-Request")
def search(request: HttpRequest) -> HttpResponse:
    words = clean_text(request.GET.get("q", ""))[:LONGEST]
    occasion = None
    events = Event.objects.none()
    if slug := request.GET.get("occasion"):
        occasion = get_object_or_404(Occasion, slug=slug)
        events = Event.objects.filter(edition__occasion=occasion)
    elif fold(words):
        events = Event.objects.search(words)
    events = events.select_related("mission", "parent").order_by("-on", "slug")[: MOST + 1]
    context = {"words": words, "occasion": occasion, "events": list(events), "most": MOST}
    if fold(words) and not occasion:
        context |= {
            "people": _people(words),
            "organisations": _organisations(words),
            "places": _places(words),
            "occasions": _occasions(words),
        }
    lists = ("events", "people", "organisations", "places", "occasions")
    context["number"] = sum(len(context.get(name, ())) for name in lists)
    template = "_answer.html" if wants_fragment(request) else "search.html"
    return render(request, f"events/desk/search/{template}", context)


def _people(words: str) -> list[Found]:
    people = Person.objects.search(words).select_related("mission").prefetch_related("offices")[:MOST]
    return [
        Found(
            person,
            text_of(person.name),
            next((text_of(office.title) for office in person.offices.all() if office.until is None), Text()),
            _events(parts__items__contributions__person=person, parts__items__removed_at=None),
        )
        for person in people
    ]


def _organisations(words: str) -> list[Found]:
    return [
        Found(each, text_of(each.name), text_of(each.descriptor), _events(hosts__organisation=each))
        for each in Organisation.objects.search(words).select_related("mission")[:MOST]
    ]


def _places(words: str) -> list[Found]:
    return [
        Found(each, text_of(each.name), text_of(each.city), _events(place=each))
        for each in Place.objects.search(words).select_related("mission")[:MOST]
    ]


def _occasions(words: str) -> list[Occasion]:
    return [each for each in Occasion.objects.prefetch_related("aliases") if finds(words, _searched(each))]


def _searched(occasion: Occasion) -> str:
    texts = [occasion.name, occasion.day_name, *(alias.name for alias in occasion.aliases.all())]
    return search_text(text for each in texts for _, text in text_of(each).versions)


def _events(**where: object) -> list[Event]:
    return list(
        Event.objects.filter(**where).select_related("mission").distinct().order_by("-on", "slug")[:3]
    )
