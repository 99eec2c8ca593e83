"""The forms of the agenda builder: an item, its length alone, a part."""

from datetime import time, timedelta
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from events.models import Item
from events.models.fields import LONGEST_LINE, LONGEST_TEXT, text_of, validate_zone
from events.programme.choices import Audience, Cue, Kind, Phase, Shown, StartMode
from events.programme.cleaning import clean_text
from events.programme.kinds import KINDS
from events.programme.languages import clock, direction
from events.programme.reading import UnreadableError, length_figures, read_clock, read_length

LONGEST_RESPONSIBLE = 120


def parse_length(text: str) -> timedelta:
    """Return the length that was typed. Raises ValidationError, in words for whoever typed it."""
    text = clean_text(text)
    if not text:
        raise ValidationError(_("Say how long it lasts: 7, 7:30 or 90 s."), code="required")
    try:
        length = read_length(text)
    except UnreadableError as error:
        raise ValidationError(gettext(error.sentence) % error.values, code="invalid") from None
    if not length:
        raise ValidationError(
            _("A length is more than nothing. To take the item out, remove it."), code="zero"
        )
    return length


def length_text(length: timedelta | None) -> str:
    """Return a length as the field shows it, in minutes and seconds: ``07:30``, ``90:00``."""
    return "" if length is None else length_figures(length)


class LengthField(forms.CharField):
    def __init__(self, **kwargs: Any) -> None:
        attributes = {"inputmode": "text", "autocomplete": "off", "maxlength": 20}
        super().__init__(widget=forms.TextInput(attrs=attributes), strip=True, **kwargs)

    def prepare_value(self, value: Any) -> Any:
        return length_text(value) if isinstance(value, timedelta) else value

    def clean(self, value: Any) -> timedelta | None:
        if not self.required and not (value or "").strip():
            return None
        return parse_length(super(forms.CharField, self).to_python(value) or "")


class ClockField(forms.CharField):
    """A clock time as people write it."""

    def __init__(self, **kwargs: Any) -> None:
        attributes = {"autocomplete": "off", "maxlength": 12, "inputmode": "text"}
        super().__init__(widget=forms.TextInput(attrs=attributes), required=False, **kwargs)

    def prepare_value(self, value: Any) -> Any:
        return clock(value) if isinstance(value, time) else value

    def clean(self, value: Any) -> time | None:
        text = clean_text(str(super().clean(value)))
        if not text:
            return None
        try:
            return read_clock(text)
        except UnreadableError as error:
            raise ValidationError(gettext(error.sentence) % error.values, code="invalid") from None


class LengthForm(forms.Form):
    length = LengthField(label=_("Length"))


class LineInput(forms.CharField):
    """One line that may come from Word: cleaned, never cut."""

    def __init__(self, longest: int = LONGEST_LINE, lines: bool = False, **kwargs: Any) -> None:
        self.lines = lines
        self.longest = longest
        super().__init__(required=False, **kwargs)

    def clean(self, value: Any) -> str:
        text = clean_text(str(super().clean(value)), lines=self.lines)
        if len(text) > self.longest:
            raise ValidationError(
                _("At most %(longest)s characters; this text has %(length)s."),
                params={"longest": self.longest, "length": len(text)},
                code="too_long",
            )
        return text


def dress(widget: forms.Widget) -> None:
    """Give a widget its look; "keep" marks what the editor saves by itself."""
    look = "form-control"
    if isinstance(widget, forms.RadioSelect | forms.CheckboxSelectMultiple):
        look = "form-check-input"
    elif isinstance(widget, forms.Select):
        look = "form-select"
    widget.attrs["class"] = f"{look} keep"


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
PHASE_WORDS = {
    Phase.BEFORE: _("Before the programme"),
    Phase.PROGRAMME: _("The programme itself"),
    Phase.AFTER: _("After the programme"),
}


def kind_choices(language: str) -> list[tuple[str, str]]:
    """Return the kinds by their name in a language, in alphabetical order, "other" last."""
    named = [(kind.value, KINDS[kind].title.wording(language, ("en",)).text) for kind in Kind]
    return sorted(named, key=lambda each: (each[0] == Kind.OTHER, each[1]))


class ItemForm(forms.Form):
    """All of one item but who contributes; texts in the languages of the event."""

    kind = forms.ChoiceField(label=_("Kind"))
    start = forms.ChoiceField(label=_("Start"), choices=list(START_WORDS.items()), widget=forms.RadioSelect)
    start_at = ClockField(label=_("Clock time"))
    start_zone = forms.CharField(
        label=_("Time zone"),
        required=False,
        max_length=40,
        widget=forms.TextInput(attrs={"list": "zones", "autocomplete": "off", "spellcheck": "false"}),
    )
    shown = forms.ChoiceField(label=_("The hour is printed"), choices=list(SHOWN_WORDS.items()))
    audience = forms.ChoiceField(label=_("Shown to"), choices=list(AUDIENCE_WORDS.items()))
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
        for language in languages:
            attributes = {"lang": language, "dir": direction(language)}
            for name, label, lines in (
                ("title", _("Title"), False),
                ("dedication", _("Dedication"), False),
                ("text", _("For guests"), True),
                ("staff_text", _("For staff"), True),
            ):
                widget: forms.Widget = (
                    forms.Textarea(attrs={**attributes, "rows": 2})
                    if lines
                    else forms.TextInput(attrs=attributes)
                )
                self.fields[f"{name}_{language}"] = LineInput(
                    longest=LONGEST_TEXT if lines else LONGEST_LINE, lines=lines, label=label, widget=widget
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
        for name in ("title", "dedication", "text", "staff_text"):
            texts = dict(text_of(getattr(item, name)).versions)
            kept.update({f"{name}_{language}": texts.get(language, "") for language in self.languages})
        return kept

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
        for name in ("title", "dedication", "text", "staff_text"):
            texts = dict(text_of(getattr(self.item, name)).versions)
            texts.update({language: data[f"{name}_{language}"] for language in self.languages})
            values[name] = {language: text for language, text in texts.items() if text}
        return values


class PartForm(forms.Form):
    """A stretch of the event: its heading in each language, when it begins, who sees it."""

    phase = forms.ChoiceField(label=_("Where it stands"), choices=list(PHASE_WORDS.items()))
    starts_at = ClockField(label=_("Begins at"), help_text=_("Empty: when the part before it ends."))
    audience = forms.ChoiceField(label=_("Shown to"), choices=list(AUDIENCE_WORDS.items()))

    def __init__(
        self, *args: Any, languages: tuple[str, ...], headings: dict[str, str], **kwargs: Any
    ) -> None:
        self.languages = languages
        self.headings = headings
        super().__init__(*args, **kwargs)
        for language in languages:
            widget = forms.TextInput(attrs={"lang": language, "dir": direction(language)})
            self.fields[f"heading_{language}"] = LineInput(
                label=_("Heading"), widget=widget, initial=headings.get(language, "")
            )
        for field in self.fields.values():
            dress(field.widget)

    def values(self) -> dict[str, Any]:
        data = self.cleaned_data
        headings = {**self.headings, **{each: data[f"heading_{each}"] for each in self.languages}}
        return {
            "phase": data["phase"],
            "starts_at": data["starts_at"],
            "audience": data["audience"],
            "heading": {language: text for language, text in headings.items() if text},
        }
