"""The account of whoever is logged in; what allauth does, it does, and these views are where we differ."""

from collections.abc import Callable
from functools import wraps
from typing import Any, cast
from urllib.parse import urlencode

from allauth.account.adapter import get_adapter
from allauth.account.decorators import reauthentication_required
from allauth.account.internal.flows.login import record_authentication
from allauth.account.views import LoginView, LogoutView
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.views import ActivateTOTPView
from allauth.mfa.utils import is_mfa_enabled
from allauth.socialaccount.models import SocialAccount
from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import override
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from events.authentication import (
    SECOND_FACTOR,
    end_other_sessions,
    has_just_shown,
    is_second_factor_required,
    take_code,
)
from events.forms.account import AddressForm, LanguageForm, NameForm
from events.middleware import ENDED
from events.models import User
from events.operations.account import AddressIsTakenError, offer_address, offered_address, take_address


class Login(LoginView):
    def get_context_data(self, **kwargs):
        ended = self.request.session.pop(ENDED, False)
        return super().get_context_data(session_ended=ended, **kwargs)


class Logout(LogoutView):
    def post(self, *args, **kwargs):
        response = super().post(*args, **kwargs)
        # On a shared machine the next one finds no page of the last one.
        response["Clear-Site-Data"] = '"cache", "storage"'
        return response


class SetUpSecondFactor(ActivateTOTPView):
    def get_context_data(self, **kwargs):
        required = is_second_factor_required(self.request)
        return super().get_context_data(second_factor_is_required=required, **kwargs)

    def form_valid(self, form):
        response = super().form_valid(form)
        app = Authenticator.objects.get(user=self.request.user, type=Authenticator.Type.TOTP)
        take_code(app, form.cleaned_data["code"])
        record_authentication(self.request, self.request.user, method="mfa", type=Authenticator.Type.TOTP)
        self.request.session[SECOND_FACTOR] = self.request.user.pk
        end_other_sessions(self.request)
        return response


def asks_for_a_code(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Whoever has a second factor shows it before how they log in is changed: a password alone changes nothing of it.

    What was sent is not kept meanwhile, for it may be a password.
    """

    @wraps(view)
    def asked(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        has_one = request.user.is_authenticated and is_mfa_enabled(request.user)
        if has_one and not has_just_shown(request, "mfa"):
            query = urlencode({"next": request.get_full_path()})
            return redirect(f"{reverse('mfa_reauthenticate')}?{query}")
        return view(request, *args, **kwargs)

    return asked


@require_safe
@login_not_required
def by_invitation(request: HttpRequest) -> HttpResponse:
    """Stands where others have a sign-up."""
    return render(request, "account/signup_closed.html")


@require_safe
def account(request: HttpRequest) -> HttpResponse:
    return _page(request, NameForm(instance=_user(request)))


@require_POST
def name(request: HttpRequest) -> HttpResponse:
    # The page's head goes on to name who is logged in, whatever was typed.
    form = NameForm(request.POST, instance=User.objects.get(pk=_user(request).pk))
    if not form.is_valid():
        return _page(request, form, status=422)
    form.save()
    messages.success(request, _("Your name is kept."))
    return redirect("desk:account")


@require_http_methods(["GET", "HEAD", "POST"])
@asks_for_a_code
@reauthentication_required
def address(request: HttpRequest) -> HttpResponse:
    """Send a link to the new address. Whether another account has it is told to its owner alone."""
    user = _user(request)
    form = AddressForm(request.POST if request.method == "POST" else None, user=user)
    if not form.is_valid():
        status = 422 if form.is_bound else 200
        return render(request, "events/desk/account_address.html", {"form": form}, status=status)
    new = form.cleaned_data["email"]
    path = reverse("desk:confirm_address", args=[offer_address(user, new)])
    is_taken = (
        User.objects.filter(Q(email__iexact=new) | Q(username__iexact=new)).exclude(pk=user.pk).exists()
    )
    link = "" if is_taken else settings.SITE_URL + path
    get_adapter().send_mail("account/email/address_offered", new, {"user": user, "link": link})
    words = _("A mail with a link is on its way to %(address)s. Until you follow it, your address stays.")
    messages.success(request, words % {"address": new})
    return redirect("desk:account")


@require_http_methods(["GET", "HEAD", "POST"])
def confirm_address(request: HttpRequest, token: str) -> HttpResponse:
    user = _user(request)
    old, new = user.email, offered_address(user, token)
    if new is None or request.method != "POST":
        status = 200 if new else 404
        return render(request, "events/desk/account_address_confirm.html", {"address": new}, status=status)
    try:
        take_address(user, new)
    except AddressIsTakenError:
        messages.error(request, _("Another account has this address by now. Yours stays as it was."))
        return redirect("desk:account")
    end_other_sessions(request)
    get_adapter().send_mail("account/email/address_changed", old, {"user": user, "address": new})
    messages.success(request, _("Your address is %(address)s now.") % {"address": new})
    return redirect("desk:account")


@require_http_methods(["GET", "HEAD", "POST"])
@asks_for_a_code
@reauthentication_required
def end_sessions(request: HttpRequest) -> HttpResponse:
    if request.method != "POST":
        return render(request, "events/desk/account_sessions.html")
    end_other_sessions(request)
    messages.success(request, _("All your other sessions are ended."))
    return redirect("desk:account")


def _page(request: HttpRequest, form: NameForm, status: int = 200) -> HttpResponse:
    user = _user(request)
    kinds = set(Authenticator.objects.filter(user=user).values_list("type", flat=True))
    context = {
        "form": form,
        "language_form": LanguageForm(instance=user),
        "has_second_factor": Authenticator.Type.TOTP in kinds,
        "is_connected": SocialAccount.objects.filter(user=user).exists(),
        "single_sign_on": settings.OIDC_NAME,
    }
    return render(request, "events/desk/account.html", context, status=status)


def _user(request: HttpRequest) -> User:
    """Everything below /desk/ asks for a login."""
    return cast(User, request.user)


@require_POST
def language(request: HttpRequest) -> HttpResponse:
    form = LanguageForm(request.POST, instance=_user(request))
    if form.is_valid():
        form.save()
        with override(form.instance.language):
            messages.success(request, _("The desk speaks your language now."))
    return redirect("desk:account")
