"""What an event lists beside its agenda: groups of guests, opening days with their hours, works shown."""

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from events.forms.event_fields import WordsField
from events.forms.help import help_once
from events.forms.languages import in_a_language
from events.forms.read_fields import ClockField, DayField
from events.models.fields import text_of
from events.programme.cleaning import clean_text

MOST_ROWS = 120
LARGEST_QUOTA = 100_000


class RowForm(forms.Form):
    """One row; an empty one is passed over, so that emptying a row takes it out."""

    text = ""
    text_label: Any = ""
    text_help: Any = ""
    more_texts: Mapping[str, Any] = {}

    def __init__(self, *args: Any, languages: Sequence[str], **options: Any) -> None:
        super().__init__(*args, **options)
        self.languages = languages
        for language in languages:
            self.fields[f"{self.text}_{language}"] = WordsField(
                lines=False,
                language=language,
                label=in_a_language(self.text_label, language),
                **help_once(self.text, language, languages, self.text_help),
            )

    @property
    def values(self) -> dict[str, Any]:
        """Return what the deed takes; nothing of an empty row."""
        data = self.cleaned_data
        if not any(value not in (None, "") for value in data.values()):
            return {}
        said = {language: data[f"{self.text}_{language}"] for language in self.languages}
        plain = {name: data[name] for name in self.base_fields}
        return {**plain, self.text: {language: words for language, words in said.items() if words}}

    def tell(self, errors: dict[str, list[str]]) -> None:
        for name, sentences in errors.items():
            field = name if name in self.fields else f"{self.text}_{self.languages[0]}"
            for sentence in sentences:
                self.add_error(field if field in self.fields else None, sentence)


class GroupForm(RowForm):
    text, text_label = "name", _("Group of guests")
    text_help = _("For instance students, media, the diplomatic corps. Empty: not in the list.")
    quota = forms.IntegerField(
        label=_("Seats"),
        required=False,
        min_value=0,
        max_value=LARGEST_QUOTA,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
        help_text=_("How many may come; empty: not stated."),
    )

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.order_fields([name for name in self.fields if name != "quota"])

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        names = [f"name_{language}" for language in self.languages]
        if data.get("quota") is not None and not any(data.get(n) or n in self.errors for n in names):
            self.add_error(names[0], _("Say which group of guests this is."))
        return data


class OpeningDayForm(RowForm):
    text, text_label = "note", _("Note")
    text_help = _("Printed beside the hours, for instance: opening ceremony at 11:00.")
    on = DayField(label=_("Day"), help_text=_("As 20 January 2023. Empty: not in the list."))
    opens_at = ClockField(label=_("Opens"), help_text=_("As 9:00. Both hours empty: closed that day."))
    closes_at = ClockField(label=_("Closes"), help_text=_("As 17:00."))

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if any(data.values()) and not data.get("on") and "on" not in self.errors:
            self.add_error("on", _("Say which day this is."))
        return data


class BaseRowFormSet(forms.BaseFormSet):
    def clean(self) -> None:
        seen = set()
        for form in self.forms:
            day = getattr(form, "cleaned_data", {}).get("on")
            if day and day in seen:
                form.add_error("on", _("This day is named above already."))
            seen.add(day)

    @property
    def filled(self) -> list[RowForm]:
        return [form for form in self.forms if form.values]


def formset_of(form: type[RowForm]) -> type[BaseRowFormSet]:
    return forms.formset_factory(
        form, formset=BaseRowFormSet, extra=0, max_num=MOST_ROWS, absolute_max=MOST_ROWS
    )


class WorkForm(RowForm):
    """A work has more texts than its title; each in every language of the event."""

    text, text_label = "title", _("Title")
    text_help = _("As it stands beside the work. Empty: not in the list.")
    more_texts = {"maker": _("Maker"), "caption": _("Caption"), "lender": _("Lender")}
    more_help = {
        "maker": _("Who made it, as the name is to be printed. Empty: not known."),
        "caption": _("A sentence or two for those who stand before it."),
        "lender": _("From whose collection it comes; printed below the caption."),
    }
    made = forms.CharField(
        label=_("When made"),
        required=False,
        max_length=60,
        help_text=_("As it is known: 1990, about 1915."),
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        for name, label in self.more_texts.items():
            for language in self.languages:
                self.fields[f"{name}_{language}"] = WordsField(
                    lines=name == "caption",
                    language=language,
                    label=in_a_language(label, language),
                    **help_once(name, language, self.languages, self.more_help[name]),
                )
        self.order_fields([name for name in self.fields if name != "made"])

    @property
    def values(self) -> dict[str, Any]:
        values = super().values
        if values:
            values["made"] = clean_text(values["made"])
            for name in self.more_texts:
                said = {code: self.cleaned_data[f"{name}_{code}"] for code in self.languages}
                values[name] = {code: words for code, words in said.items() if words}
        return values

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        names = [f"title_{language}" for language in self.languages]
        if any(data.values()) and not any(data.get(name) or name in self.errors for name in names):
            self.add_error(names[0], _("Say what this work is called."))
        return data


GroupFormSet = formset_of(GroupForm)
OpeningDayFormSet = formset_of(OpeningDayForm)
WorkFormSet = formset_of(WorkForm)


def texts_of(form: type[RowForm]) -> tuple[str, ...]:
    """Return the names of what a row says in every language."""
    return (form.text, *form.more_texts)


def initial_of(row: Any, form: type[RowForm], languages: Sequence[str]) -> dict[str, Any]:
    """Return a kept row as its form shows it."""
    initial = {name: getattr(row, name) for name in form.base_fields}
    for text in texts_of(form):
        said = dict(text_of(getattr(row, text)).versions)
        initial |= {f"{text}_{language}": said.get(language, "") for language in languages}
    return initial


def values_of(row: Any, form: type[RowForm]) -> dict[str, Any]:
    """Return a kept row as ``RowForm.values`` gives it."""
    plain = {name: getattr(row, name) for name in form.base_fields}
    return {**plain, **{text: dict(text_of(getattr(row, text)).versions) for text in texts_of(form)}}
