"""The agenda builder: the page, and how every deed on it is answered.

All addresses work as plain forms. A request of htmx gets the agenda with what goes along: the saved state, what is to
settle, what the live region says, and how the deed is undone.
"""

import json
from collections.abc import Callable
from dataclasses import replace
from functools import partial, wraps
from typing import Any

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from events.models import Event, Item, Member
from events.models.worded import current_language, refusal
from events.operations.phrases import phrases_for
from events.operations.stale import StaleError
from events.programme.choices import Kind
from events.programme.kinds import KINDS
from events.programme.languages import LANGUAGES
from events.programme.patterns import BLOCKS
from events.programme.timing import NonexistentTimeError
from events.views import once
from events.views.access import membership_or_404
from events.views.agenda_editor import editor_of
from events.views.agenda_page import Builder, build, form_of_part
from events.views.agenda_rows import SHOWS, Seen, Undo
from events.views.frame import wants_fragment
from events.views.numbers import whole_number

KEPT_UNDO = "agenda-undo"
# Without JavaScript a page has to be loaded and read first.
UNDO_SECONDS = 20

View = Callable[..., HttpResponse]
# What the live region says; some of it can be told from the new agenda alone.
Said = str | Callable[[Builder], str]


@require_safe
def agenda(request: HttpRequest, mission: str, slug: str) -> HttpResponse:
    """The whole builder; a viewer reads it without its controls."""
    member = membership_or_404(request, mission)
    event = event_or_404(member, slug)
    return show(request, member, event, undo=_kept_undo(request, event))


def event_or_404(member: Member, slug: str) -> Event:
    return get_object_or_404(Event.objects.select_related("mission"), mission=member.mission, slug=slug)


def item_or_404(event: Event, uid: Any, *, removed: bool = False) -> Item:
    items = Item.with_removed if removed else Item.objects
    return get_object_or_404(items.select_related("part__event__mission"), part__event=event, uid=uid)


def deed(view: View) -> View:
    """A view that changes something, for officers; a stale one is refused with 409 and the words for it.

    Where an item was changed by two, the view itself catches the StaleError and shows both.
    """

    @wraps(view)
    def changing(request: HttpRequest, mission: str, slug: str, **more: Any) -> HttpResponse:
        member = membership_or_404(request, mission, Member.Role.OFFICER)
        event = event_or_404(member, slug)
        if request.method != "POST":
            return HttpResponse(status=405, headers={"Allow": "POST"})
        try:
            return view(request, member, event, **more)
        except StaleError:
            return show(request, member, event, status=409, stale=True)
        except NonexistentTimeError as error:
            return show(request, member, event, status=422, refused=refusal(error))
        except ValidationError as error:
            return show(request, member, event, status=422, refused=" ".join(error.messages))

    return changing


def seen_by(request: HttpRequest, event: Event) -> Seen:
    wording = request.GET.get("wording", "")
    if wording not in LANGUAGES:
        own = [code for code in event.languages if code in LANGUAGES]
        wording = current_language() if current_language() in own else next(iter(own), "en")
    show_ = request.GET.get("show", "")
    return Seen(wording, show_ if show_ in SHOWS else SHOWS[0])


def _known(request: HttpRequest) -> frozenset[str]:
    """Return the marks of what the page shows already; its script sends them."""
    return (
        frozenset(request.headers.get("Planner-Known", "").split())
        if wants_fragment(request)
        else frozenset()
    )


def show(
    request: HttpRequest,
    member: Member,
    event: Event,
    *,
    status: int = 200,
    focus: str = "",
    stale: bool = False,
    refused: str = "",
    said: Said = "",
    **more: Any,
) -> HttpResponse:
    """Show the agenda as it is now, as a page or as what htmx swaps; ``focus`` is the id that gets it."""
    language = get_language() or "en"
    query, found = more.pop("query", ""), more.pop("found", None)
    began = None
    if request.method == "POST" and not more.get("editing"):
        more["editing"], began = still_edited(request)
    builder = build(event, member, seen_by(request, event), language, known=_known(request), **more)
    event = builder.event
    builder.said = said(builder) if callable(said) else said
    editor = None
    if builder.editing and builder.may_edit:
        form = builder.forms.get(builder.editing)
        editor = editor_of(
            builder.programme, event, builder.editing, language, form, query, builder.seen.wording
        )
        if editor and began is not None and not _is_own(request, builder.editing, began):
            editor = replace(editor, began=began)
    context = {
        "builder": builder,
        "editor": editor,
        "found": found,
        "event": event,
        "member": member,
        "programme": builder.programme,
        "fallback": builder.fallback,
        "here": reverse("desk:agenda", args=[member.mission.slug, event.slug]),
        "seen": builder.seen,
        "saved_at": timezone.now(),
        "stale": stale,
        "refused": refused,
        "all_kinds": partial(sorted, Kind, key=lambda kind: _kind_name(kind, builder.page_language)),
        "blocks": BLOCKS,
        "phrases": partial(phrases_for, member.mission),
        "wordings": [(code, LANGUAGES[code].native_name) for code in event.languages if code in LANGUAGES],
        "undo_seconds": UNDO_SECONDS,
        "once": once.new_key(),
        "new_part": partial(form_of_part, None, event),
        "proposal_rows": builder.proposal_rows,
    }
    fragment = wants_fragment(request)
    template = "events/desk/agenda/_answer.html" if fragment else "events/desk/agenda/agenda.html"
    response = render(request, template, context, status=status)
    response["Vary"] = "HX-Request"
    if fragment and focus:
        response["HX-Trigger"] = json.dumps({"desk:focus": {"id": focus}})
    return response


def done(
    request: HttpRequest,
    member: Member,
    event: Event,
    *,
    focus: str = "",
    editing: str = "",
    undo: Undo | None = None,
    said: Said = "",
) -> HttpResponse:
    """Answer a deed that is done: with the agenda, or by leading a plain form back to it."""
    if wants_fragment(request):
        return show(request, member, event, focus=focus, editing=editing, undo=undo, said=said)
    if undo:
        request.session[KEPT_UNDO] = {
            "event": str(event.uid),
            "at": timezone.now().timestamp(),
            "undo": [undo.words, undo.address, [list(pair) for pair in undo.fields]],
        }
    if editing.strip("-"):
        name, arguments = "desk:agenda_edit_item", [member.mission.slug, event.slug, editing]
    else:
        name, arguments = "desk:agenda", [member.mission.slug, event.slug]
    address = reverse(name, args=arguments) + seen_by(request, event).address
    return HttpResponseRedirect(f"{address}#{focus}" if focus else address, status=303)


def still_edited(request: HttpRequest) -> tuple[str, int | None]:
    """Which item is open in the editor of the page that asks, and on which version of it; its script says so."""
    uid, _blank, version = request.headers.get("Planner-Editing", "").partition(" ")
    return uid, whole_number(version)


def _is_own(request: HttpRequest, uid: str, began: int) -> bool:
    """Whether this deed was made on the version that is open in the editor.

    Where it was not, the editor stays on its version: what another officer changed since is met when it saves.
    """
    deed_on = str(request.resolver_match.kwargs.get("uid", "")) if request.resolver_match else ""
    return deed_on == uid and number(request) == began


def number(request: HttpRequest, name: str = "version") -> int:
    """Return the version on which a change was made; what is none is older than all."""
    try:
        return int(request.POST.get(name, ""))
    except ValueError:
        return -1


def _kept_undo(request: HttpRequest, event: Event) -> Undo | None:
    kept = request.session.pop(KEPT_UNDO, None)
    if not kept or kept["event"] != str(event.uid):
        return None
    if timezone.now().timestamp() - kept["at"] > UNDO_SECONDS:
        return None
    words, address, fields = kept["undo"]
    return Undo(words, address, [(name, value) for name, value in fields])


def _kind_name(kind: Kind, language: str) -> tuple[bool, str]:
    return kind is Kind.OTHER, KINDS[kind].title.wording(language, ("en",)).text


def undo_at(member: Member, event: Event, words: str, name: str, *arguments: str, **fields: str) -> Undo:
    address = reverse(f"desk:{name}", args=[member.mission.slug, event.slug, *arguments])
    return Undo(words, address, list(fields.items()))


def place_of(builder: Builder, uid: str) -> str:
    """Say where an item stands now, for those who do not see it move."""
    row = builder.row(uid)
    if row is None:
        return ""
    words = _("%(title)s, moved to %(number)s of %(all)s, begins %(at)s")
    if not row.at:
        words = _("%(title)s, moved to %(number)s of %(all)s")
    return words % {"title": row.title, "number": row.number, "all": len(builder.rows), "at": row.at}


def part_place(builder: Builder, uid: str) -> str:
    """Say where a part stands now."""
    at = next((number for number, each in enumerate(builder.parts, 1) if each.uid == uid), None)
    if at is None:
        return ""
    facts = {"title": builder.parts[at - 1].title, "number": at, "all": len(builder.parts)}
    return _("%(title)s, moved to %(number)s of %(all)s") % facts
