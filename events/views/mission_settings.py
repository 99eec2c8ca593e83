"""The settings of a mission, for its administrators alone."""

import logging
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from events.forms.look import LookForm
from events.forms.mission import IdentityForm, SettingsForm
from events.making import begin_years
from events.models import Member, Picture
from events.models.history import acting
from events.operations.looks import change_look
from events.programme.choices import Register
from events.programme.looks import takes
from events.views.access import membership_or_404
from events.views.mission_history import deeds_of

log = logging.getLogger(__name__)

PAGE = 50
REGISTERS = {
    Register.MOURNING: gettext_lazy("mourning"),
    Register.SOLEMN: gettext_lazy("solemn"),
    Register.NEUTRAL: gettext_lazy("neutral"),
    Register.FESTIVE: gettext_lazy("festive"),
}


def _page(request: HttpRequest, member: Member, **forms: Any) -> HttpResponse:
    """Show the settings; ``forms`` is the one that was refused, with what was typed."""
    status = 200
    for form in forms.values():
        status = 409 if form.is_stale else 422
    mission = member.mission
    context = {
        "form": SettingsForm(instance=mission),
        "identity": IdentityForm(mission=mission),
        "look": LookForm(mission=mission),
        "mission": mission,
        "registers": [words for register, words in REGISTERS.items() if takes(register, mission.accent)]
        if mission.accent
        else [],
        **forms,
    }
    return render(request, "events/desk/mission_settings.html", context, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
def settings(request: HttpRequest, mission: str) -> HttpResponse:
    member = membership_or_404(request, mission, Member.Role.ADMINISTRATOR)
    form = SettingsForm(request.POST if request.method == "POST" else None, instance=member.mission)
    if not form.is_bound or not form.is_valid():
        return _page(request, member, **({"form": form} if form.is_bound else {}))
    changed = ", ".join(form.changed_data)
    with acting(member.user, "change_settings"):
        form.save()
    if changed:
        log.info("Settings of mission %s changed by user %s: %s", mission, member.user_id, changed)
        begin_years(mission)
    messages.success(request, _("The settings are kept."))
    return redirect("desk:settings", mission)


@require_http_methods(["GET", "HEAD", "POST"])
def identity(request: HttpRequest, mission: str) -> HttpResponse:
    """How the mission is called and in which languages it works: a form of its own on the page of the settings."""
    member = membership_or_404(request, mission, Member.Role.ADMINISTRATOR)
    if request.method != "POST":
        return _page(request, member)
    form = IdentityForm(request.POST, mission=member.mission)
    if not form.is_valid():
        return _page(request, member, identity=form)
    if form.has_changed():
        with acting(member.user, "change_settings"):
            form.save()
        log.info("Mission %s changed by user %s: %s", mission, member.user_id, ", ".join(form.changed_data))
        begin_years(mission)
    messages.success(request, _("The mission’s names and languages are kept. Releases stay as they are."))
    return redirect("desk:settings", mission)


@require_http_methods(["GET", "HEAD", "POST"])
def look(request: HttpRequest, mission: str) -> HttpResponse:
    """How the mission prints: a form of its own on the page of the settings."""
    member = membership_or_404(request, mission, Member.Role.ADMINISTRATOR)
    if request.method != "POST":
        return _page(request, member)
    form = LookForm(request.POST, request.FILES, mission=member.mission)
    if not form.is_valid():
        return _page(request, member, look=form)
    if form.has_changed():
        emblem, bare = form.cleaned_data["emblem"], form.cleaned_data.get("bare", False)
        change_look(member.mission, form.values, by=member.user, emblem=emblem, bare=bare)
        log.info("Look of mission %s changed by user %s", mission, member.user_id)
        begin_years(mission)
    messages.success(request, _("The look is kept. It is printed with the next release of each event."))
    return redirect("desk:settings", mission)


@require_safe
def emblem(request: HttpRequest, mission: str) -> HttpResponse:
    """The picture that the mission prints at the head of its programmes, for its members."""
    member = membership_or_404(request, mission)
    digest = member.mission.emblem
    picture = Picture.objects.filter(mission=member.mission, digest=digest).first() if digest else None
    if picture is None:
        raise Http404
    return HttpResponse(bytes(picture.octets), content_type="image/png")


@require_safe
def settings_history(request: HttpRequest, mission: str) -> HttpResponse:
    """Who changed the settings and the membership, and when."""
    member = membership_or_404(request, mission, Member.Role.ADMINISTRATOR)
    deeds = Paginator(deeds_of(member.mission), PAGE).get_page(request.GET.get("page"))
    return render(request, "events/desk/history/mission.html", {"deeds": deeds, "zone": member.mission.zone})
