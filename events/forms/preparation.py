"""A task of preparation: what is to be done, and by when."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from events.forms.agenda import LONGEST_RESPONSIBLE
from events.forms.agenda_fields import LineInput
from events.forms.read_fields import DayField
from events.models import Task
from events.models.fields import LONGEST_LINE
from events.models.task import FURTHEST
from events.programme.cleaning import clean_text


class WhatField(forms.CharField):
    def clean(self, value: Any) -> str:
        text = super().clean(clean_text(value or ""))
        if len(text) > LONGEST_LINE:
            words = _("At most %(longest)s characters; this text has %(length)s.")
            raise ValidationError(words, params={"longest": LONGEST_LINE, "length": len(text)})
        return text


class TaskForm(forms.Form):
    what = WhatField(
        label=_("What is to be done"),
        help_text=_("In words that the whole team understands. Guests never see it."),
        error_messages={"required": _("Say what is to be done.")},
        widget=forms.TextInput(attrs={"dir": "auto", "autocomplete": "off"}),
    )
    before = forms.IntegerField(
        label=_("Days before the event"),
        help_text=_("Goes along when the event is moved."),
        required=False,
        min_value=0,
        max_value=FURTHEST,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
    )
    on = DayField(label=_("Or on this day"), help_text=_("As 5 January 2023; after the event too."))
    responsible = LineInput(
        longest=LONGEST_RESPONSIBLE,
        label=_("Responsible officer"),
        help_text=_("Who sees to it. It stands here and in the members’ private calendars."),
        widget=forms.TextInput(attrs={"dir": "auto", "autocomplete": "off"}),
    )

    def __init__(self, *args: Any, task: Task | None = None, language: str = "en", **options: Any) -> None:
        # The card stands beside the facts, which have a field of the same name.
        options.setdefault("auto_id", "task_%s")
        self.words = ""
        if task:
            self.words = task.words(language)
            before = None if task.days is None else -task.days
            options["initial"] = {
                "what": self.words,
                "before": before,
                "on": task.on,
                "responsible": task.responsible,
            }
        super().__init__(*args, **options)

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if self.errors.keys() & {"before", "on"}:
            return data
        if data.get("before") is None and not data.get("on"):
            self.add_error("before", _("Say by when: so many days before the event, or a day."))
        elif data.get("before") is not None and data.get("on"):
            self.add_error("on", _("Say one of the two: days before the event, or a day."))
        return data

    @property
    def values(self) -> dict[str, Any]:
        """Return what the deeds take. The usual words of a task stay its own only where they were changed."""
        data = self.cleaned_data
        said = {
            "days": None if data["before"] is None else -data["before"],
            "on": data["on"] or None,
            "responsible": data["responsible"],
        }
        return said if data["what"] == self.words else {"what": data["what"], **said}
