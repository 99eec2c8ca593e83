"""Sources and claims of a mission are added, changed and taken out; what all missions share is read."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any
from zoneinfo import ZoneInfo

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_http_methods, require_POST

from events.forms.ledger import ClaimForm, SourceForm
from events.forms.ledger_fields import KNOWN_LANGUAGES
from events.forms.register import EntryForm
from events.models import Claim, Member, Mission, Source
from events.models.fields import text_of
from events.operations import ledger
from events.operations.ledger import InUseError
from events.operations.stale import StaleError
from events.views import once
from events.views.access import membership_or_404
from events.views.event_versions import number
from events.views.meeting import meet

OFFICER = Member.Role.OFFICER


@dataclass(frozen=True)
class Kind:
    """Sources or claims: their form, their deeds, and what their page says."""

    model: Any
    form: Any
    add: Callable[..., Any]
    change: Callable[..., Any]
    remove: Callable[..., None]
    name: str
    adds: str | Promise
    changes: str | Promise


SOURCES = Kind(
    Source,
    SourceForm,
    ledger.add_source,
    ledger.change_source,
    ledger.remove_source,
    "source",
    gettext_lazy("Add a source"),
    gettext_lazy("Change the source"),
)
CLAIMS = Kind(
    Claim,
    ClaimForm,
    ledger.add_claim,
    ledger.change_claim,
    ledger.remove_claim,
    "claim",
    gettext_lazy("Add a claim"),
    gettext_lazy("Change the claim"),
)


@require_http_methods(["GET", "HEAD", "POST"])
def new_source(request: HttpRequest, mission: str) -> HttpResponse:
    return _edit(request, membership_or_404(request, mission, OFFICER), SOURCES, None)


@require_http_methods(["GET", "HEAD", "POST"])
def change_source(request: HttpRequest, mission: str, source: int) -> HttpResponse:
    member = membership_or_404(request, mission, OFFICER)
    return _edit(request, member, SOURCES, _own_or_404(SOURCES, member.mission, source))


@require_POST
def remove_source(request: HttpRequest, mission: str, source: int) -> HttpResponse:
    member = membership_or_404(request, mission, OFFICER)
    return _remove(request, member, SOURCES, _own_or_404(SOURCES, member.mission, source))


@require_http_methods(["GET", "HEAD", "POST"])
def new_claim(request: HttpRequest, mission: str) -> HttpResponse:
    return _edit(request, membership_or_404(request, mission, OFFICER), CLAIMS, None)


@require_http_methods(["GET", "HEAD", "POST"])
def change_claim(request: HttpRequest, mission: str, claim: int) -> HttpResponse:
    member = membership_or_404(request, mission, OFFICER)
    return _edit(request, member, CLAIMS, _own_or_404(CLAIMS, member.mission, claim))


@require_POST
def remove_claim(request: HttpRequest, mission: str, claim: int) -> HttpResponse:
    member = membership_or_404(request, mission, OFFICER)
    return _remove(request, member, CLAIMS, _own_or_404(CLAIMS, member.mission, claim))


def _own_or_404(kind: Kind, mission: Mission, pk: int) -> Any:
    """What all missions share is nobody's to change."""
    return get_object_or_404(kind.model, mission=mission, pk=pk)


def _edit(request: HttpRequest, member: Member, kind: Kind, entry: Any) -> HttpResponse:
    make = partial(kind.form, mission=member.mission, today=today_of(member.mission))
    if request.method != "POST":
        return _page(request, member, kind, entry, make(entry=entry, initial=_begun(request, member, kind)))
    if entry is None and once.came_of(request):
        return _was_saved(request, member)
    form = make(request.POST, entry=entry)
    if not form.is_valid():
        return _page(request, member, kind, entry, form, status=422)
    if entry is None and not once.begin(request)[0]:
        return _was_saved(request, member)
    try:
        _save(member, kind, entry, form)
    except StaleError as error:
        form = meet(make, form, error, request.POST)
        return _page(request, member, kind, error.kept, form, status=409, stale=error)
    except ValidationError as error:
        once.undone(request)
        form.refuse(error)
        return _page(request, member, kind, entry, form, status=422)
    once.done(request, kind.name)
    messages.success(request, _("Saved. What is released already stays as it is."))
    return redirect("desk:ledger", member.mission.slug)


def _begun(request: HttpRequest, member: Member, kind: Kind) -> dict[str, Any]:
    """A claim can be begun from its source."""
    source = number(request.GET, "source")
    if kind is CLAIMS and source and ledger.sources_for(member.mission).filter(pk=source):
        return {"source": source}
    return {}


def _save(member: Member, kind: Kind, entry: Any, form: EntryForm) -> None:
    if entry is None:
        kind.add(member.mission, by=member.user, **form.values)
    else:
        kind.change(entry, form.cleaned_data["version"], by=member.user, **form.values)


def _was_saved(request: HttpRequest, member: Member) -> HttpResponse:
    messages.info(request, _("This entry was saved already."))
    return redirect("desk:ledger", member.mission.slug)


def _remove(request: HttpRequest, member: Member, kind: Kind, entry: Any) -> HttpResponse:
    try:
        kind.remove(entry, number(request.POST), by=member.user)
    except StaleError:
        messages.error(request, _("Somebody changed this in the meantime, so it was kept. Look again."))
    except InUseError as error:
        messages.error(request, _why_kept(error))
    else:
        messages.success(request, _("Taken out. The history still has it."))
        return redirect("desk:ledger", member.mission.slug)
    return redirect(f"desk:change_{kind.name}", member.mission.slug, entry.pk)


def _why_kept(error: InUseError) -> str:
    if error.events:
        titles = ", ".join(
            str(text_of(event.title).wording("en", tuple(event.languages))) for event in error.events
        )
        return _("It was kept: these events give it: %(events)s. Take it out there first.") % {
            "events": titles
        }
    if error.claims:
        words = ngettext(
            "It was kept: %(count)s claim stands on it. Take that out first.",
            "It was kept: %(count)s claims stand on it. Take those out first.",
            error.claims,
        )
        return words % {"count": error.claims}
    return _("It was kept: it is the source of record of an edition. Name another one first.")


def today_of(mission: Mission) -> Any:
    return timezone.localdate(timezone=ZoneInfo(mission.zone))


def _page(
    request: HttpRequest,
    member: Member,
    kind: Kind,
    entry: Any,
    form: EntryForm,
    *,
    status: int = 200,
    stale: StaleError | None = None,
) -> HttpResponse:
    context = {
        "member": member,
        "mission": member.mission,
        "fallback": tuple(member.mission.languages),
        "kind": kind,
        "entry": entry,
        "form": form,
        "editor": {"stale": stale, "status": status},
        "languages": sorted(KNOWN_LANGUAGES),
        "once": request.POST.get(once.FIELD) or once.new_key(),
    }
    return render(request, "events/desk/ledger/edit.html", context, status=status)
