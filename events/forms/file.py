"""The form that takes a file."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from events.forms.new_event import LineField
from events.forms.read_fields import DayField
from events.forms.upload import UploadField
from events.models import Event, Mission
from events.models.fields import text_of
from events.models.worded import current_language
from events.operations.tables import ENCODINGS
from events.programme.choices import EventKind
from events.programme.languages import full_date


class FileForm(forms.Form):
    """A programme from a file. What a sheet does not say of a new event is asked here."""

    file = UploadField(
        label=_("File"),
        help_text=_(".json as it was exported, .xlsx or .csv; up to 2 MB."),
        widget=forms.ClearableFileInput(attrs={"accept": ".json,.xlsx,.csv"}),
        error_messages={"required": _("Choose a file.")},
    )
    into = forms.ModelChoiceField(
        label=_("A sheet goes into"),
        queryset=Event.objects.none(),
        required=False,
        empty_label=_("A new event"),
        help_text=_("A .json file names its event itself."),
    )
    title = LineField(
        label=_("Title of the new event"),
        required=False,
        help_text=_("As it is printed at the head of the programme."),
    )
    kind = forms.ChoiceField(
        label=_("Its kind"),
        choices=[(kind.value, kind.value) for kind in EventKind],
        required=False,
        help_text=_("Printed above the title."),
    )
    on = DayField(label=_("Its date"), help_text=_("Empty: not stated yet."))
    encoding = forms.ChoiceField(
        label=_("How a .csv is written"),
        choices=[("", _("UTF-8, or UTF-16 with its mark")), *list(ENCODINGS.items())[1:]],
        required=False,
        help_text=_("Only where the file is refused without it."),
    )

    def __init__(self, *args: Any, mission: Mission, **options: Any) -> None:
        super().__init__(*args, **options)
        self.mission = mission
        self.fields["into"].queryset = Event.objects.filter(mission=mission).order_by("-on", "slug")
        self.fields["into"].label_from_instance = self._named

    @staticmethod
    def _named(event: Event) -> str:
        title = text_of(event.title).wording(current_language(), tuple(event.languages)).text
        return f"{title} ({full_date(event.on, current_language())})" if event.on else title

    def clean_file(self) -> Any:
        file = self.cleaned_data["file"]
        if not file.name.lower().endswith((".json", ".xlsx", ".csv")):
            raise ValidationError(_("Only .json, .xlsx and .csv can be read."))
        return file

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        file = cleaned.get("file")
        is_sheet = file is not None and not file.name.lower().endswith(".json")
        if is_sheet and not cleaned.get("into") and not cleaned.get("title") and "title" not in self.errors:
            self.add_error("title", _("A sheet does not say what the event is called: give it a title."))
        return cleaned
