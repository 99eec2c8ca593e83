"""What is kept of one person, for whom it is to be handed to: to be read, and as a file."""

import logging
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from events.forms.erasure import ErasureForm
from events.models import Member, Person
from events.models.fields import text_of
from events.operations.erasure import erase_person, keys_of
from events.operations.named import Spellings, events_with
from events.operations.personal_data import PersonalData, Row, Value, data_of_account, data_of_person
from events.operations.stale import StaleError
from events.programme.document import dumps
from events.programme.languages import clock, comma, full_date
from events.programme.text import NOTHING, Text
from events.views.access import membership_or_404
from events.views.history_labels import DEEDS
from events.views.history_labels import THINGS as ROWS
from events.views.history_values import choice_words
from events.views.personal_data_words import FIELDS, SECTIONS, THINGS, VALUES
from events.views.registers import entry_or_404, frame, uses_of

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Field:
    """One thing that is kept: a text in languages, or words."""

    label: str | Promise
    text: Text
    words: str


@require_safe
def person_data(request: HttpRequest, mission: str, register: str, pk: int) -> HttpResponse:
    member, person = _person_or_404(request, mission, register, pk)
    data = data_of_person(person, timezone.now())
    context = {**frame(member, register), "entry": person, "name": text_of(person.name)}
    return render(request, "events/desk/personal/data.html", {**context, "sections": _shown(data, member)})


@require_safe
def person_data_file(request: HttpRequest, mission: str, register: str, pk: int) -> HttpResponse:
    _member, person = _person_or_404(request, mission, register, pk)
    return _file(data_of_person(person, timezone.now()), f"person-{person.pk}")


@require_safe
def member_data(request: HttpRequest, mission: str, pk: int) -> HttpResponse:
    administrator, member = _member_or_404(request, mission, pk)
    data = data_of_account(member.user, member.mission, timezone.now())
    context = {"member": administrator, "mission": administrator.mission, "of": member}
    return render(
        request, "events/desk/personal/data.html", {**context, "sections": _shown(data, administrator)}
    )


@require_safe
def member_data_file(request: HttpRequest, mission: str, pk: int) -> HttpResponse:
    _administrator, member = _member_or_404(request, mission, pk)
    return _file(data_of_account(member.user, member.mission, timezone.now()), f"member-{member.pk}")


@require_http_methods(["GET", "HEAD", "POST"])
def erase(request: HttpRequest, mission: str, register: str, pk: int) -> HttpResponse:
    """Say what goes and what stays; confirmed, the entry is gone for good."""
    member, person = _person_or_404(request, mission, register, pk)
    form = ErasureForm(request.POST if request.method == "POST" else None)
    status = 422 if form.errors else 200
    if form.is_bound and form.is_valid():
        try:
            erase_person(person, form.cleaned_data["version"], by=member.user, now=timezone.now())
        except StaleError:
            form, status = ErasureForm(), 409
        else:
            log.info("Entry %s of mission %s erased by user %s", pk, member.mission_id, member.user_id)
            messages.success(request, _("The entry is erased, and every copy of it in the history."))
            return redirect("desk:register", mission, register)
    uses = uses_of(person)
    context = {
        **frame(member, register),
        "entry": person,
        "name": text_of(person.name),
        "form": form,
        "is_stale": status == 409,
        "planned": [use for use in uses if use.is_planned],
        "released": [use for use in uses if use.releases],
        "in_words": events_with(person, Spellings.of(person, keys_of(person))),
    }
    return render(request, "events/desk/personal/erase.html", context, status=status)


def _person_or_404(request: HttpRequest, mission: str, register: str, pk: int) -> tuple[Member, Person]:
    member = membership_or_404(request, mission, Member.Role.ADMINISTRATOR)
    entry = entry_or_404(member, register, pk)
    if not isinstance(entry, Person):
        raise Http404
    return member, entry


def _member_or_404(request: HttpRequest, mission: str, pk: int) -> tuple[Member, Member]:
    administrator = membership_or_404(request, mission, Member.Role.ADMINISTRATOR)
    return administrator, get_object_or_404(administrator.mission.members.select_related("user"), pk=pk)


def _file(data: PersonalData, name: str) -> HttpResponse:
    answer = HttpResponse(dumps(data.document()), content_type="application/json; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="{name}.json"'
    return answer


def _shown(data: PersonalData, member: Member) -> list[tuple[str | Promise, list[list[Field]]]]:
    zone = ZoneInfo(member.mission.zone)
    return [
        (SECTIONS[section.key], [list(_fields(row, zone)) for row in section.rows])
        for section in data.sections
    ]


def _fields(row: Row, zone: ZoneInfo) -> Iterator[Field]:
    for name, value in row.items():
        if isinstance(value, Text):
            yield Field(FIELDS[name], value, "")
        elif words := _words(name, value, zone):
            yield Field(FIELDS[name], NOTHING, words)


def _words(name: str, value: Value, zone: ZoneInfo) -> str:
    language = get_language() or "en"
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if isinstance(value, datetime):
        there = value.astimezone(zone).replace(second=0, microsecond=0)
        return f"{full_date(there.date(), language)}{comma(language)}{clock(there)}"
    if isinstance(value, date):
        return full_date(value, language)
    return str(_named(name, value))


def _named(name: str, value: Any) -> Any:
    if name == "deed":
        return DEEDS.get(value, DEEDS[""])
    if name == "thing":
        models = {key.lower(): words for key, words in ROWS.items()}
        return {**models, **THINGS}.get(value, value)
    if name == "item":
        return choice_words("Item", "kind", value)
    return VALUES.get(name, {}).get(value) or choice_words("", name, value)
