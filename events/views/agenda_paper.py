"""The printed sheet as the working copy would give it: the renderer's own page, scaled, and marked as a draft."""

from dataclasses import replace
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.templatetags.static import static
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from events.exports.pdf.a4 import CLOSE_LINES, ROOMY_LINES, sheet
from events.exports.pdf.errors import ProgrammeTooLongError
from events.exports.pdf.masthead import Drawing, Masthead
from events.programme.choices import Audience, Register
from events.programme.languages import LANGUAGES
from events.programme.timing import NonexistentTimeError
from events.programme.value import Programme
from events.snapshot import take_snapshot
from events.views.access import membership_or_404
from events.views.agenda import event_or_404, wants_fragment

LOOKS = {
    Register.MOURNING: "is-mourning",
    Register.MOURNING_AND_PRIDE: "is-mourning",
    Register.SOLEMN: "is-solemn",
    Register.NEUTRAL: "is-neutral",
    Register.FESTIVE: "is-festive",
}
SIDES = 2


@require_safe
def paper(request: HttpRequest, mission: str, slug: str) -> HttpResponse:
    """One side of the sheet in one language, for members; it says DRAFT."""
    member = membership_or_404(request, mission)
    event = event_or_404(member, slug)
    asked = request.GET.get("wording", "")
    language = (
        asked if asked in LANGUAGES else next(code for code in (*event.languages, "en") if code in LANGUAGES)
    )
    side = 2 if request.GET.get("page") == "2" else 1
    context: dict[str, Any] = {"event": event, "member": member, "language_of_sheet": language, "side": side}
    try:
        context.update(sheet_context(take_snapshot(event), language))
    except (NonexistentTimeError, ProgrammeTooLongError) as error:
        context["refused"] = str(error)
    context["sides"] = SIDES if context.get("has_back") else 1
    context["side"] = min(side, context["sides"])
    context["drawn_at"] = timezone.now()
    context["zone"] = event.zone
    template = "_paper.html" if wants_fragment(request) else "paper.html"
    response = render(request, f"events/desk/agenda/{template}", context)
    response["Vary"] = "HX-Request"
    return response


def sheet_context(programme: Programme, language: str) -> dict[str, Any]:
    """Return what the templates of the sheet show, with drawings where a browser finds them."""
    programme = programme.seen_by(Audience.PUBLIC)
    with translation.override(language):
        shown = sheet(programme, language, settings.SITE_URL)
        draft = _("Draft")
    lines = shown["order"].lines
    setting = "roomy" if lines <= ROOMY_LINES else "close" if lines <= CLOSE_LINES else "closest brief"
    if shown["hours"] or shown["within"]:
        setting = "close flowing"
    back = shown["back"]
    # The sheet's own names, apart from those of the page around it.
    return {
        "shown": {**shown, "masthead": _on_screen(shown["masthead"], programme)},
        "setting": setting,
        "look": LOOKS[programme.register],
        "has_back": bool(back.speaks),
        "draft": draft,
    }


def _on_screen(masthead: Masthead, programme: Programme) -> Masthead:
    hosts = [replace(host, flag=_drawn(host.flag)) for host in masthead.hosts]
    emblem = masthead.emblem and replace(
        masthead.emblem, address=reverse("desk:emblem", args=[programme.mission.slug])
    )
    return replace(masthead, emblem=emblem, hosts=hosts, motif=_drawn(masthead.motif))


def _drawn(drawing: Drawing | None) -> Drawing | None:
    if drawing is None:
        return None
    name = drawing.address.removeprefix("art:")
    place = f"flags/{name.removeprefix('flag-')}" if name.startswith("flag-") else f"art/{name}"
    return replace(drawing, address=static(f"events/{place}"))
