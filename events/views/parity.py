"""Where the languages of an event are not level: what is missing, and what is older than its original."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST, require_safe

from events.forms.event_fields import TEXTS
from events.forms.register import OrganisationForm, PersonForm, PlaceForm
from events.models import (
    AudienceGroup,
    Contribution,
    Event,
    Item,
    Member,
    Office,
    OpeningDay,
    Organisation,
    Part,
    Person,
    Place,
    StillRight,
    Work,
)
from events.models.fields import text_of
from events.models.worded import current_language
from events.operations.parity import Gap, answers_to, ask_translation_again, call_still_right, gaps
from events.operations.settling import NotOpenError
from events.programme.kinds import KINDS, Kind
from events.programme.languages import full_date
from events.programme.text import Text
from events.views.access import membership_or_404
from events.views.event_frame import address_of, event_or_404, framed
from events.views.history_labels import FIELDS, THINGS

ENTRIES = {
    Person: ("people", PersonForm),
    Organisation: ("organisations", OrganisationForm),
    Place: ("places", PlaceForm),
}


ENTRY_WORDS = {
    Person: _("Person"),
    Office: _("Office"),
    Organisation: _("Organisation"),
    Place: _("Place"),
}


@dataclass(frozen=True, slots=True)
class Told:
    """A gap in words: of what it is, which field, the original, and the field in which to mend it."""

    thing: str
    name: Text
    field: str
    text: Text
    since: datetime | None
    address: str
    key: str
    older: Text
    answer: StillRight | None = None


@dataclass(frozen=True, slots=True)
class Side:
    """One language of the event."""

    code: str
    told: list[Told]

    @property
    def open(self) -> list[Told]:
        return [each for each in self.told if not each.answer]

    @property
    def answered(self) -> list[Told]:
        return [each for each in self.told if each.answer]

    @property
    def missing(self) -> int:
        return sum(each.since is None for each in self.told)

    @property
    def older(self) -> int:
        return len(self.open) - self.missing


@require_safe
def parity(request: HttpRequest, mission: str, slug: str) -> HttpResponse:
    member = membership_or_404(request, mission)
    event = event_or_404(member, slug)
    found = gaps(event)
    answers = answers_to(event, found)
    sides = [
        Side(code, [_told(gap, event, answers.get(gap.key)) for gap in found if gap.language == code])
        for code in event.languages
    ]
    return render(
        request,
        "events/desk/event/parity.html",
        framed(request, member, event, "event")
        | {"sides": sides, "is_level": not any(side.open for side in sides)},
    )


@require_POST
def still_right(request: HttpRequest, mission: str, slug: str) -> HttpResponse:
    member = membership_or_404(request, mission, Member.Role.OFFICER)
    event = event_or_404(member, slug)
    key, since = request.POST.get("key", ""), request.POST.get("since", "")
    try:
        call_still_right(event, key, since, by=member.user, now=timezone.now())
    except NotOpenError:
        messages.error(request, gettext("It has changed meanwhile: look at it again."))
    else:
        messages.success(request, gettext("Kept: it is asked for again when the original changes."))
    return redirect("desk:parity", mission, slug)


@require_POST
def ask_again(request: HttpRequest, mission: str, slug: str) -> HttpResponse:
    member = membership_or_404(request, mission, Member.Role.OFFICER)
    event = event_or_404(member, slug)
    ask_translation_again(event, request.POST.get("key", ""), by=member.user)
    messages.success(request, gettext("It is open again."))
    return redirect("desk:parity", mission, slug)


def _told(gap: Gap, event: Event, answer: StillRight | None) -> Told:
    model = type(gap.row)
    return Told(
        thing=str(ENTRY_WORDS.get(model) or THINGS[model.__name__]),
        name=_name(gap.row),
        field=_label(model, gap.field),
        text=Text.of({gap.original: gap.text}),
        since=gap.since,
        address=ADDRESSES[model](gap, event),
        key=gap.key,
        older=Text.of({gap.language: gap.older}) if gap.older else Text(),
        answer=answer,
    )


def _name(row: Any) -> Text:
    """What the row is called; nothing where the text itself says it."""
    if isinstance(row, Item):
        return text_of(row.title) or KINDS[Kind(row.kind)].title
    if isinstance(row, Contribution):
        return text_of(row.item.title) or KINDS[Kind(row.item.kind)].title
    if isinstance(row, OpeningDay):
        return Text.of({current_language(): full_date(row.on, current_language())})
    if isinstance(row, Office):
        return text_of(row.person.name)
    return text_of(getattr(row, "name", None) or getattr(row, "heading", None) or {})


def _label(model: Any, field: str) -> str:
    if model in ENTRIES:
        return str({text.name: text.label for text in ENTRIES[model][1].texts}[field])
    if model is Event:
        return str({text.name: text.label for text in TEXTS}[field])
    return gettext("Title") if model is Office else str(FIELDS[model.__name__][field])


def _of_the_event(gap: Gap, event: Event) -> str:
    return f"{address_of('event', event)}#id_{gap.field}_{gap.language}"


def _of_a_list(name: str) -> Callable[[Gap, Event], str]:
    return lambda gap, event: address_of(name, event)


def _of_a_part(gap: Gap, event: Event) -> str:
    return f"{address_of('agenda', event)}#part-{gap.row.uid}"


def _of_an_item(gap: Gap, event: Event) -> str:
    item = gap.row if isinstance(gap.row, Item) else gap.row.item
    address = address_of("agenda_edit_item", event, item.uid)
    return f"{address}#id_{item.uid.hex[:12]}_{gap.field}_{gap.language}"


def _of_an_entry(gap: Gap, event: Event) -> str:
    row = gap.row.person if isinstance(gap.row, Office) else gap.row
    address = reverse("desk:change_entry", args=[event.mission.slug, ENTRIES[type(row)][0], row.pk])
    return address if isinstance(gap.row, Office) else f"{address}#id_{gap.field}_{gap.language}"


ADDRESSES: dict[Any, Callable[[Gap, Event], str]] = {
    Event: _of_the_event,
    AudienceGroup: _of_a_list("groups"),
    OpeningDay: _of_a_list("opening_days"),
    Work: _of_a_list("works"),
    Part: _of_a_part,
    Item: _of_an_item,
    Contribution: _of_an_item,
    Person: _of_an_entry,
    Office: _of_an_entry,
    Organisation: _of_an_entry,
    Place: _of_an_entry,
}
