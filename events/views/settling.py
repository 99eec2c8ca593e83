"""An answer to an open matter in the place of filling it in, and the way back from it."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from events.forms.settling import BecauseForm
from events.models import Event, Member, NameVariant
from events.operations import settling, wording
from events.operations.settling import NotOpenError
from events.programme.languages import isolate
from events.views.access import membership_or_404
from events.views.event_frame import event_or_404, framed
from events.views.numbers import whole_number
from events.views.open_matters import matters_of

# The pages that list what is open.
PAGES = ("event", "release")


@require_POST
def settle(request: HttpRequest, mission: str, slug: str) -> HttpResponse:
    member = membership_or_404(request, mission, Member.Role.OFFICER)
    event = event_or_404(member, slug)
    key = request.POST.get("key", "")
    form = BecauseForm(request.POST)
    if not form.is_valid():
        return _typed_again(request, member, event, key, form)
    try:
        because = form.cleaned_data["because"]
        settling.settle(event, key, by=member.user, now=timezone.now(), because=because)
    except NotOpenError:
        messages.error(request, _("This has been settled already."))
    except ValidationError as error:
        form.add_error(None, error)
        return _typed_again(request, member, event, key, form)
    else:
        messages.success(request, _("Answered. It can be asked again at any time."))
    return back(request, event)


@require_POST
def put_right(request: HttpRequest, mission: str, slug: str) -> HttpResponse:
    """Write the proposed words in the place of those that look wrong."""
    member = membership_or_404(request, mission, Member.Role.OFFICER)
    event = event_or_404(member, slug)
    try:
        found = wording.put_right(event, request.POST.get("key", ""), by=member.user)
    except NotOpenError:
        messages.error(request, _("This has been settled already."))
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
    else:
        told = _("Put right: “%(words)s”. The public sees it with the next release.") % {
            "words": isolate(found)
        }
        if not found.strip():
            told = _("Put right. The public sees it with the next release.")
        messages.success(request, told)
    return back(request, event)


@require_POST
def choose_spelling(request: HttpRequest, mission: str, slug: str) -> HttpResponse:
    """Print another spelling of a name that is not confirmed."""
    member = membership_or_404(request, mission, Member.Role.OFFICER)
    event = event_or_404(member, slug)
    pk = whole_number(request.POST.get("spelling", ""))
    variant = get_object_or_404(NameVariant, mission=member.mission, person__isnull=False, pk=pk or 0)
    key = request.POST.get("key", "")
    try:
        settling.choose_spelling(event, key, variant, by=member.user, now=timezone.now())
    except NotOpenError:
        messages.error(request, _("This has been settled already."))
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
    else:
        words = _("“%(name)s” is printed from now on. What is released already stays as it is.")
        messages.success(request, words % {"name": variant.name})
    return back(request, event)


@require_POST
def ask_again(request: HttpRequest, mission: str, slug: str) -> HttpResponse:
    member = membership_or_404(request, mission, Member.Role.OFFICER)
    event = event_or_404(member, slug)
    settling.ask_again(event, request.POST.get("key", ""), by=member.user)
    messages.success(request, _("It is open again."))
    return back(request, event)


def _typed_again(
    request: HttpRequest, member: Member, event: Event, key: str, form: BecauseForm
) -> HttpResponse:
    context = framed(request, member, event, "event")
    found = matters_of(event, context["programme"])
    matter = next((each for each in (*found.open, *found.settled) if each.key == key), None)
    context |= {"form": form, "matter": matter, "key": key, "page": page_of(request)}
    return render(request, "events/desk/event/settle.html", context, status=422)


def page_of(request: HttpRequest) -> str:
    page = request.POST.get("page", "")
    return page if page in PAGES else PAGES[0]


def back(request: HttpRequest, event: Event, anchor: str = "open-matters") -> HttpResponse:
    address = reverse(f"desk:{page_of(request)}", args=[event.mission.slug, event.slug])
    return redirect(f"{address}#{anchor}")
