"""The forms of the ledger: sources, and what they claim."""

from datetime import date
from typing import Any

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from events.forms.ledger_fields import LanguageField, OccasionField, SourceField, WholeNumberField
from events.forms.ledger_words import AUTHORITIES, KINDS, QUALIFIERS, SUBJECTS, WITH_NUMBER
from events.forms.register import EntryForm, Texts
from events.forms.register_fields import DayField, TextField
from events.models import Edition, Mission, Occasion, Source
from events.models.fields import text_of
from events.operations.ledger import claims_for, sources_for
from events.programme.choices import Qualifier

LONGEST_SUBJECT = 60


class SourceForm(EntryForm):
    texts = (
        Texts("title", _("Title"), _("Of the document, as it stands there.")),
        Texts("issuer", _("Issued by"), _("Who speaks in it. Empty: not stated.")),
    )
    order = ("key", "title", "kind", "issuer", "carrier", "published_on", "language", "authority", "address")
    key = forms.SlugField(
        label=_("Mark"),
        help_text=_(
            "A short one in Latin letters and digits, as A or mfa-2024. The lists name the source by it."
        ),
        max_length=60,
        widget=forms.TextInput(attrs={"class": "form-control", "autocomplete": "off", "dir": "ltr"}),
    )
    kind = forms.ChoiceField(
        label=_("Kind"),
        help_text=_("What kind of document it is."),
        choices=list(KINDS.items()),
        widget=forms.Select(attrs={"class": "form-select"}),
    )
    carrier = TextField(
        label=_("Carried by"), help_text=_("Who published it, where that is not who issued it."), longest=200
    )
    published_on = DayField(label=_("Date"), help_text=_("Of the document. Empty: not stated."))
    language = LanguageField(
        label=_("Language"), help_text=_("In which the document is written: two letters, as en, az, ru.")
    )
    authority = forms.ChoiceField(
        label=_("Weight"),
        help_text=_("High for who answers for the figures, low for what is unsigned or handed on."),
        choices=list(AUTHORITIES.items()),
        initial=Source.Authority.MEDIUM,
        widget=forms.Select(attrs={"class": "form-select"}),
    )
    address = forms.URLField(
        label=_("Web address"),
        help_text=_("Where it can be read. Empty: nowhere."),
        required=False,
        assume_scheme="https",
        widget=forms.URLInput(attrs={"class": "form-control", "autocomplete": "off", "dir": "ltr"}),
    )

    def __init__(self, *args: Any, today: date, **options: Any) -> None:
        self.today = today
        super().__init__(*args, **options)
        if self.entry and self.entry.kind not in KINDS:
            self.fields["kind"].choices = [*KINDS.items(), (self.entry.kind, self.entry.kind)]

    def clean_key(self) -> str:
        key: str = self.cleaned_data["key"]
        others = sources_for(self.mission).exclude(pk=self.entry.pk if self.entry else None)
        if others.filter(key__iexact=key):
            raise forms.ValidationError(_("Another source has this mark already."))
        return key

    def clean_published_on(self) -> date | None:
        return not_to_come(self.cleaned_data["published_on"], self.today)

    def clean(self) -> dict[str, Any]:
        cleaned = forms.Form.clean(self) or {}
        self.demand("title", _("Write the title in at least one language."))
        return cleaned

    def demand(self, text: str, words: str | Promise) -> None:
        names = [f"{text}_{language}" for language in self.languages]
        if not any(self.cleaned_data.get(name) or name in self.errors for name in names):
            self.add_error(names[0], words)


class ClaimForm(EntryForm):
    """What a source claims. Its edition is given by the occasion and a year."""

    texts = (
        Texts("speaker", _("Said by"), _("Empty: by who issued the document.")),
        Texts(
            "sentence",
            _("As a sentence"),
            _("As it is printed on the press sheet and shown to guests. Empty: the quotation."),
        ),
        Texts("place", _("Place"), _("Of which it speaks: a town, a region. Empty: not stated.")),
    )
    order = (
        "source",
        "occasion",
        "year",
        "subject",
        "other_subject",
        "qualifier",
        "value",
        "most",
        "wording",
        "speaker",
        "stated_on",
        "about_on",
        "place",
        "sentence",
        "note",
    )
    source = SourceField(
        label=_("Source"),
        help_text=_("The document in which it stands."),
        queryset=Source.objects.none(),
    )
    occasion = OccasionField(
        label=_("Occasion"), help_text=_("Of what it speaks."), queryset=Occasion.objects.none()
    )
    year = WholeNumberField(
        label=_("Year"), help_text=_("In which it was said: the edition of the occasion."), required=True
    )
    subject = forms.ChoiceField(
        label=_("What it counts"),
        help_text=_("Figures for the first five are also looked for in the texts of events."),
        widget=forms.Select(attrs={"class": "form-select"}),
        required=False,
    )
    other_subject = TextField(
        label=_("Something else"),
        help_text=_("In a word or two, where the list has nothing that fits."),
        longest=LONGEST_SUBJECT,
    )
    qualifier = forms.ChoiceField(
        label=_("How it is stated"),
        help_text=_("As the document says it: about, at least, more than, or no number at all."),
        choices=list(QUALIFIERS.items()),
        widget=forms.Select(attrs={"class": "form-select"}),
    )
    value = WholeNumberField(label=_("Number"), help_text=_("In digits. Empty where the document has none."))
    most = WholeNumberField(
        label=_("Up to"), help_text=_("The upper number, where the document gives two. Else empty.")
    )
    wording = TextField(
        label=_("Quotation"),
        help_text=_("The words of the document, in its own language."),
        required=True,
    )
    stated_on = DayField(label=_("Date"), help_text=_("Empty: that of the document."))
    about_on = DayField(
        label=_("Day of which it speaks"), help_text=_("When it happened. Empty: that of the occasion.")
    )
    note = TextField(label=_("Note"), help_text=_("For the team alone."))

    def __init__(self, *args: Any, today: date, **options: Any) -> None:
        self.today = today
        super().__init__(*args, **options)
        fields: Any = self.fields
        fields["source"].queryset = sources_for(self.mission)
        fields["occasion"].queryset = Occasion.objects.all()
        fields["occasion"].languages = fields["source"].languages = tuple(self.mission.languages)
        said = set(claims_for(self.mission).order_by().values_list("subject", flat=True).distinct())
        known = {**SUBJECTS, **{each: each for each in sorted(said - set(SUBJECTS))}}
        fields["subject"].choices = [("", "—"), *known.items()]

    def values_of(self, entry: Any) -> dict[str, Any]:
        if entry is None:
            return {"year": self.today.year}
        columns = (
            "source_id",
            "subject",
            "qualifier",
            "value",
            "most",
            "stated_on",
            "about_on",
            "note",
            "version",
        )
        edition = Edition.objects.filter(pk=entry.edition_id).first()
        source = Source.objects.get(pk=entry.source_id)
        return {
            **{name.removesuffix("_id"): getattr(entry, name) for name in columns},
            **{
                f"{text.name}_{language}": said
                for text in self.texts
                for language, said in text_of(getattr(entry, text.name)).versions
            },
            "wording": text_of(entry.wording).wording(source.language).text,
            "occasion": edition.occasion_id if edition else None,
            "year": edition.year if edition else None,
        }

    def clean_stated_on(self) -> date | None:
        return not_to_come(self.cleaned_data["stated_on"], self.today)

    def clean_about_on(self) -> date | None:
        return not_to_come(self.cleaned_data["about_on"], self.today)

    def clean(self) -> dict[str, Any]:
        cleaned = forms.Form.clean(self) or {}
        self._clean_subject(cleaned)
        self._clean_number(cleaned)
        self._clean_year(cleaned)
        source, names = cleaned.get("source"), [f"speaker_{language}" for language in self.languages]
        if source and not text_of(source.issuer) and not any(cleaned.get(name) for name in names):
            self.add_error(names[0], _("The document does not say who issued it: say who claims this."))
        return cleaned

    def _clean_subject(self, cleaned: dict[str, Any]) -> None:
        if (
            bool(cleaned.get("subject")) == bool(cleaned.get("other_subject"))
            and "other_subject" not in self.errors
        ):
            if cleaned.get("subject"):
                self.add_error("other_subject", _("Choose from the list or write it here, not both."))
            elif "subject" not in self.errors:
                self.add_error("subject", _("Say what it counts."))

    def _clean_number(self, cleaned: dict[str, Any]) -> None:
        qualifier, value, most = cleaned.get("qualifier"), cleaned.get("value"), cleaned.get("most")
        if not qualifier or "value" in self.errors or "most" in self.errors:
            return
        if qualifier in WITH_NUMBER and value is None:
            self.add_error("value", _("“%(how)s” needs a number.") % {"how": QUALIFIERS[qualifier]})
        elif qualifier not in WITH_NUMBER and value is not None:
            self.add_error(
                "value", _("“%(how)s” has no number: leave it empty.") % {"how": QUALIFIERS[qualifier]}
            )
        if qualifier == Qualifier.BETWEEN:
            if most is None or (value is not None and most <= value):
                self.add_error("most", _("The upper number is above the lower one."))
        elif most is not None:
            self.add_error("most", _("Only “between two numbers” has an upper one."))

    def _clean_year(self, cleaned: dict[str, Any]) -> None:
        occasion, year = cleaned.get("occasion"), cleaned.get("year")
        if year is None or occasion is None:
            return
        if year > self.today.year:
            self.add_error("year", _("This year is still to come."))
        elif year < occasion.base_on.year:
            self.add_error("year", _("The occasion is of %(year)s.") % {"year": occasion.base_on.year})

    @property
    def values(self) -> dict[str, Any]:
        cleaned = self.cleaned_data
        texts = {
            text.name: {language: cleaned[f"{text.name}_{language}"] for language in self.languages}
            for text in self.texts
        }
        before = dict(text_of(self.entry.wording).versions) if self.entry else {}
        plain = ("source", "occasion", "year", "qualifier", "value", "most", "stated_on", "about_on", "note")
        return {
            **texts,
            **{name: cleaned[name] for name in plain},
            "subject": cleaned["subject"] or cleaned["other_subject"],
            "wording": {**before, cleaned["source"].language: cleaned["wording"]},
        }


def not_to_come(day: date | None, today: date) -> date | None:
    if day and day > today:
        raise forms.ValidationError(_("This day is still to come."))
    return day


class RecordForm(forms.Form):
    """Whose figures a mission gives in an edition."""

    edition = forms.ModelChoiceField(queryset=Edition.objects.all())
    source = forms.ModelChoiceField(queryset=Source.objects.none(), required=False)

    def __init__(self, *args: Any, mission: Mission, **options: Any) -> None:
        super().__init__(*args, **options)
        fields: Any = self.fields
        fields["source"].queryset = sources_for(mission)
