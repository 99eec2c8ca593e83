"""What would mend the agenda: the fit, accepted or refused as a whole, and the mend of one warning."""

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from events.forms.agenda_fields import length_text, parse_length
from events.models import Event, Item, Member
from events.operations import agenda as operations
from events.programme.fit import propose
from events.snapshot import take_snapshot
from events.views.access import membership_or_404
from events.views.agenda import deed, done, event_or_404, number, show, undo_at
from events.views.agenda_rows import Undo

CUT = "cut-"


@require_http_methods(["GET", "HEAD", "POST"])
def fit(request: HttpRequest, mission: str, slug: str) -> HttpResponse:
    """See the proposal, and accept or refuse it."""
    return decide(request, mission, slug) if request.method == "POST" else see(request, mission, slug)


def see(request: HttpRequest, mission: str, slug: str) -> HttpResponse:
    """The agenda with a proposal in it. Nothing is changed."""
    member = membership_or_404(request, mission, Member.Role.OFFICER)
    event = event_or_404(member, slug)
    proposal = propose(take_snapshot(event), request.GET.get("keep") or None)
    if proposal is None:
        return show(request, member, event, said=_("Nothing has to be cut any more."))
    return show(request, member, event, proposal=proposal, focus="fit")


@deed
def decide(request: HttpRequest, member: Member, event: Event) -> HttpResponse:
    """Accept the proposal as a whole, or put it away. Refused if the agenda has moved on since."""
    if "refuse" in request.POST:
        return done(request, member, event, said=_("Nothing was changed."))
    lengths = {
        name.removeprefix(CUT): parse_length(str(value))
        for name, value in request.POST.items()
        if name.startswith(CUT)
    }
    before = {
        str(uid): duration
        for uid, duration in Item.objects.filter(part__event=event).values_list("uid", "duration")
        if str(uid) in lengths
    }
    operations.apply_fit(event, number(request), lengths, by=member.user)
    event.refresh_from_db(fields=["version"])
    words = _("The fit was accepted.")
    fields = [
        ("version", str(event.version)),
        *((f"{CUT}{uid}", length_text(length)) for uid, length in before.items()),
    ]
    undo = Undo(words, undo_at(member, event, words, "agenda_fit").address, fields)
    return done(request, member, event, undo=undo, said=words)
