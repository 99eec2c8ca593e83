"""All documents of an event as they will lie on the table, page by page, before anything is printed."""

from dataclasses import dataclass
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from events.exports import FORMATS, URDU
from events.exports.pdf.errors import NotSetError
from events.exports.pdf.images import NARROW, WIDTH, Page, pages_of
from events.models import Event, Member
from events.page_images import MARK, WIDE, draw_page, kept_page
from events.programme.choices import Audience
from events.views.access import membership_or_404
from events.views.event_frame import address_of, event_or_404, framed
from events.views.frame import wants_fragment
from events.views.print_again import to_print_again
from events.views.print_choice import DOCUMENTS, EDITABLES, NOT_DRAWN, Choice, choice_of, choice_or_404


@dataclass(frozen=True, slots=True)
class Document:
    """A document on the page; without ``pages`` and ``why_not`` it is still to be made."""

    name: str
    title: str | Promise
    about: str | Promise
    for_staff: bool
    languages: tuple[str, ...]
    address: str
    pdf: str
    editable: str
    stays_in_naskh: bool
    pages: tuple[tuple[Page, str], ...] = ()
    why_not: str | Promise = ""


@require_safe
def preview(request: HttpRequest, mission: str, slug: str) -> HttpResponse:
    """The choice and a card for each document; each card asks for its pages when it comes into sight."""
    member = membership_or_404(request, mission)
    event = event_or_404(member, slug)
    form, choice, problem = choice_of(request, event)
    context = framed(request, member, event, "print") | {"form": form, "choice": choice, "refused": problem}
    if choice and form:
        asked = form.cleaned_data["document"]
        suiting = [name for name, printed in DOCUMENTS.items() if printed.suits(choice.programme)]
        names = [asked] if asked else suiting
        context["documents"] = [_waiting(event, choice, name) for name in names]
        context["release"] = choice.release
        context["again"] = to_print_again(event, choice)
    refused = form is not None and not form.is_valid()
    return render(request, "events/desk/print/print.html", context, status=422 if refused else 200)


@require_safe
def document(request: HttpRequest, mission: str, slug: str, name: str) -> HttpResponse:
    """One document with its pages, or why it cannot be made."""
    member, event, choice = _asked(request, mission, slug, name)
    context: dict[str, Any] = framed(request, member, event, "print")
    context |= {"document": _made(event, choice, name), "choice": choice, "release": choice.release}
    template = "_document.html" if wants_fragment(request) else "document.html"
    response = render(request, f"events/desk/print/{template}", context)
    response["Vary"] = "HX-Request"
    return response


@require_safe
def page_image(request: HttpRequest, mission: str, slug: str, name: str, page: int) -> HttpResponse:
    """A page as WebP; the one with the mark that the address names is at hand without the document."""
    event = event_or_404(membership_or_404(request, mission), slug)
    width = NARROW if request.GET.get(WIDE) == str(NARROW) else WIDTH
    drawn = kept_page(event.pk, request.GET.get(MARK, ""), page, width)
    if not drawn:
        _member, _event, choice = _asked(request, mission, slug, name)
        try:
            drawn = draw_page(event.pk, _octets(choice, name), page, width)
        except NotSetError:
            raise Http404(NOT_DRAWN) from None
    if not drawn.image:
        raise Http404(_("The document has no such page."))
    return HttpResponse(drawn.image, content_type="image/webp")


@require_safe
def pdf(request: HttpRequest, mission: str, slug: str, name: str) -> HttpResponse:
    _member, event, choice = _asked(request, mission, slug, name)
    content = _octets(choice, name)
    version = f"release-{choice.release.number}" if choice.release else "draft"
    said = [event.slug, name, *choice.languages_of(name), *choice.copy, version]
    file_name = f"{'-'.join(said)}.pdf"
    headers = {"Content-Disposition": f'inline; filename="{file_name}"'}
    return HttpResponse(content, content_type=FORMATS[name].media_type, headers=headers)


@require_safe
def editable(request: HttpRequest, mission: str, slug: str, name: str) -> HttpResponse:
    """The document as a file for hands to change; its name says that it leaves the release."""
    _member, event, choice = _asked(request, mission, slug, name)
    if name not in EDITABLES:
        raise Http404(_("There is no such document."))
    format_ = FORMATS[EDITABLES[name]]
    content = _octets(choice, format_.name)
    version = f"after-release-{choice.release.number}" if choice.release else "from-draft"
    said = "-".join([event.slug, name, *choice.languages_of(format_.name), "edited", version])
    headers = {"Content-Disposition": f'attachment; filename="{said}.{format_.suffix}"'}
    return HttpResponse(content, content_type=format_.media_type, headers=headers)


def _asked(request: HttpRequest, mission: str, slug: str, name: str) -> tuple[Member, Event, Choice]:
    member = membership_or_404(request, mission)
    event = event_or_404(member, slug)
    if name not in DOCUMENTS:
        raise Http404(_("There is no such document."))
    return member, event, choice_or_404(request, event)


def _octets(choice: Choice, name: str) -> bytes:
    octets, why_not = choice.file_or_why(name)
    if why_not:
        raise Http404(why_not)
    return octets


def _waiting(event: Event, choice: Choice, name: str, **made: Any) -> Document:
    printed = DOCUMENTS[name]
    return Document(
        name=name,
        title=printed.title,
        about=printed.about,
        for_staff=printed.audience is Audience.STAFF,
        languages=choice.languages_of(name),
        address=address_of("print_document", event, name) + choice.query,
        pdf=address_of("print_pdf", event, name) + choice.query,
        stays_in_naskh=choice.wishes.nastaliq
        and URDU in choice.languages_of(name)
        and not printed.in_nastaliq,
        editable=address_of("print_editable", event, name) + choice.query if name in EDITABLES else "",
        **made,
    )


def _made(event: Event, choice: Choice, name: str) -> Document:
    octets, why_not = choice.file_or_why(name)
    try:
        pages = pages_of(octets) if octets else []
    except NotSetError:
        pages, why_not = [], NOT_DRAWN
    images = [address_of("print_page", event, name, page.number) + choice.query for page in pages]
    return _waiting(event, choice, name, pages=tuple(zip(pages, images, strict=True)), why_not=why_not)
