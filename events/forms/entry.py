"""What the forms of the registers share: texts in several languages, and how they meet what the models refuse.

A translated text has an input for each language of the mission, and for each language in which the entry has a text.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from events.forms.hidden import HiddenNumber
from events.forms.languages import in_a_language
from events.forms.register_fields import EntryField, TextField
from events.models import Mission
from events.models.fields import text_of, validate_script
from events.programme.text import NOTHING


@dataclass(frozen=True)
class Texts:
    """What one translated text says of itself, above its inputs."""

    name: str
    label: str | Promise
    help: str | Promise
    lines: bool = False


@dataclass(frozen=True)
class Group:
    """A translated text with its inputs, or one plain field."""

    name: str
    label: str | Promise
    help: str | Promise
    inputs: list[tuple[str, forms.BoundField]]
    field: forms.BoundField | None = None


class EntryForm(forms.Form):
    """What an entry of a register says. ``version`` is the one of the entry that was shown.

    ``derived`` names the texts that may be left to rules.
    """

    texts: tuple[Texts, ...] = ()
    order: tuple[str, ...] = ()
    derived: tuple[str, ...] = ()
    of_person = False
    version = HiddenNumber()

    def __init__(self, *args: Any, mission: Mission, entry: Any = None, **options: Any) -> None:
        self.mission, self.entry = mission, entry
        self.languages = languages_of(mission, (getattr(entry, text.name, None) for text in self.texts))
        options["initial"] = {**self.values_of(entry), **(options.get("initial") or {})}
        super().__init__(*args, **options)
        for text in self.texts:
            for language in self.languages:
                self.fields[f"{text.name}_{language}"] = TextField(
                    label=in_a_language(text.label, language),
                    lines=text.lines,
                    language=language,
                )
        for field in self.fields.values():
            if isinstance(field, EntryField):
                field.languages = tuple(mission.languages)

    @property
    def groups(self) -> list[Group]:
        """The fields in their order on the page, the inputs of a translated text together."""
        texts = {text.name: text for text in self.texts}
        groups = []
        for name in self.order:
            if name in texts:
                inputs = [(code, self[f"{name}_{code}"]) for code in self.languages]
                groups.append(Group(name, texts[name].label, texts[name].help, inputs))
            else:
                groups.append(Group(name, self[name].label, self[name].help_text, [], self[name]))
        return groups

    @property
    def stated(self) -> list[Group]:
        return [group for group in self.groups if group.name not in self.derived]

    @property
    def left_to_rules(self) -> list[Group]:
        return [group for group in self.groups if group.name in self.derived]

    @property
    def is_written_over(self) -> bool:
        """Whether something stands where a rule would do, or is refused there."""
        fields = (field for group in self.left_to_rules for _code, field in group.inputs)
        return any(field.value() or field.errors for field in fields)

    def values_of(self, entry: Any) -> dict[str, Any]:
        """Return what the fields show of an entry, or of an earlier copy of it."""
        if entry is None:
            return {}
        values: dict[str, Any] = {
            f"{text.name}_{language}": said
            for text in self.texts
            for language, said in text_of(getattr(entry, text.name)).versions
        }
        for name in self.order:
            if name not in {text.name for text in self.texts}:
                column = entry._meta.get_field(name)
                values[name] = getattr(entry, column.attname)
        return {**values, "version": getattr(entry, "version", None)}

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        names = {language: f"name_{language}" for language in self.languages}
        if not any(cleaned.get(name) or name in self.errors for name in names.values()):
            self.add_error(names[self.languages[0]], _("Write the name in at least one language."))
        for language, name in names.items():
            try:
                validate_script(cleaned.get(name, ""), language, of_person=self.of_person)
            except ValidationError as error:
                self.add_error(name, error)
        return cleaned

    @property
    def values(self) -> dict[str, Any]:
        """What the operations of the registers are given."""
        cleaned = self.cleaned_data
        texts = {
            text.name: {language: cleaned[f"{text.name}_{language}"] for language in self.languages}
            for text in self.texts
        }
        return texts | {name: cleaned[name] for name in self.order if name not in texts}

    def refuse(self, error: ValidationError) -> None:
        """Put what the models refuse at the field; of a translated text at its first input."""
        for name, messages in getattr(error, "message_dict", {"": error.messages}).items():
            at = f"{name}_{self.languages[0]}"
            self.add_error(at if at in self.fields else name if name in self.fields else None, messages)


def languages_of(mission: Mission, texts: Iterable[Any]) -> tuple[str, ...]:
    """Return the mission's languages, then those in which there is a text already."""
    there = (language for text in texts for language in text_of(text or NOTHING).languages)
    return tuple(dict.fromkeys((*mission.languages, *there)))
