"""The forms with which an event begins: from a pattern, or as a copy."""

from typing import Any
from zoneinfo import available_timezones

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from events.forms.read_fields import ClockField, DayField
from events.models import Mission, Occasion, Organisation, Place
from events.models.fields import LONGEST_LINE, text_of, validate_zone
from events.models.worded import current_language
from events.programme.choices import EventKind
from events.programme.cleaning import clean_text
from events.programme.fold import fold
from events.programme.languages import LANGUAGES, clock
from events.programme.pattern import Pattern
from events.programme.patterns import PATTERNS
from events.programme.timing import NonexistentTimeError, moment

MOST_HOSTS = 12


class LineField(forms.CharField):
    """One line that is never cut: the browser is not told a greatest length, the answer names it."""

    def __init__(self, **options: Any) -> None:
        widget = forms.TextInput(attrs={"dir": "auto", "autocomplete": "off"})
        super().__init__(widget=widget, **options)

    def clean(self, value: Any) -> str:
        text = super().clean(clean_text(value or ""))
        if len(text) > LONGEST_LINE:
            words = _("At most %(longest)s characters; this text has %(length)s.")
            raise ValidationError(words, params={"longest": LONGEST_LINE, "length": len(text)})
        return text


class RegisterField(forms.ModelChoiceField):
    """Something of a register, by its name in the desk's language, else in the mission's first."""

    language = "en"

    def label_from_instance(self, entry: Any) -> str:
        return text_of(entry.name).wording(current_language(), (self.language, "en")).text


def pattern_choices() -> list[tuple[str, Pattern]]:
    return [(kind.value, pattern) for kind, pattern in PATTERNS.items()]


class NewEventForm(forms.Form):
    """The short form: what, when, where, in which languages. With whom is in ``HostFormSet``."""

    kind = forms.ChoiceField(label=_("Pattern"), choices=[(kind.value, kind.value) for kind in PATTERNS])
    occasion = RegisterField(
        label=_("Occasion (optional)"),
        queryset=Occasion.objects.none(),
        required=False,
        empty_label=_("None"),
        help_text=_("It gives the anniversary and decides the tone of what is printed."),
    )
    title = LineField(label=_("Title"), help_text=_("Other languages come later. Long titles are welcome."))
    on = DayField(
        label=pgettext_lazy("of an event", "Date"),
        help_text=_("For instance 20 January 2023. Empty: not stated yet."),
    )
    starts_at = ClockField(
        label=pgettext_lazy("of an event", "Start"),
        help_text=_("For instance 10:00. Empty: as usual for the pattern."),
    )
    until = DayField(label=_("Last day"), help_text=_("Only where it lasts several days."))
    place = RegisterField(
        label=_("Place"),
        queryset=Place.objects.none(),
        required=False,
        empty_label=_("Not stated yet"),
        help_text=_("Its clocks rule the agenda."),
    )
    new_place = LineField(
        label=_("Or a place that is not in the register yet"), required=False, help_text=_("Its name.")
    )
    new_city = LineField(label=_("Its city"), required=False, help_text=_("Named beside every hour."))
    new_zone = forms.CharField(
        label=_("Its time zone"), required=False, help_text=_("As Asia/Karachi. Empty: that of the mission.")
    )
    languages = forms.MultipleChoiceField(
        label=_("Languages"),
        choices=[(code, language.native_name) for code, language in LANGUAGES.items()],
        error_messages={"required": _("Choose at least one language.")},
    )

    def __init__(self, *args: Any, mission: Mission, **options: Any) -> None:
        initial = {"kind": EventKind.SEMINAR.value, "languages": mission.languages}
        options["initial"] = {**initial, **(options.get("initial") or {})}
        super().__init__(*args, **options)
        self.mission = mission
        self.fields["occasion"].queryset = Occasion.objects.all()
        self.fields["place"].queryset = Place.objects.filter(mission=mission)
        for name in ("occasion", "place"):
            self.fields[name].language = mission.languages[0]
        language = LANGUAGES.get(mission.languages[0], LANGUAGES["en"])
        self.fields["title"].label = _("Title, %(language)s") % {"language": language.native_name}
        self.fields["title"].error_messages["required"] = _("Give the event a title.")
        self.fields["new_zone"].widget.attrs["list"] = "zones"

    @property
    def zones(self) -> list[str]:
        return sorted(name for name in available_timezones() if "/" in name and not name.startswith("Etc/"))

    def clean_new_zone(self) -> str:
        zone = clean_text(self.cleaned_data["new_zone"])
        if zone:
            validate_zone(zone)
        return zone

    def clean_languages(self) -> list[str]:
        """In the mission's order of preference, those of nobody's preference last."""
        chosen = self.cleaned_data["languages"]
        order = [*self.mission.languages, *LANGUAGES]
        return sorted(chosen, key=order.index)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        typed = cleaned.get("new_place")
        if typed and cleaned.get("place"):
            self.add_error("new_place", _("Choose a place from the register or type a new one, not both."))
        elif typed:
            known = named(self.fields["place"].queryset, typed)
            if known:
                cleaned["place"], cleaned["new_place"] = known, ""
        on, until = cleaned.get("on"), cleaned.get("until")
        if until and not on and "on" not in self.errors:
            self.add_error("on", _("A last day needs a first one."))
        elif on and until and until < on:
            self.add_error("until", _("The last day is before the first."))
        self._clean_clock(cleaned)
        return cleaned

    def _clean_clock(self, cleaned: dict[str, Any]) -> None:
        on, starts_at = cleaned.get("on"), cleaned.get("starts_at")
        if not on or not starts_at:
            return
        try:
            moment(starts_at, on, self.zone)
        except NonexistentTimeError:
            words = _("The clocks in %(zone)s go forward that day and skip %(at)s. Choose another hour.")
            self.add_error(
                "starts_at", ValidationError(words, params={"zone": self.zone, "at": clock(starts_at)})
            )

    @property
    def zone(self) -> str:
        cleaned = getattr(self, "cleaned_data", {})
        place = cleaned.get("place")
        return place.zone if place else cleaned.get("new_zone") or self.mission.zone


def named(rows: QuerySet, name: str) -> Any:
    """Return the row that is called so in any language, however it is typed."""
    wanted = fold(name)
    return next(
        (row for row in rows if wanted in (fold(text) for _, text in text_of(row.name).versions)), None
    )


class HostForm(forms.Form):
    organisation = RegisterField(
        label=_("From the register"), queryset=Organisation.objects.none(), required=False, empty_label="–"
    )
    new_name = LineField(label=_("Or a new organisation"), required=False)

    def __init__(self, *args: Any, mission: Mission, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["organisation"].queryset = Organisation.objects.filter(mission=mission)
        self.fields["organisation"].language = mission.languages[0]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        typed = cleaned.get("new_name")
        if typed and cleaned.get("organisation"):
            self.add_error("new_name", _("Choose one from the register or type a new one, not both."))
        elif typed and (known := named(self.fields["organisation"].queryset, typed)):
            cleaned["organisation"], cleaned["new_name"] = known, ""
        return cleaned


class BaseHostFormSet(forms.BaseFormSet):
    """The hosts in protocol's order; each once, empty lines are passed over."""

    def clean(self) -> None:
        seen = set()
        for form in self.forms:
            cleaned = getattr(form, "cleaned_data", {})
            host = cleaned.get("organisation") or fold(cleaned.get("new_name") or "")
            if host and host in seen:
                form.add_error(
                    "organisation" if cleaned.get("organisation") else "new_name",
                    _("This host is named above already."),
                )
            seen.add(host)

    @property
    def hosts(self) -> list[dict[str, Any]]:
        cleaned = (form.cleaned_data for form in self.forms)
        return [each for each in cleaned if each.get("organisation") or each.get("new_name")]


HostFormSet = forms.formset_factory(
    HostForm, formset=BaseHostFormSet, extra=0, max_num=MOST_HOSTS, absolute_max=MOST_HOSTS
)


class CopyForm(forms.Form):
    on = DayField(
        label=_("New date"),
        help_text=_("For instance 20 January 2024. Empty: not stated yet."),
    )
