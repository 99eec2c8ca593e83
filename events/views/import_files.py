"""A programme from a file: looked at first, kept when confirmed. And an event's agenda as a sheet, or an empty one."""

from typing import Any
from uuid import uuid4

from django.contrib import messages
from django.core import signing
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from events.forms.file import FileForm
from events.models import Event, Member
from events.operations.files import Brought, FileRefusedError, Looked, MovedOnError, keep, look, read_file
from events.operations.import_programme import Outcome
from events.operations.tables import write_csv, write_xlsx
from events.programme.choices import Audience, Kind, Role
from events.programme.sheet import headings, rows
from events.snapshot import take_snapshot
from events.views.access import membership_or_404

SALT = "events.import"
GOOD_FOR = 24 * 60 * 60
OFFICER = Member.Role.OFFICER
SHEETS = {
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
SAID = {
    Outcome.NEW: gettext_lazy("The event is brought in. Nothing is public until it is released."),
    Outcome.CHANGED: gettext_lazy("The event is as in the file now."),
    Outcome.UNCHANGED: gettext_lazy("The file says what is here already: nothing changed."),
}


@require_http_methods(["GET", "HEAD", "POST"])
def import_file(request: HttpRequest, mission: str) -> HttpResponse:
    """Ask for a file; sent, it is looked at and nothing is kept."""
    member = membership_or_404(request, mission, OFFICER)
    if request.method != "POST":
        initial = {"into": request.GET.get("into", "")}
        return _ask(request, FileForm(mission=member.mission, initial=initial), status=200)
    form = FileForm(request.POST, request.FILES, mission=member.mission)
    if not form.is_valid():
        return _ask(request, form, status=422)
    try:
        brought = _brought(form.cleaned_data)
        looked = look(member.mission, brought, by=member.user)
    except FileRefusedError as error:
        form.add_error("file", str(error))
        return _ask(request, form, status=422)
    return _show(request, member, brought, looked, status=422 if looked.is_refused else 200)


@require_POST
def confirm_file(request: HttpRequest, mission: str) -> HttpResponse:
    """Keep what was looked at. If that would be something else by now, it is shown again."""
    member = membership_or_404(request, mission, OFFICER)
    brought, digest = _sealed(request, member)
    if brought is None:
        messages.error(request, _("This page was open for too long. Choose the file once more."))
        return redirect("desk:import_file", mission)
    try:
        looked = keep(member.mission, brought, digest, by=member.user)
    except FileRefusedError as error:
        again = Event.objects.filter(mission=member.mission, uid=brought.new or uuid4()).first()
        messages.info(request, str(error))
        return (
            redirect("desk:agenda", mission, again.slug) if again else redirect("desk:import_file", mission)
        )
    except MovedOnError:
        looked = look(member.mission, brought, by=member.user)
        return _show(request, member, brought, looked, status=409)
    messages.success(request, SAID[looked.outcome])
    return redirect("desk:agenda", mission, looked.event.slug)


@require_safe
def empty_sheet(request: HttpRequest, mission: str, suffix: str) -> HttpResponse:
    """The headings, and in a workbook a second sheet with the words that the columns take."""
    member = membership_or_404(request, mission)
    return _sheet([headings(member.mission.languages)], suffix, "agenda")


@require_safe
def agenda_sheet(request: HttpRequest, mission: str, slug: str, suffix: str) -> HttpResponse:
    member = membership_or_404(request, mission)
    event = get_object_or_404(Event.objects.all(), mission=member.mission, slug=slug)
    return _sheet(rows(take_snapshot(event)), suffix, event.slug)


def _sheet(agenda: list[tuple[str, ...]], suffix: str, name: str) -> HttpResponse:
    if suffix not in SHEETS:
        raise Http404
    content = write_csv(agenda) if suffix == "csv" else write_xlsx([("Agenda", agenda), ("Words", _words())])
    answer = HttpResponse(content, content_type=SHEETS[suffix])
    answer["Content-Disposition"] = f'attachment; filename="{name}.{suffix}"'
    return answer


def _words() -> list[tuple[str, ...]]:
    lists: dict[str, list[str]] = {
        "kind": list(Kind),
        "role": list(Role),
        "audience": list(Audience),
        "start": ["10:00", "with", "12:00 Asia/Baku"],
        "length": ["7", "7:30", "90 s", "1:30:00"],
    }
    longest = max(map(len, lists.values()))
    columns = [words + [""] * (longest - len(words)) for words in lists.values()]
    return [tuple(lists), *zip(*columns, strict=True)]


def _brought(said: dict[str, Any]) -> Brought:
    file = said["file"]
    brought = read_file(file.name, file.read(), said["encoding"])
    if brought.document is not None:
        return brought
    on = said["on"].isoformat() if said["on"] else ""
    into = str(said["into"].uid) if said["into"] else ""
    return Brought(
        rows=brought.rows,
        read_as=brought.read_as,
        into=into,
        new="" if into else str(uuid4()),
        title=said["title"],
        kind=said["kind"],
        on=on,
    )


def _sealed(request: HttpRequest, member: Member) -> tuple[Brought | None, str]:
    """Return what the member looked at before, as it was given out, signed."""
    try:
        sealed = signing.loads(request.POST.get("sealed", ""), salt=SALT, max_age=GOOD_FOR)
    except signing.BadSignature:
        return None, ""
    if sealed["for"] != [member.user_id, member.mission_id]:
        return None, ""
    return Brought.of(sealed["brought"]), sealed["digest"]


def _ask(request: HttpRequest, form: FileForm, status: int) -> HttpResponse:
    return render(request, "events/desk/import/file.html", {"form": form}, status=status)


def _show(
    request: HttpRequest, member: Member, brought: Brought, looked: Looked, status: int
) -> HttpResponse:
    sealed = {
        "for": [member.user_id, member.mission_id],
        "brought": brought.data,
        "digest": looked.digest,
    }
    context = {
        "brought": brought,
        "looked": looked,
        "report": looked.report,
        "has_moved_on": status == 409,
        "sealed": signing.dumps(sealed, salt=SALT, compress=True),
    }
    return render(request, "events/desk/import/preview.html", context, status=status)
