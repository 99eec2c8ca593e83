"""allauth's addresses under the names that it looks for; only those that the planner uses."""

from allauth.account import views as account
from allauth.mfa.base import views as mfa
from allauth.mfa.recovery_codes import views as recovery_codes
from allauth.mfa.totp import views as totp
from allauth.socialaccount import views as socialaccount
from allauth.socialaccount.providers.openid_connect import views as openid_connect
from django.contrib.auth.decorators import login_not_required
from django.urls import path, re_path

from events.views.account import Login, Logout, SetUpSecondFactor, asks_for_a_code, by_invitation

urlpatterns = [
    path("login/", Login.as_view(), name="account_login"),
    path("account/logout/", Logout.as_view(), name="account_logout"),
    path("account/inactive/", account.account_inactive, name="account_inactive"),
    path("account/by-invitation/", by_invitation, name="account_signup"),
    path("account/confirm/", account.reauthenticate, name="account_reauthenticate"),
    path("account/password/", asks_for_a_code(account.password_change), name="account_change_password"),
    path("account/password/set/", asks_for_a_code(account.password_set), name="account_set_password"),
    path("account/password/reset/", account.password_reset, name="account_reset_password"),
    path("account/password/reset/sent/", account.password_reset_done, name="account_reset_password_done"),
    re_path(
        r"^account/password/reset/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>[^/]+)/$",
        account.password_reset_from_key,
        name="account_reset_password_from_key",
    ),
    path(
        "account/password/reset/done/",
        account.password_reset_from_key_done,
        name="account_reset_password_from_key_done",
    ),
    path("account/second-factor/", mfa.index, name="mfa_index"),
    path("account/second-factor/show/", mfa.authenticate, name="mfa_authenticate"),
    path("account/second-factor/confirm/", mfa.reauthenticate, name="mfa_reauthenticate"),
    path("account/second-factor/set-up/", SetUpSecondFactor.as_view(), name="mfa_activate_totp"),
    path("account/second-factor/remove/", asks_for_a_code(totp.deactivate_totp), name="mfa_deactivate_totp"),
    path(
        "account/recovery-codes/",
        asks_for_a_code(recovery_codes.view_recovery_codes),
        name="mfa_view_recovery_codes",
    ),
    path(
        "account/recovery-codes/new/",
        asks_for_a_code(recovery_codes.generate_recovery_codes),
        name="mfa_generate_recovery_codes",
    ),
    path("account/sign-on/", asks_for_a_code(socialaccount.connections), name="socialaccount_connections"),
    path("account/sign-on/cancelled/", socialaccount.login_cancelled, name="socialaccount_login_cancelled"),
    path(
        "account/sign-on/failed/",
        login_not_required(socialaccount.login_error),
        name="socialaccount_login_error",
    ),
    path("account/sign-on/<slug:provider_id>/", openid_connect.login, name="openid_connect_login"),
    path("account/sign-on/<slug:provider_id>/back/", openid_connect.callback, name="openid_connect_callback"),
]
