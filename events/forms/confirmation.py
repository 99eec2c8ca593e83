"""That the office of a person has confirmed a spelling: on which day, and who told it."""

from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from events.forms.register_fields import DayField, TextField
from events.models import Mission


class ConfirmedForm(forms.Form):
    """What goes with a field ``confirmed``, at a ``mission`` whose clocks say which day it is."""

    mission: Mission
    confirmed_on = DayField(label=_("Confirmed on"), help_text=_("As 12 January 2023; empty: not stated."))
    confirmed_by = TextField(
        label=_("Told by"),
        help_text=_("Who said so, and how: the secretary, by telephone. For the team alone."),
        longest=200,
    )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        on = cleaned.get("confirmed_on")
        if not cleaned.get("confirmed") and (on or cleaned.get("confirmed_by")):
            self.add_error("confirmed", _("Tick this, or empty the day and who told it."))
        if on and on > _today(self.mission):
            self.add_error("confirmed_on", _("This day is still to come."))
        return cleaned


def _today(mission: Mission) -> Any:
    now: datetime = timezone.now()
    return now.astimezone(ZoneInfo(mission.zone)).date()
