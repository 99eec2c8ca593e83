"""The account of whoever is logged in; what allauth does, it does, and these views are where we differ."""

from allauth.account.views import LoginView, LogoutView
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.views import ActivateTOTPView
from allauth.socialaccount.models import SocialAccount
from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import override
from django.views.decorators.http import require_POST, require_safe

from events.authentication import SECOND_FACTOR, is_second_factor_required
from events.forms.account import LanguageForm
from events.middleware import ENDED


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
        self.request.session[SECOND_FACTOR] = self.request.user.pk
        return response


@require_safe
@login_not_required
def by_invitation(request: HttpRequest) -> HttpResponse:
    """Stands where others have a sign-up."""
    return render(request, "account/signup_closed.html")


@require_safe
def account(request: HttpRequest) -> HttpResponse:
    kinds = set(Authenticator.objects.filter(user=request.user).values_list("type", flat=True))
    context = {
        "form": LanguageForm(instance=request.user),
        "has_second_factor": Authenticator.Type.TOTP in kinds,
        "is_connected": SocialAccount.objects.filter(user=request.user).exists(),
        "single_sign_on": settings.OIDC_NAME,
    }
    return render(request, "events/desk/account.html", context)


@require_POST
def language(request: HttpRequest) -> HttpResponse:
    form = LanguageForm(request.POST, instance=request.user)
    if form.is_valid():
        form.save()
        with override(form.instance.language):
            messages.success(request, _("The desk speaks your language now."))
    return redirect("desk:account")
