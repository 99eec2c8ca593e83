"""New events from a pattern, and as a copy of another one."""

from datetime import date, timedelta
from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db import transaction
from django.forms import BaseForm
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe
from django.views.decorators.vary import vary_on_headers

from events.forms.new_event import (
    BaseHostFormSet,
    CopyForm,
    HostFormSet,
    NewEventForm,
    named,
    pattern_choices,
)
from events.models import Event, Member, Organisation, User
from events.operations.copying import copy_event as copy
from events.operations.planning import ShortForm
from events.operations.planning import new_event as make
from events.operations.registers import add_organisation, add_place, as_organisation, own_name
from events.programme.choices import EventKind
from events.programme.text import Text
from events.views import once
from events.views.access import membership_or_404
from events.views.frame import wants_fragment
from events.views.hints import copy_hints, hints, years_before
from events.views.numbers import whole_number

OFFICER = Member.Role.OFFICER
COPIES = 50
YEAR = 365


@require_http_methods(["GET", "HEAD", "POST"])
def new_event(request: HttpRequest, mission: str) -> HttpResponse:
    """The short form. Its buttons for the hosts and for what follows ask for the page again and make nothing."""
    member = membership_or_404(request, mission, OFFICER)
    asks_again = bool({"more_hosts", "host_up", "host_out", "look"} & set(request.POST))
    if request.method != "POST" or asks_again:
        return _page(request, member, *_unbound(request, member), status=200)
    form = NewEventForm(request.POST, mission=member.mission)
    hosts = HostFormSet(request.POST, prefix="hosts", form_kwargs={"mission": member.mission})
    if not all([form.is_valid(), hosts.is_valid()]):
        return _page(request, member, form, hosts, status=422)
    first_time, slug = once.begin(request)
    if not first_time:
        messages.info(request, _("This event was made already."))
        return redirect("desk:agenda", mission, slug) if slug else redirect("desk:desk", mission)
    try:
        event = _make(member, form.cleaned_data, hosts.hosts)
    except ValidationError as error:
        once.undone(request)
        _tell(form, error)
        return _page(request, member, form, hosts, status=422)
    once.done(request, event.slug)
    messages.success(request, _("The event is made. Nothing is public until it is released."))
    return redirect("desk:agenda", mission, event.slug)


@require_safe
def new_event_hints(request: HttpRequest, mission: str) -> HttpResponse:
    """What follows from what is in the form so far; wrong fields count as empty."""
    member = membership_or_404(request, mission, OFFICER)
    form = NewEventForm(request.GET, mission=member.mission)
    form.is_valid()
    return render(request, "events/desk/new/_hints.html", {"hints": hints(member.mission, form.cleaned_data)})


@require_safe
@vary_on_headers("HX-Request")
def copies(request: HttpRequest, mission: str) -> HttpResponse:
    """Which event is to be copied."""
    member = membership_or_404(request, mission, OFFICER)
    words = request.GET.get("q", "")[:200]
    events = Event.objects.on_their_own().filter(mission=member.mission)
    events = events.search(words).select_related("place").order_by("-on", "slug")[:COPIES]
    template = "_copies_answer.html" if wants_fragment(request) else "copies.html"
    return render(request, f"events/desk/new/{template}", {"events": events, "words": words})


@require_http_methods(["GET", "HEAD", "POST"])
def copy_event(request: HttpRequest, mission: str, slug: str) -> HttpResponse:
    member = membership_or_404(request, mission, OFFICER)
    original = get_object_or_404(
        Event.objects.on_their_own().select_related("mission", "edition__occasion", "place"),
        mission=member.mission,
        slug=slug,
    )
    if request.method != "POST":
        form = CopyForm(initial={"on": next_year(original.on)})
        return _copy_page(request, original, form, form.initial["on"], status=200)
    form = CopyForm(request.POST)
    if not form.is_valid() or "look" in request.POST:
        status = 422 if form.errors else 200
        return _copy_page(request, original, form, form.cleaned_data.get("on"), status)
    on = form.cleaned_data["on"]
    first_time, made = once.begin(request)
    if not first_time:
        messages.info(request, _("This copy was made already."))
        return redirect("desk:agenda", mission, made) if made else redirect("desk:desk", mission)
    try:
        event = copy(original, on, by=member.user)
    except ValidationError as error:
        once.undone(request)
        _tell(form, error)
        return _copy_page(request, original, form, on, status=422)
    once.done(request, event.slug)
    messages.success(request, _("The copy is made. Nobody has answered yet, and nothing of it is released."))
    return redirect("desk:agenda", mission, event.slug)


def next_year(on: date | None) -> date | None:
    """The same day a year later; a 29 February becomes the 28th."""
    if on is None:
        return None
    try:
        return on.replace(year=on.year + 1)
    except ValueError:
        return on + timedelta(days=YEAR)


def _unbound(request: HttpRequest, member: Member) -> tuple[NewEventForm, BaseHostFormSet]:
    """The forms with what was typed so far, without a word about what is wrong or missing yet."""
    mission = member.mission
    if request.method != "POST":
        first = named(Organisation.objects.filter(mission=mission), str(mission.name))
        itself = {"organisation": first.pk} if first else {"new_name": own_name(mission)}
        rows: list[dict[str, Any]] = [itself, {}]
        given = {name: request.GET[name] for name in ("occasion", "on") if name in request.GET}
        return NewEventForm(mission=mission, initial=given), _host_rows(member, rows)
    typed = {name: request.POST.get(name, "") for name in NewEventForm.base_fields}
    typed["languages"] = request.POST.getlist("languages")
    form = NewEventForm(mission=mission, initial=typed)
    sent = HostFormSet(request.POST, prefix="hosts", form_kwargs={"mission": mission})
    rows = [
        {name: request.POST.get(each.add_prefix(name), "") for name in each.fields} for each in sent.forms
    ]
    return form, _host_rows(member, _arranged(rows, request.POST))


def _arranged(rows: list[dict[str, Any]], asked: QueryDict) -> list[dict[str, Any]]:
    """The hosts with one more line, one before the one above it, or one taken out."""
    up, out = whole_number(asked.get("host_up", "")), whole_number(asked.get("host_out", ""))
    if up and up < len(rows):
        return [*rows[: up - 1], rows[up], rows[up - 1], *rows[up + 1 :]]
    rows = [row for number, row in enumerate(rows) if number != out]
    return [*rows, {}] if "more_hosts" in asked or not rows else rows


def _host_rows(member: Member, rows: list[dict[str, Any]]) -> BaseHostFormSet:
    return HostFormSet(prefix="hosts", initial=rows, form_kwargs={"mission": member.mission})


@transaction.atomic
def _make(member: Member, said: dict[str, Any], hosts: list[dict[str, Any]]) -> Event:
    mission, by = member.mission, member.user
    language = mission.languages[0]
    place = said["place"]
    if said["new_place"]:
        values = {"name": {language: said["new_place"]}, "city": {language: said["new_city"]}}
        place = add_place(mission, by=by, zone=said["new_zone"] or mission.zone, **values)
    form = ShortForm(
        kind=EventKind(said["kind"]),
        title=Text.of({language: said["title"]}),
        on=said["on"],
        starts_at=said["starts_at"],
        until=said["until"],
        place=place,
        hosts=[_host(member, each, language, by) for each in hosts],
        occasion=said["occasion"],
        languages=said["languages"],
    )
    return make(mission, form, by=by)


def _host(member: Member, said: dict[str, Any], language: str, by: User) -> Organisation:
    if said["organisation"]:
        return said["organisation"]
    values: dict[str, Any] = {"name": {language: said["new_name"]}}
    if said["new_name"] == own_name(member.mission):
        values = as_organisation(member.mission)
    return add_organisation(member.mission, by=by, **values)


def _tell(form: BaseForm, error: ValidationError) -> None:
    """Put the words of a deed at the field that they are about, else above all fields."""
    told = error.message_dict if hasattr(error, "error_dict") else {"": error.messages}
    for name, sentences in told.items():
        for sentence in sentences:
            form.add_error(name if name in form.fields else None, sentence)


def _page(
    request: HttpRequest, member: Member, form: NewEventForm, hosts: BaseHostFormSet, status: int
) -> HttpResponse:
    if form.is_bound:
        said = form.cleaned_data
    else:
        looked_at = NewEventForm(request.POST or form.initial, mission=member.mission)
        looked_at.is_valid()
        said = looked_at.cleaned_data
    context = {
        "form": form,
        "hosts": hosts,
        "patterns": pattern_choices(),
        "hints": hints(member.mission, said),
        "once": request.POST.get(once.FIELD) or once.new_key(),
        "may_add_host": len(hosts.forms) < hosts.max_num,
    }
    return render(request, "events/desk/new/new.html", context, status=status)


def _copy_page(
    request: HttpRequest, original: Event, form: CopyForm, on: date | None, status: int
) -> HttpResponse:
    context = {
        "event": original,
        "form": form,
        "on": on,
        "hints": copy_hints(original, on),
        "before": years_before(original),
        "once": request.POST.get(once.FIELD) or once.new_key(),
    }
    return render(request, "events/desk/new/copy.html", context, status=status)
