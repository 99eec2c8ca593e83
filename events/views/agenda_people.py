"""Who contributes to an item: found in the registers while one types, added, taken out, entered anew."""

from dataclasses import dataclass
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from events.models import Contribution, Event, Item, Member, Organisation, Person
from events.models.fields import LONGEST_LINE
from events.operations import contributors as operations
from events.operations import registers
from events.programme import names
from events.programme.choices import Role
from events.programme.cleaning import clean_text
from events.programme.forms_of_address import without_form_of_address
from events.programme.text import Wording
from events.snapshot import organisation_value, person_value
from events.views.access import membership_or_404
from events.views.agenda import deed, done, event_or_404, item_or_404, number, show
from events.views.agenda_order import is_uid

MOST_FOUND = 8


@dataclass(frozen=True)
class Found:
    """Somebody of the registers; ``value`` is what the button sends."""

    value: str
    name: Wording
    offices: Wording
    confirmed: bool

    @property
    def uid(self) -> str:
        return self.value.partition(":")[2]


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
    what, _colon, found = request.POST.get("add", "").partition(":")
    if what == "person" and is_uid(found):
        who: dict[str, Person | Organisation] = {
            "person": get_object_or_404(Person, mission=member.mission, uid=found)
        }
    elif what == "organisation" and is_uid(found):
        who = {"organisation": get_object_or_404(Organisation, mission=member.mission, uid=found)}
    else:
        return show(
            request, member, event, status=422, editing=str(uid), refused=_("Choose somebody who was found.")
        )
    operations.add_contribution(item, number(request), by=member.user, role=_role_for(item), **who)
    return done(request, member, event, editing=str(uid), focus=f"q-{item.uid}", said=_("Added."))


@deed
def new_person(request: HttpRequest, member: Member, event: Event, uid: UUID) -> HttpResponse:
    """Enter somebody in the register and add them: the name, and the office held, in the wording shown."""
    item = item_or_404(event, uid)
    name = clean_text(request.POST.get("q", ""))
    office = clean_text(request.POST.get("office", ""))
    if not name or max(len(name), len(office)) > LONGEST_LINE:
        words = _("Write the name, and the office if it is known; at most %s characters each.") % LONGEST_LINE
        return show(request, member, event, status=422, editing=str(uid), refused=words)
    person = enter(name, office, event, member)
    operations.add_contribution(item, number(request), by=member.user, role=_role_for(item), person=person)
    words = _("%s is in the register, and in this item. The spelling still has to be confirmed.") % name
    return done(request, member, event, editing=str(uid), focus=f"q-{item.uid}", said=words)


def enter(name: str, office: str, event: Event, member: Member) -> Person:
    """Enter somebody in the register, in the first language of the event."""
    language = event.languages[0]
    offices = [{"title": {language: office}}] if office else []
    return registers.add_person(member.mission, by=member.user, name={language: name}, offices=offices)


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


def find(query: str, event: Event) -> list[Found]:
    """Return people first, then organisations, in any spelling and script, at most eight.

    What is typed before a name to honour its bearer is left out: "H.E Farhadov" finds the person's own form.
    """
    if not query:
        return []
    query = without_form_of_address(query)
    language, fallback = get_language() or "en", tuple(event.languages)
    people = Person.objects.filter(mission=event.mission).search(query)
    found = []
    for row in people.prefetch_related("offices__organisation__parent__parent")[:MOST_FOUND]:
        person = person_value(row, event.on)
        found.append(
            Found(
                f"person:{row.uid}",
                names.full_name(person, language, fallback),
                names.offices(person, language, fallback),
                person.confirmed,
            )
        )
    organisations = Organisation.objects.filter(mission=event.mission).search(query)
    for each in organisations.select_related("parent__parent")[: MOST_FOUND - len(found)]:
        organisation = organisation_value(each)
        name = names.organisation_name(organisation, language, fallback)
        found.append(Found(f"organisation:{each.uid}", name, organisation.descriptor.wording(language), True))
    return found


def _role_for(item: Item) -> str:
    roles = {"recitation": Role.RECITER, "questions": Role.MODERATOR, "panel": Role.SPEAKER}
    roles.update({"opening": Role.MASTER_OF_CEREMONIES, "wreath-laying": Role.WREATH_LAYER})
    roles.update({"music": Role.PERFORMER, "message": Role.READER, "poetry": Role.READER, "tour": Role.GUIDE})
    return roles.get(item.kind, Role.SPEAKER).value


def _address_of(request: HttpRequest) -> str:
    return f"?wording={request.GET.get('wording', '')}" if request.GET.get("wording", "").isalpha() else ""
