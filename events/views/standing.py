"""Cancelled, postponed, withdrawn, public again: what the public is told at once, confirmed in words first."""

from datetime import date
from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from events.forms.release import CancelForm, PostponeForm
from events.making import begin_usual_files, begin_years
from events.models import Event, Member, Release
from events.operations import approval
from events.operations.moving import as_moved, moves
from events.views.access import membership_or_404
from events.views.event_frame import event_or_404, framed, working_copy
from events.views.event_versions import number
from events.views.move_words import told, warnings
from events.views.releases import answered, decision, typed_in, unsaid
from events.views.releases import told as told_changes

HEAD = Member.Role.HEAD
METHODS = ["GET", "HEAD", "POST"]


@require_http_methods(METHODS)
def cancel(request: HttpRequest, mission: str, slug: str) -> HttpResponse:
    member = membership_or_404(request, mission, HEAD)
    event = event_or_404(member, slug)
    form = CancelForm(request.POST if request.method == "POST" else None, initial={"name": _("Cancelled")})
    if request.method != "POST" or not form.is_valid():
        return _sure(request, member, event, "cancel", form)

    def decide() -> HttpResponse:
        name = form.cleaned_data["name"]
        released = approval.cancel(event, number(request.POST), name=name, by=member.user, now=timezone.now())
        begin_usual_files(released)
        return _done(request, member, event, _("The event is cancelled, and the public reads it."))

    return answered(decide, lambda told: _refused(request, member, event, "cancel", form, told))


@require_http_methods(METHODS)
def postpone(request: HttpRequest, mission: str, slug: str) -> HttpResponse:
    """A new day is shown with all that goes along and what clashes there, before it is kept."""
    member = membership_or_404(request, mission, HEAD)
    event = event_or_404(member, slug)
    form = PostponeForm(request.POST if request.method == "POST" else None, initial={"name": _("Postponed")})
    if request.method != "POST" or not form.is_valid():
        return _sure(request, member, event, "postpone", form)
    on = form.cleaned_data["on"]
    if on == event.on:
        on = None

    def decide() -> HttpResponse:
        name, now = form.cleaned_data["name"], timezone.now()
        released = approval.postpone(event, number(request.POST), name=name, by=member.user, now=now, on=on)
        begin_usual_files(released)
        return _done(request, member, event, _("The event is postponed, and the public reads it."))

    try:
        if on and request.POST.get("shown") != on.isoformat() and event.releases.exists():
            return _sure(request, member, event, "postpone", form, **_what_moves(event, on, member))
        return answered(decide, lambda told: _refused(request, member, event, "postpone", form, told))
    except ValidationError as error:
        form.add_error("on", error.messages)
        return _sure(request, member, event, "postpone", form)


@require_http_methods(METHODS)
def withdraw(request: HttpRequest, mission: str, slug: str) -> HttpResponse:
    member = membership_or_404(request, mission, HEAD)
    event = event_or_404(member, slug)
    if request.method != "POST":
        return _sure(request, member, event, "withdraw", None)

    def decide() -> HttpResponse:
        if not event.releases.exists():
            raise approval.NotReleasedError
        approval.withdraw(event, by=member.user, now=timezone.now())
        begin_years(member.mission.slug)
        return _done(request, member, event, _("The public sees nothing of this event any more."))

    return answered(decide, lambda told: _refused(request, member, event, "withdraw", None, told))


@decision(HEAD)
def publish_again(request: HttpRequest, member: Member, event: Event) -> HttpResponse:
    approval.publish_again(event, by=member.user)
    begin_years(member.mission.slug)
    return _done(request, member, event, _("The releases of this event are public again."))


def _what_moves(event: Event, on: date, member: Member) -> dict[str, Any]:
    before, _problem = working_copy(event)
    return {
        "moving_to": on,
        "moves": told(moves(event, on), tuple(event.languages)),
        "warnings": warnings(before, as_moved(event, on, member.user)),
    }


def _done(request: HttpRequest, member: Member, event: Event, words: str) -> HttpResponse:
    messages.success(request, words)
    return redirect("desk:release", member.mission.slug, event.slug)


def _sure(
    request: HttpRequest, member: Member, event: Event, what: str, form: Any, status: int = 200, **more: Any
) -> HttpResponse:
    """Say in words what follows, before it is done."""
    context = framed(request, member, event, "release")
    is_bound = bool(form and form.is_bound)
    context |= {
        "form": form,
        "what": what,
        "version": number(request.POST) if is_bound else event.version,
        "last": Release.objects.filter(event=event).order_by("-number").first(),
        "four_eyes": event.mission.four_eyes and what != "withdraw",
        "status_is_set": event.status == {"cancel": "cancelled", "postpone": "postponed"}.get(what),
        "has_second_eyes": approval.may_release(event, member.user),
        **more,
    }
    if status == 200 and is_bound and not form.is_valid():
        status = 422
    return render(request, "events/desk/releases/sure.html", context, status=status)


def _refused(
    request: HttpRequest, member: Member, event: Event, what: str, form: Any, told_why: str
) -> HttpResponse:
    """Ask again with what was typed, beside what has changed since the last release as it is planned now."""
    now = event_or_404(member, event.slug)
    last = Release.objects.filter(event=now).order_by("-number").first()
    programme, _problem = working_copy(now)
    more = {
        "refused": told_why,
        "typed": typed_in(form),
        "version": now.version,
        "changes": told_changes(last, programme),
        "unsaid": unsaid(last, programme),
    }
    return _sure(request, member, now, what, form, status=409, **more)
