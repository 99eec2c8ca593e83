from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from events.models.fields import LineField, TranslatedText, text_of
from events.models.history import History
from events.models.mission import Mission
from events.scoping import shared_or_scoped


class Phrase(models.Model):
    """An approved wording: of one mission, or of all where it has none.

    One that is never translated is kept in its own language; its gloss says in others what it means.
    """

    class Kind(models.TextChoices):
        DEDICATION = "dedication"
        CLOSING = "closing"

    mission = models.ForeignKey(Mission, models.CASCADE, null=True, blank=True, related_name="phrases")
    key = models.SlugField(max_length=60)
    kind = models.CharField(max_length=20, choices=Kind.choices)
    text = TranslatedText()
    never_translate = models.BooleanField(default=False)
    gloss = TranslatedText(blank=True)
    source = LineField(max_length=300, blank=True)
    version = models.PositiveIntegerField(default=1, editable=False)

    objects = shared_or_scoped("mission")
    history = History()

    class Meta:
        ordering = ["kind", "key"]
        constraints = [
            models.UniqueConstraint(
                fields=["mission", "key"],
                name="phrase_key_once_a_mission",
                violation_error_message=_("Another phrase has this key already."),
            ),
            models.UniqueConstraint(
                fields=["key"],
                condition=models.Q(mission__isnull=True),
                name="phrase_key_once_among_the_shared",
                violation_error_message=_("Another phrase has this key already."),
            ),
            models.CheckConstraint(
                condition=models.Q(kind__in=["dedication", "closing"]), name="phrase_kind_known"
            ),
            models.CheckConstraint(condition=~models.Q(text=""), name="phrase_has_a_text"),
        ]

    def __str__(self) -> str:
        return self.key

    def traced(self) -> tuple[int | None, None]:
        return self.mission_id, None

    def clean(self) -> None:
        errors: dict[str, Any] = {}
        if self.never_translate and len(text_of(self.text).languages) > 1:
            errors["text"] = _("A phrase that is never translated stands in one language alone.")
        if not self.never_translate and text_of(self.gloss):
            errors["gloss"] = _("Only a phrase that is never translated is explained.")
        if errors:
            raise ValidationError(errors)
