"""The lists of an event beside its agenda: groups of guests in their order, opening days, works shown."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from events.forms.event_fields import languages_of
from events.forms.event_lists import (
    GroupForm,
    GroupFormSet,
    OpeningDayForm,
    OpeningDayFormSet,
    WorkForm,
    WorkFormSet,
    initial_of,
    texts_of,
    values_of,
)
from events.models import AudienceGroup, Event, Member, OpeningDay, Work
from events.models.fields import text_of
from events.operations.planning import set_audience_groups, set_days, set_works
from events.operations.stale import StaleError
from events.programme.languages import LANGUAGES
from events.views.access import membership_or_404
from events.views.event_frame import event_or_404, framed
from events.views.event_versions import number

SPARE_ROWS = 2
OFFICER = Member.Role.OFFICER


@dataclass(frozen=True)
class Kind:
    """One kind of list: its rows, their form, the deed that keeps them."""

    name: str
    model: Any
    form: Any
    formset: Any
    keep: Callable[..., Event]


def _keep_groups(event: Event, version: int, rows: list[dict[str, Any]], by: Any) -> Event:
    return set_audience_groups(event, version, [(text_of(row["name"]), row["quota"]) for row in rows], by=by)


def _keep_days(event: Event, version: int, rows: list[dict[str, Any]], by: Any) -> Event:
    return set_days(event, version, rows, by=by)


def _keep_works(event: Event, version: int, rows: list[dict[str, Any]], by: Any) -> Event:
    return set_works(event, version, rows, by=by)


GROUPS = Kind("groups", AudienceGroup, GroupForm, GroupFormSet, _keep_groups)
DAYS = Kind("days", OpeningDay, OpeningDayForm, OpeningDayFormSet, _keep_days)
WORKS = Kind("works", Work, WorkForm, WorkFormSet, _keep_works)


@require_http_methods(["GET", "HEAD", "POST"])
def groups(request: HttpRequest, mission: str, slug: str) -> HttpResponse:
    return _edit(request, mission, slug, GROUPS)


@require_http_methods(["GET", "HEAD", "POST"])
def opening_days(request: HttpRequest, mission: str, slug: str) -> HttpResponse:
    return _edit(request, mission, slug, DAYS)


@require_http_methods(["GET", "HEAD", "POST"])
def works(request: HttpRequest, mission: str, slug: str) -> HttpResponse:
    return _edit(request, mission, slug, WORKS)


def _edit(request: HttpRequest, mission: str, slug: str, kind: Kind) -> HttpResponse:
    member = membership_or_404(request, mission, OFFICER)
    event = event_or_404(member, slug)
    if request.method != "POST":
        return _page(request, member, event, kind, _formset(event, kind))
    if "more_rows" in request.POST or "row_up" in request.POST:
        return _page(request, member, event, kind, _formset(event, kind, _rearranged(request.POST, kind)))
    formset = _formset(event, kind, request.POST)
    if not formset.is_valid():
        return _page(request, member, event, kind, formset, status=422)
    filled = formset.filled
    if kind is DAYS:
        filled.sort(key=lambda form: form.values["on"])
    rows = [form.values for form in filled]
    try:
        if rows != [values_of(row, kind.form) for row in kind.model.objects.filter(event=event)]:
            kind.keep(event, number(request.POST), rows, member.user)
    except StaleError as error:
        return _page(request, member, event_or_404(member, slug), kind, formset, status=409, theirs=error)
    except ValidationError as error:
        filled[getattr(error, "index", 0)].tell(error.message_dict)
        return _page(request, member, event_or_404(member, slug), kind, formset, status=422)
    messages.success(request, _("Saved. The public sees it with the next release."))
    return redirect("desk:event", mission, slug)


def _formset(event: Event, kind: Kind, data: QueryDict | None = None) -> Any:
    rows = list(kind.model.objects.filter(event=event))
    # A text in a language that the event has not would be lost if it were not shown.
    said = [
        code for row in rows for text in texts_of(kind.form) for code in text_of(getattr(row, text)).languages
    ]
    languages = list(dict.fromkeys([*languages_of(event), *(code for code in said if code in LANGUAGES)]))
    initial = [initial_of(row, kind.form, languages) for row in rows]
    if data is None:
        initial += [{} for _spare in range(SPARE_ROWS)]
    return kind.formset(data, prefix="row", initial=initial, form_kwargs={"languages": languages})


def _kept_rows(event: Event, kind: Kind) -> list[list[tuple[str, str, str]]]:
    """Return of each row what it says: the label of the field, the words, and their language where they have one."""
    return [
        [
            (str(field.label), str(value), "" if name in form.base_fields else name.rpartition("_")[2])
            for name, field in form.fields.items()
            if (value := field.prepare_value(form.initial[name])) not in (None, "")
        ]
        for form in _formset(event, kind)
        if form.initial
    ]


def _rearranged(sent: QueryDict, kind: Kind) -> QueryDict:
    """Return what was sent with another empty row, or with two rows changed over; nothing is kept yet."""
    data = sent.copy()
    total = min(max(number(sent, "row-TOTAL_FORMS"), 0), 200)
    if "more_rows" in sent:
        data["row-TOTAL_FORMS"] = str(total + 1)
    below = number(sent, "row_up")
    if 0 < below < total:
        upper, lower = f"row-{below - 1}-", f"row-{below}-"
        names = {name.removeprefix(each) for name in sent for each in (upper, lower) if name.startswith(each)}
        for name in names:
            data[upper + name], data[lower + name] = sent.get(lower + name, ""), sent.get(upper + name, "")
    return data


def _page(
    request: HttpRequest,
    member: Member,
    event: Event,
    kind: Kind,
    formset: Any,
    *,
    status: int = 200,
    theirs: StaleError | None = None,
) -> HttpResponse:
    context = framed(request, member, event, "event")
    context |= {
        "formset": formset,
        "kind": kind.name,
        "version": number(formset.data) if formset.is_bound and not theirs else event.version,
        "show_errors": status == 422,
        "theirs": theirs,
        "kept_rows": _kept_rows(event, kind) if theirs else (),
    }
    return render(request, "events/desk/event/list.html", context, status=status)
