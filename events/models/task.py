from datetime import date

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from events.models.event import Event
from events.models.fields import LONGEST_LINE, LineField, uid_field
from events.models.history import History
from events.programme.preparation import DUTIES, State, due_day, state_of
from events.scoping import scoped

FURTHEST = 1000


class Task(models.Model):
    """What the team has to do for an event. Nothing of it is printed or public.

    ``rule`` is the key of the duty that proposed it, ``what`` are words of the team's own, which come before the
    duty's. It is due so many ``days`` from the day of the event (negative before it), or ``on`` a day of its own.
    """

    event = models.ForeignKey(Event, models.CASCADE, related_name="tasks")
    uid = uid_field()
    version = models.PositiveIntegerField(default=1, editable=False)
    changed_at = models.DateTimeField(auto_now=True)
    rule = LineField(max_length=40, blank=True)
    what = LineField(max_length=LONGEST_LINE, blank=True)
    days = models.SmallIntegerField(null=True, blank=True)
    on = models.DateField(null=True, blank=True)
    responsible = LineField(max_length=120, blank=True, help_text="Who of the team sees to it.")
    done_at = models.DateTimeField(null=True, blank=True)
    done_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+"
    )

    objects = scoped(models.Manager, mission="event__mission")
    history = History()

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(rule="") | ~Q(what=""),
                name="task_says_what",
                violation_error_message=_("Say what is to be done."),
            ),
            models.CheckConstraint(
                condition=Q(days__isnull=True, on__isnull=False) | Q(days__isnull=False, on__isnull=True),
                name="task_is_due_in_one_way",
                violation_error_message=_(
                    "It is due on a day, or so many days from the event: one of the two."
                ),
            ),
            models.UniqueConstraint(
                fields=["event", "rule"], condition=~Q(rule=""), name="task_of_a_rule_once"
            ),
        ]

    def __str__(self) -> str:
        return self.words("en")

    def traced(self) -> tuple[int, int | None]:
        return self.event.mission_id, self.event_id

    def clean(self) -> None:
        if self.days is not None and abs(self.days) > FURTHEST:
            raise ValidationError({"days": _("That is more than 1000 days from the event.")})

    def words(self, language: str) -> str:
        duty = DUTIES.get(self.rule)
        return self.what or (duty.words.wording(language, ("en",)).text if duty else self.rule)

    def source(self, language: str) -> str:
        duty = DUTIES.get(self.rule)
        return duty.source.wording(language, ("en",)).text if duty else ""

    @property
    def due(self) -> date | None:
        """The day by which it is to be done; None while the event's own is open."""
        return due_day(None if self.event.day_open else self.event.on, self.days, self.on)

    def state(self, today: date) -> State:
        return state_of(self.due, self.done_at is not None, today)
