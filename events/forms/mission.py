"""What the administrators of a mission decide for all of it, and how support staff enter a new one."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from events.forms.event_fields import WordsField
from events.forms.help import help_once
from events.forms.languages import in_a_language, language_title
from events.forms.seen import SeenForm
from events.models import Mission
from events.models.addresses import clean_address
from events.models.fields import text_of, validate_languages
from events.programme.languages import LANGUAGES

NAMES = {
    "name": (_("Name"), _("In full, as it is printed: Embassy of the Republic of Azerbaijan.")),
    "short_name": (_("Short name"), _("Where there is little room; found in lists by it.")),
    "city": (_("City"), _("Where it has its seat; printed on envelopes.")),
}


class SettingsForm(SeenForm, forms.ModelForm):
    class Meta:
        model = Mission
        fields = ["four_eyes", "requires_second_factor"]
        labels = {"four_eyes": _("Four eyes"), "requires_second_factor": _("Second factor for everybody")}
        help_texts = {
            "four_eyes": _(
                "Nobody releases their own work alone: who changed an event last or sent it for approval "
                "leaves its release to another head of protocol."
            ),
            "requires_second_factor": _(
                "The desk opens only to those who show a code from an app on their telephone. Who has none yet "
                "is led to set it up, you too."
            ),
        }


class IdentityForm(SeenForm):
    """How the mission is called, and the languages in which it works; address, clocks and state stay as they are."""

    def __init__(self, *args: Any, mission: Mission, **options: Any) -> None:
        self.mission = mission
        self.own, *self.further = mission.languages
        self.written = [code for code in mission.languages if code in LANGUAGES]
        self.said = {name: dict(text_of(getattr(mission, name)).versions) for name in NAMES}
        initial: dict[str, Any] = {"languages": list(self.further)}
        for name, said in self.said.items():
            initial |= {f"{name}_{code}": said.get(code, "") for code in self.written}
        super().__init__(*args, initial=initial, **options)
        for name, (label, help_text) in NAMES.items():
            for code in self.written:
                self.fields[f"{name}_{code}"] = WordsField(
                    lines=False,
                    language=code,
                    label=in_a_language(label, code),
                    **help_once(name, code, self.written, help_text),
                )
        self.fields["languages"] = forms.MultipleChoiceField(
            label=_("Further languages"),
            required=False,
            choices=[(code, language_title(code)) for code in self._choices()],
            widget=forms.CheckboxSelectMultiple,
            help_text=_(
                "Beside %(language)s, which stays the first: addresses without a language mean it. New events begin "
                "with these, and the registers ask for names in them."
            )
            % {"language": language_title(self.own)},
        )

    def _choices(self) -> list[str]:
        return [code for code in dict.fromkeys([*self.further, *LANGUAGES]) if code != self.own]

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if not self.errors and not self._now("name"):
            self.add_error(f"name_{self.written[0]}", _("The mission needs a name."))
        return data

    def _now(self, name: str) -> dict[str, str]:
        """Return a text in its languages; what the form does not show stays as it was."""
        typed = {code: self.cleaned_data[f"{name}_{code}"] for code in self.written}
        return {code: words for code, words in {**self.said[name], **typed}.items() if words}

    def save(self) -> None:
        for name in NAMES:
            setattr(self.mission, name, self._now(name))
        self.mission.languages = [self.own, *self.cleaned_data["languages"]]
        self.mission.save()


class CodesField(forms.CharField):
    """Codes of languages in their order: "en, az"."""

    def prepare_value(self, value: Any) -> Any:
        return ", ".join(value) if isinstance(value, list) else value

    def to_python(self, value: Any) -> Any:
        return [code.lower() for code in super().to_python(value).replace(",", " ").split()]

    def validate(self, value: Any) -> None:
        super().validate(value)
        validate_languages(value)

    def has_changed(self, initial: Any, data: Any) -> bool:
        return self.to_python(data or "") != initial


WHO = ["slug", "kind", "name", "short_name", "city", "country", "zone", "languages"]
DECIDED = ["requires_second_factor", "four_eyes", "paper", "accent", "letterhead", "press_contacts"]


class EntryForm(forms.ModelForm):
    """A mission as support staff enter it; its first administrator is invited by mail, unless that was ``refused``."""

    refused = ""
    languages = CodesField(
        help_text=_("Their codes, the mission’s own first: en, az, tr. What has no language means that one.")
    )
    first_administrator = forms.EmailField(
        required=False,
        help_text=_(
            "A mail with a link to join goes there. Administrators invite their colleagues themselves."
        ),
    )

    class Meta:
        model = Mission
        fields = [*WHO, *DECIDED]
        help_texts = {
            "slug": _("The part of its addresses that never changes: azembassy-islamabad."),
            "country": _("The state that it belongs to, in two capital letters (AZ): its flag is printed."),
            "zone": _("Whose clocks rule its events, unless a place says otherwise: Asia/Karachi."),
        }

    def clean_first_administrator(self) -> str:
        email = self.cleaned_data["first_administrator"]
        if email and self.instance.pk:
            raise ValidationError(_("Members are invited at the desk of the mission."))
        if self.refused:
            raise ValidationError(self.refused)
        return clean_address(email) if email else ""
