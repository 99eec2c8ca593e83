from django.core.validators import RegexValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from events.models.fields import LanguagesField, LineField, TranslatedLine, ZoneField, choices, one_of
from events.models.user import User
from events.programme.choices import MissionKind

# First parts of addresses that mean something else.
RESERVED_SLUGS = ("admin", "calendars", "desk", "healthz", "media", "readyz", "robots.txt", "static", "v")

validate_country = RegexValidator(r"^[A-Z]{2}$", _("A country is two capital letters (AZ, PK)."))


class Mission(models.Model):
    """Who plans: the boundary of what a member may see and change."""

    slug = models.SlugField(unique=True, max_length=60)
    kind = LineField(max_length=20, choices=choices(MissionKind))
    name = TranslatedLine()
    short_name = TranslatedLine(blank=True)
    city = TranslatedLine(blank=True)
    country = LineField(max_length=2, blank=True, validators=[validate_country])
    zone = ZoneField()
    languages = LanguagesField()

    class Meta:
        ordering = ["slug"]
        constraints = [
            models.CheckConstraint(condition=one_of("kind", MissionKind), name="mission_kind_known"),
            models.CheckConstraint(condition=~models.Q(slug__in=RESERVED_SLUGS), name="mission_slug_free"),
            models.CheckConstraint(condition=~models.Q(name=""), name="mission_has_a_name"),
        ]

    def __str__(self) -> str:
        return self.slug


class Member(models.Model):
    """A user in a mission, with the role there."""

    class Role(models.TextChoices):
        VIEWER = "viewer", _("viewer")
        OFFICER = "officer", _("officer")
        HEAD = "head", _("head of protocol")
        ADMINISTRATOR = "administrator", _("administrator")

    user = models.ForeignKey(User, models.CASCADE, related_name="memberships")
    mission = models.ForeignKey(Mission, models.CASCADE, related_name="members")
    role = models.CharField(max_length=20, choices=Role.choices)

    class Meta:
        ordering = ["mission", "user"]
        constraints = [
            models.UniqueConstraint(fields=["user", "mission"], name="member_once_in_a_mission"),
            models.CheckConstraint(
                condition=models.Q(role__in=["viewer", "officer", "head", "administrator"]),
                name="member_role_known",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.user}, {self.get_role_display()} in {self.mission}"
