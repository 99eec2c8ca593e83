from typing import Any

from django.core.validators import RegexValidator
from django.db import models, transaction
from django.utils.translation import gettext_lazy as _

from events.models.feed_revision import FeedRevision, mission_scope
from events.models.fields import (
    LanguagesField,
    LineField,
    TranslatedLine,
    TranslatedText,
    ZoneField,
    choices,
    one_of,
)
from events.models.history import History
from events.models.user import User
from events.programme.choices import MissionKind, PaperSize

# First parts of addresses that mean something else.
RESERVED_SLUGS = (
    "account",
    "admin",
    "calendars",
    "desk",
    "healthz",
    "login",
    "media",
    "new",
    "readyz",
    "robots.txt",
    "search",
    "static",
    "v",
)

validate_country = RegexValidator(r"^[A-Z]{2}$", _("A country is two capital letters (AZ, PK)."))

validate_colour = RegexValidator(
    r"^#[0-9a-f]{6}$", _("A colour is # and six digits or letters to f (#12284c).")
)


class Mission(models.Model):
    """Who plans: the boundary of what a member may see and change."""

    slug = models.SlugField(
        unique=True, max_length=60, error_messages={"unique": _("Another one has this address already.")}
    )
    kind = LineField(max_length=20, choices=choices(MissionKind))
    name = TranslatedLine()
    short_name = TranslatedLine(blank=True)
    city = TranslatedLine(blank=True)
    country = LineField(max_length=2, blank=True, validators=[validate_country])
    zone = ZoneField()
    languages = LanguagesField()
    requires_second_factor = models.BooleanField(_("requires a second factor"), default=False)
    four_eyes = models.BooleanField(
        _("four eyes"), default=False, help_text=_("Nobody releases their own work alone.")
    )

    paper = LineField(_("paper"), max_length=8, choices=choices(PaperSize), default=PaperSize.A4.value)
    accent = LineField(
        _("accent colour"),
        max_length=7,
        blank=True,
        validators=[validate_colour],
        help_text=_("As in #12284c."),
    )
    letterhead = TranslatedText(_("letterhead"), blank=True)
    press_contacts = TranslatedText(_("Press contacts"), blank=True)
    emblem = models.CharField(_("emblem"), max_length=64, blank=True, editable=False)

    history = History()

    class Meta:
        ordering = ["slug"]
        constraints = [
            models.CheckConstraint(condition=one_of("paper", PaperSize), name="mission_paper_known"),
            models.CheckConstraint(condition=one_of("kind", MissionKind), name="mission_kind_known"),
            models.CheckConstraint(
                condition=~models.Q(slug__in=RESERVED_SLUGS),
                name="mission_slug_free",
                violation_error_message=_("The planner needs this address itself. Choose another one."),
            ),
            models.CheckConstraint(condition=~models.Q(name=""), name="mission_has_a_name"),
        ]

    def __str__(self) -> str:
        return self.slug

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save, and with it tell the mission's calendar, which bears its name."""
        with transaction.atomic():
            super().save(*args, **kwargs)
            FeedRevision.objects.rise([mission_scope(self.slug)])

    def traced(self) -> tuple[int, int | None]:
        return self.pk, None


class MemberQuerySet(models.QuerySet):
    def at_least(self, role: str) -> "MemberQuerySet":
        """Those with the role or one above it."""
        roles = Member.Role.values
        return self.filter(role__in=roles[roles.index(role) :])

    def administrators(self) -> "MemberQuerySet":
        """Those who can still log in: an account that was closed administers nothing."""
        return self.at_least(Member.Role.ADMINISTRATOR).filter(user__is_active=True)

    def by_name(self) -> "MemberQuerySet":
        return self.select_related("user").order_by("user__last_name", "user__first_name", "user__username")


class Member(models.Model):
    """A user in a mission, with the role there.

    Each role may do what the ones before it may, so that a mission of one person needs one account.
    """

    class Role(models.TextChoices):
        # From the least to the most.
        VIEWER = "viewer", _("Viewer")
        OFFICER = "officer", _("Officer")
        HEAD = "head", _("Head of protocol")
        ADMINISTRATOR = "administrator", _("Administrator")

    user = models.ForeignKey(User, models.CASCADE, related_name="memberships")
    mission = models.ForeignKey(Mission, models.CASCADE, related_name="members")
    role = models.CharField(max_length=20, choices=Role.choices)

    objects = models.Manager.from_queryset(MemberQuerySet)()
    history = History()

    class Meta:
        ordering = ["mission", "user"]
        constraints = [
            models.UniqueConstraint(
                fields=["user", "mission"],
                name="member_once_in_a_mission",
                violation_error_message=_("This person is a member of the mission already."),
            ),
            models.CheckConstraint(
                condition=models.Q(role__in=["viewer", "officer", "head", "administrator"]),
                name="member_role_known",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.user}, {self.get_role_display()} in {self.mission}"

    def traced(self) -> tuple[int, int | None]:
        return self.mission_id, None

    @property
    def may_edit(self) -> bool:
        return self.is_at_least(self.Role.OFFICER)

    @property
    def may_release(self) -> bool:
        return self.is_at_least(self.Role.HEAD)

    @property
    def may_administer(self) -> bool:
        return self.is_at_least(self.Role.ADMINISTRATOR)

    def is_at_least(self, role: str) -> bool:
        roles = self.Role.values
        return roles.index(self.role) >= roles.index(role)
