"""An earlier opening that is not planned here, recorded with its source."""

from typing import Any

from django import forms
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _

from events.forms.register_fields import EntryField, TextField
from events.models import Mission, Occasion, Organisation
from events.programme.precedents import ELEMENT_NAMES, Element

PLACES = tuple(f"place_{number}" for number in range(1, len(Element) + 1))


class PrecedentForm(forms.Form):
    title = TextField(
        required=True,
        label=_("What was held"),
        help_text=_("As “Seminar at the university”."),
        error_messages={"required": _("Say what was held.")},
    )
    held = TextField(
        label=_("When"), longest=60, help_text=_("As it is known: 2016, 20 January 2023. Empty: not stated.")
    )
    occasion = EntryField(
        label=_("Occasion"),
        queryset=Occasion.objects.none(),
        empty_label=_("not stated"),
        help_text=_("Then it is found from the events of that occasion."),
    )
    organisation = EntryField(
        label=_("With"),
        queryset=Organisation.objects.none(),
        empty_label=_("not stated"),
        help_text=_("A co-host of the register: then it is found from the events with it."),
    )
    source = TextField(
        required=True,
        label=_("Source"),
        help_text=_("Where this order stands: a report, a programme in print, who was there."),
        error_messages={"required": _("Say where this order stands.")},
    )

    def __init__(self, *args: Any, mission: Mission, **options: Any) -> None:
        super().__init__(*args, auto_id="precedent_%s", **options)
        querysets: dict[str, Any] = {
            "occasion": Occasion.objects.all(),
            "organisation": Organisation.objects.filter(mission=mission),
        }
        for name, queryset in querysets.items():
            field: Any = self.fields[name]
            field.queryset, field.languages = queryset, (get_language() or "en", *mission.languages)
        choices = [
            ("", _("nothing more")),
            *((key.value, gettext(words.msgid)) for key, words in ELEMENT_NAMES.items()),
        ]
        for number, name in enumerate(PLACES, 1):
            self.fields[name] = forms.ChoiceField(
                label=_("Place %(number)s") % {"number": number},
                required=False,
                choices=choices,
                help_text=_("What came first.") if number == 1 else _("What came next."),
                widget=forms.Select(attrs={"class": "form-select"}),
            )

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        listed = self._listed(data)
        if not listed and not any(name in self.errors for name in PLACES):
            self.add_error(PLACES[0], _("Say at least one element."))
        for name in PLACES:
            if data.get(name) and listed.count(data[name]) > 1:
                self.add_error(name, _("Each element stands once."))
        return data

    @property
    def values(self) -> dict[str, Any]:
        data = self.cleaned_data
        kept = {name: data[name] for name in ("title", "held", "occasion", "organisation", "source")}
        return {**kept, "elements": self._listed(data)}

    def _listed(self, data: dict[str, Any]) -> list[str]:
        return [data[name] for name in PLACES if data.get(name)]
