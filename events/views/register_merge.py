"""Two entries for one and the same become one: chosen, seen side by side, confirmed."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.functional import Promise
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy
from django.views.decorators.http import require_http_methods

from events.forms.languages import in_a_language
from events.forms.merge import ChooseForm, MergeForm
from events.forms.register import FORMS, KIND_WORDS
from events.models import Member, Person
from events.models.fields import text_of
from events.operations.merging import Matter, matters, merge
from events.operations.registers import used_in
from events.programme.choices import OrganisationKind
from events.programme.fold import sounds
from events.programme.text import Text
from events.views.access import membership_or_404
from events.views.registers import REGISTERS, facts_of, frame

MOST_GUESSES = 12
FACT_LABELS = {
    "kind": _lazy("Kind"),
    "parent": _lazy("Belongs to"),
    "country": _lazy("Country"),
    "latitude": _lazy("Latitude"),
    "longitude": _lazy("Longitude"),
}


@dataclass(frozen=True)
class Fact:
    """What the two say on one matter; ``differs`` where that is not the same."""

    label: str | Promise
    sides: tuple[Any, Any]

    @property
    def differs(self) -> bool:
        return bool(self.sides[0] != self.sides[1])

    @property
    def is_list(self) -> bool:
        return isinstance(self.sides[0], list)


@dataclass(frozen=True)
class Outcome:
    """What becomes of each field if one of the two stays: lines of its label and what it says."""

    stays: Any
    kept: list[tuple[str, str]]
    filled: list[tuple[str, str]]
    spellings: list[tuple[str, str]]
    given_up: list[tuple[str, str]]


@require_http_methods(["GET", "HEAD", "POST"])
def doubles(request: HttpRequest, mission: str, register: str) -> HttpResponse:
    """Choose two, or, once chosen, compare and merge them."""
    member = membership_or_404(request, mission, Member.Role.OFFICER)
    rows = REGISTERS[register].model.objects.filter(mission=member.mission)
    asked = request.POST if request.method == "POST" else request.GET
    form = ChooseForm(asked if asked.get("other") else None, rows=rows, initial=request.GET.dict())
    form.named_in(member.mission.languages)
    if form.is_bound and form.is_valid():
        one, other = form.cleaned_data["one"], form.cleaned_data["other"]
        return _compare(request, member, register, one, other)
    context = {**frame(member, register), "form": form, "guesses": list(_guesses(rows))}
    status = 422 if form.is_bound else 200
    return render(request, "events/desk/registers/doubles.html", context, status=status)


def _compare(request: HttpRequest, member: Member, register: str, one: Any, other: Any) -> HttpResponse:
    seen = f"{one.version}-{other.version}"
    form = MergeForm(request.POST if request.method == "POST" else None, pair=(one, other))
    status = 200
    is_stale = form.is_bound and request.POST.get("seen") != seen
    if is_stale:
        status = 409
    elif form.is_bound and form.is_valid():
        stays, goes = form.chosen
        merge(stays, goes, by=member.user, source=form.cleaned_data["source"])
        messages.success(request, _("The two are one now. The other name is kept as a spelling."))
        return redirect("desk:entry", member.mission.slug, register, stays.pk)
    elif form.is_bound:
        status = 422
    context = {
        **frame(member, register),
        "form": form,
        "pair": (one, other),
        "seen": seen,
        "is_stale": is_stale,
        "facts": list(_facts(one, other)),
        "uses": (used_in(one), used_in(other)),
        "outcomes": (_outcome(one, other), _outcome(other, one)),
    }
    return render(request, "events/desk/registers/compare.html", context, status=status)


def _outcome(stays: Any, goes: Any) -> Outcome:
    outcome = Outcome(stays, [], [], [], [])
    for matter in matters(stays, goes):
        if matter.is_filled:
            outcome.filled.append((_label(stays, matter), _words(matter.field, matter.other)))
            continue
        outcome.kept.append((_label(stays, matter), _words(matter.field, matter.kept)))
        if matter.is_given_up:
            lines = outcome.spellings if matter.field == "name" else outcome.given_up
            lines.append((_label(stays, matter), _words(matter.field, matter.other)))
    return outcome


def _label(entry: Any, matter: Matter) -> str:
    texts = {text.name: text.label for text in FORMS[type(entry)].texts}
    label = texts.get(matter.field) or FACT_LABELS[matter.field]
    if not matter.language:
        return str(label)
    return str(in_a_language(label, matter.language))


def _words(field: str, value: Any) -> str:
    if field == "parent":
        return text_of(value.name).wording(get_language() or "en", tuple(value.mission.languages)).text
    return str(KIND_WORDS[OrganisationKind(value)]) if field == "kind" else str(value)


def _facts(one: Any, other: Any) -> Iterator[Fact]:
    """The texts of the two, what else is known of them, and their offices."""
    for text in FORMS[type(one)].texts:
        sides = (text_of(getattr(one, text.name)), text_of(getattr(other, text.name)))
        if any(sides):
            yield Fact(text.label, sides)
    known = [{label: text or words for label, text, words in facts_of(each)} for each in (one, other)]
    for label in dict.fromkeys([*known[0], *known[1]]):
        yield Fact(label, (known[0].get(label, ""), known[1].get(label, "")))
    if isinstance(one, Person):
        yield Fact(_("Offices"), (_offices(one), _offices(other)))
    yield Fact(_("Other spellings"), (_spellings(one), _spellings(other)))


def _offices(person: Person) -> list[Text]:
    return [text_of(office.title) for office in person.offices.all()]


def _spellings(entry: Any) -> list[Text]:
    return [Text.of({each.language: each.name}) for each in entry.variants.all()]


def _guesses(rows: Any) -> Iterator[tuple[Any, Any]]:
    """Pairs that sound the same in some language: perhaps one and the same."""
    by_sound: dict[str, dict[int, Any]] = {}
    for row in rows:
        for _language, name in text_of(row.name).versions:
            if key := " ".join(sorted(sounds(name).split())):
                by_sound.setdefault(key, {})[row.pk] = row
    found = {
        (one.pk, other.pk): (one, other)
        for same in by_sound.values()
        for one, other in combinations(same.values(), 2)
    }
    yield from list(found.values())[:MOST_GUESSES]
