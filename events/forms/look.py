"""How a mission prints: paper, colour, lines at the head, emblem, whom the press may ask."""

import re
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from events.forms.event_fields import WordsField
from events.forms.languages import in_a_language
from events.forms.seen import SeenForm
from events.forms.upload import UploadField
from events.models import Mission
from events.models.fields import text_of
from events.models.mission import validate_colour
from events.operations.looks import LARGEST_FILE, Emblem, read_emblem
from events.programme.choices import PaperSize
from events.programme.cleaning import clean_text
from events.programme.languages import LANGUAGES
from events.programme.looks import READABLE, WHITE, contrast

LONGEST_LINE = 120
# The texts of several lines, and how many of them a sheet has room for.
MOST_LINES = {"letterhead": 4, "press_contacts": 8}
SHORT_COLOUR = re.compile(r"#[0-9a-f]{3}")
LABELS = {"letterhead": _("Letterhead"), "press_contacts": _("Press contacts")}
HELP = {
    "letterhead": _(
        "One line each, printed at the head of every programme: the ministry, the mission, its address."
    ),
    "press_contacts": _(
        "One line each, printed on the press sheet alone: whom to ask, with telephone and mail. No public page has it."
    ),
}
PAPERS = {PaperSize.A4: "A4", PaperSize.LETTER: "Letter"}


class ColourField(forms.CharField):
    """A colour that can be read on white, as "#12284c"; empty: none."""

    def __init__(self, **options: Any) -> None:
        look = {"dir": "ltr", "autocomplete": "off", "spellcheck": "false"}
        super().__init__(required=False, widget=forms.TextInput(attrs=look), **options)

    def clean(self, value: Any) -> str:
        colour = clean_text(value or "").lower()
        if colour and not colour.startswith("#"):
            colour = f"#{colour}"
        if SHORT_COLOUR.fullmatch(colour):
            colour = "#" + "".join(2 * digit for digit in colour[1:])
        if not colour:
            return ""
        validate_colour(colour)
        ratio = contrast(colour, WHITE)
        if ratio < READABLE:
            raise ValidationError(
                _(
                    "Too light to be read on white: its contrast is %(ratio)s to 1, text needs 4.5. Take a darker one."
                ),
                params={"ratio": f"{int(ratio * 10) / 10}"},
            )
        return colour


class LookForm(SeenForm):
    paper = forms.ChoiceField(
        label=_("Paper"),
        choices=[(size.value, name) for size, name in PAPERS.items()],
        help_text=_("The size that lies in your printer."),
    )
    accent = ColourField(
        label=_("Accent colour"),
        help_text=_(
            "As #12284c. Events of mourning and solemn ones take it only where it is dark and muted; the others do "
            "where it can be read on white. Empty: the colour of the register."
        ),
    )
    emblem = UploadField(
        label=_("Emblem"),
        required=False,
        help_text=_("PNG, JPEG or WebP, up to 2 MB, best on a clear or white ground and 600 pixels wide."),
        widget=forms.FileInput(attrs={"accept": ".png,.jpg,.jpeg,.webp"}),
    )
    bare = forms.BooleanField(label=_("Print without an emblem from now on"), required=False)

    def __init__(self, *args: Any, mission: Mission, **options: Any) -> None:
        self.languages = [code for code in mission.languages if code in LANGUAGES]
        initial = {"paper": mission.paper, "accent": mission.accent}
        self.said = {name: dict(text_of(getattr(mission, name)).versions) for name in MOST_LINES}
        for name, said in self.said.items():
            initial |= {f"{name}_{code}": said.get(code, "") for code in self.languages}
        super().__init__(*args, initial=initial, also=mission.emblem, **options)
        for name in MOST_LINES:
            for code in self.languages:
                self.fields[f"{name}_{code}"] = WordsField(
                    lines=True,
                    language=code,
                    label=in_a_language(LABELS[name], code),
                    help_text=HELP[name],
                )
        if not mission.emblem:
            del self.fields["bare"]
        letterhead = [f"letterhead_{code}" for code in self.languages]
        self.order_fields(["seen", "paper", "accent", *letterhead, "emblem", "bare"])

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        for name, most in MOST_LINES.items():
            for code in self.languages:
                lines = data.get(f"{name}_{code}", "").splitlines()
                if len(lines) > most or any(len(line) > LONGEST_LINE for line in lines):
                    self.add_error(
                        f"{name}_{code}",
                        ValidationError(
                            _("A sheet has room for %(lines)s lines of %(letters)s characters each."),
                            params={"lines": most, "letters": LONGEST_LINE},
                        ),
                    )
        return data

    def clean_emblem(self) -> Emblem | None:
        file = self.cleaned_data["emblem"]
        return read_emblem(file.read(LARGEST_FILE + 1)) if file else None

    @property
    def values(self) -> dict[str, Any]:
        """Return what the deed takes."""
        return {
            **{name: self.cleaned_data[name] for name in ("paper", "accent")},
            **{name: self._said_now(name) for name in MOST_LINES},
        }

    def _said_now(self, name: str) -> dict[str, str]:
        """Return a text in its languages; what the form does not show stays as it was."""
        typed = {code: self.cleaned_data[f"{name}_{code}"] for code in self.languages}
        return {code: words for code, words in {**self.said[name], **typed}.items() if words}
