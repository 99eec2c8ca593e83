"""Who comes instead of a speaker: found in the register while one types, or entered there anew."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from events.models import Event, Member, Person
from events.models.fields import LONGEST_LINE
from events.programme.choices import Answer
from events.programme.cleaning import clean_text
from events.views.access import membership_or_404
from events.views.agenda import event_or_404
from events.views.agenda_order import is_uid
from events.views.agenda_people import enter
from events.views.found_people import Found, find
from events.views.numbers import whole_number


@dataclass(frozen=True)
class Choosing:
    """What was found for the row, or who was chosen for it; ``data`` is what the page holds then, kept nowhere yet."""

    row: int
    data: QueryDict
    found: Sequence[Found] = ()
    query: str = ""
    said: str = ""
    refused: str = ""


@require_safe
def answer_people(request: HttpRequest, mission: str, slug: str) -> HttpResponse:
    """Those whom the words typed in a row may mean; where nobody is, the way to the register."""
    member = membership_or_404(request, mission, Member.Role.OFFICER)
    event = event_or_404(member, slug)
    row = request.GET.get("row", "")
    if whole_number(row) is None:
        raise Http404
    query = _typed(request.GET, row)
    context = {"pk": row, "query": query, "found": _people(query, event)}
    return render(request, "events/desk/answers/_found.html", context)


def choosing_in(data: QueryDict, member: Member, event: Event) -> Choosing | None:
    """Return what a button of a row asks for; a name that was typed and chosen by no button is looked for."""
    for name in ("choose", "new", "find"):
        row, _colon, uid = data.get(name, "").partition(":")
        if whole_number(row) is not None:
            return CHOOSING[name](data, row, uid, member, event)
    for name, value in data.items():
        row = name.removeprefix("c").removesuffix("-q")
        if name.endswith("-q") and whole_number(row) is not None and clean_text(value):
            return _find(data, row, "", member, event)
    return None


def _find(data: QueryDict, row: str, uid: str, member: Member, event: Event) -> Choosing:
    query = _typed(data, row)
    return Choosing(int(row), data, _people(query, event), query)


def _choose(data: QueryDict, row: str, uid: str, member: Member, event: Event) -> Choosing:
    if not is_uid(uid):
        raise Http404
    return _chosen(data, row, get_object_or_404(Person, mission=member.mission, uid=uid))


def _enter(data: QueryDict, row: str, uid: str, member: Member, event: Event) -> Choosing:
    name, office = (clean_text(data.get(f"c{row}-{field}", "")) for field in ("q", "office"))
    if not name or max(len(name), len(office)) > LONGEST_LINE:
        words = _("Write the name, and the office if it is known; at most %s characters each.") % LONGEST_LINE
        return Choosing(int(row), data, query=name, refused=words)
    return _chosen(data, row, enter(name, office, event, member))


def _chosen(data: QueryDict, row: str, person: Person) -> Choosing:
    changed: Any = data.copy()
    changed[f"c{row}-replaced_by"], changed[f"c{row}-answer"] = str(person.pk), Answer.REPLACED.value
    changed[f"c{row}-q"] = ""
    words = _("%s stands in the field. Nothing is saved yet: save the answers.") % person
    return Choosing(int(row), changed, said=words)


def _typed(data: QueryDict, row: str) -> str:
    return clean_text(data.get(f"c{row}-q", ""))[:LONGEST_LINE]


def _people(query: str, event: Event) -> list[Found]:
    return [each for each in find(query, event) if each.value.startswith("person:")]


CHOOSING = {"find": _find, "choose": _choose, "new": _enter}
