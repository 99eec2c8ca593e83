"""The language of a page comes from its address alone: no cookie, no header of the browser."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import wraps
from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override
from django.views.decorators.gzip import gzip_page
from django.views.decorators.http import conditional_page, require_safe

from events.programme.languages import LANGUAGES
from events.templatetags.addresses import SITE_LANGUAGE
from events.views.packed import CACHING


def public_page(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """A page for everybody: GET and HEAD, answered with 304 where nothing changed, compressed.

    It holds no secret, so compressing it gives none away.
    """
    return wraps(view)(require_safe(gzip_page(conditional_page(view))))


@dataclass(frozen=True, slots=True)
class PageLanguage:
    """The language of a page among those that the page has; its own one is not said in the address."""

    code: str
    own: str = SITE_LANGUAGE
    available: Sequence[str] = field(default_factory=lambda: tuple(LANGUAGES))

    def query(self, code: str) -> dict[str, str]:
        return {} if code == self.own else {"lang": code}


def page_language(
    request: HttpRequest, own: str = SITE_LANGUAGE, available: Sequence[str] | None = None
) -> PageLanguage:
    """Return the language that the address asks for. Raises Http404 where the page does not have it."""
    available = tuple(LANGUAGES) if available is None else available
    code = request.GET.get("lang", own)
    if code not in available:
        raise Http404(format_lazy(_("This page is not there in the language “{}”."), code[:20]))
    return PageLanguage(code, own, available)


def answer(
    request: HttpRequest, template: str, context: dict[str, Any], language: PageLanguage, status: int = 200
) -> HttpResponse:
    """Render a page in its language, with its addresses in the others."""
    with override(language.code):
        page = render_to_string(template, {**context, **_frame(request, language)}, request)
    headers = {"Content-Language": language.code, "Cache-Control": CACHING}
    return HttpResponse(page, status=status, headers=headers)


def _frame(request: HttpRequest, language: PageLanguage) -> dict[str, Any]:
    here = f"{settings.SITE_URL}{request.path}"
    kept = {key: value for key, value in request.GET.items() if key != "lang"}
    return {
        "language": language.code,
        "site": settings.SITE_URL,
        "canonical": _with_query(here, language.query(language.code)),
        "alternates": [(code, _with_query(here, language.query(code))) for code in language.available],
        "default_address": here,
        "switches": [
            (code, _with_query(request.path, {**kept, **language.query(code)}), code == language.code)
            for code in language.available
        ],
    }


def _with_query(address: str, query: dict[str, str]) -> str:
    return f"{address}?{urlencode(query)}" if query else address
