"""How a name of the registers is spelled elsewhere."""

from collections.abc import Container
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from events.forms.register_fields import TextField
from events.programme.languages import LANGUAGES


class SpellingForm(forms.Form):
    """Another spelling of the name, with where it stands."""

    name = TextField(
        label=_("Spelling"),
        help_text=_("Exactly as it stands there. The entry is found by it."),
        required=True,
        longest=200,
    )
    language = forms.ChoiceField(
        label=_("Language"),
        help_text=_("Of the document."),
        choices=[(code, language.native_name) for code, language in LANGUAGES.items()],
        widget=forms.Select(attrs={"class": "form-select"}),
    )
    source = TextField(
        label=_("Where it stands"),
        help_text=_("For instance a letter or a visiting card, with its date."),
        required=True,
    )
    confirmed = forms.BooleanField(
        label=_("Confirmed by the office itself"),
        required=False,
        widget=forms.CheckboxInput(attrs={"class": "form-check-input"}),
    )

    def __init__(self, *args: Any, known: Container[tuple[str, str]], **options: Any) -> None:
        super().__init__(*args, **options)
        self.known = known

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if (cleaned.get("language"), cleaned.get("name")) in self.known:
            self.add_error("name", _("This spelling is noted already."))
        return cleaned
