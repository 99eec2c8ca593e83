"""The preparation of an event: its tasks, done or overdue, as a card of its page and as a page of its own."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from events.forms.preparation import TaskForm
from events.models import Event, Member, Task
from events.operations import preparation as deeds
from events.operations.stale import StaleError
from events.programme.choices import EventKind
from events.programme.languages import LANGUAGES
from events.programme.preparation import State, duties_for
from events.views import once
from events.views.access import membership_or_404
from events.views.event_frame import address_of, event_or_404, framed
from events.views.event_versions import number
from events.views.frame import wants_fragment

OFFICER = Member.Role.OFFICER


@dataclass(frozen=True)
class Line:
    """A task as the card shows it today."""

    task: Task
    words: str
    source: str
    due: date | None
    state: State


@dataclass(frozen=True)
class Preparation:
    """What an event's card shows. ``lacks`` says whether there are usual tasks that it has not."""

    lines: Sequence[Line]
    lacks: bool

    @property
    def done(self) -> int:
        return sum(line.state is State.DONE for line in self.lines)


def preparation_of(event: Event, today: date) -> Preparation:
    """Return the tasks, the earliest first, what waits for the event's day last."""
    tasks = Task.objects.filter(event=event).select_related("event", "done_by")
    language = _language()
    lines = [
        Line(task, task.words(language), task.source(language), task.due, task.state(today)) for task in tasks
    ]
    usual = {duty.key for duty in duties_for(EventKind(event.kind))}
    lacks = not usual <= {task.rule for task in tasks}
    return Preparation(sorted(lines, key=_by_day), lacks)


def today_at(event: Event) -> date:
    return timezone.localdate(timezone=ZoneInfo(event.mission.zone))


@require_http_methods(["GET", "HEAD", "POST"])
def preparation(request: HttpRequest, mission: str, slug: str) -> HttpResponse:
    """The tasks; sent to, one more."""
    adds = request.method == "POST"
    member = membership_or_404(request, mission, OFFICER if adds else Member.Role.VIEWER)
    event = event_or_404(member, slug)
    form = TaskForm(request.POST if adds else None)
    if not adds or not form.is_valid():
        return _page(request, member, event, form, status=422 if adds else 200)
    if not once.begin(request)[0]:
        return _kept(request, member, event, _("This entry was saved already."))
    deeds.add_task(event, by=member.user, **form.values)
    once.done(request, "added")
    return _kept(request, member, event, _("The task is added."))


@require_POST
def propose(request: HttpRequest, mission: str, slug: str) -> HttpResponse:
    member = membership_or_404(request, mission, OFFICER)
    event = event_or_404(member, slug)
    deeds.propose_tasks(event, by=member.user)
    return _kept(request, member, event, _("The usual tasks are added."))


@require_POST
def tick(request: HttpRequest, mission: str, slug: str, pk: int) -> HttpResponse:
    """Done, or open again."""
    member = membership_or_404(request, mission, OFFICER)
    event = event_or_404(member, slug)
    task = get_object_or_404(Task, event=event, pk=pk)
    if request.POST.get("done") == "no":
        deeds.reopen_task(task, by=member.user)
        return _kept(request, member, event, _("The task is open again."))
    deeds.finish_task(task, by=member.user, now=timezone.now())
    return _kept(request, member, event, _("The task is done."))


@require_http_methods(["GET", "HEAD", "POST"])
def task(request: HttpRequest, mission: str, slug: str, pk: int) -> HttpResponse:
    """Other words or another day for a task; or the task is taken out."""
    member = membership_or_404(request, mission, OFFICER)
    event = event_or_404(member, slug)
    found = get_object_or_404(Task, event=event, pk=pk)
    form = TaskForm(request.POST if request.method == "POST" else None, task=found, language=_language())
    if request.method != "POST":
        return _task_page(request, member, event, found, form)
    version = number(request.POST)
    try:
        if "remove" in request.POST:
            deeds.remove_task(found, version, by=member.user)
            return _kept(request, member, event, _("The task is taken out."))
        if not form.is_valid():
            return _task_page(request, member, event, found, form, version=version, status=422)
        deeds.change_task(found, version, by=member.user, **form.values)
    except StaleError as error:
        return _task_page(request, member, event, found, form, theirs=error.kept, status=409)
    return _kept(request, member, event, _("The task is changed."))


def _page(
    request: HttpRequest, member: Member, event: Event, form: TaskForm, status: int = 200
) -> HttpResponse:
    context = framed(request, member, event, "event")
    context |= {"preparation": preparation_of(event, today_at(event)), "task_form": form}
    context |= {"preparation_page": _sender(request), "once": once.new_key()}
    part = "_preparation.html" if wants_fragment(request) else "preparation.html"
    return render(request, f"events/desk/event/{part}", context, status=status)


def _task_page(
    request: HttpRequest,
    member: Member,
    event: Event,
    found: Task,
    form: TaskForm,
    *,
    version: int | None = None,
    theirs: Any = None,
    status: int = 200,
) -> HttpResponse:
    """With ``theirs``, what another has kept meanwhile, sending again puts what was typed in its place."""
    context = framed(request, member, event, "event")
    context |= {"form": form, "version": found.version if version is None else version}
    context |= {"source": found.source(_language())}
    if theirs:
        kept = {"version": theirs.version, "theirs": theirs.words(_language()), "theirs_due": theirs.due}
        context |= kept
    return render(request, "events/desk/event/task.html", context, status=status)


def _kept(request: HttpRequest, member: Member, event: Event, told: str) -> HttpResponse:
    """The card alone for htmx, else back to the page that sent it."""
    if wants_fragment(request):
        return _page(request, member, event, TaskForm())
    messages.success(request, told)
    return redirect(f"{address_of(_sender(request), event)}#preparation")


def _sender(request: HttpRequest) -> str:
    """The page on which the card stood."""
    return "preparation" if request.POST.get("page") == "preparation" else "event"


def _by_day(line: Line) -> tuple[bool, date, int]:
    waits = line.task.days or 0
    return line.due is None, line.due or date.min + timedelta(days=2000 + waits), line.task.pk


def _language() -> str:
    language = get_language() or "en"
    return language if language in LANGUAGES else "en"
