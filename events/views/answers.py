"""What the speakers of an event have answered, and what guests read meanwhile."""

from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from events.forms.answers import ANSWER_WORDS, AnswerForm, PrintingForm, mark_of, people_choices
from events.models import Contribution, Event, Member, Person
from events.models.worded import refusal
from events.operations import contributors
from events.operations.planning import change_event
from events.programme import people as p
from events.programme import value as v
from events.programme.agenda import Item as ItemValue
from events.programme.choices import Answer, Audience
from events.programme.kinds import item_title
from events.programme.text import Wording
from events.programme.timing import NonexistentTimeError
from events.snapshot import take_snapshot
from events.views.access import membership_or_404
from events.views.answers_people import Choosing, choosing_in


@dataclass
class Asked:
    """One who was asked: what they are to do, what they said, and what guests read of it."""

    row: Contribution
    item: ItemValue | None
    title: Wording
    contribution: p.Contribution | None
    is_staffs: bool
    seen: p.Contribution | None
    form: AnswerForm

    @property
    def words(self) -> str:
        return str(ANSWER_WORDS[Answer(self.row.answer)])

    @property
    def comes(self) -> int | None:
        """The key of the person who comes, as far as one is named: not of who declined."""
        if self.row.answer == Answer.DECLINED:
            return None
        return self.row.replaced_by_id if self.row.answer == Answer.REPLACED else self.row.person_id


@require_http_methods(["GET", "HEAD", "POST"])
def answers(request: HttpRequest, mission: str, slug: str) -> HttpResponse:
    role = Member.Role.OFFICER if request.method == "POST" else Member.Role.VIEWER
    member = membership_or_404(request, mission, role)
    event = _event(member, slug)
    data = request.POST if request.method == "POST" else None
    printing = PrintingForm(data, initial=_printing(event))
    choosing = choosing_in(data, member, event) if data else None
    if choosing:
        return _page(
            request, member, event, _forms(member, event, choosing.data), printing, choosing=choosing
        )
    forms = _forms(member, event, data) if data else []
    if data is None:
        return _page(request, member, event, _forms(member, event), printing)
    stale = [form for form in forms if form.is_stale]
    for form in forms:
        form.is_valid()
    if stale:
        return _page(request, member, event, [_met(form) for form in forms], printing, 409)
    if all(form.is_valid() for form in forms if form.is_changed) and printing.is_valid():
        try:
            _save(member, event, forms, printing)
        except ValidationError as error:
            printing.add_error(None, error.messages)
        else:
            messages.success(request, _("Saved. Guests read it from the next release on."))
            if _gone(request, forms):
                messages.warning(request, _("Some of them were taken out of the agenda in the meantime."))
            return redirect("desk:answers", mission, slug)
    return _page(request, member, event, forms, printing, 422)


@transaction.atomic
def _save(member: Member, event: Event, forms: list[AnswerForm], printing: PrintingForm) -> None:
    for form in forms:
        if form.is_changed:
            said, person = Answer(form.cleaned_data["answer"]), form.cleaned_data["replaced_by"]
            contributors.answer(form.row, said, by=member.user, replaced_by=person)
    if printing.is_changed:
        event.refresh_from_db()
        prints = printing.cleaned_data["prints_unconfirmed"]
        change_event(event, event.version, by=member.user, prints_unconfirmed=prints)


def _gone(request: HttpRequest, forms: list[AnswerForm]) -> bool:
    """Whether the page showed somebody who is not in the agenda any more."""
    there = {form.add_prefix("was") for form in forms}
    return any(name[0] == "c" and name.endswith("-was") and name not in there for name in request.POST)


def _met(form: AnswerForm) -> AnswerForm:
    """What was sent, upon what is kept now; a row that only the other one wrote shows what they wrote."""
    if not form.is_changed:
        return AnswerForm(row=form.row, choices=form.fields["replaced_by"].widget.choices, people=_all(form))
    data = form.data.copy()
    data[form.add_prefix("was")] = mark_of(form.row)
    met = AnswerForm(data, row=form.row, choices=form.fields["replaced_by"].widget.choices, people=_all(form))
    met.is_valid()
    if form.is_stale:
        met.kept_now = ANSWER_WORDS[Answer(form.row.answer)]  # type: ignore[attr-defined]
    return met


def _all(form: AnswerForm) -> Any:
    field: Any = form.fields["replaced_by"]
    return field.queryset


def _rows(event: Event) -> list[Contribution]:
    """Who was asked to contribute; plain words name nobody who could answer."""
    rows = Contribution.objects.filter(item__part__event=event, item__removed_at=None)
    rows = rows.filter(item__part__removed_at=None).exclude(person=None, organisation=None)
    rows = rows.select_related("item__part__event", "person", "organisation", "replaced_by")
    return list(rows.order_by("item__part__order", "item__part", "item__order", "item", "order", "pk"))


def _forms(member: Member, event: Event, data: Any = None) -> list[AnswerForm]:
    """The rows; who is not on the page yet is found by name, so that nobody scrolls through the register."""
    rows = _rows(event)
    if not member.may_edit:
        return [AnswerForm(row=row, choices=[], people=Person.objects.none()) for row in rows]
    people = Person.objects.filter(mission=member.mission)
    sent = (value for name, value in (data or {}).items() if name.endswith("-replaced_by"))
    there = {row.replaced_by_id for row in rows} | {int(pk) for pk in sent if pk.isdecimal() and len(pk) < 18}
    choices = people_choices(people.filter(pk__in=there - {None}), member.mission.languages)
    return [AnswerForm(data, row=row, choices=choices, people=people) for row in rows]


def _event(member: Member, slug: str) -> Event:
    events = Event.objects.select_related("mission", "place")
    return get_object_or_404(events, mission=member.mission, slug=slug)


def _printing(event: Event) -> dict[str, Any]:
    return {"prints_unconfirmed": event.prints_unconfirmed, "was": "on" if event.prints_unconfirmed else ""}


def _page(
    request: HttpRequest,
    member: Member,
    event: Event,
    forms: list[AnswerForm],
    printing: PrintingForm,
    status: int = 200,
    choosing: Choosing | None = None,
) -> HttpResponse:
    try:
        programme, problem = take_snapshot(event), ""
    except NonexistentTimeError as error:
        programme, problem = None, refusal(error)
    release = event.releases.order_by("-number").first()
    places = _places_in_items(event)
    asked = [_asked(form, programme, places) for form in forms]
    context = {
        "member": member,
        "event": event,
        "programme": programme,
        "problem": problem,
        "fallback": tuple(event.languages),
        "asked": asked,
        "open": sum(each.row.answer == Answer.INVITED for each in asked),
        "printing": printing,
        "release": release,
        "is_changed": bool(release and release.event_version and release.event_version < event.version),
        "status": status,
        "choosing": choosing,
    }
    return render(request, "events/desk/answers/answers.html", context, status=status)


def _places_in_items(event: Event) -> dict[int, int]:
    """Return for each contribution at which place it stands in its item, as the programme has them too."""
    rows = Contribution.objects.filter(item__part__event=event).order_by("item", "order", "pk")
    items: dict[int, list[int]] = {}
    for item, pk in rows.values_list("item", "pk"):
        items.setdefault(item, []).append(pk)
    return {pk: place for pks in items.values() for place, pk in enumerate(pks)}


def _asked(form: AnswerForm, programme: v.Programme | None, places: dict[int, int]) -> Asked:
    row = form.row
    language, fallback = get_language() or "en", tuple(row.item.part.event.languages)
    if programme is None:
        return Asked(row, None, Wording("", language), None, False, None, form)
    found = ((part, item) for part in programme.parts for item in part.items if item.uid == str(row.item.uid))
    part, item = next(found)
    contribution = item.contributions[places[row.pk]]
    is_staffs = Audience.STAFF in (part.audience, item.audience)
    seen = p.as_guests_see([contribution], programme.prints_unconfirmed)[0]
    return Asked(row, item, item_title(item, language, fallback), contribution, is_staffs, seen, form)
