"""One item of the agenda: added, edited, made longer or shorter, doubled, taken out and brought back."""

from datetime import timedelta
from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse, QueryDict
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from events.forms.agenda import LengthForm
from events.forms.agenda_fields import length_text
from events.models import Event, Item, Member
from events.models.fields import text_of
from events.models.worded import refusal
from events.operations import agenda as operations
from events.operations.stale import StaleError
from events.programme.choices import Kind
from events.programme.kinds import KINDS
from events.programme.timing import NonexistentTimeError
from events.views.access import membership_or_404
from events.views.agenda import deed, done, event_or_404, item_or_404, number, seen_by, show, undo_at
from events.views.agenda_adding import Added, adding
from events.views.agenda_conflict import compare
from events.views.agenda_editor import PHRASE_FIELDS, first_field, item_form
from events.views.agenda_order import after, part_or_404
from events.views.agenda_people import change_roles
from events.views.agenda_rows import Undo
from events.views.put_in import with_phrase_put_in

# What the menu of kinds sends for the silence of the event's occasion.
ANCHORED_SILENCE = "anchored-silence"


@require_http_methods(["GET", "HEAD", "POST"])
def item(request: HttpRequest, mission: str, slug: str, uid: UUID) -> HttpResponse:
    """The agenda with the editor closed; what the editor sends is saved."""
    if request.method == "POST":
        return save_item(request, mission, slug, uid=uid)
    member = membership_or_404(request, mission)
    event = event_or_404(member, slug)
    item_or_404(event, uid)
    return show(request, member, event, focus=f"open-{uid}")


@require_safe
def edit_item(request: HttpRequest, mission: str, slug: str, uid: UUID) -> HttpResponse:
    """The agenda with the item in the editor."""
    member = membership_or_404(request, mission, Member.Role.OFFICER)
    event = event_or_404(member, slug)
    found = item_or_404(event, uid)
    form = item_form(found, event, get_language() or "en")
    return show(
        request,
        member,
        event,
        focus=first_field(found, seen_by(request, event).wording),
        editing=str(uid),
        forms={str(uid): form},
    )


@deed
@adding
def add_item(request: HttpRequest, member: Member, event: Event) -> Added:
    kind = request.POST.get("kind", "")
    part = part_or_404(event, request.POST.get("part", ""))
    where: dict[str, Any] = {"part": part, "after": after(part, request), "by": member.user}
    if kind == ANCHORED_SILENCE:
        added = operations.add_anchored_silence(event, **where)
    elif kind in list(Kind):
        added = operations.add_item(event, Kind(kind), **where)
    else:
        return show(request, member, event, status=422, refused=_("There is no such kind of item.")), ""
    name = KINDS[Kind(added.kind)].title.wording(get_language() or "en", ("en",)).text
    answer = done(
        request,
        member,
        event,
        focus=first_field(added, seen_by(request, event).wording),
        editing=str(added.uid),
        undo=undo_of_adding(member, event, added, _("%s was added.") % name),
        said=_("%s was added and is in the editor.") % name,
    )
    return answer, str(added.uid)


@deed
def save_item(request: HttpRequest, member: Member, event: Event, uid: UUID) -> HttpResponse:
    """Save what the editor holds. Faults stand at their fields; what is in order waits with them."""
    kept = item_or_404(event, uid)
    form = item_form(kept, event, get_language() or "en", _sent(request, member, event))
    closing = "done" in request.POST
    if form.is_valid():
        try:
            kept = operations.change_item(kept, number(request), by=member.user, **form.values())
            change_roles(request, member, kept)
        except StaleError as error:
            return compare(request, member, event, item_or_404(event, uid), error.base)
        except NonexistentTimeError as error:
            form.add_error("start_at", refusal(error))
        except ValidationError as error:
            form.add_error(None, error.messages)
    if form.errors:
        focus = "edit-errors" if closing else ""
        return show(request, member, event, status=422, focus=focus, editing=str(uid), forms={str(uid): form})
    if closing:
        return done(request, member, event, focus=f"open-{uid}", editing="-")
    if "insert_phrase" in request.POST:
        return _phrase_put_in(request, member, event, kept)
    return done(request, member, event, editing=str(uid))


def _sent(request: HttpRequest, member: Member, event: Event) -> QueryDict:
    if "insert_phrase" not in request.POST:
        return request.POST
    return with_phrase_put_in(request.POST, member.mission, PHRASE_FIELDS, event.languages)


def _phrase_put_in(request: HttpRequest, member: Member, event: Event, kept: Item) -> HttpResponse:
    into = request.POST.get("phrase_into", "")
    field = into if into in PHRASE_FIELDS else "title"
    focus = first_field(kept, seen_by(request, event).wording, field)
    said = _("The phrase is put in and saved.")
    return done(request, member, event, focus=focus, editing=str(kept.uid), said=said)


@deed
def length(request: HttpRequest, member: Member, event: Event, uid: UUID) -> HttpResponse:
    """Change the length in the row. A wrong one keeps its text and says why."""
    kept = item_or_404(event, uid)
    form = LengthForm(request.POST)
    if not form.is_valid():
        return show(request, member, event, status=422, forms={f"length-{uid}": form})
    wanted: timedelta = form.cleaned_data["length"]
    before = kept.duration
    if wanted == before:
        return done(request, member, event)
    try:
        changed = operations.change_item(kept, number(request), by=member.user, duration=wanted)
    except StaleError as error:
        return compare(request, member, event, item_or_404(event, uid), error.base)
    words = _("The length was %s before.") % length_text(before)
    undo = undo_at(
        member,
        event,
        words,
        "agenda_length",
        str(uid),
        version=str(changed.version),
        length=length_text(before),
    )
    return done(request, member, event, undo=undo)


@deed
@adding
def duplicate(request: HttpRequest, member: Member, event: Event, uid: UUID) -> Added:
    copy = operations.duplicate_item(item_or_404(event, uid), by=member.user)
    undo = undo_of_adding(member, event, copy, _("The item was doubled."))
    return done(request, member, event, focus=f"item-{copy.uid}", undo=undo), ""


@deed
def remove(request: HttpRequest, member: Member, event: Event, uid: UUID) -> HttpResponse:
    """Take the item out; for 20 seconds one action brings it back."""
    found = item_or_404(event, uid)
    operations.remove_item(found, found.version, by=member.user)
    name = text_of(found.title) or KINDS[Kind(found.kind)].title
    words = _("“%s” was removed.") % name.wording(get_language() or "en", tuple(event.languages)).text
    undo = undo_at(member, event, words, "agenda_restore", str(uid))
    return done(request, member, event, focus="undo-button", editing="-", undo=undo, said=words)


@deed
def restore(request: HttpRequest, member: Member, event: Event, uid: UUID) -> HttpResponse:
    operations.restore_item(item_or_404(event, uid, removed=True), by=member.user)
    return done(request, member, event, focus=f"item-{uid}", said=_("The item is back where it was."))


def undo_of_adding(member: Member, event: Event, added: Item, words: str) -> Undo:
    return undo_at(member, event, words, "agenda_remove", str(added.uid))
