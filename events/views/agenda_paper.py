"""The printed programme as the working copy gives it now: a page of its PDF, seen beside the agenda."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from events.exports.pdf.errors import NotSetError
from events.exports.pdf.images import NARROW, WIDTH, Page
from events.exports.wishes import NO_WISHES
from events.models import Event
from events.page_images import MARK, WIDE, draw_page, mark_of
from events.programme.languages import LANGUAGES
from events.views.access import membership_or_404
from events.views.agenda import event_or_404, wants_fragment
from events.views.event_frame import address_of, working_copy
from events.views.numbers import whole_number
from events.views.print_choice import NOT_DRAWN, Choice

DOCUMENT = "a4"


@require_safe
def paper(request: HttpRequest, mission: str, slug: str) -> HttpResponse:
    """One page of the A4 programme in one language, for members; it says DRAFT."""
    member = membership_or_404(request, mission)
    event = event_or_404(member, slug)
    language = _language(event, request.GET.get("wording", ""))
    context: dict[str, Any] = {
        "event": event,
        "member": member,
        "language_of_sheet": language,
        "drawn_at": timezone.now(),
        "zone": event.zone,
    }
    beside = wants_fragment(request)
    context |= _drawn(event, language, request.GET.get("page", ""), NARROW if beside else WIDTH)
    template = "_paper.html" if beside else "paper.html"
    response = render(request, f"events/desk/agenda/{template}", context)
    response["Vary"] = "HX-Request"
    return response


def _language(event: Event, asked: str) -> str:
    offered = [code for code in event.languages if code in LANGUAGES] or ["en"]
    return asked if asked in offered else offered[0]


def _drawn(event: Event, language: str, asked: str, width: int) -> dict[str, Any]:
    """Return the page asked for and its image, drawn as wide as it will be shown, or why there is none."""
    programme, problem = working_copy(event)
    if programme is None:
        return {"refused": problem}
    choice = Choice(programme, None, (language,), NO_WISHES)
    octets, why_not = choice.file_or_why(DOCUMENT)
    if why_not:
        return {"refused": why_not}
    # The image is asked for at once, and the document is at hand now.
    try:
        page, pages = _nearest_page(event, octets, max(whole_number(asked) or 1, 1), width)
    except NotSetError:
        return {"refused": NOT_DRAWN}
    # Another sheet has another address, or a browser would go on showing the one before.
    mark = f"{'&' if choice.query else '?'}{MARK}={mark_of(octets)}"
    image = address_of("print_page", event, DOCUMENT, page.number) + choice.query + mark
    return {
        "page": page,
        "pages": pages,
        "image": image,
        "narrow": f"{image}&{WIDE}={NARROW}" if width == NARROW else "",
        "narrow_width": NARROW,
        "pdf": address_of("print_pdf", event, DOCUMENT) + choice.query,
    }


def _nearest_page(event: Event, pdf: bytes, number: int, width: int) -> tuple[Page, int]:
    """Draw the page with this number, the last one where there are fewer; return it, and how many there are."""
    pages = draw_page(event.pk, pdf, number, width).pages
    if number > len(pages):
        number = len(pages)
        draw_page(event.pk, pdf, number, width)
    return pages[number - 1], len(pages)
