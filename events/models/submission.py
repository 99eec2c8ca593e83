from dataclasses import dataclass
from datetime import datetime

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from events.models.user import User


@dataclass(frozen=True)
class Submission:
    """How far the working copy is on its way to a release; ``version`` is that of the event at that moment."""

    state: str
    by: User | None
    at: datetime | None
    note: str
    version: int | None


class Submittable(models.Model):
    """What an officer sends for approval."""

    class Submitted(models.TextChoices):
        NONE = "none", _("not submitted")
        SUBMITTED = "submitted", _("submitted")
        SENT_BACK = "sent-back", _("sent back")

    submission_state = models.CharField(
        max_length=12, choices=Submitted.choices, default=Submitted.NONE, editable=False
    )
    submission_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, editable=False, related_name="+"
    )
    submission_at = models.DateTimeField(null=True, editable=False)
    submission_note = models.TextField(blank=True, default="", editable=False)
    submission_version = models.PositiveIntegerField(null=True, editable=False)

    class Meta:
        abstract = True

    @property
    def submission(self) -> Submission:
        return Submission(
            self.submission_state,
            self.submission_by,
            self.submission_at,
            self.submission_note,
            self.submission_version,
        )
