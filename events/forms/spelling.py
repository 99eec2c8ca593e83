"""How a name of the registers is spelled elsewhere."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from events.forms.confirmation import ConfirmedForm
from events.forms.register_fields import TextField
from events.models import Organisation, Person, Place
from events.models.fields import validate_script
from events.programme.languages import LANGUAGES


class SpellingForm(ConfirmedForm):
    """A spelling of the name of ``entry``, with where it stands."""

    field_order = ("name", "language", "source", "confirmed")
    name = TextField(
        label=_("Spelling"),
        help_text=_("Exactly as it stands there. The entry is found by it."),
        required=True,
        longest=200,
    )
    language = forms.ChoiceField(
        label=_("Language"),
        help_text=_("Of the document; the spelling is in its letters."),
        choices=[(code, language.native_name) for code, language in LANGUAGES.items()],
        widget=forms.Select(attrs={"class": "form-select"}),
    )
    source = TextField(
        label=pgettext_lazy("the source of a spelling", "Where it stands"),
        help_text=_("For instance a letter or a visiting card, with its date."),
        required=True,
    )
    confirmed = forms.BooleanField(
        label=_("Confirmed by the office itself"),
        required=False,
        widget=forms.CheckboxInput(attrs={"class": "form-check-input"}),
    )

    def __init__(self, *args: Any, entry: Person | Organisation | Place, **options: Any) -> None:
        super().__init__(*args, **options)
        self.entry, self.mission = entry, entry.mission

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        name, language = cleaned.get("name"), cleaned.get("language")
        if not name or not language:
            return cleaned
        if self.entry.variants.filter(language=language, name=name).exists():
            self.add_error("name", _("This spelling is noted already."))
        try:
            validate_script(name, language, of_person=isinstance(self.entry, Person))
        except ValidationError as error:
            self.add_error("name", error)
        return cleaned
