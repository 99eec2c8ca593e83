"""How it was done last time: earlier openings side by side; one of them taken over into an agenda as a whole."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from zoneinfo import ZoneInfo

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from events.forms.precedents import PLACES, PrecedentForm
from events.models import Event, Item, Member, Occasion, OrderRule, Organisation, Part, Precedent, Release
from events.models.fields import text_of
from events.operations import precedents as operations
from events.programme.choices import Kind, Ordered, Status
from events.programme.kinds import KINDS
from events.programme.languages import date_range
from events.programme.precedents import ATTESTED, ELEMENT_NAMES, Element, Line, opening_of
from events.programme.sentence import in_language
from events.programme.text import Text
from events.views.access import membership_or_404
from events.views.agenda import deed, done, number, undo_at
from events.views.agenda_rows import Undo
from events.views.event_frame import address_of, event_or_404, framed

MOST_RELEASES = 12
LONGEST_TITLE = 160
CALLED_OFF = (Status.CANCELLED.value, Status.POSTPONED.value)


@dataclass(frozen=True)
class Earlier:
    """An earlier opening as the page shows it; ``own`` is a precedent that the mission recorded."""

    key: str
    title: str
    held: str
    elements: tuple[Element, ...]
    source: str
    note: str = ""
    address: str = ""
    own: int = 0

    @property
    def places(self) -> list[str]:
        names = [gettext(ELEMENT_NAMES[element].msgid) for element in self.elements]
        return names + [""] * (len(Element) - len(names))


@dataclass(frozen=True)
class Of:
    """What is looked at: all of the mission, one occasion, or what was held with one organisation."""

    occasion: Occasion | None = None
    organisation: Organisation | None = None


@require_http_methods(["GET", "HEAD", "POST"])
def openings(request: HttpRequest, mission: str) -> HttpResponse:
    """All of the mission, or of an occasion or a co-host; sent to, one more precedent."""
    records = request.method == "POST"
    member = membership_or_404(request, mission, Member.Role.OFFICER if records else Member.Role.VIEWER)
    form = PrecedentForm(request.POST if records else None, mission=member.mission)
    if records and form.is_valid():
        operations.record_precedent(member.mission, by=member.user, now=timezone.now(), **form.values)
        messages.success(request, _("The precedent is recorded."))
        return redirect("desk:openings", member.mission.slug)
    of = _of(request, member)
    context = {
        "member": member,
        "mission": member.mission,
        "fallback": tuple(member.mission.languages),
        "of": of,
        "earlier": list(_earlier(member, of)),
        "places": range(1, len(Element) + 1),
        "form": form,
        "place_fields": [form[name] for name in PLACES],
    }
    return render(request, "events/desk/orders/openings.html", context, status=422 if records else 200)


@require_POST
def remove(request: HttpRequest, mission: str, pk: int) -> HttpResponse:
    member = membership_or_404(request, mission, Member.Role.OFFICER)
    operations.remove_precedent(get_object_or_404(Precedent, mission=member.mission, pk=pk), by=member.user)
    messages.success(request, _("The precedent is taken out."))
    return redirect("desk:openings", member.mission.slug)


@require_http_methods(["GET", "HEAD", "POST"])
def last_time(request: HttpRequest, mission: str, slug: str) -> HttpResponse:
    """Earlier openings beside an event's own, and what one of them would make of its agenda."""
    if request.method == "POST":
        return take_over(request, mission, slug)
    member = membership_or_404(request, mission)
    event = event_or_404(member, slug)
    of = _of(request, member)
    earlier = list(_earlier(member, of, without=event))
    chosen = _chosen(earlier, request.GET["take"]) if "take" in request.GET else None
    context = framed(request, member, event, "agenda")
    programme = context["programme"]
    context |= {
        "of": of,
        "earlier": earlier,
        "places": range(1, len(Element) + 1),
        "now": Earlier("", "", "", opening_of(programme), "") if programme else None,
        "hosts": [host.organisation for host in event.hosts.select_related("organisation")],
        "kept": OrderRule.objects.filter(event=event, ordered=Ordered.OPENING.value)
        .select_related("by")
        .first(),
        "chosen": chosen,
        "rows": _rows(event, chosen) if chosen and programme else [],
    }
    return render(request, "events/desk/orders/last_time.html", context)


@deed
def take_over(request: HttpRequest, member: Member, event: Event) -> HttpResponse:
    """Open the event as the precedent was, as it was shown. Refused if the agenda has moved on since."""
    earlier = list(_earlier(member, _of(request, member), without=event))
    chosen = _chosen(earlier, request.POST.get("take", ""))
    part = operations.opening_part(event)
    before = _uids(part)
    added = operations.take_opening_over(
        event,
        number(request),
        chosen.elements,
        chosen.source,
        shown=request.POST.getlist("line"),
        by=member.user,
        now=timezone.now(),
    )
    event.refresh_from_db(fields=["version"])
    told = _("The opening is taken over.")
    fields = [("version", str(event.version)), *(("item", uid) for uid in before)]
    fields += [("added", str(item.uid)) for item in added]
    undo = Undo(told, undo_at(member, event, told, "last_time_back").address, fields)
    return done(request, member, event, undo=undo, said=told)


@deed
def back(request: HttpRequest, member: Member, event: Event) -> HttpResponse:
    """Undo the opening that was taken over last."""
    order, added = request.POST.getlist("item"), request.POST.getlist("added")
    operations.take_opening_back(event, number(request), order, added, by=member.user)
    return done(request, member, event, said=_("The order is as it was before."))


def _of(request: HttpRequest, member: Member) -> Of:
    """Read from the address what is looked at. What is not there is a 404."""
    occasion, organisation = request.GET.get("occasion", ""), request.GET.get("organisation", "")
    if occasion:
        return Of(occasion=get_object_or_404(Occasion, slug=occasion))
    if organisation:
        key = int(organisation) if organisation.isdecimal() and len(organisation) < 10 else 0
        return Of(organisation=get_object_or_404(Organisation, mission=member.mission, pk=key))
    return Of()


def _chosen(earlier: list[Earlier], key: str) -> Earlier:
    chosen = next((each for each in earlier if each.key == key), None)
    if chosen is None:
        raise Http404(_("There is no such precedent."))
    return chosen


def _earlier(member: Member, of: Of, without: Event | None = None) -> Iterator[Earlier]:
    """Return the mission's own releases, the latest first, then what it recorded, then what is attested elsewhere.

    What was called off is none, nor what is still to come, or comes after the event ``without``.
    """
    releases = Release.objects.filter(event__mission=member.mission, event__parent=None).current()
    releases = releases.exclude(status__in=CALLED_OFF).filter(event__deleted_at=None)
    if without and without.on:
        releases = releases.filter(starts_on__lt=without.on)
    else:
        releases = releases.filter(starts_on__lte=timezone.localdate(timezone=ZoneInfo(member.mission.zone)))
    records = Precedent.objects.filter(mission=member.mission)
    if of.occasion:
        releases = releases.of_occasion(of.occasion.slug)
        records = records.filter(occasion=of.occasion)
    elif of.organisation:
        releases = releases.filter(event__hosts__organisation=of.organisation)
        records = records.filter(organisation=of.organisation)
    if without:
        releases = releases.exclude(event=without)
    for release in releases.order_by("-starts_on", "pk")[:MOST_RELEASES]:
        yield from _released(release)
    for record in records:
        elements = tuple(Element(each) for each in record.elements)
        key = f"record-{record.pk}"
        yield Earlier(key, record.title, record.held, elements, record.source, own=record.pk)
    language = get_language() or "en"
    for each in ATTESTED if not of.organisation else ():
        if of.occasion is None or each.occasion == of.occasion.slug:
            title, source = (in_language(words, language, gettext) for words in (each.title, each.source))
            note = in_language(each.note, language, gettext) if each.note else ""
            yield Earlier(f"attested-{each.key}", title, each.held, each.elements, source, note)


def _released(release: Release) -> Iterator[Earlier]:
    programme, language = release.programme, get_language() or "en"
    elements = opening_of(programme)
    if not elements:
        return
    title = programme.title.wording(language, programme.languages).text
    held = date_range(programme.on, programme.until or programme.on, language) if programme.on else ""
    short = title if len(title) <= LONGEST_TITLE else f"{title[:LONGEST_TITLE]}…"
    source = _("Release %(number)s of “%(title)s”") % {"number": release.number, "title": short}
    if held:
        source = f"{source}, {held}"
    address = address_of("kept_release", release.event, release.number)
    yield Earlier(f"release-{release.pk}", title, held, elements, source, address=address)


def _rows(event: Event, chosen: Earlier) -> list[tuple[Text, Text, Line]]:
    """Return beside each other what stands at a place now, and what would."""
    titles = {str(item.uid): text_of(item.title) or KINDS[Kind(item.kind)].title for item in _items(event)}
    lines = operations.proposed(event, chosen.elements)
    now = [titles[uid] for uid in _uids(operations.opening_part(event))]
    said = [_said(line, titles) for line in lines]
    return [
        (now[place] if place < len(now) else Text(), title, line)
        for place, (title, line) in enumerate(zip(said, lines, strict=True))
    ]


def _said(line: Line, titles: dict[str, Text]) -> Text:
    if not line.added or line.element is None:
        return titles[line.key]
    language = get_language() or "en"
    return Text.of({language: gettext(ELEMENT_NAMES[line.element].msgid)})


def _items(event: Event) -> Any:
    return Item.objects.filter(part__event=event).only("uid", "title", "kind")


def _uids(part: Part | None) -> list[str]:
    return [str(item.uid) for item in part.items.all()] if part else []
