"""The one action that mends a warning. What it does stands on its button; nothing else is changed."""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.translation import gettext as _

from events.models import Contribution, Event, Member, Person
from events.operations import agenda as operations
from events.operations import contributors, planning, registers, settling
from events.operations.stale import StaleError
from events.programme.choices import Kind
from events.programme.cleaning import clean_text
from events.programme.conflicts import conflicts
from events.programme.mend import Action, Mend
from events.programme.mends import mends
from events.snapshot import take_snapshot
from events.templatetags.desk import worded
from events.views.agenda import deed, done, item_or_404, number, show
from events.views.agenda_order import kept_order, part_or_404

Doing = Callable[[Event, Member, Mend], str]


@deed
def mend(request: HttpRequest, member: Member, event: Event) -> HttpResponse:
    """Do what the button says, if it would still mend what it was offered for."""
    if number(request) != event.version:
        raise StaleError(event, number(request))
    programme = take_snapshot(event)
    wanted, key = request.POST.get("warning", ""), request.POST.get("mend", "")
    found = next(
        (
            each
            for conflict in conflicts(programme)
            if conflict.key == wanted
            for each in mends(conflict, programme)
            if each.key == key
        ),
        None,
    )
    if found is None or found.action not in (Action.ACCEPT, *DOINGS):
        return show(request, member, event, status=422, refused=_("This has been settled already."))
    if found.action is Action.ACCEPT:
        because = clean_text(request.POST.get("because", ""))
        settling.settle(event, found.uid, by=member.user, now=timezone.now(), because=because)
        return done(request, member, event, focus="h-settle", said=worded(found.words))
    focus = DOINGS[found.action](event, member, found)
    return done(request, member, event, focus=focus, said=worded(found.words))


@deed
def ask_again(request: HttpRequest, member: Member, event: Event) -> HttpResponse:
    """Take back that a warning may stay."""
    settling.ask_again(event, request.POST.get("key", ""), by=member.user)
    return done(request, member, event, focus="h-settle", said=_("It is open again."))


def _change_item(event: Event, member: Member, mend: Mend) -> str:
    item = item_or_404(event, mend.uid)
    values = {name: list(value) if isinstance(value, tuple) else value for name, value in mend.values.items()}
    operations.change_item(item, item.version, by=member.user, **values)
    return f"item-{mend.uid}"


def _move_item(event: Event, member: Member, mend: Mend) -> str:
    order = [(part, [item for item in items if item != mend.uid]) for part, items in kept_order(event)]
    beside = str(mend.values.get("after") or mend.values.get("before"))
    for _part, items in order:
        if beside in items:
            items.insert(items.index(beside) + ("after" in mend.values), mend.uid)
    operations.reorder(event, event.version, order, by=member.user)
    return f"item-{mend.uid}"


def _remove_item(event: Event, member: Member, mend: Mend) -> str:
    item = item_or_404(event, mend.uid)
    operations.remove_item(item, item.version, by=member.user)
    return "h-settle"


def _add_item(event: Event, member: Member, mend: Mend) -> str:
    before = item_or_404(event, mend.uid)
    values: dict[str, Any] = dict(mend.values)
    kind = Kind(values.pop("kind"))
    added = operations.add_item(event, kind, part=before.part, after=before, by=member.user, **values)
    return f"item-{added.uid}"


def _remove_person(event: Event, member: Member, mend: Mend) -> str:
    item = item_or_404(event, mend.uid)
    for contribution in Contribution.objects.filter(item=item, person__uid=str(mend.values["person"])):
        contributors.remove_contribution(contribution, item.version, by=member.user)
        item.refresh_from_db(fields=["version"])
    return f"item-{mend.uid}"


def _change_part(event: Event, member: Member, mend: Mend) -> str:
    part = part_or_404(event, mend.uid)
    operations.change_part(part, part.version, by=member.user, **mend.values)
    return f"part-{mend.uid}"


def _change_event(event: Event, member: Member, mend: Mend) -> str:
    planning.change_event(event, event.version, by=member.user, **mend.values)
    return "h-settle"


def _confirm_spelling(event: Event, member: Member, mend: Mend) -> str:
    person = get_object_or_404(Person, mission=member.mission, uid=mend.uid)
    registers.change_entry(person, person.version, by=member.user, confirmed=True)
    return "h-settle"


DOINGS: dict[Action, Doing] = {
    Action.CHANGE_ITEM: _change_item,
    Action.MOVE_ITEM: _move_item,
    Action.REMOVE_ITEM: _remove_item,
    Action.ADD_ITEM: _add_item,
    Action.REMOVE_PERSON: _remove_person,
    Action.CHANGE_PART: _change_part,
    Action.CHANGE_EVENT: _change_event,
    Action.CONFIRM_SPELLING: _confirm_spelling,
}
