"""Entries of the registers are added and changed, with their offices."""

import json
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from events.forms.entry import EntryForm
from events.forms.offices import initial_of, office_formset
from events.forms.register import FORMS
from events.models import Member, Organisation, Person, Place
from events.models.fields import LONGEST_LINE, text_of
from events.operations import registers as operations
from events.operations.stale import StaleError
from events.programme.cleaning import clean_text
from events.programme.fold import fold
from events.views import once
from events.views.access import membership_or_404
from events.views.meeting import meet
from events.views.naming import Naming, naming_of_entry, naming_of_typed
from events.views.registers import REGISTERS, entry_or_404, frame

ADD = {
    Person: operations.add_person,
    Organisation: operations.add_organisation,
    Place: operations.add_place,
}


@dataclass
class Editor:
    """The form of one entry, new where ``entry`` is None, and what came of sending it."""

    member: Member
    register: str
    entry: Any
    form: EntryForm
    offices: Any = None
    same: list[Any] = field(default_factory=list)
    stale: StaleError | None = None
    status: int = 200
    # What the offices were when the page was shown, so that two changes to them are told apart.
    offices_were: str = ""


@require_http_methods(["GET", "HEAD", "POST"])
def new_entry(request: HttpRequest, mission: str, register: str) -> HttpResponse:
    return _edit(request, membership_or_404(request, mission, Member.Role.OFFICER), register, None)


@require_http_methods(["GET", "HEAD", "POST"])
def change_entry(request: HttpRequest, mission: str, register: str, pk: int) -> HttpResponse:
    member = membership_or_404(request, mission, Member.Role.OFFICER)
    return _edit(request, member, register, entry_or_404(member, register, pk))


def _edit(request: HttpRequest, member: Member, register: str, entry: Any) -> HttpResponse:
    if request.method != "POST" or "more_offices" in request.POST:
        return _page(request, _shown(request, member, register, entry))
    if entry is None and (made := once.came_of(request)).isdecimal():
        return _was_saved(request, member, register, int(made))
    form = FORMS[REGISTERS[register].model](request.POST, mission=member.mission, entry=entry)
    editor = Editor(member, register, entry, form, offices_were=request.POST.get("offices_were", ""))
    if register == "people":
        editor.offices = office_formset(member.mission, entry, request.POST)
    if _is_valid(editor, "anyway" in request.POST):
        if entry is None and not once.begin(request)[0]:
            return _was_saved(request, member, register, None)
        try:
            saved = _save(editor)
        except StaleError as error:
            _meet(editor, error, request.POST)
            return _page(request, editor)
        except ValidationError as error:
            once.undone(request)
            _refuse(editor, error)
        else:
            once.done(request, str(saved.pk))
            messages.success(request, _("Saved. What is released already stays as it is."))
            return redirect("desk:entry", member.mission.slug, register, saved.pk)
    editor.status = 422
    return _page(request, editor)


def _was_saved(request: HttpRequest, member: Member, register: str, pk: int | None) -> HttpResponse:
    """The form of a new entry that was sent twice leads to the one entry that it made."""
    messages.info(request, _("This entry was saved already."))
    slug = member.mission.slug
    return redirect("desk:entry", slug, register, pk) if pk else redirect("desk:register", slug, register)


def _shown(request: HttpRequest, member: Member, register: str, entry: Any) -> Editor:
    """The form to begin with; asked for one more office, with what was typed and no word on it yet."""
    mission, typed = member.mission, request.POST
    initial: dict[str, Any] = {key: value for key, value in typed.items() if not key.startswith("offices-")}
    if "more_offices" in typed and "confirmed" not in typed:
        initial["confirmed"] = False
    if name := clean_text(request.GET.get("name", ""))[:LONGEST_LINE]:
        initial.setdefault(f"name_{mission.languages[0]}", name)
    form = FORMS[REGISTERS[register].model](mission=mission, entry=entry, initial=initial)
    editor = Editor(member, register, entry, form)
    if register == "people":
        formset = office_formset(mission, entry)
        editor.offices_were = typed.get("offices_were") or _digest_kept(entry)
        if "more_offices" in typed:
            formset.initial = _typed_offices(typed)
        formset.extra = 1 if "more_offices" in typed or not formset.initial else 0
        editor.offices = formset
    return editor


def _typed_offices(typed: QueryDict) -> list[dict[str, str]]:
    rows: dict[int, dict[str, str]] = {}
    for key, value in typed.items():
        prefix, _dash, rest = key.partition("-")
        number, _dash, name = rest.partition("-")
        if prefix == "offices" and number.isdecimal() and len(number) < 4:
            rows.setdefault(int(number), {})[name] = str(value)
    return [rows[number] for number in sorted(rows)]


def _is_valid(editor: Editor, anyway: bool) -> bool:
    valid = editor.form.is_valid()
    if editor.offices is not None:
        valid = editor.offices.is_valid() and valid
    if editor.entry is None and not anyway:
        editor.same = _of_the_same_name(editor)
    return valid and not editor.same


def _of_the_same_name(editor: Editor) -> list[Any]:
    cleaned = getattr(editor.form, "cleaned_data", {})
    typed = {fold(text) for name, text in cleaned.items() if name.startswith("name_") and text}
    rows = REGISTERS[editor.register].model.objects.filter(mission=editor.member.mission)
    return [row for row in rows if typed & {fold(text) for _, text in text_of(row.name).versions}]


@transaction.atomic
def _save(editor: Editor) -> Any:
    values, by = editor.form.values, editor.member.user
    is_person = editor.offices is not None
    if editor.entry is None:
        model = REGISTERS[editor.register].model
        offices = {"offices": editor.offices.offices} if is_person else {}
        return ADD[model](editor.member.mission, by=by, **values, **offices)
    version = editor.form.cleaned_data["version"]
    entry = operations.change_entry(editor.entry, version, by=by, **values)
    if is_person and _digest(editor.offices.offices) != _digest_kept(entry):
        entry = operations.set_offices(entry, entry.version, editor.offices.offices, by=by)
    return entry


def _refuse(editor: Editor, error: ValidationError) -> None:
    index = getattr(error, "index", None)
    if index is None:
        editor.form.refuse(error)
        return
    written = [form for form in editor.offices.ordered_forms if any(form.values["title"].values())]
    for name, texts in error.message_dict.items():
        at = f"title_{written[index].languages[0]}" if name == "title" else name
        written[index].add_error(at if at in written[index].fields else None, texts)


def _meet(editor: Editor, error: StaleError, typed: QueryDict) -> None:
    now: Any = error.kept
    make = partial(FORMS[type(now)], mission=editor.member.mission)
    editor.form = meet(make, editor.form, error, typed)
    if editor.offices is not None:
        _meet_offices(editor, now)
    editor.entry, editor.stale, editor.status = now, error, 409


def _meet_offices(editor: Editor, now: Person) -> None:
    kept = _digest_kept(now)
    if kept == editor.offices_were:
        return
    if _digest(editor.offices.offices) == editor.offices_were:
        editor.offices = office_formset(editor.member.mission, now)
    else:
        editor.offices.theirs = list(now.offices.all())
    editor.offices_were = kept


def _digest(offices: list[dict[str, Any]]) -> str:
    """Return the offices in one short text: the same for the same offices in the same order."""
    rows = [
        (
            each.get("pk"),
            sorted((language, text) for language, text in each["title"].items() if text),
            getattr(each["organisation"], "pk", each["organisation"]),
            str(each["since"] or ""),
            str(each["until"] or ""),
            each["precedence"],
        )
        for each in offices
    ]
    return json.dumps(rows)


def _digest_kept(person: Person | None) -> str:
    rows = (initial_of(office) for office in person.offices.all()) if person else ()
    return _digest(
        [
            {
                **row,
                "title": {
                    name.removeprefix("title_"): text
                    for name, text in row.items()
                    if name.startswith("title_")
                },
            }
            for row in rows
        ]
    )


def _naming(request: HttpRequest, editor: Editor) -> list[Naming]:
    """How a person is named by what the page shows."""
    if editor.register != "people":
        return []
    if request.method == "POST":
        return naming_of_typed(request.POST, editor.member.mission)
    return naming_of_entry(editor.entry) if editor.entry else []


def _page(request: HttpRequest, editor: Editor) -> HttpResponse:
    context = {
        **frame(editor.member, editor.register),
        "editor": editor,
        "entry": editor.entry,
        "form": editor.form,
        "offices": editor.offices,
        "naming": _naming(request, editor),
        "once": request.POST.get(once.FIELD) or once.new_key(),
    }
    return render(request, "events/desk/registers/edit.html", context, status=editor.status)
