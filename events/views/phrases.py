"""The approved wordings: their list, each with the places where it stands, added and changed."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from events.forms.phrase import KINDS, PhraseForm
from events.models import Member, Phrase
from events.operations.phrases import add_phrase, change_phrase, phrases_for, used_in
from events.operations.stale import StaleError
from events.views import once
from events.views.access import membership_or_404
from events.views.open_matters import where_it_stands
from events.views.registers import REGISTERS

OFFICER = Member.Role.OFFICER


@require_safe
def phrases(request: HttpRequest, mission: str) -> HttpResponse:
    member = membership_or_404(request, mission)
    rows = list(phrases_for(member.mission))
    groups = [(label, [row for row in rows if row.kind == kind]) for kind, label in KINDS.items()]
    context = {"groups": groups, "registers": REGISTERS.values()}
    return _answer(request, member, "events/desk/phrases/phrases.html", context)


@require_safe
def phrase(request: HttpRequest, mission: str, pk: int) -> HttpResponse:
    """One wording, and the fields of events in which it stands."""
    member = membership_or_404(request, mission)
    row = get_object_or_404(phrases_for(member.mission), pk=pk)
    uses = [
        (event, [(place, where_it_stands(event, programme, place)) for place in places])
        for event, programme, places in used_in(row, member.mission)
    ]
    context = {"phrase": row, "kind": KINDS[Phrase.Kind(row.kind)], "uses": uses, "is_own": row.mission_id}
    return _answer(request, member, "events/desk/phrases/phrase.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def new_phrase(request: HttpRequest, mission: str) -> HttpResponse:
    member = membership_or_404(request, mission, OFFICER)
    form = PhraseForm(request.POST if request.method == "POST" else None, mission=member.mission, phrase=None)
    if request.method == "POST" and form.is_valid():
        if not once.begin(request)[0]:
            messages.info(request, _("This entry was saved already."))
            return redirect("desk:phrases", mission)
        try:
            row = add_phrase(member.mission, by=member.user, **form.values)
        except ValidationError as error:
            once.undone(request)
            form.refuse(error)
        else:
            once.done(request, str(row.pk))
            messages.success(request, _("Saved. It can be put into the texts of events now."))
            return redirect("desk:phrase", mission, row.pk)
    return _form(request, member, form, None)


@require_http_methods(["GET", "HEAD", "POST"])
def change(request: HttpRequest, mission: str, pk: int) -> HttpResponse:
    """Only a wording of the mission's own; where another was quicker, what both wrote is shown."""
    member = membership_or_404(request, mission, OFFICER)
    row = get_object_or_404(phrases_for(member.mission), pk=pk)
    if not row.mission_id:
        raise Http404("What all missions share is changed by support staff.")
    data = request.POST if request.method == "POST" else None
    form = PhraseForm(data, mission=member.mission, phrase=row)
    if data is not None and form.is_valid():
        try:
            change_phrase(row, form.cleaned_data["version"], by=member.user, **form.values)
        except StaleError as error:
            return _stale(request, member, data, error)
        except ValidationError as error:
            form.refuse(error)
        else:
            messages.success(request, _("Saved. Texts in which it stands stay as they are."))
            return redirect("desk:phrase", mission, row.pk)
    return _form(request, member, form, row)


def _stale(request: HttpRequest, member: Member, data: Any, error: StaleError) -> HttpResponse:
    typed = data.copy()
    now: Any = error.kept
    typed["version"] = str(now.version)
    form = PhraseForm(typed, mission=member.mission, phrase=now)
    words = _(
        "%(name)s changed this phrase while you were writing. What is kept now stands here; what you wrote stays below."
    )
    told = words % {"name": error.by or _("Somebody")}
    return _form(request, member, form, now, status=409, stale=told)


def _form(
    request: HttpRequest,
    member: Member,
    form: PhraseForm,
    row: Phrase | None,
    *,
    status: int = 0,
    stale: str = "",
) -> HttpResponse:
    context = {"form": form, "phrase": row, "stale": stale, "once": once.new_key() if row is None else ""}
    status = status or (422 if form.errors else 200)
    return _answer(request, member, "events/desk/phrases/edit.html", context, status)


def _answer(
    request: HttpRequest, member: Member, template: str, context: dict[str, Any], status: int = 200
) -> HttpResponse:
    context |= {"member": member, "mission": member.mission, "fallback": tuple(member.mission.languages)}
    return render(request, template, context, status=status)
