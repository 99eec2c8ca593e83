"""What each speaker has said, and who comes instead."""

from collections.abc import Iterable, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from events.forms.hidden import HiddenMark
from events.forms.register_fields import EntryField
from events.models import Contribution, Person
from events.programme.choices import Answer

ANSWER_WORDS = {
    Answer.INVITED: pgettext_lazy("answer of a speaker", "Invited, no answer yet"),
    Answer.CONFIRMED: pgettext_lazy("answer of a speaker", "Confirmed"),
    Answer.DECLINED: pgettext_lazy("answer of a speaker", "Declined"),
    Answer.REPLACED: pgettext_lazy("answer of a speaker", "Replaced"),
}


class PrintingForm(forms.Form):
    """Whether guests read who has not answered yet. ``was`` is what the page showed."""

    prints_unconfirmed = forms.BooleanField(
        label=_("Print the unconfirmed ones"),
        help_text=_(
            "Guests then read the names of those who have not answered yet; never of those who declined."
        ),
        required=False,
        widget=forms.CheckboxInput(attrs={"class": "form-check-input"}),
    )
    was = HiddenMark()

    @property
    def is_changed(self) -> bool:
        was = self.cleaned_data["was"] == "on"
        return bool(self.cleaned_data["prints_unconfirmed"] != was)


class AnswerForm(forms.Form):
    """One contribution. ``was`` is what the page showed: nobody's answer is overwritten unseen."""

    answer = forms.ChoiceField(
        label=_("Answer"),
        choices=[(answer.value, words) for answer, words in ANSWER_WORDS.items()],
        widget=forms.Select(attrs={"class": "form-select"}),
    )
    replaced_by = EntryField(label=_("Represented by"), queryset=None, empty_label=_("Nobody"))
    was = HiddenMark()

    def __init__(
        self, *args: Any, row: Contribution, choices: Sequence[Any], people: Any, **options: Any
    ) -> None:
        self.row = row
        options["initial"] = {"answer": row.answer, "replaced_by": row.replaced_by_id, "was": mark_of(row)}
        options |= {"prefix": f"c{row.pk}", "auto_id": "id_%s"}
        super().__init__(*args, **options)
        field: Any = self.fields["replaced_by"]
        field.queryset = people
        # Made once for all rows of the page.
        field.widget.choices = choices

    @property
    def typed(self) -> str:
        """The name that is looked for."""
        return str(self.data.get(self.add_prefix("q"), ""))

    @property
    def is_stale(self) -> bool:
        """Whether another has written the row since the page was shown, and this one would write it too."""
        return self.is_changed and self.data.get(self.add_prefix("was")) != mark_of(self.row)

    @property
    def is_changed(self) -> bool:
        return bool({"answer", "replaced_by"} & set(self.changed_since))

    @property
    def changed_since(self) -> list[str]:
        """The fields that differ from what the page showed."""
        answer, _colon, rest = str(self.data.get(self.add_prefix("was"), "")).partition(":")
        person = rest.partition(":")[0]
        sent = {name: self.data.get(self.add_prefix(name), "") for name in ("answer", "replaced_by")}
        return [name for name, was in (("answer", answer), ("replaced_by", person)) if sent[name] != was]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        answer, person = cleaned.get("answer"), cleaned.get("replaced_by")
        if answer == Answer.REPLACED and not person and "replaced_by" not in self.errors:
            self.add_error("replaced_by", _("Say who comes instead."))
        elif answer == Answer.REPLACED and person and person.pk == self.row.person_id:
            self.add_error("replaced_by", _("Nobody stands in for themselves."))
        elif person and answer != Answer.REPLACED:
            if "replaced_by" in self.changed_since:
                self.add_error("answer", _("Somebody comes instead: the answer is “Replaced” then."))
            else:
                cleaned["replaced_by"] = None
        return cleaned


def mark_of(row: Contribution) -> str:
    """Return in one word what was answered by whom: the same as long as nothing of it changes."""
    return f"{row.answer}:{row.replaced_by_id or ''}:{row.person_id or row.organisation_id}"


def people_choices(people: Iterable[Person], languages: Sequence[str]) -> list[tuple[Any, str]]:
    """Return the choices of ``replaced_by``, in alphabetical order."""
    field = EntryField(queryset=None)
    field.languages = tuple(languages)
    named = sorted(
        ((person.pk, field.label_from_instance(person)) for person in people), key=lambda each: each[1]
    )
    return [("", str(_("Nobody"))), *named]
