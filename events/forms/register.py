"""The forms of the registers: people, organisations, places.

A translated text has an input for each language of the mission, and for each language in which the entry has a text.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from zoneinfo import available_timezones

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from events.forms.confirmation import ConfirmedForm
from events.forms.register_fields import CoordinateField, CountryField, EntryField, TextField, language_title
from events.models import Mission, Organisation, Person, Place
from events.models.fields import text_of, validate_script, validate_zone
from events.programme.choices import Basis, OrganisationKind
from events.programme.text import NOTHING

KIND_WORDS = {
    OrganisationKind.MISSION: _("Embassy, consulate or mission"),
    OrganisationKind.STATE_BODY: _("State body"),
    OrganisationKind.THINK_TANK: _("Think tank"),
    OrganisationKind.UNIVERSITY: _("University"),
    OrganisationKind.MEDIA: _("Media"),
    OrganisationKind.OTHER: _("Another kind"),
}
BASIS_WORDS = {
    Basis.STATED: _("Stated by the host or in a document"),
    Basis.PLACEHOLDER: _("Assumed until it is known"),
}


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
    """What an entry of a register says. ``version`` is the one of the entry that was shown."""

    texts: tuple[Texts, ...] = ()
    order: tuple[str, ...] = ()
    version = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, mission: Mission, entry: Any = None, **options: Any) -> None:
        self.mission, self.entry = mission, entry
        self.languages = languages_of(mission, (getattr(entry, text.name, None) for text in self.texts))
        options["initial"] = {**self.values_of(entry), **(options.get("initial") or {})}
        super().__init__(*args, **options)
        for text in self.texts:
            for language in self.languages:
                self.fields[f"{text.name}_{language}"] = TextField(
                    label=f"{text.label}, {language_title(language)}",
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
                validate_script(cleaned.get(name, ""), language, of_person=isinstance(self, PersonForm))
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


class PersonForm(ConfirmedForm, EntryForm):
    texts = (
        Texts("name", _("Name"), _("As it is printed, without titles; in each language in its own script.")),
        Texts(
            "honorific", _("Honorific"), _("As H.E., Dr or Prof.; printed before the name, on cards as well.")
        ),
        Texts(
            "academic_title", _("Academic title"), _("As Associate Professor; printed first of the offices.")
        ),
        Texts("rank", _("Rank"), _("As Lieutenant General (Retd); printed with the offices.")),
        Texts(
            "second_mention",
            _("Named again"),
            _(
                "Empty: initials and family name. Only where that is wrong, as where the family name comes first."
            ),
        ),
        Texts("spoken", _("Spoken"), _("How the name is pronounced, for the master of ceremonies.")),
    )
    order = (
        *("name", "confirmed", "confirmed_on", "confirmed_by"),
        *("honorific", "academic_title", "rank", "second_mention", "spoken"),
    )
    confirmed = forms.BooleanField(
        label=_("The spelling is confirmed"),
        help_text=_("By the person or their own office. Until then the agenda warns of it."),
        required=False,
        widget=forms.CheckboxInput(attrs={"class": "form-check-input"}),
    )


class OrganisationForm(EntryForm):
    texts = (
        Texts("name", _("Name"), _("In full, as it is printed; in each language in its own script.")),
        Texts("short_name", _("Short name"), _("As IPS; found by it, and printed where the place is small.")),
        Texts("descriptor", _("What it is"), _("One line for the programme and the report.")),
        Texts("city", _("City"), _("Where it has its seat.")),
    )
    order = ("name", "short_name", "descriptor", "kind", "country", "city", "parent")
    kind = forms.ChoiceField(
        label=_("Kind"),
        help_text=_("What it is in protocol."),
        choices=[(kind.value, words) for kind, words in KIND_WORDS.items()],
        initial=OrganisationKind.OTHER.value,
        widget=forms.Select(attrs={"class": "form-select"}),
    )
    country = CountryField(
        label=_("Country"), help_text=_("Two letters, as AZ or PK. Its flag stands for the organisation.")
    )
    parent = EntryField(
        label=_("Belongs to"),
        queryset=Organisation.objects.none(),
        help_text=_("The university of an institute, the ministry of a service. Printed after it."),
        empty_label=_("None"),
    )

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        above = Organisation.objects.filter(mission=self.mission)
        self.fields["parent"].queryset = above.exclude(pk=self.entry.pk) if self.entry else above


class PlaceForm(EntryForm):
    texts = (
        Texts("name", _("Name"), _("The building or the square; the room is said by the event.")),
        Texts("address", _("Address"), _("As guests need it to get there."), lines=True),
        Texts("city", _("City"), _("Named beside every hour.")),
    )
    order = ("name", "address", "city", "country", "zone", "latitude", "longitude", "basis")
    country = CountryField(label=_("Country"), help_text=_("Two letters, as AZ or PK."))
    zone = TextField(label=_("Time zone"), help_text=_("As Asia/Karachi. Empty: that of the mission."))
    latitude = CoordinateField(label=_("Latitude"), help_text=_("In degrees, as 33.6844; empty: not stated."))
    longitude = CoordinateField(
        label=_("Longitude"), help_text=_("In degrees, as 73.0479; empty: not stated.")
    )
    basis = forms.ChoiceField(
        label=_("How sure it is"),
        help_text=_("An assumed place is marked so until it is known."),
        choices=[(basis.value, words) for basis, words in BASIS_WORDS.items()],
        initial=Basis.STATED.value,
        widget=forms.Select(attrs={"class": "form-select"}),
    )

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["zone"].widget.attrs.update({"list": "zones", "dir": "ltr", "spellcheck": "false"})

    @property
    def zones(self) -> list[str]:
        return sorted(name for name in available_timezones() if "/" in name and not name.startswith("Etc/"))

    def clean_zone(self) -> str:
        zone = self.cleaned_data["zone"] or self.mission.zone
        validate_zone(zone)
        return str(zone)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        there = {name: cleaned.get(name) for name in ("latitude", "longitude")}
        for name, most in (("latitude", 90), ("longitude", 180)):
            if there[name] is not None and abs(there[name]) > most:
                self.add_error(name, _("Between −%(most)s and %(most)s.") % {"most": most})
            elif (
                there[name] is None and name not in self.errors and any(v is not None for v in there.values())
            ):
                self.add_error(name, _("Latitude and longitude go together."))
        return cleaned


FORMS: dict[type[models.Model], type[EntryForm]] = {
    Person: PersonForm,
    Organisation: OrganisationForm,
    Place: PlaceForm,
}
