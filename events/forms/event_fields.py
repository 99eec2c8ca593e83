"""The fields of the event's form, and the texts that an event has."""

from dataclasses import dataclass
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from events.forms.help import SharedHelp
from events.models import Event
from events.models.fields import LONGEST_LINE, LONGEST_TEXT, text_of
from events.models.worded import current_language
from events.programme.choices import EventKind, HostRole, Status
from events.programme.cleaning import clean_text
from events.programme.languages import LANGUAGES, direction


@dataclass(frozen=True)
class TextField:
    """A text of the event: one field a language; ``lines`` where it may have several."""

    name: str
    label: str | Promise
    help: str | Promise
    lines: bool = False


TEXTS = (
    TextField("title", _("Title"), _("As it is printed at the head of the programme.")),
    TextField("short_title", _("Short title"), _("For calendars and lists, where the title is too long.")),
    TextField("subtitle", _("Subtitle"), _("Printed below the title.")),
    TextField(
        "dedication", _("Dedication"), _("To whose memory or to what it is held; printed with the kind.")
    ),
    TextField("theme", _("Theme"), _("The question that speakers are asked to speak to.")),
    TextField("objective", _("Objective"), _("What the event is for, in a sentence or two."), lines=True),
    TextField("room", _("Room"), _("The hall or the floor within the place.")),
    TextField("dress", _("Dress"), _("As it stands on the invitation: dark suit, national dress.")),
    TextField(
        "guest_notes", _("For guests"), _("What guests should know: the gate, the parking, documents."), True
    ),
    TextField(
        "note", _("Note"), _("A note at the end of the programme, a historical one for instance."), True
    ),
)
KINDS = {
    EventKind.SEMINAR: _("Seminar"),
    EventKind.EXHIBITION: _("Exhibition"),
    EventKind.CEREMONY: _("Ceremony"),
    EventKind.WREATH_LAYING: _("Wreath-laying"),
    EventKind.FLAG_RAISING: _("Flag raising"),
    EventKind.RECEPTION: _("Reception"),
    EventKind.ROUND_TABLE: _("Round table"),
    EventKind.FILM_EVENING: _("Film evening"),
    EventKind.VISIT: _("Visit"),
    EventKind.OTHER: pgettext_lazy("kind of event", "Event"),
}
STATUSES = {
    Status.TENTATIVE: _("Tentative"),
    Status.CONFIRMED: _("Confirmed"),
    Status.POSTPONED: _("Postponed"),
    Status.CANCELLED: _("Cancelled"),
    Status.HELD: _("Held"),
}
HOST_ROLES = {
    HostRole.HOST: _("Host"),
    HostRole.CO_HOST: _("Co-host"),
    HostRole.SUPPORTER: _("Supporter"),
    HostRole.VENUE_PROVIDER: _("Venue provider"),
    HostRole.MEDIA_PARTNER: _("Media partner"),
}


class WordsField(SharedHelp, forms.CharField):
    """A text that is cleaned and never cut: the browser is told no greatest length, the answer names it."""

    def __init__(self, *, lines: bool, language: str, **options: Any) -> None:
        self.lines = lines
        attributes = {"lang": language, "dir": direction(language), "autocomplete": "off"}
        widget: forms.Widget = forms.TextInput(attrs=attributes)
        if lines:
            widget = forms.Textarea(attrs={**attributes, "rows": 2})
        super().__init__(widget=widget, required=False, **options)

    def clean(self, value: Any) -> str:
        text = clean_text(value or "", lines=self.lines)
        longest = LONGEST_TEXT if self.lines else LONGEST_LINE
        if len(text) > longest:
            words = _("At most %(longest)s characters; this text has %(length)s.")
            raise ValidationError(words, params={"longest": longest, "length": len(text)})
        return text


class EntryField(forms.ModelChoiceField):
    """Something of a register, by its name in the desk's language, else in one of the mission's."""

    languages: tuple[str, ...] = ("en",)

    def label_from_instance(self, entry: Any) -> str:
        return text_of(entry.name).wording(current_language(), self.languages).text


def languages_of(event: Event) -> list[str]:
    """Return the languages of the programme that can be written here, in its order of preference."""
    return [code for code in event.languages if code in LANGUAGES] or ["en"]
