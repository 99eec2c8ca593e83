"""Who works for a mission; for its administrators alone."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from events.forms.account import InvitationForm, RoleForm
from events.models import Invitation, Member
from events.operations.membership import (
    LastAdministratorError,
    change_role,
    remove,
    withdraw,
)
from events.views import inviting, once
from events.views.access import membership_or_404
from events.views.inviting import TooManyInvitationsError


@require_safe
def members(request: HttpRequest, mission: str) -> HttpResponse:
    administrator = membership_or_404(request, mission, Member.Role.ADMINISTRATOR)
    return _page(request, administrator, InvitationForm(instance=Invitation(mission=administrator.mission)))


@require_POST
def invite_member(request: HttpRequest, mission: str) -> HttpResponse:
    administrator = membership_or_404(request, mission, Member.Role.ADMINISTRATOR)
    form = InvitationForm(request.POST, instance=Invitation(mission=administrator.mission))
    if not form.is_valid():
        return _page(request, administrator, form, status=422)
    email, role = form.cleaned_data["email"], form.cleaned_data["role"]
    if not once.begin(request)[0]:
        messages.info(request, _("%(email)s was invited already.") % {"email": email})
        return redirect("desk:members", mission)
    try:
        inviting.invite(request, administrator.mission, email, role)
    except TooManyInvitationsError as error:
        once.undone(request)
        form.add_error("email", str(error))
        return _page(request, administrator, form, status=429)
    return redirect("desk:members", mission)


@require_POST
def invite_again(request: HttpRequest, mission: str, pk: int) -> HttpResponse:
    administrator = membership_or_404(request, mission, Member.Role.ADMINISTRATOR)
    invitation = get_object_or_404(Invitation.objects.pending(), mission=administrator.mission, pk=pk)
    try:
        inviting.invite_again(request, invitation)
    except TooManyInvitationsError as error:
        messages.error(request, str(error))
    return redirect("desk:members", mission)


@require_POST
def withdraw_invitation(request: HttpRequest, mission: str, pk: int) -> HttpResponse:
    administrator = membership_or_404(request, mission, Member.Role.ADMINISTRATOR)
    invitation = get_object_or_404(Invitation.objects.pending(), mission=administrator.mission, pk=pk)
    withdraw(invitation, by=administrator.user)
    messages.success(request, _("The invitation of %(email)s ends.") % {"email": invitation.email})
    return redirect("desk:members", mission)


@require_POST
def change_member(request: HttpRequest, mission: str, pk: int) -> HttpResponse:
    administrator = membership_or_404(request, mission, Member.Role.ADMINISTRATOR)
    member = get_object_or_404(administrator.mission.members.select_related("user"), pk=pk)
    form = RoleForm(request.POST, instance=member)
    if not form.is_valid():
        return HttpResponse(_("There is no such role."), status=422, content_type="text/plain; charset=utf-8")
    try:
        change_role(member, form.cleaned_data["role"], by=administrator.user)
    except LastAdministratorError:
        _say_last(request)
    else:
        words = _("%(name)s is %(role)s now.")
        messages.success(request, words % {"name": member.user, "role": member.get_role_display()})
    return redirect(
        "desk:desk" if member == administrator and not member.may_administer else "desk:members", mission
    )


@require_POST
def remove_member(request: HttpRequest, mission: str, pk: int) -> HttpResponse:
    administrator = membership_or_404(request, mission, Member.Role.ADMINISTRATOR)
    member = get_object_or_404(administrator.mission.members.select_related("user"), pk=pk)
    try:
        remove(member, by=administrator.user)
    except LastAdministratorError:
        _say_last(request)
    else:
        messages.success(request, _("%(name)s is no longer a member.") % {"name": member.user})
        if member.user_id == administrator.user_id:
            return redirect("desk:everything")
    return redirect("desk:members", mission)


def _page(
    request: HttpRequest, administrator: Member, form: InvitationForm, status: int = 200
) -> HttpResponse:
    mission = administrator.mission
    context = {
        "form": form,
        "members": mission.members.by_name(),
        "administrators": mission.members.administrators().count(),
        "roles": Member.Role.choices,
        "invitations": Invitation.objects.pending().filter(mission=mission).told_of_their_sender(),
        "now": timezone.now(),
        "once": request.POST.get(once.FIELD) or once.new_key(),
    }
    return render(request, "events/desk/members.html", context, status=status)


def _say_last(request: HttpRequest) -> None:
    messages.error(
        request,
        _("A mission needs an administrator. Make somebody else administrator first; nothing was changed."),
    )
