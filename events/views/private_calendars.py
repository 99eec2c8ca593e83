"""The private calendars of a member, and those of a speaker for the officers of the mission."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Any, cast

from django.conf import settings
from django.contrib import messages
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from events.exports.pdf.qr import qr_code
from events.forms.private_feeds import PrivateFeedForm
from events.models import Member, Person, PrivateFeed, User
from events.operations.private_feeds import make_own, make_speakers, renew, revoke
from events.views import once
from events.views.access import membership_or_404
from events.views.registers import entry_or_404


@dataclass(frozen=True)
class Whose:
    """Whose calendars a page is about: a speaker's where there is a ``person``, else those of the ``user``."""

    user: User
    person: Person | None = None

    @property
    def feeds(self) -> QuerySet[PrivateFeed]:
        if self.person:
            return PrivateFeed.objects.filter(person=self.person)
        return PrivateFeed.objects.filter(owner=self.user)

    @property
    def proposed(self) -> str:
        return _("Your part of the programme") if self.person else _("My missions")

    def address(self, *deed: Any) -> str:
        """Return the address of the page, or of what is done to one of its calendars."""
        name, *pk = deed or ("",)
        if self.person:
            place = [self.person.mission.slug, "people", self.person.pk]
            return reverse(f"desk:{name}speaker_calendars", args=[*place, *pk])
        return reverse(f"desk:{name}calendars", args=pk)


View = Callable[..., HttpResponse]


def _of_somebody(view: View) -> View:
    @wraps(view)
    def answer(
        request: HttpRequest, mission: str = "", register: str = "", pk: int = 0, feed: int = 0
    ) -> HttpResponse:
        user = cast(User, request.user)
        whose = Whose(user)
        if mission:
            member = membership_or_404(request, mission, Member.Role.OFFICER)
            if register != "people":
                raise Http404
            whose = Whose(user, cast(Person, entry_or_404(member, register, pk)))
        return view(request, whose, *([feed] if feed else []))

    return answer


@require_http_methods(["GET", "HEAD", "POST"])
@_of_somebody
def private_calendars(request: HttpRequest, whose: Whose) -> HttpResponse:
    """List them; make one."""
    if request.method != "POST":
        return _page(request, whose, PrivateFeedForm(initial={"label": whose.proposed}))
    form = PrivateFeedForm(request.POST)
    if not form.is_valid():
        return _page(request, whose, form, status=422)
    if not whose.person and not whose.user.memberships.exists():
        raise Http404
    if not once.begin(request)[0]:
        return _shown_before(request, whose)
    label, now = form.cleaned_data["label"], timezone.now()
    made = (
        make_speakers(whose.person, label, by=whose.user, now=now)
        if whose.person
        else make_own(whose.user, label, now)
    )
    return _shown(request, whose, *made)


@require_POST
@_of_somebody
def renew_calendar(request: HttpRequest, whose: Whose, pk: int) -> HttpResponse:
    feed = get_object_or_404(whose.feeds.standing(), pk=pk)
    return _shown(request, whose, *renew(feed, by=whose.user, now=timezone.now()))


@require_POST
@_of_somebody
def revoke_calendar(request: HttpRequest, whose: Whose, pk: int) -> HttpResponse:
    feed = get_object_or_404(whose.feeds.standing(), pk=pk)
    revoke(feed, by=whose.user, now=timezone.now())
    messages.success(
        request, _("“%(label)s” is revoked: its address answers no more.") % {"label": feed.label}
    )
    return redirect(whose.address())


def _shown(request: HttpRequest, whose: Whose, feed: PrivateFeed, token: str) -> HttpResponse:
    """Show the address, this once: it cannot be told again."""
    name = "programme" if whose.person else "my-missions"
    address = settings.SITE_URL + reverse("events:private_calendar", args=[token, name])
    form = PrivateFeedForm(initial={"label": whose.proposed})
    return _page(request, whose, form, new=feed, secret=address, qr=qr_code(address))


def _shown_before(request: HttpRequest, whose: Whose) -> HttpResponse:
    messages.info(request, _("It was made already. Renew it if you did not copy its address."))
    return redirect(whose.address())


def _page(
    request: HttpRequest, whose: Whose, form: PrivateFeedForm, status: int = 200, **shown: Any
) -> HttpResponse:
    rows = whose.feeds.select_related("seen_release", "made_by").order_by("-made_at", "-pk")
    context = {
        "form": form,
        "person": whose.person,
        "fallback": tuple(whose.person.mission.languages) if whose.person else (),
        "here": whose.address(),
        "feeds": [
            (feed, whose.address("renew_", feed.pk), whose.address("revoke_", feed.pk)) for feed in rows
        ],
        "once": once.new_key(),
        **shown,
    }
    return render(request, "events/desk/calendars.html", context, status=status)
