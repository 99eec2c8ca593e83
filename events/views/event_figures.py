"""The claims that an event gives: printed on its press sheet and shown to guests, each with its issuer."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from events.forms.event_figures import EventFiguresForm
from events.forms.ledger_words import SUBJECTS
from events.models import Claim, Event, EventClaim, Member
from events.operations.ledger import claims_for, set_claims
from events.operations.stale import StaleError
from events.views.access import membership_or_404
from events.views.event_frame import event_or_404, framed
from events.views.event_versions import number
from events.views.ledger import Stated


@require_http_methods(["GET", "HEAD", "POST"])
def event_figures(request: HttpRequest, mission: str, slug: str) -> HttpResponse:
    member = membership_or_404(request, mission, Member.Role.OFFICER)
    event = event_or_404(member, slug)
    given = _given(event)
    data = request.POST if request.method == "POST" else None
    form = EventFiguresForm(data, claims=_offered(event, given), given=given)
    if request.method != "POST":
        return _page(request, member, event, form)
    if not form.is_valid():
        return _page(request, member, event, form, status=422)
    try:
        if form.chosen != given:
            set_claims(event, number(request.POST), form.chosen, by=member.user)
    except StaleError as error:
        return _page(request, member, event_or_404(member, slug), form, status=409, theirs=error)
    messages.success(request, _("Saved. The public sees it with the next release."))
    return redirect("desk:event", mission, slug)


def _given(event: Event) -> list[Claim]:
    rows = EventClaim.objects.filter(event=event).select_related("claim__source", "claim__edition__occasion")
    return [row.claim for row in rows]


def _offered(event: Event, given: list[Claim]) -> list[Claim]:
    """Those that are given, in their order, then the others of the occasion by what they count."""
    edition = event.edition or (event.parent.edition if event.parent else None)
    others = claims_for(event.mission).filter(edition__occasion=edition.occasion_id) if edition else []
    ranks = {subject: rank for rank, subject in enumerate(SUBJECTS)}
    rest = [claim for claim in others if claim not in given]
    return [*given, *sorted(rest, key=lambda claim: ranks.get(claim.subject, len(ranks)))]


def _page(
    request: HttpRequest,
    member: Member,
    event: Event,
    form: EventFiguresForm,
    *,
    status: int = 200,
    theirs: StaleError | None = None,
) -> HttpResponse:
    context: dict[str, Any] = framed(request, member, event, "event")
    context |= {
        "form": form,
        "rows": [
            (Stated(claim), SUBJECTS.get(claim.subject, claim.subject), *fields)
            for claim, *fields in form.rows()
        ],
        "version": number(request.POST) if form.is_bound and not theirs else event.version,
        "theirs": theirs,
        "kept": [Stated(claim) for claim in _given(event)] if theirs else [],
        "show_errors": status == 422,
    }
    return render(request, "events/desk/event/figures.html", context, status=status)
