"""Two officers, one item: both versions side by side, field by field, and a choice."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import time, timedelta
from difflib import SequenceMatcher
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from events.forms.agenda import ItemForm
from events.forms.agenda_fields import length_text, parse_length
from events.forms.languages import in_a_language
from events.models import Event, Item, Member
from events.models.worded import current_language
from events.operations import agenda as operations
from events.operations.stale import StaleError, copy_at
from events.programme.languages import clock, comma
from events.views.agenda import deed, done, item_or_404, number
from events.views.agenda_editor import item_form

LONG_TEXTS = ("text_", "staff_text_", "words_")
Values = dict[str, list[str]]


@dataclass(frozen=True)
class Run:
    """A run of words; ``is_new`` where the version before did not have it."""

    text: str
    is_new: bool


@dataclass(frozen=True)
class Difference:
    """One field that the two versions do not share. ``both`` joins two additions to one text."""

    name: str
    label: str
    language: str
    before: str
    theirs: Sequence[Run]
    yours: Sequence[Run]
    both: Sequence[Run]
    note: str
    chosen: str


@dataclass(frozen=True)
class Versions:
    """What was kept when the officer began, what is kept now, and what was sent; each field as the form sends it."""

    form: ItemForm
    before: Values | None
    theirs: Values
    yours: Values

    @property
    def differing(self) -> list[str]:
        return [name for name in self.yours if self.yours[name] != self.theirs.get(name, [])]


def compare(
    request: HttpRequest,
    member: Member,
    event: Event,
    kept: Item,
    base: Any,
    picks: Mapping[str, str] | None = None,
) -> HttpResponse:
    """Answer 409 with both versions; nothing of either is lost. With ``picks`` only the choice is shown again."""
    versions = _versions(request, event, kept, base)
    differences = list(_differences(versions, picks or {}))
    saved = kept.history.order_by("-history_id").first()
    zone = ZoneInfo(member.mission.zone)
    context = {
        "event": event,
        "item": kept,
        "differences": differences,
        "agreeing": len(versions.yours) - len(differences),
        "their_name": saved.history_user if saved else None,
        "saved_at": clock(saved.history_date.astimezone(zone).replace(second=0, microsecond=0))
        if saved
        else "",
        "began_at": clock(base.history_date.astimezone(zone).replace(second=0, microsecond=0))
        if base
        else "",
        "sent_at": clock(timezone.now().astimezone(zone).replace(second=0, microsecond=0)),
        "carried": [(name, value) for name, values in versions.yours.items() for value in values],
        "fallback": tuple(event.languages),
        "began": number(request, "began") if "began" in request.POST else number(request),
        "has_before": versions.before is not None,
    }
    status = 409 if picks is None else 200
    response = render(request, "events/desk/agenda/conflict.html", context, status=status)
    if request.headers.get("HX-Request") == "true" and picks is None:
        response["HX-Retarget"] = "#main"
        response["HX-Reselect"] = "#main"
        response["HX-Reswap"] = "outerHTML show:top"
    return response


@deed
def resolve(request: HttpRequest, member: Member, event: Event, uid: UUID) -> HttpResponse:
    """Save the version that was chosen field by field, unless the item has been changed once more."""
    kept = item_or_404(event, uid)
    everything = request.POST.get("all", "")
    picks = {
        name.removeprefix("pick-"): everything or str(value)
        for name, value in request.POST.items()
        if name.startswith("pick-")
    }
    base = copy_at(kept, number(request, "began"))
    if everything:
        return compare(request, member, event, kept, base, picks)
    versions = _versions(request, event, kept, base)
    merged = dict(versions.theirs)
    for difference in _differences(versions, picks):
        if difference.chosen == "both":
            merged[difference.name] = ["".join(run.text for run in difference.both)]
        elif difference.chosen == "yours":
            merged[difference.name] = versions.yours[difference.name]
    data = request.POST.copy()
    for name, values in merged.items():
        data.setlist(name, values)
    form = item_form(kept, event, get_language() or "en", data)
    if not form.is_valid():
        return compare(request, member, event, kept, base, picks)
    chosen = {**form.values(), "duration": parse_length(merged["length"][0])}
    try:
        operations.change_item(kept, number(request), by=member.user, **chosen)
    except StaleError as error:
        return compare(request, member, event, item_or_404(event, uid), error.base)
    return done(request, member, event, focus=f"item-{uid}")


def _versions(request: HttpRequest, event: Event, kept: Item, base: Any) -> Versions:
    """``base`` is the copy of the item as it was when the officer began, None if none was kept."""
    form = item_form(kept, event, get_language() or "en")
    before = _values(item_form(base, event, "en"), base.duration) if base else None
    theirs = _values(form, kept.duration)
    whole = "kind" in request.POST
    names = [name for name in theirs if name in request.POST or (whole and name in form.fields)]
    yours = {name: [each.strip() for each in request.POST.getlist(name)] or [] for name in names}
    return Versions(form, before, theirs, {name: _plain(name, values) for name, values in yours.items()})


def _values(form: ItemForm, length: timedelta) -> Values:
    values = {name: _sent(form.get_initial_for_field(field, name)) for name, field in form.fields.items()}
    return {**values, "length": [length_text(length)]}


def _sent(value: Any) -> list[str]:
    """Return a value as a form sends it."""
    if isinstance(value, list | tuple):
        return sorted(str(each) for each in value)
    if isinstance(value, timedelta):
        return [length_text(value)]
    if isinstance(value, time):
        return [value.isoformat()]
    return [str(value or "")]


def _plain(name: str, values: list[str]) -> list[str]:
    """Return what was typed as it would be kept, so that "7" and "07:00" do not differ."""
    if name == "cues":
        return sorted(values)
    value = values[0].replace("\r\n", "\n") if values else ""
    try:
        if name in ("length", "least") and value:
            value = length_text(parse_length(value))
        elif name == "start_at" and value:
            value = time.fromisoformat(value.zfill(5)).isoformat()
    except ValueError:
        pass
    return [value]


def _differences(versions: Versions, picks: Mapping[str, str]) -> Iterator[Difference]:
    for name in versions.differing:
        before = versions.before.get(name, [""]) if versions.before else None
        theirs, yours = versions.theirs.get(name, [""]), versions.yours[name]
        began = _shown(versions.form, name, before) if before is not None else ""
        both = _joined(began, theirs[0], yours[0]) if name.startswith(LONG_TEXTS) else ""
        proposed = "both" if both else "theirs" if before is not None and yours == before else "yours"
        chosen = picks.get(name, proposed)
        yield Difference(
            name=name,
            label=_label(versions.form, name),
            language=name.rpartition("_")[2]
            if name.startswith(("title_", "dedication_", *LONG_TEXTS))
            else "",
            before=began,
            theirs=_runs(began, _shown(versions.form, name, theirs)),
            yours=_runs(began, _shown(versions.form, name, yours)),
            both=_runs(began, both) if both else (),
            note=_("You did not change it") if before is not None and yours == before else "",
            chosen=chosen if chosen in ("theirs", "yours") or (chosen == "both" and both) else proposed,
        )


def _shown(form: ItemForm, name: str, values: Sequence[str]) -> str:
    """Return what was sent in the words of the form."""
    choices = dict(getattr(form.fields.get(name), "choices", ()))
    texts = [str(choices.get(value, value)) for value in values if value]
    return comma(current_language()).join(texts) or _("nothing")


def _label(form: ItemForm, name: str) -> str:
    if name == "length":
        return _("Length")
    label = str(form.fields[name].label)
    language = name.rpartition("_")[2]
    return str(in_a_language(label, language)) if language in form.languages else label


def _joined(before: str, theirs: str, yours: str) -> str:
    """Return one text with what each side has put after the text before; empty if that is not all they did."""
    if not before or not (theirs.startswith(before) and yours.startswith(before)):
        return ""
    added = yours[len(before) :].strip()
    return f"{theirs.rstrip()} {added}" if added and theirs != before else ""


def _runs(before: str, text: str) -> list[Run]:
    old, new = before.split(" "), text.split(" ")
    runs = []
    for what, _a, _b, start, end in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if end > start:
            words = " ".join(new[start:end])
            blank = " " if end < len(new) else ""
            runs.append(Run(words + blank, what != "equal"))
    return runs
