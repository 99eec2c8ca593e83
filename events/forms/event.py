"""What is said of an event as a whole: its texts in the languages of the programme, when and where, by whom."""

from collections.abc import Iterator, Mapping
from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import HTML, Div, Fieldset, Layout
from django import forms
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from events.forms.event_fields import (
    HOST_ROLES,
    KINDS,
    STATUSES,
    TEXTS,
    EntryField,
    WordsField,
    languages_of,
)
from events.forms.event_folds import LanguageFold
from events.forms.help import help_once
from events.forms.languages import in_a_language
from events.forms.read_fields import ClockField, DayField
from events.models import Mission, Occasion, Organisation, Place
from events.models.fields import text_of, validate_zone
from events.programme.choices import HostRole
from events.programme.cleaning import clean_text
from events.programme.languages import LANGUAGES

SPARE_HOSTS = 2
MOST_HOSTS = 20


class FactsForm(forms.Form):
    """The event's own facts. ``event`` may be an earlier copy of one, ``hosts`` its hosts with their roles."""

    kind = forms.ChoiceField(
        label=_("Kind of event"),
        choices=list(KINDS.items()),
        help_text=_("Printed above the title. The agenda stays as it is."),
    )
    on = DayField(
        label=_("Date"),
        help_text=_("As 20 January 2023. What has days of its own, such as opening days, goes along."),
    )
    until = DayField(label=_("Last day"), help_text=_("Only where it lasts several days."))
    ends_by = ClockField(label=_("Over by"), help_text=_("The hour by which it has to be over, as 12:30."))
    zone = forms.CharField(label=_("Time zone"), help_text=_("Its clocks rule the agenda, as Asia/Karachi."))
    place = EntryField(
        label=_("Place"),
        queryset=Place.objects.none(),
        required=False,
        empty_label=_("Not stated yet"),
        help_text=_("Another place brings its own time zone along."),
    )
    occasion = EntryField(
        label=_("Occasion"),
        queryset=Occasion.objects.none(),
        required=False,
        empty_label=_("None"),
        help_text=_("It gives the anniversary and decides the tone of what is printed."),
    )
    status = forms.ChoiceField(
        label=_("Status"),
        choices=list(STATUSES.items()),
        help_text=_("The public learns of it with the next release."),
    )
    languages = forms.MultipleChoiceField(
        label=_("Languages"),
        choices=[(code, language.native_name) for code, language in LANGUAGES.items()],
        widget=forms.CheckboxSelectMultiple,
        help_text=_(
            "In these the programme can be read, in this order; what is missing is borrowed from the first one."
        ),
        error_messages={"required": _("Choose at least one language.")},
    )
    prints_unconfirmed = forms.BooleanField(
        label=_("Print the names of those who have not answered yet"),
        required=False,
        help_text=_("Otherwise guests read “to be announced” in their place."),
    )

    def __init__(
        self, *args: Any, event: Any, mission: Mission, hosts: list[tuple[Any, str]], **options: Any
    ) -> None:
        self.event, self.mission, self.kept_hosts = event, mission, hosts
        self.shown_languages = languages_of(event)
        options["initial"] = self._kept(event)
        super().__init__(*args, **options)
        self.host_count = min(self._hosts_asked(), MOST_HOSTS)
        order = dict.fromkeys([*self._languages_now(), *event.languages, *LANGUAGES])
        self.fields["languages"].choices = [(code, LANGUAGES[code].native_name) for code in order]
        self._add_texts()
        self._add_hosts()
        for name, register in (
            ("place", Place.objects.filter(mission=mission)),
            ("occasion", Occasion.objects.all()),
        ):
            self.fields[name].queryset = register
            self.fields[name].languages = tuple(mission.languages)
        self.fields["zone"].widget.attrs.update({"spellcheck": "false", "autocomplete": "off"})
        self.helper = FormHelper()
        self.helper.form_tag, self.helper.disable_csrf = False, True
        self.helper.layout = Layout(*self._layout())

    def _kept(self, event: Any) -> dict[str, Any]:
        kept = {name: getattr(event, name) for name in ("kind", "on", "until", "ends_by", "zone", "status")}
        kept["languages"] = list(event.languages)
        kept["prints_unconfirmed"] = event.prints_unconfirmed
        kept["place"] = event.place_id
        kept["occasion"] = event.edition.occasion_id if event.edition_id else None
        for text in TEXTS:
            said = dict(text_of(getattr(event, text.name)).versions)
            kept |= {f"{text.name}_{code}": said.get(code, "") for code in self.shown_languages}
        for number, (organisation, role) in enumerate(self.kept_hosts):
            kept |= {f"host_{number}": organisation, f"host_role_{number}": role}
        return kept

    def _hosts_asked(self) -> int:
        if not self.is_bound:
            return len(self.kept_hosts) + SPARE_HOSTS
        sent = [int(n) for name in self.data if (n := name.removeprefix("host_")).isdecimal() and len(n) < 3]
        return max([*sent, -1]) + 1

    def _add_texts(self) -> None:
        for text in TEXTS:
            for code in self.shown_languages:
                label = in_a_language(text.label, code)
                self.fields[f"{text.name}_{code}"] = WordsField(
                    lines=text.lines,
                    language=code,
                    label=label,
                    **help_once(text.name, code, self.shown_languages, text.help),
                )
        self.fields[f"title_{self.shown_languages[0]}"].required = False

    def _add_hosts(self) -> None:
        organisations = Organisation.objects.filter(mission=self.mission)
        for number in range(self.host_count):
            field = EntryField(
                label=_("Host %(number)s") % {"number": number + 1},
                queryset=organisations,
                required=False,
                empty_label="–",
            )
            field.languages = tuple(self.mission.languages)
            self.fields[f"host_{number}"] = field
            self.fields[f"host_role_{number}"] = forms.ChoiceField(
                label=_("Role of host %(number)s") % {"number": number + 1},
                choices=list(HOST_ROLES.items()),
                required=False,
            )

    def _first(self, *names: str) -> list[str]:
        """The fields of texts in the first language of the programme; those of each other one stand in a fold."""
        return [f"{name}_{self.shown_languages[0]}" for name in names]

    def _layout(self) -> Iterator[Any]:
        yield Fieldset(
            _("What it is"),
            "kind",
            *self._first("title"),
            Div(*self._first("short_title", "subtitle"), css_class="two"),
            *self._first("dedication"),
            "occasion",
        )
        yield Fieldset(
            _("When and where"),
            Div("on", "until", "ends_by", css_class="three"),
            Div("place", "zone", css_class="two"),
            *self._first("room"),
        )
        help_ = _("In protocol’s order: the first flag is the first host’s.")
        rows = [
            Div(f"host_{number}", f"host_role_{number}", *self._acts(number), css_class="host-row")
            for number in range(self.host_count)
        ]
        yield Fieldset(
            _("Hosts, in order"),
            HTML(f'<p class="form-text" id="hosts-help">{help_}</p>'),
            *rows,
            css_id="hosts",
            aria_describedby="hosts-help",
        )
        yield Fieldset(
            _("What else is printed"), *self._first("theme", "objective", "dress", "guest_notes", "note")
        )
        if others := [LanguageFold(code, self.shown_languages[0]) for code in self.shown_languages[1:]]:
            yield Fieldset(_("The same in other languages"), *others)
        buttons = [HTML(self._language_up(number)) for number in range(1, len(self._languages_now()))]
        order = Div(*buttons, css_class="language-order")
        yield Fieldset(_("Status and languages"), "status", "languages", order, "prints_unconfirmed")

    def _acts(self, number: int) -> Iterator[HTML]:
        if not self[f"host_{number}"].value():
            return
        up = _("Host %(number)s before the one above") % {"number": number + 1}
        out = _("Take host %(number)s out") % {"number": number + 1}
        first = (
            f'<button class="btn btn-sm btn-outline" type="submit" name="host_up" value="{number}" '
            f'aria-label="{up}">{_("Up")}</button> '
        )
        yield HTML(
            f'<p class="host-acts">{first if number else ""}<button class="btn btn-sm btn-plain" type="submit" '
            f'name="host_out" value="{number}" aria-label="{out}">{_("Take out")}</button></p>'
        )

    def _language_up(self, number: int) -> str:
        codes = self._languages_now()
        words = _("%(language)s before %(other)s") % {
            "language": LANGUAGES[codes[number]].native_name,
            "other": LANGUAGES[codes[number - 1]].native_name,
        }
        button = (
            '<button class="btn btn-sm btn-outline" type="submit" name="language_up" value="{}">{}</button>'
        )
        return format_html(button, number, words)

    def _languages_now(self) -> list[str]:
        """Those that are chosen, in the order in which the form shows them."""
        chosen = self.data.getlist("languages") if hasattr(self.data, "getlist") else []
        known = [code for code in dict.fromkeys(chosen) if code in LANGUAGES]
        return known if self.is_bound else list(self.event.languages)

    def clean_zone(self) -> str:
        zone = clean_text(self.cleaned_data["zone"])
        validate_zone(zone)
        return zone

    def clean_languages(self) -> list[str]:
        """In the order in which they were sent: the first one lends what another lacks."""
        return list(dict.fromkeys(self.cleaned_data["languages"]))

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        titles = [data.get(f"title_{code}") for code in self.shown_languages]
        first = f"title_{self.shown_languages[0]}"
        if not any(titles) and not any(f"title_{code}" in self.errors for code in self.shown_languages):
            self.add_error(first, _("Give the event a title."))
        on, until = data.get("on"), data.get("until")
        if until and on is None and "on" not in self.errors:
            self.add_error("on", _("A last day needs a first one."))
        elif until and on and until < on:
            self.add_error("until", _("The last day is before the first."))
        seen = set()
        for number in range(self.host_count):
            host = data.get(f"host_{number}")
            if host and host in seen:
                self.add_error(f"host_{number}", _("This host is named above already."))
            seen.add(host)
        return data

    def values(self) -> dict[str, Any]:
        """Return what ``change_event`` takes: whole texts, with the languages that this form does not show."""
        data = self.cleaned_data
        values: dict[str, Any] = {
            name: data[name]
            for name in ("kind", "on", "until", "ends_by", "zone", "place", "status", "prints_unconfirmed")
        }
        values["languages"] = data["languages"]
        if data["place"] and data["place"].pk != self.event.place_id and data["zone"] == self.event.zone:
            values["zone"] = data["place"].zone
        for text in TEXTS:
            said = dict(text_of(getattr(self.event, text.name)).versions)
            said |= {code: data[f"{text.name}_{code}"] for code in self.shown_languages}
            values[text.name] = {code: words for code, words in said.items() if words}
        return values

    def hosts(self) -> list[tuple[Organisation, str]]:
        data = self.cleaned_data
        rows = ((data.get(f"host_{n}"), data.get(f"host_role_{n}")) for n in range(self.host_count))
        return [(host, role or HostRole.HOST.value) for host, role in rows if host]

    def tell(self, errors: Mapping[str, list[str]]) -> None:
        """Put what a deed refused at the field that it is about, else above all fields."""
        for name, sentences in errors.items():
            field = name if name in self.fields else f"{name}_{self.shown_languages[0]}"
            for sentence in sentences:
                self.add_error(field if field in self.fields else None, sentence)
