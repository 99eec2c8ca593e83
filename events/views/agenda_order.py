"""The order of the agenda, whole in one request or refused; its blocks."""

from functools import partial

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from events.models import Event, Item, Member, Part
from events.operations import agenda as operations
from events.programme.patterns import BLOCKS
from events.views.agenda import deed, done, number, part_place, place_of, show, undo_at
from events.views.agenda_adding import Added, adding
from events.views.agenda_page import Builder
from events.views.agenda_rows import Undo
from events.views.numbers import whole_number

Order = list[tuple[str, list[str]]]
PART_WAYS = {"part-up": -1, "part-down": 1}


@deed
def order(request: HttpRequest, member: Member, event: Event) -> HttpResponse:
    """Take all parts and items in the order sent; ``move`` is that of a button, made on what was sent.

    A ``place`` is a number in the order that the version stands for, which needs not be sent.
    """
    before = kept_order(event)
    wanted = parsed(request.POST.getlist("order"))
    moved, way = request.POST.get("moved", ""), ""
    if "place" in request.POST:
        wanted = _moved(before, f"to-{request.POST['place']}", moved)
    if move := request.POST.get("move", ""):
        way, _colon, moved = move.partition(":")
        wanted = part_moved(wanted, way, moved) if way in PART_WAYS else _moved(wanted, way, moved)
    operations.reorder(event, number(request), wanted, by=member.user)
    event.refresh_from_db(fields=["version"])
    undo = undo_at(member, event, _("The order was changed."), "agenda_order")
    fields = [("version", str(event.version)), *(("order", token) for token in tokens(before))]
    if before == wanted:
        return done(request, member, event, focus=_focus(moved, way))
    return done(
        request,
        member,
        event,
        focus=_focus(moved, way),
        undo=Undo(undo.words, undo.address, fields),
        said=partial(_told, moved) if moved else _("The order is as it was before."),
    )


@deed
@adding
def add_block(request: HttpRequest, member: Member, event: Event) -> Added:
    """Add a block of items at once, after the item named or at the end of the part."""
    block = request.POST.get("block", "")
    part = part_or_404(event, request.POST.get("part", ""))
    if block not in BLOCKS:
        return show(request, member, event, status=422, refused=_("There is no such block.")), ""
    items = operations.add_block(event, block, part=part, after=after(part, request), by=member.user)
    first = f"item-{items[0].uid}" if items else ""
    words = BLOCKS[block].title.wording(get_language() or "en", ("en",)).text
    return done(request, member, event, focus=first, said=_("%s was added.") % words), ""


def _told(moved: str, builder: Builder) -> str:
    return place_of(builder, moved) or part_place(builder, moved)


def part_or_404(event: Event, uid: str) -> Part:
    parts = Part.objects.filter(event=event)
    return get_object_or_404(parts, uid=uid) if is_uid(uid) else get_object_or_404(parts, pk=0)


def after(part: Part, request: HttpRequest) -> Item | None:
    """Return the item after which something is added; None is the end of the part."""
    uid = request.POST.get("after", "")
    return Item.objects.filter(part=part, uid=uid).first() if is_uid(uid) else None


def kept_order(event: Event) -> Order:
    parts = Part.objects.filter(event=event).order_by("order", "pk")
    items = Item.objects.filter(part__event=event).order_by("order", "pk")
    kept: dict[int, tuple[str, list[str]]] = {part.pk: (str(part.uid), []) for part in parts}
    for item in items:
        kept[item.part_id][1].append(str(item.uid))
    return list(kept.values())


def tokens(order: Order) -> list[str]:
    return [token for part, items in order for token in (f"part:{part}", *(f"item:{item}" for item in items))]


def parsed(sent: list[str]) -> Order:
    """Return the order that was sent as ``part:uid``, ``item:uid``, ``item:uid`` …"""
    parts: Order = []
    for token in sent:
        what, _colon, uid = token.partition(":")
        if what == "part":
            parts.append((uid, []))
        elif parts:
            parts[-1][1].append(uid)
    return parts


def _moved(order: Order, way: str, uid: str) -> Order:
    """Return the order with one item moved ``up``, ``down`` or to a place: ``to-3``, counted over all parts from 1."""
    parts = [(part, list(items)) for part, items in order]
    places = [(number, item) for number, (_part, items) in enumerate(parts) for item in items]
    at = next((place for place, (_number, item) in enumerate(places) if item == uid), None)
    if at is None:
        return parts
    part, here = places[at][0], parts[places[at][0]][1].index(uid)
    if way == "up":
        target = (part, here - 1) if here else (part - 1, len(parts[part - 1][1])) if part else None
    elif way == "down":
        last = here == len(parts[part][1]) - 1
        target = (part, here + 1) if not last else (part + 1, 0) if part + 1 < len(parts) else None
    else:
        target = _place(places, parts, way, at)
    if target is None:
        return parts
    parts[part][1].remove(uid)
    parts[target[0]][1].insert(target[1], uid)
    return parts


def part_moved(order: Order, way: str, uid: str) -> Order:
    """Return the order with a part, and all that is in it, one place ``part-up`` or ``part-down``."""
    parts = list(order)
    at = next((number for number, (part, _items) in enumerate(parts) if part == uid), None)
    if at is not None and 0 <= at + PART_WAYS[way] < len(parts):
        parts.insert(at + PART_WAYS[way], parts.pop(at))
    return parts


def _place(places: list[tuple[int, str]], parts: Order, way: str, at: int) -> tuple[int, int] | None:
    wanted = whole_number(way.removeprefix("to-")) or 0
    if not 1 <= wanted <= len(places) or wanted - 1 == at:
        return None
    part, item = places[wanted - 1]
    return part, parts[part][1].index(item)


def is_uid(text: str) -> bool:
    return len(text) == 36 and all(letter in "0123456789abcdef-" for letter in text)


def _focus(uid: str, way: str) -> str:
    if way in PART_WAYS:
        return f"h-{uid}"
    return f"item-{uid}" if uid else ""
