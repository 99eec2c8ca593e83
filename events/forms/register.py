"""The forms of the registers: people, organisations, places."""

from typing import Any
from zoneinfo import available_timezones

from django import forms
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from events.forms.confirmation import ConfirmedForm
from events.forms.entry import EntryForm, Texts
from events.forms.register_fields import CoordinateField, CountryField, EntryField, TextField
from events.models import Organisation, Person, Place
from events.models.fields import text_of, validate_zone
from events.programme.choices import Basis, OrganisationKind
from events.programme.honorifics import HONORIFICS

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

OF_A_THING = pgettext_lazy("of a thing", "Name")


class PersonForm(ConfirmedForm, EntryForm):
    texts = (
        Texts(
            "name",
            pgettext_lazy("of a person", "Name"),
            _("As it is printed, without titles; in each language in its own script."),
        ),
        Texts(
            "honorific", _("Honorific"), _("As H.E., Dr or Prof.; printed before the name, on cards as well.")
        ),
        Texts(
            "academic_title", _("Academic title"), _("As Associate Professor; printed first of the offices.")
        ),
        Texts("rank", _("Rank"), _("As Lieutenant General (Retd); printed with the offices.")),
        Texts("first_mention", _("Named first"), _("Empty: honorific and name; the offices come after it.")),
        Texts(
            "second_mention",
            _("Named again"),
            _(
                "Empty: honorific and family name, or initials. Only where it is wrong: the family name comes first."
            ),
        ),
        Texts("spoken", _("Spoken"), _("How the name is pronounced, for the master of ceremonies.")),
        Texts("place_card", _("On a card"), _("Empty: as named first; the offices stand beneath it.")),
        Texts(
            "envelope",
            _("On an envelope"),
            _("Empty: name, office and organisation, a line each. It is in no programme."),
            lines=True,
        ),
    )
    order = (
        *("name", "confirmed", "confirmed_on", "confirmed_by"),
        *("honorific", "academic_title", "rank"),
        *("first_mention", "second_mention", "spoken", "place_card", "envelope"),
    )
    # The rules give these where nothing is written.
    derived = ("first_mention", "second_mention", "spoken", "place_card", "envelope")
    of_person = True
    confirmed = forms.BooleanField(
        label=_("The spelling is confirmed"),
        help_text=_("By the person or their own office. Until then the agenda warns of it."),
        required=False,
        widget=forms.CheckboxInput(attrs={"class": "form-check-input"}),
    )

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        for language in self.honorifics:
            field = self.fields.get(f"honorific_{language}")
            if field:
                field.widget.attrs["list"] = f"honorifics-{language}"

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if cleaned.get("confirmed") and self._is_confirmed_of_another_spelling(cleaned):
            words = _("The spelling has changed: say when or by whom this one was confirmed, or untick it.")
            self.add_error("confirmed", words)
        return cleaned

    def _is_confirmed_of_another_spelling(self, cleaned: dict[str, Any]) -> bool:
        if not self.entry or not self.entry.confirmed:
            return False
        names = text_of(self.entry.name).versions
        told = ("confirmed_on", "confirmed_by")
        is_another = any(cleaned.get(f"name_{language}", name) != name for language, name in names)
        return is_another and all(cleaned.get(each) == getattr(self.entry, each) for each in told)

    @property
    def honorifics(self) -> dict[str, list[str]]:
        """What is usual before a name, by language, to be chosen while typing."""
        return {language: [each.words for each in several] for language, several in HONORIFICS.items()}


class OrganisationForm(EntryForm):
    texts = (
        Texts(
            "name",
            OF_A_THING,
            _("In full, as it is printed; in each language in its own script."),
        ),
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
        Texts(
            "name",
            OF_A_THING,
            _("The building or the square; the room is said by the event."),
        ),
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
