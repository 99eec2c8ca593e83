"""Following the link of an invitation: join with the account one has, or make one."""

from allauth.account.internal.flows.login import record_authentication
from allauth.account.utils import perform_login
from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from events.forms.account import NewAccountForm
from events.models import Invitation, User
from events.operations.membership import InvitationIsUsedError, accept, accept_as_new


@login_not_required
@sensitive_post_parameters("password1", "password2")
@require_http_methods(["GET", "HEAD", "POST"])
def invitation(request: HttpRequest, token: str) -> HttpResponse:
    offer = Invitation.open.with_token(token, timezone.now()).select_related("mission", "invited_by").first()
    if offer is None:
        return _gone(request)
    try:
        if isinstance(request.user, User):
            return _join(request, request.user, offer)
        if User.objects.filter(email__iexact=offer.email).exists():
            return _log_in_first(request, offer)
        return _make_account(request, offer)
    except InvitationIsUsedError:
        return _gone(request)


def _gone(request: HttpRequest) -> HttpResponse:
    """Say the same of one that was used, withdrawn, has expired or never was."""
    return render(request, "events/desk/invitation_gone.html", status=404)


def _join(request: HttpRequest, user: User, offer: Invitation) -> HttpResponse:
    if request.method != "POST":
        return render(request, "events/desk/invitation_join.html", {"invitation": offer})
    accept(offer, user, timezone.now())
    messages.success(request, _("You are a member now."))
    return redirect("desk:desk", offer.mission.slug)


def _log_in_first(request: HttpRequest, offer: Invitation) -> HttpResponse:
    query = urlencode({"next": request.path, "lang": get_language()})
    context = {"invitation": offer, "login": f"{reverse('account_login')}?{query}"}
    return render(request, "events/desk/invitation_login.html", context)


def _make_account(request: HttpRequest, offer: Invitation) -> HttpResponse:
    user = User(language=get_language() or "en", email=offer.email, username=offer.email)
    form = NewAccountForm(request.POST if request.method == "POST" else None, instance=user)
    if not form.is_valid():
        context = {"invitation": offer, "form": form}
        return render(
            request, "events/desk/invitation_new.html", context, status=422 if form.is_bound else 200
        )
    accept_as_new(offer, user, form.cleaned_data["password1"], timezone.now())
    record_authentication(request, user, method="password")
    return perform_login(request, user, redirect_url=reverse("desk:desk", args=[offer.mission.slug]))
