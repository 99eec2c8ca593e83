"""allauth's forms with labels instead of placeholders, which vanish while one types."""

from typing import Any

from allauth.account import forms as account
from allauth.account.adapter import get_adapter
from allauth.core import context, ratelimit
from allauth.mfa.adapter import get_adapter as get_mfa_adapter
from allauth.mfa.base import forms as mfa
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.forms import ActivateTOTPForm
from django import forms
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from events.authentication import take_code
from events.models import Invitation, Member, User
from events.models.addresses import clean_address
from events.programme.cleaning import clean_text


class Plain(forms.Form):
    """Takes the placeholders out, and the help that the page itself gives."""

    labels: dict[str, str] = {}
    attributes: dict[str, dict[str, str]] = {}
    helps: dict[str, Any] = {}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():
            field.widget.attrs.pop("placeholder", None)
            field.widget.attrs.update(self.attributes.get(name, {}))
            field.label = self.labels.get(name, field.label)
            field.help_text = self.helps.get(name, field.help_text)


AGAIN = _("The same once more, against a slip of the finger.")
CODE = {"inputmode": "numeric", "autocomplete": "one-time-code", "spellcheck": "false", "autofocus": ""}


class LoginForm(Plain, account.LoginForm):
    labels = {"login": _("Name or e-mail address"), "password": _("Password")}
    attributes = {"login": {"autocomplete": "username", "spellcheck": "false", "autocapitalize": "none"}}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        # The page has the link to a new password.
        self.fields["password"].help_text = ""


class ResetPasswordForm(Plain, account.ResetPasswordForm):
    labels = {"email": _("E-mail address")}
    helps = {"email": _("The one of your account. A link to set a new password goes there.")}


class ResetPasswordKeyForm(Plain, account.ResetPasswordKeyForm):
    labels = {"password1": _("New password"), "password2": _("New password, again")}
    helps = {"password2": AGAIN}


class ChangePasswordForm(Plain, account.ChangePasswordForm):
    labels = {
        "oldpassword": _("Present password"),
        "password1": _("New password"),
        "password2": _("New password, again"),
    }
    helps = {"oldpassword": _("The one with which you log in now."), "password2": AGAIN}


class SetPasswordForm(Plain, account.SetPasswordForm):
    labels = {"password1": _("New password"), "password2": _("New password, again")}
    helps = {"password2": AGAIN}


class ReauthenticateForm(Plain, account.ReauthenticateForm):
    labels = {"password": _("Password")}


class Counted:
    """Limits guesses at an account's codes by themselves: the limit on passwords is wide, lest strangers lock it.

    A code of the app is taken once, for as long as it lasts.
    """

    def clean_code(self):
        key = f"user-{self.user.pk}"
        if not ratelimit.consume(context.request, action="second_factor", key=key):
            raise get_adapter().validation_error("rate_limited")
        code = super().clean_code()
        if self.authenticator.type == Authenticator.Type.TOTP and not take_code(self.authenticator, code):
            self._emit_authentication_failed(self.authenticator)
            raise get_mfa_adapter().validation_error("incorrect_code")
        return code


class AuthenticateForm(Counted, Plain, mfa.AuthenticateForm):
    labels = {"code": _("Code")}
    attributes = {"code": {**CODE, "inputmode": "text"}}


class ReauthenticateCodeForm(Counted, Plain, mfa.ReauthenticateForm):
    labels = {"code": _("Code")}
    attributes = {"code": {**CODE, "inputmode": "text"}}


class ActivateForm(Plain, ActivateTOTPForm):
    labels = {"code": _("The six digits that your app shows")}
    attributes = {"code": CODE}


class LanguageForm(forms.ModelForm):
    class Meta:
        model = User
        fields = ["language"]
        help_texts = {"language": _("In which menus, help and messages are written for you.")}


class NameForm(forms.ModelForm):
    class Meta:
        model = User
        fields = ["first_name", "last_name"]
        labels = {"first_name": _("First name"), "last_name": _("Last name")}
        help_texts = {
            "first_name": _("The given name, as colleagues know you."),
            "last_name": _("The family name; it stands in the history beside the first."),
        }
        widgets = {
            "first_name": forms.TextInput(attrs={"autocomplete": "given-name"}),
            "last_name": forms.TextInput(attrs={"autocomplete": "family-name"}),
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for name in ("first_name", "last_name"):
            self.fields[name].required = True

    def clean_first_name(self):
        return clean_text(self.cleaned_data["first_name"])

    def clean_last_name(self):
        return clean_text(self.cleaned_data["last_name"])


class AddressForm(forms.Form):
    email = forms.EmailField(
        label=_("New e-mail address"),
        max_length=254,
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
        help_text=_("A mail with a link goes there; the link is good for one hour."),
    )

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        self.user = user

    def clean_email(self):
        email = clean_address(self.cleaned_data["email"])
        if email == self.user.email:
            raise ValidationError(_("This is the address that your account has."))
        return email


class InvitationForm(forms.ModelForm):
    class Meta:
        model = Invitation
        fields = ["email", "role"]
        labels = {"email": _("E-mail address"), "role": _("Role")}
        help_texts = {
            "email": _("A mail with a link to join goes there."),
            "role": _("What they may do here. It can be changed later."),
        }
        widgets = {"email": forms.EmailInput(attrs={"autocomplete": "off"})}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        # Without an empty choice: who is invited may do the least, unless more is said.
        self.fields["role"].choices = Member.Role.choices

    def clean_email(self):
        email = self.cleaned_data["email"].lower()
        if self.instance.mission.members.filter(user__email__iexact=email).exists():
            raise ValidationError(_("%(email)s is a member already."), params={"email": email})
        return email


class RoleForm(forms.ModelForm):
    class Meta:
        model = Member
        fields = ["role"]


class NewAccountForm(NameForm):
    """The account of somebody invited: its address is the invitation's."""

    password1 = forms.CharField(
        label=_("Password"),
        strip=False,
        help_text=_("12 characters or more. A sentence is easy to remember."),
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )
    password2 = forms.CharField(
        label=_("Password, again"),
        strip=False,
        help_text=AGAIN,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )

    def clean(self):
        cleaned = super().clean()
        password = cleaned.get("password1")
        if password and cleaned.get("password2") and password != cleaned["password2"]:
            self.add_error("password2", _("The two passwords are not the same."))
        elif password:
            for name in ("first_name", "last_name"):
                setattr(self.instance, name, cleaned.get(name, ""))
            try:
                validate_password(password, self.instance)
            except ValidationError as error:
                self.add_error("password1", error)
        return cleaned
