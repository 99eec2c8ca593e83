"""The settings of a mission, for its administrators alone."""

import logging

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from events.forms.mission import SettingsForm
from events.models import Member
from events.models.history import acting
from events.views.access import membership_or_404
from events.views.mission_history import deeds_of

log = logging.getLogger(__name__)

PAGE = 50


@require_http_methods(["GET", "HEAD", "POST"])
def settings(request: HttpRequest, mission: str) -> HttpResponse:
    member = membership_or_404(request, mission, Member.Role.ADMINISTRATOR)
    form = SettingsForm(request.POST if request.method == "POST" else None, instance=member.mission)
    if not form.is_bound or not form.is_valid():
        status = 422 if form.is_bound else 200
        return render(request, "events/desk/mission_settings.html", {"form": form}, status=status)
    changed = ", ".join(form.changed_data)
    with acting(member.user, "change_settings"):
        form.save()
    if changed:
        log.info("Settings of mission %s changed by user %s: %s", mission, member.user_id, changed)
    messages.success(request, _("The settings are kept."))
    return redirect("desk:settings", mission)


@require_safe
def settings_history(request: HttpRequest, mission: str) -> HttpResponse:
    """Who changed the settings and the membership, and when."""
    member = membership_or_404(request, mission, Member.Role.ADMINISTRATOR)
    deeds = Paginator(deeds_of(member.mission), PAGE).get_page(request.GET.get("page"))
    return render(request, "events/desk/history/mission.html", {"deeds": deeds, "zone": member.mission.zone})
