"""The event's own page: its facts, what is still missing, and the way out."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from events.exports.pdf.labels import FLAGS
from events.forms.event import FactsForm
from events.forms.event_fields import TEXTS, languages_of
from events.forms.preparation import TaskForm
from events.making import begin_years
from events.models import Event, Member, Release
from events.operations.deeds import NotAllowedError
from events.operations.phrases import phrases_for
from events.operations.planning import change_event, edition_of, set_hosts
from events.operations.removal import delete_event as delete
from events.operations.stale import StaleError
from events.programme.choices import HostRole
from events.programme.value import Host, Programme
from events.views import once
from events.views.access import membership_or_404
from events.views.event_frame import event_or_404, framed
from events.views.event_versions import compare, form_of, merged, number, read_rows
from events.views.figures import decided_in, figure_matters
from events.views.numbers import whole_number
from events.views.open_matters import matters_of
from events.views.preparation import preparation_of, today_at
from events.views.put_in import with_phrase_put_in

OFFICER = Member.Role.OFFICER

HOST_ACTS = {"host_up", "host_out"}
# The texts of an event into which an approved phrase is put.
PHRASE_FIELDS = ("dedication", "theme", "guest_notes", "note")
TEXT_LABELS = {text.name: text.label for text in TEXTS}


@require_http_methods(["GET", "HEAD", "POST"])
def event(request: HttpRequest, mission: str, slug: str) -> HttpResponse:
    """The facts; who may change nothing reads them."""
    member = membership_or_404(request, mission, OFFICER if request.method == "POST" else Member.Role.VIEWER)
    found = event_or_404(member, slug)
    if request.method != "POST":
        return _page(request, member, found, form_of(found))
    if HOST_ACTS & set(request.POST):
        return _page(request, member, found, _with_hosts_arranged(request, found))
    if "insert_phrase" in request.POST:
        data = with_phrase_put_in(request.POST, member.mission, PHRASE_FIELDS, languages_of(found))
        return _page(request, member, found, form_of(found, data))
    if "language_up" in request.POST:
        return _page(request, member, found, _with_language_moved(request, found))
    data = merged(request, found)
    form = form_of(found, data)
    if not form.is_valid():
        return _page(request, member, found, form, status=422)
    try:
        _keep(found, number(data), form, member)
    except StaleError as error:
        return compare(request, event_or_404(member, slug), form, error)
    except ValidationError as error:
        form.tell(error.message_dict if hasattr(error, "error_dict") else {"": error.messages})
        return _page(request, member, event_or_404(member, slug), form, status=422)
    messages.success(request, _("Saved. The public sees it with the next release."))
    return redirect("desk:event", mission, slug)


@require_POST
def delete_event(request: HttpRequest, mission: str, slug: str) -> HttpResponse:
    member = membership_or_404(request, mission, OFFICER)
    found = event_or_404(member, slug)
    try:
        delete(found, number(request.POST), by=member.user, now=timezone.now())
    except StaleError:
        messages.error(
            request, _("Somebody changed this event in the meantime, so it was not deleted. Look again.")
        )
        return redirect("desk:event", mission, slug)
    except NotAllowedError:
        messages.error(
            request, _("The public knows this event: only a head of protocol can take it away. It was kept.")
        )
        return redirect("desk:event", mission, slug)
    begin_years(mission)
    messages.success(request, _("The event is deleted. For 30 days it can be brought back."))
    return redirect("desk:deleted", mission)


@transaction.atomic
def _keep(found: Event, version: int, form: FactsForm, member: Member) -> None:
    """Keep the facts and the hosts as one; nothing of either where one is refused."""
    values = form.values()
    occasion = form.cleaned_data["occasion"]
    if occasion != (found.edition.occasion if found.edition else None) or values["on"] != found.on:
        values["edition"] = edition_of(occasion, values["on"])
        if occasion and not values["on"]:
            raise ValidationError(
                {"occasion": _("An occasion needs the date: its anniversary is counted from it.")}
            )
    change_event(found, version, by=member.user, **values)
    hosts = form.hosts()
    if [(organisation.pk, role) for organisation, role in hosts] != form.kept_hosts:
        set_hosts(found, version, hosts, by=member.user)


def _with_hosts_arranged(request: HttpRequest, found: Event) -> FactsForm:
    """The page again with two hosts changed over, or one line emptied; nothing is kept yet."""
    data = request.POST.copy()
    if (out := data.get("host_out", "")).isdecimal() and f"host_{out}" in data:
        data[f"host_{out}"] = data[f"host_role_{out}"] = ""
    below = whole_number(data.get("host_up", "")) or 0
    if 0 < below < 100:
        for name in ("host_", "host_role_"):
            upper, lower = f"{name}{below - 1}", f"{name}{below}"
            data[upper], data[lower] = data.get(lower, ""), data.get(upper, "")
    return form_of(found, data)


def _with_language_moved(request: HttpRequest, found: Event) -> FactsForm:
    """The page again with two languages changed over; nothing is kept yet."""
    data = request.POST.copy()
    codes, below = data.getlist("languages"), number(data, "language_up")
    if 0 < below < len(codes):
        codes[below - 1], codes[below] = codes[below], codes[below - 1]
        data.setlist("languages", codes)
    return form_of(found, data)


def hosts_without_a_flag(programme: Programme | None) -> list[Host]:
    """Return whose country's flag has not been drawn."""
    hosts = programme.hosts if programme else ()
    return [
        host
        for host in hosts
        if host.role in (HostRole.HOST, HostRole.CO_HOST)
        and host.organisation.country
        and host.organisation.country not in FLAGS
    ]


def _page(
    request: HttpRequest, member: Member, found: Event, form: FactsForm, status: int = 200
) -> HttpResponse:
    context: dict[str, Any] = framed(request, member, found, "event")
    version = found.version
    if form.is_bound:
        version = number(form.data)
    moved = bool({*HOST_ACTS, "language_up", "insert_phrase"} & set(request.POST))
    matters = matters_of(found, context["programme"])
    context |= {
        "form": form,
        "version": version,
        "show_errors": form.is_bound and not moved,
        "moved": moved,
        "phrase_put_in": "insert_phrase" in request.POST,
        "phrases": phrases_for(member.mission),
        "phrase_fields": [(name, TEXT_LABELS[name]) for name in PHRASE_FIELDS],
        "rows": [] if member.may_edit else read_rows(form),
        "flagless": [host.organisation for host in hosts_without_a_flag(context["programme"])],
        "matters": matters.open,
        "settled": matters.settled,
        "figures": figure_matters(found, context["programme"]),
        "decided": decided_in(context["programme"]),
        "preparation": preparation_of(found, today_at(found)),
        "once": once.new_key(),
        "task_form": TaskForm(),
        "within": Event.objects.filter(parent=found),
        "last": Release.objects.filter(event=found).order_by("-number").first(),
    }
    return render(request, "events/desk/event/event.html", context, status=status)
