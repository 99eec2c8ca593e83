"""Who contributes to an item: found in the registers while one types, added, taken out, entered anew."""

from uuid import UUID

from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from events.models import Contribution, Event, Item, Member, Organisation, Person
from events.models.fields import LONGEST_LINE
from events.operations import contributors as operations
from events.operations import registers
from events.programme.choices import Role
from events.programme.cleaning import clean_text
from events.programme.honorifics import parted
from events.views.access import membership_or_404
from events.views.agenda import deed, done, event_or_404, item_or_404, number, show
from events.views.agenda_order import is_uid
from events.views.found_people import find

MOST_FOUND = 8


@require_safe
def people(request: HttpRequest, mission: str, slug: str, uid: UUID) -> HttpResponse:
    """Those whom the words typed may mean; where nobody is, the way to the register."""
    member = membership_or_404(request, mission, Member.Role.OFFICER)
    event = event_or_404(member, slug)
    item = item_or_404(event, uid)
    query = clean_text(request.GET.get("q", ""))[:LONGEST_LINE]
    context = {
        "found": find(query, event),
        "query": query,
        "uid": str(item.uid),
        "event": event,
        "query_string": _address_of(request),
    }
    return render(request, "events/desk/agenda/_found.html", context)


@deed
def find_people(request: HttpRequest, member: Member, event: Event, uid: UUID) -> HttpResponse:
    """The same for a page without JavaScript: the editor with those found."""
    item_or_404(event, uid)
    query = clean_text(request.POST.get("q", ""))[:LONGEST_LINE]
    return show(request, member, event, editing=str(uid), query=query, found=find(query, event))


@deed
def add_person(request: HttpRequest, member: Member, event: Event, uid: UUID) -> HttpResponse:
    """Add somebody of the registers, or plain words that name no one of them."""
    item = item_or_404(event, uid)
    who = _chosen(request, member)
    if who is None:
        return _choose(request, member, event, uid)
    operations.add_contribution(item, number(request), by=member.user, role=_role_for(item), **who)
    return done(request, member, event, editing=str(uid), focus=f"q-{item.uid}", said=_("Added."))


@deed
def name_person(request: HttpRequest, member: Member, event: Event, uid: UUID, pk: int) -> HttpResponse:
    """Put somebody of the registers in the place of plain words; what they answered stays."""
    item = item_or_404(event, uid)
    contribution = get_object_or_404(Contribution, item=item, pk=pk, person=None, organisation=None)
    who = _chosen(request, member)
    if who is None:
        return _choose(request, member, event, uid)
    operations.change_contribution(
        contribution, number(request), by=member.user, answer=contribution.answer, **who
    )
    words = _("The register’s entry stands in the place of the words.")
    return done(request, member, event, editing=str(uid), focus=f"q-{item.uid}", said=words)


@deed
def new_person(request: HttpRequest, member: Member, event: Event, uid: UUID) -> HttpResponse:
    """Enter somebody in the register and add them: the name, and the office held, in the wording shown."""
    item = item_or_404(event, uid)
    name = clean_text(request.POST.get("q", ""))
    office = clean_text(request.POST.get("office", ""))
    if not name or max(len(name), len(office)) > LONGEST_LINE:
        words = _("Write the name, and the office if it is known; at most %s characters each.") % LONGEST_LINE
        return show(request, member, event, status=422, editing=str(uid), refused=words)
    # Sent twice, the second is stale, and enters nobody in the register either.
    with transaction.atomic():
        person = enter(name, office, event, member)
        operations.add_contribution(
            item, number(request), by=member.user, role=_role_for(item), person=person
        )
    words = _("%s is in the register, and in this item. The spelling still has to be confirmed.") % name
    return done(request, member, event, editing=str(uid), focus=f"q-{item.uid}", said=words)


def enter(name: str, office: str, event: Event, member: Member) -> Person:
    """Enter somebody in the register, in the first language of the event; what is before the name is an honorific."""
    language = event.languages[0]
    before, name = parted(name)
    offices = [{"title": {language: office}}] if office else []
    return registers.add_person(
        member.mission, by=member.user, name={language: name}, offices=offices, honorific={language: before}
    )


@deed
def remove_person(request: HttpRequest, member: Member, event: Event, uid: UUID, pk: int) -> HttpResponse:
    item = item_or_404(event, uid)
    contribution = get_object_or_404(Contribution, item=item, pk=pk)
    operations.remove_contribution(contribution, number(request), by=member.user)
    return done(request, member, event, editing=str(uid), focus=f"q-{item.uid}", said=_("Taken out."))


def change_roles(request: HttpRequest, member: Member, item: Item) -> None:
    """Take the roles that the editor sent beside its own fields."""
    for contribution in Contribution.objects.filter(item=item):
        role = request.POST.get(f"role-{contribution.pk}")
        if role in list(Role) and role != contribution.role:
            operations.change_contribution(contribution, item.version, by=member.user, role=role)
            item.refresh_from_db(fields=["version"])


def _chosen(request: HttpRequest, member: Member) -> dict[str, Person | Organisation] | None:
    """Return whom the button names, None where it names nobody."""
    what, _colon, found = request.POST.get("add", "").partition(":")
    if what == "person" and is_uid(found):
        return {"person": get_object_or_404(Person, mission=member.mission, uid=found)}
    if what == "organisation" and is_uid(found):
        return {"organisation": get_object_or_404(Organisation, mission=member.mission, uid=found)}
    return None


def _choose(request: HttpRequest, member: Member, event: Event, uid: UUID) -> HttpResponse:
    words = _("Choose somebody who was found.")
    return show(request, member, event, status=422, editing=str(uid), refused=words)


def _role_for(item: Item) -> str:
    roles = {"recitation": Role.RECITER, "questions": Role.MODERATOR, "panel": Role.SPEAKER}
    roles.update({"opening": Role.MASTER_OF_CEREMONIES, "wreath-laying": Role.WREATH_LAYER})
    roles.update({"music": Role.PERFORMER, "message": Role.READER, "poetry": Role.READER, "tour": Role.GUIDE})
    return roles.get(item.kind, Role.SPEAKER).value


def _address_of(request: HttpRequest) -> str:
    return f"?wording={request.GET.get('wording', '')}" if request.GET.get("wording", "").isalpha() else ""
