"""Two officers changed the facts of one event: both versions side by side, field by field, and a choice."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _

from events.forms.event import FactsForm
from events.models import Event, Host
from events.models.worded import current_language
from events.operations.stale import StaleError, copy_at
from events.programme.languages import comma, semicolon

Values = dict[str, list[str]]
HOSTS = "hosts"


@dataclass(frozen=True)
class Difference:
    """One field in which what is kept and what was sent differ, as people read it."""

    name: str
    label: str
    language: str
    before: str
    theirs: str
    yours: str
    chosen: str
    note: str


@dataclass(frozen=True)
class Fact:
    label: str
    text: str
    language: str


def form_of(event: Any, data: Any = None) -> FactsForm:
    """The form of an event as it is kept; ``event`` may be an earlier copy."""
    return FactsForm(data, event=event, mission=event.mission, hosts=_hosts_now(event))


def read_rows(form: FactsForm) -> list[Fact]:
    """Return each fact for those who only read; one that nobody has said is said to be so."""
    rows, sent = [], _sent(form)
    for name, field in form.fields.items():
        language = name.rpartition("_")[2]
        is_empty = not any(sent[name])
        if name.startswith("host_") or (is_empty and language in form.shown_languages[1:]):
            continue
        text = (
            _("not stated") if is_empty and name != "prints_unconfirmed" else _shown(form, name, sent[name])
        )
        rows.append(
            Fact(
                str(field.label), text, language if language in form.shown_languages and not is_empty else ""
            )
        )
    hosts = _rows(form)
    rows.append(Fact(_("Hosts, in order"), _host_words(form, hosts) if hosts else _("not stated"), ""))
    return rows


def number(data: Any, name: str = "version") -> int:
    """Return the version on which a change was made; what is none is older than all."""
    try:
        return int(data.get(name, ""))
    except ValueError:
        return -1


def merged(request: HttpRequest, event: Event) -> QueryDict:
    """Return what was sent, with what is kept in place of it where the officer chose that."""
    data = request.POST.copy()
    kept = _sent(form_of(event))
    for name, pick in request.POST.items():
        field = name.removeprefix("pick-")
        if name == field or pick != "theirs":
            continue
        if field == HOSTS:
            for each in [key for key in data if key.startswith("host_")]:
                del data[each]
            for each in (key for key in kept if key.startswith("host_")):
                data.setlist(each, kept[each])
        elif field in kept:
            data.setlist(field, kept[field])
    return data


def compare(request: HttpRequest, event: Event, yours: FactsForm, error: StaleError) -> HttpResponse:
    """Answer 409 with both versions; nothing was saved, nothing of either is lost."""
    began = number(request.POST, "began" if "began" in request.POST else "version")
    base = copy_at(event, began)
    differences = list(_differences(event, base, began, yours))
    carried = [
        (name, value)
        for name in yours.data
        if name not in ("csrfmiddlewaretoken", "version", "began") and not name.startswith("pick-")
        for value in yours.data.getlist(name)
    ]
    context = {
        "event": event,
        "fallback": tuple(event.languages),
        "differences": differences,
        "carried": carried,
        "began": began,
        "their_name": error.by,
        "saved_at": error.at,
        "began_at": base.history_date if base else None,
        "sent_at": timezone.now(),
        "has_before": base is not None,
    }
    return render(request, "events/desk/event/conflict.html", context, status=409)


def _differences(event: Event, base: Any, began: int, yours: FactsForm) -> Iterator[Difference]:
    kept = form_of(event)
    before = (
        FactsForm(event=base, mission=event.mission, hosts=_hosts_at(event, began))
        if base is not None
        else None
    )
    now, sent = _sent(kept), _typed(yours)
    was = _sent(before) if before else {}
    for name in sent:
        if name.startswith("host_") or sent[name] == now.get(name, [""]):
            continue
        label = str(yours.fields[name].label)
        texts = [_shown(yours, name, values) for values in (was.get(name, []), now.get(name, []), sent[name])]
        language = name.rpartition("_")[2] if name.rpartition("_")[2] in yours.shown_languages else ""
        is_yours = before is None or sent[name] != was.get(name, [""])
        yield _difference(name, label, language, texts, is_yours)
    hosts = [(str(organisation.pk), role) for organisation, role in yours.hosts()]
    if hosts != _rows(kept):
        lists = [_rows(before) if before else [], _rows(kept), hosts]
        texts = [_host_words(yours, rows) for rows in lists]
        yield _difference(HOSTS, _("Hosts, in order"), "", texts, before is None or hosts != _rows(before))


def _difference(name: str, label: str, language: str, texts: list[str], is_yours: bool) -> Difference:
    note = "" if is_yours else _("You did not change it")
    return Difference(name, label, language, *texts, chosen="yours" if is_yours else "theirs", note=note)


def _sent(form: FactsForm) -> Values:
    """Return what the form shows as a browser would send it."""
    values = {}
    for name, field in form.fields.items():
        value = field.prepare_value(form.get_initial_for_field(field, name))
        values[name] = _listed(value)
    return values


def _typed(form: FactsForm) -> Values:
    """Return what was typed as it would be kept, so that another spelling of one day is no difference."""
    return {
        name: _listed(field.prepare_value(form.cleaned_data.get(name, "")))
        for name, field in form.fields.items()
    }


def _listed(value: Any) -> list[str]:
    if isinstance(value, bool):
        return ["on"] if value else []
    if isinstance(value, list | tuple):
        return [str(each) for each in value]
    return ["" if value is None else str(value).replace("\r\n", "\n")]


def _shown(form: FactsForm, name: str, values: list[str]) -> str:
    """Return what was sent in the words of the form."""
    if name == "prints_unconfirmed":
        return _("yes") if values else _("no")
    choices = {str(value): str(words) for value, words in getattr(form.fields[name], "choices", ())}
    return comma(current_language()).join(choices.get(value, value) for value in values if value) or _(
        "nothing"
    )


def _rows(form: FactsForm) -> list[tuple[str, str]]:
    return [(str(organisation), role) for organisation, role in form.kept_hosts]


def _host_words(form: FactsForm, rows: list[tuple[str, str]]) -> str:
    names = (
        {str(value): str(words) for value, words in form.fields["host_0"].choices} if form.host_count else {}
    )
    return semicolon(current_language()).join(
        names.get(organisation, "–") for organisation, _role in rows
    ) or _("nothing")


def _hosts_now(event: Any) -> list[tuple[Any, str]]:
    rows = Host.objects.filter(event=event.pk if isinstance(event, Event) else event.id)
    return list(rows.values_list("organisation", "role"))


def _hosts_at(event: Event, version: int) -> list[tuple[Any, str]]:
    """Return the hosts as they were at that version of the event."""
    last: dict[int, Any] = {}
    copies: Any = Host.history  # type: ignore[attr-defined]
    for copy in copies.filter(of_event=event.pk, event_version__lte=version).order_by("history_id"):
        last[copy.id] = copy
    standing = [copy for copy in last.values() if copy.history_type != "-"]
    return [
        (copy.organisation_id, copy.role) for copy in sorted(standing, key=lambda copy: (copy.order, copy.id))
    ]
