"""How many copies of each document are printed for the day, in which languages."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import HTML, Div, Fieldset, Layout
from django import forms
from django.utils.functional import Promise
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from events.forms.print_choice import DRAFT
from events.programme.languages import LANGUAGES

MOST_COPIES = 1_000
GUESTS = 50
OWN_COPIES = 1
# What the copies are worked out from.
WORKED_OUT = ("guests", "team", "own")
COPIES_HELP = _("How many copies in each language; 0 leaves it out.")


def count_field(**options: Any) -> forms.IntegerField:
    widget = forms.NumberInput(attrs={"inputmode": "numeric"})
    return forms.IntegerField(min_value=0, max_value=MOST_COPIES, required=False, widget=widget, **options)


@dataclass(frozen=True, slots=True)
class Counted:
    """A document and how often it is usually copied: so many times, or as "guests" or "team" says. Each of ``tongues``
    are the languages of one of its sheets."""

    name: str
    title: str | Promise
    usual: str | int
    tongues: tuple[tuple[str, ...], ...]


class PrintDayForm(forms.Form):
    """Sent in the address, so that a list of copies can be passed on.

    Until a number of copies is asked for they are worked out from how many guests are expected and how many work in the
    team. ``team`` is what the programme says of it, ``alternates`` whether each host may have a copy of its own.
    """

    release = forms.ChoiceField(
        label=_("What"), help_text=_("The working copy is marked as a draft on each page.")
    )
    guests = count_field(
        label=_("Guests expected"),
        help_text=_("A programme for each. The planner does not know how many come."),
    )
    team = count_field(label=_("Team"), help_text=_("A run sheet for each."))
    own = count_field(
        label=_("Each host’s own copies"),
        help_text=_("Of all that guests are given; each lists that host first."),
    )

    def __init__(
        self,
        data: Mapping[str, Any],
        *,
        releases: Iterable[Any],
        release: str,
        documents: Iterable[Counted],
        team: int,
        alternates: bool,
    ) -> None:
        self.documents = list(documents)
        values = {"release": release, "guests": GUESTS, "team": team, "own": OWN_COPIES} | {
            name: data[name] for name in WORKED_OUT if data.get(name)
        }
        counts = {name: data[name] for name in self._names() if name in data}
        self.asks = bool(counts)
        super().__init__(values | (counts or self._usual(values)), auto_id="day_%s")
        if not alternates:
            del self.fields["own"]
        self.fields["release"].choices = [
            *(
                (str(each.number), _("Release %(number)s") % {"number": each.number} + f": {each.name}")
                for each in releases
            ),
            (DRAFT, _("Working copy (draft)")),
        ]
        for name, languages in self._pairs():
            label = " + ".join(LANGUAGES[code].native_name for code in languages)
            self.fields[_field(name, languages)] = count_field(label=label)
        self.helper = FormHelper()
        self.helper.form_tag, self.helper.disable_csrf = False, True
        self.helper.layout = Layout(
            Div(*(name for name in ("release", *WORKED_OUT) if name in self.fields), css_class="counts"),
            HTML(format_html('<p class="form-text" id="day-copies">{}</p>', COPIES_HELP)),
            *(
                Fieldset(
                    each.title,
                    Div(*(_field(each.name, languages) for languages in each.tongues), css_class="counts"),
                    aria_describedby="day-copies",
                )
                for each in self.documents
            ),
        )

    @property
    def copies(self) -> list[tuple[str, tuple[str, ...], int]]:
        """The documents asked for in their order, each with its languages and how many."""
        found = [
            (name, languages, self.cleaned_data.get(_field(name, languages)) or 0)
            for name, languages in self._pairs()
        ]
        return [each for each in found if each[2]]

    def clean(self) -> dict[str, Any]:
        if self.asks and not self.errors and not self.copies:
            raise forms.ValidationError(_("Ask for one copy at least."))
        return self.cleaned_data

    def refuse(self, name: str, languages: tuple[str, ...], why: Any) -> None:
        """Say at its field why a document cannot be made."""
        self.add_error(_field(name, languages), why)

    def _pairs(self) -> list[tuple[str, tuple[str, ...]]]:
        return [(each.name, languages) for each in self.documents for languages in each.tongues]

    def _names(self) -> list[str]:
        return [_field(*pair) for pair in self._pairs()]

    def _usual(self, values: Mapping[str, Any]) -> dict[str, Any]:
        usual = dict.fromkeys(self._names(), 0)
        return usual | {
            _field(each.name, each.tongues[0]): values.get(str(each.usual), each.usual)
            for each in self.documents
        }


def _field(name: str, languages: tuple[str, ...]) -> str:
    return "_".join((name, *languages))
