"""Two entries of a register: which ones, and which of them stays."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from events.forms.register_fields import EntryField, TextField


class ChooseForm(forms.Form):
    one = EntryField(
        label=_("The one entry"),
        help_text=_("In the order of the register."),
        queryset=None,
        required=True,
        empty_label=_("Choose"),
    )
    other = EntryField(
        label=_("The other entry"),
        help_text=_("You then see both side by side; nothing is merged yet."),
        queryset=None,
        required=True,
        empty_label=_("Choose"),
    )

    def __init__(self, *args: Any, rows: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        for field in self.fields.values():
            field.queryset = rows  # type: ignore[attr-defined]

    def named_in(self, languages: Sequence[str]) -> None:
        for field in self.fields.values():
            field.languages = tuple(languages)  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if cleaned.get("one") and cleaned.get("one") == cleaned.get("other"):
            self.add_error("other", _("Choose two different entries."))
        return cleaned


class MergeForm(forms.Form):
    """Nothing is chosen beforehand: which one stays has to be said."""

    stays = forms.ChoiceField(
        label=_("Which one stays"),
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose which of the two stays.")},
    )
    source = TextField(
        label=_("Where the other name stands"),
        help_text=_("Kept beside it as a spelling: for instance an invitation or a card, with its date."),
        required=True,
    )
    sure = forms.BooleanField(
        label=_("They are one and the same"),
        error_messages={
            "required": _("Say that they are one and the same. A merging is not undone by a click.")
        },
        widget=forms.CheckboxInput(attrs={"class": "form-check-input"}),
    )

    def __init__(self, *args: Any, pair: Sequence[Any], **options: Any) -> None:
        super().__init__(*args, **options)
        self.pair = pair
        self.fields["stays"].choices = [(str(each.pk), str(each)) for each in pair]  # type: ignore[attr-defined]

    @property
    def chosen(self) -> tuple[Any, Any]:
        """The one that stays, the one that goes."""
        one, other = self.pair
        return (one, other) if self.cleaned_data["stays"] == str(one.pk) else (other, one)
