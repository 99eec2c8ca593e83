"""How a person is named in each language: by the rules of the field, or as the person's office wants it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from events.forms.register import PersonForm
from events.models import Member, Mission, Organisation, Person
from events.models.fields import text_of
from events.programme import names
from events.programme.cleaning import clean_text
from events.programme.envelopes import envelope
from events.programme.languages import LANGUAGES
from events.programme.people import Office
from events.programme.people import Person as PersonValue
from events.programme.text import NOTHING, Text, Wording
from events.snapshot.registers import organisation_value, person_value
from events.views.access import membership_or_404

MOST_OFFICES = 30
FORMS: Sequence[tuple[str, Promise, Callable[[PersonValue, str], Wording]]] = (
    ("first_mention", _("Named first"), names.first_mention),
    ("second_mention", _("Named again"), names.second_mention),
    ("spoken", _("Spoken"), names.spoken_name),
    ("place_card", _("On a card"), names.card_name),
    ("envelope", _("On an envelope"), envelope),
)


@dataclass(frozen=True)
class Form:
    """One form of the name; ``is_set`` where the person's office wants it so, else the rules give it."""

    name: str
    label: str | Promise
    words: str
    is_set: bool


@dataclass(frozen=True)
class Naming:
    language: str
    forms: Sequence[Form]


def naming_of(person: PersonValue, on_envelopes: Text) -> list[Naming]:
    """Return the forms in each language in which the person has a name."""
    return [Naming(language, _forms(person, on_envelopes, language)) for language in person.name.languages]


def _forms(person: PersonValue, on_envelopes: Text, language: str) -> list[Form]:
    wanted = dict(on_envelopes.versions).get(language, "")
    forms = []
    for name, label, rule in FORMS:
        is_envelope = name == "envelope"
        said = wanted if is_envelope else dict(getattr(person, name).versions).get(language, "")
        words = wanted if is_envelope and wanted else rule(person, language).text
        forms.append(Form(name, label, words, bool(said)))
    return forms


def naming_of_entry(person: Person) -> list[Naming]:
    return naming_of(person_value(person, None), text_of(person.envelope))


@require_POST
def naming(request: HttpRequest, mission: str) -> HttpResponse:
    """The forms of a name that is being typed; nothing is kept."""
    member = membership_or_404(request, mission, Member.Role.OFFICER)
    return render(
        request,
        "events/desk/registers/_naming.html",
        {"naming": naming_of_typed(request.POST, member.mission)},
    )


def naming_of_typed(data: Mapping[str, str], mission: Mission) -> list[Naming]:
    texts = {text.name: _typed(data, text.name, mission, lines=text.lines) for text in PersonForm.texts}
    on_envelopes = texts.pop("envelope")
    return naming_of(PersonValue("", **texts, offices=_offices(data, mission)), on_envelopes)


def _typed(data: Mapping[str, str], name: str, mission: Mission, lines: bool = False) -> Text:
    languages = dict.fromkeys((*mission.languages, *LANGUAGES))
    typed = {code: clean_text(data.get(f"{name}_{code}", ""), lines=lines) for code in languages}
    return Text.of({code: text for code, text in typed.items() if text}) if any(typed.values()) else NOTHING


def _offices(data: Mapping[str, str], mission: Mission) -> tuple[Office, ...]:
    """Those that are held still, in the order of the page."""
    rows = Organisation.objects.filter(mission=mission).select_related("parent__parent")
    organisations: dict[str, Any] = {str(row.pk): row for row in rows}
    found = []
    for number in range(MOST_OFFICES):
        prefix = f"offices-{number}-"
        title = _typed(data, f"{prefix}title", mission)
        if title and not data.get(f"{prefix}DELETE") and not data.get(f"{prefix}until", "").strip():
            row = organisations.get(data.get(f"{prefix}organisation", ""))
            found.append(Office(title, organisation_value(row) if row else None))
    return tuple(found)
