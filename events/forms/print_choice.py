"""What is to be printed: the working copy or a release, which documents, in which languages, with what beside."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from events.programme.languages import LANGUAGES

DRAFT = "draft"

Choices = Iterable[tuple[str, str | Promise]]


class PrintChoiceForm(forms.Form):
    """Sent in the address, so that a page of sheets can be passed on. What is left out is the usual."""

    release = forms.ChoiceField(
        label=_("What"), required=False, help_text=_("The working copy is marked as a draft on each page.")
    )
    document = forms.ChoiceField(
        label=_("Documents"), required=False, help_text=_("One alone, or all of them in a list.")
    )
    lang = forms.ChoiceField(label=_("Language"), required=False, help_text=_("One, or two side by side."))
    beside = forms.ChoiceField(
        label=_("Beside each item"),
        required=False,
        help_text=_("What stands at the edge of the programme."),
        choices=[
            ("", _("As is usual")),
            ("times", _("Times")),
            ("lengths", _("Lengths")),
            ("numbers", _("Numbers")),
        ],
    )
    script = forms.ChoiceField(
        label=_("Urdu"),
        required=False,
        choices=[("", _("In Naskh")), ("nastaliq", _("In Nastaliq"))],
        help_text=_(
            "What has small type stays in Naskh, since Nastaliq could not be read in it: run sheet, press sheet "
            "and correction slip."
        ),
    )
    envelope = forms.ChoiceField(
        label=_("Envelopes"),
        required=False,
        choices=[
            ("", _("As for the mission’s paper")),
            ("dl", _("DL (220 × 110 mm)")),
            ("no-10", _("No. 10 (9½ × 4⅛ in)")),
            ("c6", _("C6 (162 × 114 mm)")),
            ("c5", _("C5 (229 × 162 mm)")),
        ],
        help_text=_(
            "A letter goes into DL or No. 10, a card into C6, a booklet into C5. A body of Azerbaijan, Russia or "
            "Türkiye is written to in its language where the register has the name in it."
        ),
    )

    copy_for = forms.ChoiceField(
        label=_("Copy for"),
        required=False,
        help_text=_(
            "Each host’s own copy lists that host first; what is published keeps the order of the event."
        ),
    )

    def __init__(
        self,
        data: Any,
        *,
        releases: Iterable[Any],
        documents: Choices,
        languages: tuple[str, ...],
        own_language: str,
        hosts: Choices = (),
    ) -> None:
        values = {
            "release": data.get("release") or DRAFT,
            "document": data.get("document", ""),
            "lang": data.get("lang") or own_language,
            "beside": data.get("beside", ""),
            "script": data.get("script", ""),
            "envelope": data.get("envelope", ""),
            "copy_for": data.get("copy_for", ""),
        }
        super().__init__(values, auto_id="print_%s")
        self.fields["release"].choices = [
            (DRAFT, _("Working copy (draft)")),
            *(
                (str(each.number), _("Release %(number)s") % {"number": each.number} + f": {each.name}")
                for each in releases
            ),
        ]
        self.fields["document"].choices = [("", _("All documents")), *documents]
        if "ur" not in languages:
            del self.fields["script"]
        self.fields["copy_for"].choices = [("", _("All alike, as published")), *hosts]
        if len(self.fields["copy_for"].choices) == 1:
            del self.fields["copy_for"]
        self.fields["lang"].choices = _languages(languages)
        self.fields["lang"].error_messages["invalid_choice"] = _("It is not there in this language.")


def _languages(languages: tuple[str, ...]) -> list[tuple[str, str | Promise]]:
    """Each alone, and any two side by side."""
    names = {code: LANGUAGES[code].native_name for code in languages}
    pairs = [(first, second) for first in languages for second in languages if first != second]
    return [
        *names.items(),
        *(
            (
                f"{first},{second}",
                _("%(first)s and %(second)s") % {"first": names[first], "second": names[second]},
            )
            for first, second in pairs
        ),
    ]
