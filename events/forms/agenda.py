"""The forms of the agenda builder: an item, its length alone, a part."""

from datetime import time
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from events.forms.agenda_fields import ClockField, LengthField, LineInput, dress
from events.forms.event_fields import TextField
from events.forms.help import help_once
from events.models import Item, Part
from events.models.fields import LONGEST_LINE, LONGEST_TEXT, text_of, validate_zone
from events.programme.choices import Audience, Cue, Kind, Phase, Shown, StartMode
from events.programme.cleaning import clean_text
from events.programme.kinds import KINDS
from events.programme.languages import LANGUAGES, direction

LONGEST_RESPONSIBLE = 120


START_WORDS = {
    StartMode.LINKED: _("After the one before"),
    StartMode.ALONGSIDE: _("With it"),
    StartMode.FIXED: _("At a fixed time"),
    StartMode.ANCHORED: _("At a time elsewhere"),
}
CUE_WORDS = {
    Cue.RISE: _("Please rise"),
    Cue.REMAIN_STANDING: _("Remain standing"),
    Cue.BE_SEATED: _("Be seated after"),
    Cue.NO_APPLAUSE: _("No applause"),
}
AUDIENCE_WORDS = {
    Audience.PUBLIC: _("Everybody"),
    Audience.INVITED: _("Invited guests"),
    Audience.STAFF: _("Staff alone"),
}
SHOWN_WORDS = {
    Shown.EXACT: _("exactly"),
    Shown.ABOUT: _("as “about”"),
    Shown.NOT_AT_ALL: _("not at all"),
}
TEXTS = (
    TextField("title", _("Title"), _("As guests read it. Empty: the name of the kind.")),
    TextField("dedication", _("Dedication"), _("To whom or what, as “to the martyrs of 20 January”.")),
    TextField("text", _("For guests"), _("Printed below the title, as the words of a poem."), lines=True),
    TextField(
        "staff_text",
        _("For staff"),
        _("What is to be done or brought; it stands in the run sheet."),
        lines=True,
    ),
    TextField(
        "words",
        _("Words to print"),
        _(
            "An anthem, an ode or a prayer in full: printed after the order of proceedings, the original beside "
            "the translation. An empty line parts two stanzas."
        ),
        lines=True,
    ),
)
TEXT_NAMES = tuple(text.name for text in TEXTS)
PHASE_WORDS = {
    Phase.BEFORE: _("Before the programme"),
    Phase.PROGRAMME: _("The programme itself"),
    Phase.AFTER: _("After the programme"),
}


def kind_choices(language: str) -> list[tuple[str, str]]:
    """Return the kinds by their name in a language, in alphabetical order, "other" last."""
    named = [(kind.value, KINDS[kind].title.wording(language, ("en",)).text) for kind in Kind]
    return sorted(named, key=lambda each: (each[0] == Kind.OTHER, each[1]))


def _text_input(text: TextField, language: str) -> forms.Widget:
    attributes = {"lang": language, "dir": direction(language)}
    if text.lines:
        return forms.Textarea(attrs={**attributes, "rows": 2})
    return forms.TextInput(attrs=attributes)


class LengthForm(forms.Form):
    length = LengthField(label=_("Length"))


class ItemForm(forms.Form):
    """All of one item but who contributes; texts in the languages of the event."""

    kind = forms.ChoiceField(
        label=_("Kind"), help_text=_("Gives the symbol, and the title where none is written.")
    )
    start = forms.ChoiceField(label=_("Start"), choices=list(START_WORDS.items()), widget=forms.RadioSelect)
    start_at = ClockField(label=_("Clock time"), help_text=_("As 10:15 or 10:15:30."))
    start_zone = forms.CharField(
        label=_("Time zone"),
        help_text=_("Whose clocks are meant, as Asia/Baku."),
        required=False,
        max_length=40,
        widget=forms.TextInput(attrs={"list": "zones", "autocomplete": "off", "spellcheck": "false"}),
    )
    shown = forms.ChoiceField(
        label=_("The hour is printed"),
        choices=list(SHOWN_WORDS.items()),
        help_text=_("Before guests. The run sheet for staff has it to the second."),
    )
    audience = forms.ChoiceField(
        label=_("Shown to"),
        choices=list(AUDIENCE_WORDS.items()),
        help_text=_("Others do not find it in what they read or print."),
    )
    cues = forms.MultipleChoiceField(
        label=_("Cues"), required=False, choices=list(CUE_WORDS.items()), widget=forms.CheckboxSelectMultiple
    )
    least = LengthField(
        label=_("May be cut to"), required=False, help_text=_("Used only when you ask for a fit.")
    )
    responsible = LineInput(
        longest=LONGEST_RESPONSIBLE,
        label=_("Responsible officer"),
        help_text=_("Stands in the run sheet, never before guests."),
    )

    def __init__(
        self, *args: Any, item: Item, languages: tuple[str, ...], page_language: str, **kwargs: Any
    ) -> None:
        self.item = item
        self.languages = languages
        kwargs.setdefault("auto_id", f"id_{item.uid.hex[:12]}_%s")
        kwargs["initial"] = self._kept()
        super().__init__(*args, **kwargs)
        self.fields["kind"].choices = kind_choices(page_language)  # type: ignore[attr-defined]
        for text in TEXTS:
            shown = self.languages_of(text.name)
            for language in shown:
                self.fields[f"{text.name}_{language}"] = LineInput(
                    longest=LONGEST_TEXT if text.lines else LONGEST_LINE,
                    lines=text.lines,
                    label=text.label,
                    widget=_text_input(text, language),
                    **help_once(text.name, language, shown, text.help),
                )

        for field in self.fields.values():
            dress(field.widget)

    def _kept(self) -> dict[str, Any]:
        item = self.item
        kept = {
            "kind": item.kind,
            "start": item.start,
            "start_at": item.start_at,
            "start_zone": item.start_zone,
            "shown": item.shown,
            "audience": item.audience,
            "cues": list(item.cues),
            "least": getattr(item, "least", None),
            "responsible": item.responsible,
        }
        for name in TEXT_NAMES:
            texts = dict(text_of(getattr(item, name)).versions)
            kept |= {f"{name}_{language}": texts.get(language, "") for language in self.languages_of(name)}
        return kept

    def languages_of(self, name: str) -> tuple[str, ...]:
        """Return the languages in which a text is written here: an anthem's words also in one that is not printed."""
        if name != "words":
            return self.languages
        return tuple(dict.fromkeys([*self.languages, *LANGUAGES]))

    def clean_start_zone(self) -> str:
        zone = clean_text(self.cleaned_data["start_zone"])
        if zone:
            validate_zone(zone)
        return zone

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        start = data.get("start")
        has_hour = start in (StartMode.FIXED, StartMode.ANCHORED)
        if has_hour and not data.get("start_at") and "start_at" not in self.errors:
            self.add_error("start_at", _("Say at what clock time."))
        if start == StartMode.ANCHORED and not data.get("start_zone") and "start_zone" not in self.errors:
            self.add_error("start_zone", _("Say in which time zone: Asia/Baku."))
        least = data.get("least")
        if least and least > self.item.duration:
            self.add_error("least", _("The least length cannot be more than the length."))
        return data

    def values(self) -> dict[str, Any]:
        """Return what ``change_item`` takes: whole texts, with the languages that this form does not show."""
        data = self.cleaned_data
        start = StartMode(data["start"])
        has_hour = start in (StartMode.FIXED, StartMode.ANCHORED)
        values: dict[str, Any] = {
            "kind": data["kind"],
            "start": start.value,
            "start_at": data["start_at"] if has_hour else None,
            "start_zone": data["start_zone"] if start is StartMode.ANCHORED else "",
            "start_on": self.item.start_on if has_hour else None,
            "shown": data["shown"],
            "audience": data["audience"],
            "cues": data["cues"],
            "least": data["least"],
            "responsible": data["responsible"],
        }
        for name in TEXT_NAMES:
            texts = dict(text_of(getattr(self.item, name)).versions)
            texts |= {language: data[f"{name}_{language}"] for language in self.languages_of(name)}
            values[name] = {language: text for language, text in texts.items() if text}
        return values


class PartForm(forms.Form):
    """A stretch of the event: its heading in each language, when it begins, who sees it."""

    phase = forms.ChoiceField(
        label=pgettext_lazy("before, in or after the programme", "Where it stands"),
        choices=list(PHASE_WORDS.items()),
        help_text=_("Setting up comes before, clearing away after."),
    )
    starts_at = ClockField(label=_("Begins at"), help_text=_("Empty: when the part before it ends."))
    audience = forms.ChoiceField(
        label=_("Shown to"),
        choices=list(AUDIENCE_WORDS.items()),
        help_text=_("For all of the part; an item in it can be kept to fewer."),
    )

    def __init__(
        self, *args: Any, languages: tuple[str, ...], headings: dict[str, str], **kwargs: Any
    ) -> None:
        self.languages = languages
        self.headings = headings
        super().__init__(*args, **kwargs)
        for language in languages:
            widget = forms.TextInput(attrs={"lang": language, "dir": direction(language)})
            self.fields[f"heading_{language}"] = LineInput(
                label=_("Heading"),
                widget=widget,
                initial=headings.get(language, ""),
                **help_once("heading", language, languages, _("Printed above the items. Empty: none.")),
            )
        for field in self.fields.values():
            dress(field.widget)

    def show_kept(self, part: Part) -> None:
        """Say at each field that differs what somebody else has kept there meanwhile."""
        said = dict(text_of(part.heading).versions)
        kept = {f"heading_{language}": said.get(language, "") for language in self.languages}
        kept |= {name: getattr(part, name) for name in ("phase", "starts_at", "audience")}
        for name in [each for each in kept if kept[each] != self.cleaned_data[each]]:
            words = dict(getattr(self.fields[name], "choices", ())).get(kept[name], kept[name])
            shown = f"{words:%H:%M}" if isinstance(words, time) else words
            self.add_error(name, _("Kept now: %s") % (shown or _("nothing")))

    def values(self) -> dict[str, Any]:
        data = self.cleaned_data
        headings = {**self.headings, **{each: data[f"heading_{each}"] for each in self.languages}}
        return {
            "phase": data["phase"],
            "starts_at": data["starts_at"],
            "audience": data["audience"],
            "heading": {language: text for language, text in headings.items() if text},
        }
