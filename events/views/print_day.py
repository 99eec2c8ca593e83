"""All that is printed for the day: how many of what, and the one file of it."""

from collections.abc import Iterator, Mapping
from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.functional import Promise
from django.utils.text import format_lazy
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from events.exports import PDF, Copies, Printed
from events.exports.wishes import NO_WISHES, Wishes
from events.forms.print_choice import DRAFT
from events.forms.print_day import WORKED_OUT, Counted, PrintDayForm
from events.models import Event, Member, Release
from events.programme.alternat import alternating
from events.programme.choices import Audience
from events.programme.value import Programme
from events.views.access import membership_or_404
from events.views.event_frame import event_or_404, framed, working_copy
from events.views.print_choice import DOCUMENTS, Choice

USUAL_COPIES: dict[Copies, int] = {Copies.ONE: 1, Copies.NONE: 0}


@require_safe
def day(request: HttpRequest, mission: str, slug: str) -> HttpResponse:
    member = membership_or_404(request, mission)
    event = event_or_404(member, slug)
    form, programme, _release = _asked(request, event)
    return _page(request, member, event, form, programme)


@require_safe
def day_pdf(request: HttpRequest, mission: str, slug: str) -> HttpResponse:
    """The file; what cannot be printed is said at its field."""
    member = membership_or_404(request, mission)
    event = event_or_404(member, slug)
    form, programme, release = _asked(request, event)
    if form is None or programme is None:
        return _page(request, member, event, form, programme)
    content = _bundled(form, programme, release) if form.is_valid() else b""
    if content:
        version = f"release-{release.number}" if release else DRAFT
        headers = {"Content-Disposition": f'inline; filename="{event.slug}-day-{version}.pdf"'}
        return HttpResponse(content, content_type=PDF, headers=headers)
    return _page(request, member, event, form, programme, status=422)


def _asked(
    request: HttpRequest, event: Event
) -> tuple[PrintDayForm | None, Programme | None, Release | None]:
    """Return the form, and what is printed: the last release unless another one or the working copy is asked for."""
    releases = list(Release.objects.filter(event=event).order_by("-number"))
    wanted = request.GET.get("release") or (str(releases[0].number) if releases else DRAFT)
    release = next((each for each in releases if str(each.number) == wanted), None)
    if release is None and wanted != DRAFT:
        raise Http404(_("There is no such release."))
    programme = release.programme if release else working_copy(event)[0]
    if programme is None:
        return None, None, None
    asked: Mapping[str, Any] = request.GET
    if "anew" in asked:
        asked = {name: asked[name] for name in WORKED_OUT if name in asked}
    form = PrintDayForm(
        asked,
        releases=releases,
        release=wanted,
        documents=[
            Counted(
                name,
                printed.title,
                USUAL_COPIES.get(printed.copies, printed.copies),
                _tongues(programme, printed.most_languages),
            )
            for name, printed in DOCUMENTS.items()
            if printed.suits(programme)
        ],
        team=_team(programme),
        alternates=bool(alternating(programme)),
    )
    return form, programme, release


def _tongues(programme: Programme, most: int) -> tuple[tuple[str, ...], ...]:
    """Return each language alone, its own first, and where a sheet holds two, the own one with each other one."""
    own = programme.own_language
    others = [language for language in programme.languages if language != own]
    pairs = [(own, language) for language in others] if most > 1 else []
    return ((own,), *((language,) for language in others), *pairs)


def _team(programme: Programme) -> int:
    """Return how many officers are named as responsible, one at least."""
    held = [programme, *programme.children]
    return max(1, len({item.responsible for event in held for item in event.items if item.responsible}))


def _bundled(form: PrintDayForm, programme: Programme, release: Release | None) -> bytes:
    """Return the file; nothing, with the errors in the form, where a document of it cannot be made."""
    # Imported here, as formats are: a process that prints nothing does not pay for it.
    from events.exports.pdf.day import MOST_PAGES, Pile, TooManyPagesError, bundle

    piles = []
    for name, languages, copies in form.copies:
        printed = DOCUMENTS[name]
        for title, count, wishes in _copies(form, programme, printed, copies):
            octets, why_not = Choice(programme, release, languages, wishes).file_or_why(name)
            if why_not:
                form.refuse(name, languages, why_not)
                break
            piles.append(Pile(title, languages, octets, count, printed.two_sided, printed.on_card))
    if form.errors:
        return b""
    try:
        return bundle(programme, programme.own_language, settings.SITE_URL, piles)
    except TooManyPagesError:
        form.add_error(None, _("These are more than %(most)s pages. Make two files.") % {"most": MOST_PAGES})
        return b""


def _copies(
    form: PrintDayForm, programme: Programme, printed: Printed, copies: int
) -> Iterator[tuple[str | Promise, int, Wishes]]:
    """What is printed of a document: the copies for all, and each host's own of what guests are given."""
    yield printed.title, copies, NO_WISHES
    own = form.cleaned_data.get("own") or 0
    if printed.audience is not Audience.PUBLIC or not own:
        return
    for host in alternating(programme):
        name = host.organisation.name.wording(programme.own_language, programme.languages)
        title = format_lazy(gettext_lazy("{document}, copy for {host}"), document=printed.title, host=name)
        yield title, own, Wishes(copy_for=host.organisation.uid)


def _page(
    request: HttpRequest,
    member: Member,
    event: Event,
    form: PrintDayForm | None,
    programme: Programme | None,
    status: int = 200,
) -> HttpResponse:
    context: dict[str, Any] = framed(request, member, event, "print")
    context |= {"form": form, "is_draft": programme is not None and programme.release is None}
    return render(request, "events/desk/print/day.html", context, status=status)
