"""The offices of a person, each with its organisation and its days."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from events.forms.entry import languages_of
from events.forms.help import help_once
from events.forms.hidden import HiddenNumber
from events.forms.languages import language_title
from events.forms.register_fields import DayField, EntryField, TextField
from events.models import Mission, Office, Organisation, Person
from events.models.fields import text_of

MOST_OFFICES = 30
HIGHEST_NUMBER = 9999


class OfficeForm(forms.Form):
    """One office; ``pk`` is that of a present one."""

    pk = HiddenNumber()
    organisation = EntryField(
        label=_("Organisation"),
        queryset=Organisation.objects.none(),
        empty_label=_("None, or said in the office"),
        help_text=_("From the register of organisations; printed after the office."),
    )
    since = DayField(label=_("Since"), help_text=_("As 1 September 2020; empty: not stated."))
    until = DayField(label=_("Until"), help_text=_("The last day; empty: still held."))
    precedence = forms.IntegerField(
        label=_("Number in precedence"),
        required=False,
        min_value=1,
        max_value=HIGHEST_NUMBER,
        help_text=_(
            "1 is the highest, as the list in force gives it; equal numbers are one class. Never printed."
        ),
        widget=forms.TextInput(
            attrs={"class": "form-control", "inputmode": "numeric", "autocomplete": "off"}
        ),
    )

    def __init__(
        self, *args: Any, mission: Mission, languages: Sequence[str], organisations: Any, **options: Any
    ) -> None:
        super().__init__(*args, **options)
        self.languages = languages
        for language in languages:
            label = _("Office, %(language)s") % {"language": language_title(language)}
            helped = help_once("title", language, languages, _("As it is printed below the name: Director."))
            self.fields[f"title_{language}"] = TextField(label=label, language=language, **helped)
        field: Any = self.fields["organisation"]
        field.queryset, field.languages = organisations, tuple(mission.languages)

    @property
    def titles(self) -> list[tuple[str, forms.BoundField]]:
        return [(language, self[f"title_{language}"]) for language in self.languages]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        titles = [f"title_{language}" for language in self.languages]
        goes = cleaned.get("DELETE")
        if self.has_changed() and not goes and not any(cleaned.get(t) or t in self.errors for t in titles):
            self.add_error(titles[0], _("Write the office in at least one language."))
        since, until = cleaned.get("since"), cleaned.get("until")
        if since and until and until < since and not goes:
            self.add_error("until", _("The office ends before it begins."))
        return cleaned

    @property
    def values(self) -> dict[str, Any]:
        cleaned = self.cleaned_data
        values = {name: cleaned[name] for name in ("organisation", "since", "until", "precedence")}
        titles = {language: cleaned[f"title_{language}"] for language in self.languages}
        known = {"pk": cleaned["pk"]} if cleaned["pk"] else {}
        return {**known, "title": titles, **values}


class BaseOfficeFormSet(forms.BaseFormSet):
    deletion_widget = forms.CheckboxInput(attrs={"class": "form-check-input"})
    ordering_widget = forms.NumberInput(attrs={"class": "form-control", "min": "1"})

    def add_fields(self, form: Any, index: int | None) -> None:
        super().add_fields(form, index)
        form.fields["DELETE"].label = _("Take this office out")
        form.fields["ORDER"].label = _("Place in the order")
        form.fields["ORDER"].help_text = _("1 is printed first.")

    @property
    def offices(self) -> list[dict[str, Any]]:
        """What ``set_offices`` is given; what was left empty or taken out is not among it."""
        values = (form.values for form in self.ordered_forms)
        return [each for each in values if any(each["title"].values())]


OfficeFormSet = forms.formset_factory(
    OfficeForm,
    formset=BaseOfficeFormSet,
    extra=0,
    max_num=MOST_OFFICES,
    absolute_max=MOST_OFFICES + 10,
    validate_max=True,
    can_delete=True,
    can_order=True,
)


def office_formset(mission: Mission, person: Person | None, data: Any = None, extra: int = 0) -> Any:
    """Return the offices of the person as forms, with empty ones after them."""
    rows = list(person.offices.all()) if person else []
    languages = languages_of(mission, (row.title for row in rows))
    organisations = Organisation.objects.filter(mission=mission)
    formset = OfficeFormSet(
        data,
        prefix="offices",
        initial=[initial_of(row) for row in rows],
        form_kwargs={"mission": mission, "languages": languages, "organisations": organisations},
    )
    formset.extra = extra
    return formset


def initial_of(office: Office) -> dict[str, Any]:
    titles = {f"title_{language}": text for language, text in text_of(office.title).versions}
    return {
        "pk": office.pk,
        "organisation": office.organisation_id,
        "since": office.since,
        "until": office.until,
        "precedence": office.precedence,
        **titles,
    }
