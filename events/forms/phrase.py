"""An approved wording: its text in each language, or in one alone with what it means in the others."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from events.forms.help import help_once
from events.forms.hidden import HiddenNumber
from events.forms.languages import language_title
from events.forms.register_fields import TextField
from events.models import Mission, Phrase
from events.models.fields import text_of
from events.programme.languages import LANGUAGES

KINDS = {Phrase.Kind.DEDICATION: _("Dedication"), Phrase.Kind.CLOSING: _("Closing formula")}
TEXTS = {
    "text": (_("Text"), _("As it is approved; one language is enough to begin.")),
    "gloss": (_("Meaning"), _("Stands once behind a phrase that is never translated.")),
}


class PhraseForm(forms.Form):
    kind = forms.ChoiceField(
        label=_("Kind"),
        choices=list(KINDS.items()),
        help_text=_("Where it usually stands."),
        widget=forms.Select(attrs={"class": "form-select"}),
    )
    never_translate = forms.BooleanField(
        label=_("Never translate"),
        required=False,
        help_text=_("It stays in its own language wherever it stands, as a prayer does."),
        widget=forms.CheckboxInput(attrs={"class": "form-check-input"}),
    )
    source = TextField(label=_("Source"), help_text=_("Who approved it, or where it stands."))
    version = HiddenNumber()

    def __init__(self, *args: Any, mission: Mission, phrase: Phrase | None, **options: Any) -> None:
        self.kept = {name: dict(text_of(getattr(phrase, name)).versions) if phrase else {} for name in TEXTS}
        self.languages = [
            code
            for code in dict.fromkeys([*mission.languages, *self.kept["text"], *self.kept["gloss"]])
            if code in LANGUAGES
        ]
        if phrase:
            options["initial"] = self._initial(phrase)
        super().__init__(*args, **options)
        for name, (label, help_text) in TEXTS.items():
            for code in self.languages:
                self.fields[f"{name}_{code}"] = TextField(
                    lines=True,
                    language=code,
                    label=format_lazy("{}, {}", label, language_title(code)),
                    **help_once(name, code, self.languages, help_text),
                )
        texts = [f"text_{code}" for code in self.languages]
        glosses = [f"gloss_{code}" for code in self.languages]
        self.order_fields(["kind", *texts, "never_translate", *glosses, "source", "version"])

    def _initial(self, phrase: Phrase) -> dict[str, Any]:
        initial = {name: getattr(phrase, name) for name in ("kind", "never_translate", "source", "version")}
        for name in TEXTS:
            initial |= {f"{name}_{code}": self.kept[name].get(code, "") for code in self.languages}
        return initial

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        written = [code for code in self.languages if data.get(f"text_{code}")]
        if not written and not self.errors:
            self.add_error(f"text_{self.languages[0]}", _("Write the phrase in one language at least."))
        if data.get("never_translate"):
            for code in written[1:]:
                words = _("A phrase that is never translated stands in one language alone.")
                self.add_error(f"text_{code}", words)
            if len(written) == 1 and data.get(f"gloss_{written[0]}"):
                self.add_error(f"gloss_{written[0]}", _("In its own language it needs no explanation."))
        else:
            for code in self.languages:
                if data.get(f"gloss_{code}"):
                    words = _("Only a phrase that is never translated is explained.")
                    self.add_error(f"gloss_{code}", words)
        return data

    def refuse(self, error: ValidationError) -> None:
        for name, texts in error.message_dict.items():
            at = f"{name}_{self.languages[0]}" if name in TEXTS else name
            self.add_error(at if at in self.fields else None, texts)

    @property
    def values(self) -> dict[str, Any]:
        """Return what the deeds take."""
        data = self.cleaned_data
        values: dict[str, Any] = {name: data[name] for name in ("kind", "never_translate", "source")}
        for name in TEXTS:
            said = {**self.kept[name], **{code: data[f"{name}_{code}"] for code in self.languages}}
            values[name] = {code: words for code, words in said.items() if words}
        return values
