"""The way to a release: sent for approval, read against the last one, approved and released, or sent back."""

from collections.abc import Callable
from dataclasses import fields, replace
from functools import wraps
from typing import Any

from django.contrib import messages
from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from events.forms.release import ApproveForm, SendBackForm, SubmitForm
from events.making import begin_usual_files
from events.models import Event, Member, Release
from events.operations import approval
from events.operations.release import HeldWithinError, NothingToReleaseError
from events.operations.stale import StaleError
from events.programme.changes import changes
from events.programme.choices import Audience
from events.programme.text import Text
from events.programme.value import Programme
from events.views.access import membership_or_404
from events.views.event_frame import event_or_404, framed
from events.views.event_versions import number
from events.views.figures import decided_in, figure_matters
from events.views.open_matters import matters_of
from events.views.release_words import WHAT_CHANGED, side_by_side

OFFICER = Member.Role.OFFICER
HEAD = Member.Role.HEAD
View = Callable[..., HttpResponse]
Typed = dict[str, Any]


@require_safe
def release(request: HttpRequest, mission: str, slug: str) -> HttpResponse:
    member = membership_or_404(request, mission)
    return page(request, member, event_or_404(member, slug))


def decision(role: Member.Role, asked: type[Form] | None = None, name: str = "") -> Callable[[View], View]:
    """A view that decides something, for members with the role; what is refused is said on the release page.

    The view gets what was typed into the form ``asked``, which stands on that page under the ``name``.
    """

    def decorated(view: View) -> View:
        @require_POST
        @wraps(view)
        def deciding(request: HttpRequest, mission: str, slug: str) -> HttpResponse:
            member = membership_or_404(request, mission, role)
            event = event_or_404(member, slug)
            form = asked(request.POST, prefix=name) if asked else None
            forms = {f"{name}_form": form} if form else {}
            if form and not form.is_valid():
                return page(request, member, event, status=422, **forms)

            def again(told: str) -> HttpResponse:
                now = event_or_404(member, event.slug)
                return page(request, member, now, status=409, refused=told, **forms)

            typed = (form.cleaned_data,) if form else ()
            return answered(lambda: view(request, member, event, *typed), again)

        return deciding

    return decorated


def answered(decide: Callable[[], HttpResponse], again: Callable[[str], HttpResponse]) -> HttpResponse:
    """Return what the decision leads to, or what ``again`` answers to why it was refused."""
    try:
        return decide()
    except StaleError as error:
        words = _("%(name)s changed this event while you were reading. Read it again, then decide.")
        told = words % {"name": error.by or _("Somebody")}
    except approval.FourEyesError:
        told = _("Nobody releases their own work alone here: another head of protocol has to approve this.")
    except NothingToReleaseError:
        told = _("Nothing printed or public changes, so there is nothing to release.")
    except HeldWithinError:
        told = _("This event is held within another one, and is released with it.")
    except approval.FiguresOpenError:
        told = _("Choose between the figures first: a text gives another one than the source of record.")
    except approval.NotSubmittedError:
        told = _("Nobody has asked for approval of this event.")
    except approval.NotReleasedError:
        told = _("The public knows nothing of this event yet: change its status, or delete it.")
    return again(told)


@decision(OFFICER, SubmitForm, "submit")
def submit(request: HttpRequest, member: Member, event: Event, typed: Typed) -> HttpResponse:
    approval.submit(event, number(request.POST), **typed, by=member.user, now=timezone.now())
    messages.success(request, _("Sent for approval. A head of protocol reads it next."))
    return redirect("desk:release", member.mission.slug, event.slug)


@decision(HEAD, SendBackForm, "back")
def send_back(request: HttpRequest, member: Member, event: Event, typed: Typed) -> HttpResponse:
    approval.send_back(event, **typed, by=member.user, now=timezone.now())
    messages.success(request, _("Sent back. The officer reads your note on this page."))
    return redirect("desk:release", member.mission.slug, event.slug)


@decision(HEAD, ApproveForm, "approve")
def approve(request: HttpRequest, member: Member, event: Event, typed: Typed) -> HttpResponse:
    kept = approval.approve_and_release(
        event, number(request.POST), **typed, by=member.user, now=timezone.now()
    )
    begin_usual_files(kept)
    messages.success(request, _("Release %(number)s is public.") % {"number": kept.number})
    return redirect("desk:release", member.mission.slug, event.slug)


def page(
    request: HttpRequest,
    member: Member,
    event: Event,
    *,
    status: int = 200,
    refused: str = "",
    **forms: Form,
) -> HttpResponse:
    """Show the release page; ``forms`` are those that were refused, with what was typed."""
    context = framed(request, member, event, "release")
    kept = list(Release.objects.filter(event=event).select_related("released_by").order_by("-number"))
    last = kept[0] if kept else None
    programme = context["programme"]
    matters = matters_of(event, programme)
    following = last.number + 1 if last else 1
    name = _("Changed programme") if last else _("First programme")
    context |= {
        "releases": kept,
        "last": last,
        "following": following,
        "submission": event.submission,
        "is_submitted": event.submission_state == Event.Submitted.SUBMITTED,
        "is_sent_back": event.submission_state == Event.Submitted.SENT_BACK,
        "changed_since": event.submission_version is not None and event.version > event.submission_version,
        "differs": programme is not None and differs(last, programme),
        "changes": told(last, programme),
        "unsaid": unsaid(last, programme),
        "staff_only": staff_only(last, programme),
        "rows": side_by_side(last.programme, programme) if last and programme else [],
        "matters": matters.open,
        "settled": matters.settled,
        "figures": figure_matters(event, programme),
        "decided": decided_in(programme),
        "has_second_eyes": approval.may_release(event, member.user),
        "refused": refused,
        "submit_form": SubmitForm(prefix="submit"),
        "approve_form": ApproveForm(prefix="approve", initial={"name": name}),
        "back_form": SendBackForm(prefix="back"),
        **forms,
    }
    refused_form = next(iter(forms.values()), None)
    context |= {"refused_form": refused_form, "typed": typed_in(refused_form)}
    return render(request, "events/desk/releases/release.html", context, status=status)


def typed_in(form: Form | None) -> list[str]:
    """Return the words that somebody typed, to be read where the form may not be there any more."""
    values = [form[name].value() for name in form.fields] if form else []
    return [value for value in values if value]


def differs(last: Release | None, programme: Programme) -> bool:
    return last is None or programme != replace(last.programme, release=None)


def told(last: Release | None, programme: Programme | None) -> tuple[Text, ...]:
    return changes(last.programme, programme) if last and programme else ()


def unsaid(last: Release | None, programme: Programme | None) -> list[str]:
    """Name what guests read anew although no sentence tells it: a subtitle, a note, a dress."""
    if not last or not programme:
        return []
    before, after = last.programme.seen_by(Audience.PUBLIC), programme.seen_by(Audience.PUBLIC)
    names = (
        field.name for field in fields(Programme) if getattr(before, field.name) != getattr(after, field.name)
    )
    return [str(WHAT_CHANGED[name]) for name in names if name in WHAT_CHANGED]


def staff_only(last: Release | None, programme: Programme | None) -> bool:
    """Whether all that differs is for staff: what guests hold stays as it is."""
    if not last or not programme or not differs(last, programme):
        return False
    before: Any = replace(last.programme, release=None).seen_by(Audience.PUBLIC)
    return before == programme.seen_by(Audience.PUBLIC)
