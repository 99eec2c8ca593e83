"""The parts of the agenda: added, changed, taken out with what is in them, and brought back."""

from typing import cast
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from events.forms.agenda import PartForm
from events.models import Event, Member, Part
from events.models.fields import text_of
from events.operations import agenda as operations
from events.operations.stale import StaleError
from events.programme.languages import LANGUAGES
from events.views.agenda import deed, done, event_or_404, number, show, undo_at
from events.views.agenda_adding import Added, adding
from events.views.agenda_order import part_or_404


@deed
@adding
def add_part(request: HttpRequest, member: Member, event: Event) -> Added:
    form = part_form(event, None, request)
    if not form.is_valid():
        return show(request, member, event, status=422, forms={"new-part": form}), ""
    part = operations.add_part(event, by=member.user, **form.values())
    return done(request, member, event_or_404(member, event.slug), focus=f"part-{part.uid}"), ""


@deed
def change_part(request: HttpRequest, member: Member, event: Event, uid: UUID) -> HttpResponse:
    part = part_or_404(event, str(uid))
    form = part_form(event, part, request)
    if not form.is_valid():
        return show(request, member, event, status=422, forms={str(part.uid): form})
    try:
        operations.change_part(part, number(request), by=member.user, **form.values())
    except StaleError as error:
        # What was typed waits in its form, beside what is kept now.
        form.show_kept(cast(Part, error.kept))
        return show(request, member, event, status=409, stale=True, forms={str(part.uid): form})
    return done(request, member, event_or_404(member, event.slug), focus=f"part-{part.uid}")


@deed
def remove_part(request: HttpRequest, member: Member, event: Event, uid: UUID) -> HttpResponse:
    """Take the part out with its items; for 20 seconds one action brings all of it back.

    The button says how many items go along, so an agenda that has changed since is refused.
    """
    part = part_or_404(event, str(uid))
    if number(request) != event.version:
        raise StaleError(event, number(request))
    count = part.items.count()
    operations.remove_part(part, part.version, by=member.user)
    event = event_or_404(member, event.slug)
    name = text_of(part.heading).wording(get_language() or "en", tuple(event.languages)).text
    facts = {"part": name or _("Without a heading"), "number": count}
    words = _("The part “%(part)s” was removed.") % facts
    if count:
        words = ngettext(
            "The part “%(part)s” was removed, with its item.",
            "The part “%(part)s” was removed, with its %(number)d items.",
            count,
        )
        words %= facts
    undo = undo_at(member, event, words, "agenda_restore_part", str(uid))
    return done(request, member, event, focus="undo-button", undo=undo, said=words)


@deed
def restore_part(request: HttpRequest, member: Member, event: Event, uid: UUID) -> HttpResponse:
    part = get_object_or_404(Part.with_removed.select_related("event__mission"), event=event, uid=uid)
    operations.restore_part(part, by=member.user)
    event = event_or_404(member, event.slug)
    return done(request, member, event, focus=f"part-{uid}", said=_("The part is back where it was."))


def part_form(event: Event, part: Part | None, request: HttpRequest) -> PartForm:
    prefix = f"part-{str(part.uid)[:12] if part else 'new'}"
    return PartForm(
        request.POST,
        languages=tuple(code for code in event.languages if code in LANGUAGES),
        headings=dict(text_of(part.heading).versions) if part else {},
        auto_id=f"id_{prefix}_%s",
    )
