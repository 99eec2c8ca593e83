from django.db import models

from events.models.fields import LineField, TranslatedText


class Phrase(models.Model):
    """An approved wording. One that is never translated is kept in its own language; its gloss explains it."""

    class Kind(models.TextChoices):
        DEDICATION = "dedication"
        CLOSING = "closing"

    key = models.SlugField(unique=True, max_length=60)
    kind = models.CharField(max_length=20, choices=Kind.choices)
    text = TranslatedText()
    never_translate = models.BooleanField(default=False)
    gloss = TranslatedText(blank=True)
    source = LineField(max_length=300, blank=True)

    class Meta:
        ordering = ["key"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(kind__in=["dedication", "closing"]), name="phrase_kind_known"
            ),
            models.CheckConstraint(condition=~models.Q(text=""), name="phrase_has_a_text"),
        ]

    def __str__(self) -> str:
        return self.key
