from typing import TYPE_CHECKING, Any

from django.contrib.auth.models import AbstractUser, UserManager
from django.db import models
from django.db.models.functions import Lower
from django.utils.functional import cached_property
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from events.models.addresses import AddressField
from events.models.fields import LineField
from events.programme.languages import LANGUAGES

if TYPE_CHECKING:
    from events.models.mission import Member


def language_choices() -> list[tuple[str, str]]:
    return [(code, language.native_name) for code, language in LANGUAGES.items()]


DEMONSTRATION = "@azembassy-islamabad.example"


class Users(UserManager["User"]):
    use_in_migrations = False

    def of_the_demonstration(self) -> "models.QuerySet[User]":
        return self.filter(email__endswith=DEMONSTRATION, is_active=True)


class User(AbstractUser):
    """Somebody with an account; what they may do in which mission is their membership."""

    email = AddressField(_("e-mail"))
    language = LineField(_("language of the desk"), max_length=2, choices=language_choices, default="en")

    objects = Users()

    # How the user name of an account begins whose owner left long ago.
    LEFT = "left-"

    class Meta(AbstractUser.Meta):
        constraints = [
            models.UniqueConstraint(
                Lower("email"),
                name="user_email_unique",
                violation_error_message=_("Another account has this address already."),
            )
        ]

    def __str__(self) -> str:
        if self.username.startswith(self.LEFT):
            return gettext("former member %(number)s") % {"number": self.pk}
        return self.get_full_name() or self.username

    @cached_property
    def memberships_read(self) -> "list[Member]":
        """The memberships with their missions, by the missions' addresses: read once, however often a request asks."""
        return list(self.memberships.select_related("mission").order_by("mission__slug"))

    def become_a_number(self) -> None:
        """Forget who it was. The account stays closed for good, for what was done by it."""
        self.username, self.email = f"{self.LEFT}{self.pk}", f"{self.LEFT}{self.pk}@nobody.invalid"
        self.first_name = self.last_name = ""
        self.last_login, self.is_active = None, False
        self.set_unusable_password()
        self.save()

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.email = self.email.lower()
        super().save(*args, **kwargs)
        if "email" in (kwargs.get("update_fields") or ["email"]):
            # allauth keeps addresses of its own, and would let somebody in by one that is no longer the account's.
            self.emailaddress_set.exclude(email=self.email).delete()
