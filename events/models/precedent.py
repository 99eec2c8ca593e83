from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from events.models.fields import LONGEST_LINE, LineField
from events.models.history import History
from events.models.mission import Mission
from events.models.occasion import Occasion
from events.models.organisation import Organisation
from events.programme.precedents import Element
from events.scoping import scoped


class Precedent(models.Model):
    """How an event was opened that is not planned here: its opening elements in their order, with the source.

    ``held`` says when, as far as it is known ("2016").
    """

    mission = models.ForeignKey(Mission, models.CASCADE, related_name="+")
    title = LineField(max_length=LONGEST_LINE)
    held = LineField(max_length=60, blank=True)
    occasion = models.ForeignKey(Occasion, models.SET_NULL, null=True, blank=True, related_name="+")
    organisation = models.ForeignKey(Organisation, models.SET_NULL, null=True, blank=True, related_name="+")
    elements = models.JSONField()
    source = LineField(max_length=LONGEST_LINE)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+")
    at = models.DateTimeField()

    objects = scoped(models.Manager, mission="mission")
    history = History()

    class Meta:
        ordering = ["-at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(title="") & ~Q(source=""), name="precedent_has_title_and_source"
            )
        ]

    def __str__(self) -> str:
        return self.title

    def traced(self) -> tuple[int, int | None]:
        return self.mission_id, None

    def clean(self) -> None:
        known = {element.value for element in Element}
        listed = self.elements if isinstance(self.elements, list) else []
        if not listed or len(set(listed)) != len(listed) or not set(listed) <= known:
            raise ValidationError({"elements": _("Say at least one element, and each only once.")})
