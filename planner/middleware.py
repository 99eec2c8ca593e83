import re
import secrets
from collections.abc import Callable
from contextlib import suppress
from urllib.parse import urlsplit

import brotli
from django.conf import settings
from django.contrib.auth.middleware import LoginRequiredMiddleware
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse, HttpResponseBadRequest, UnreadablePostError
from django.http.response import HttpResponseBase
from django.middleware.gzip import GZipMiddleware
from django.utils.cache import add_never_cache_headers, patch_vary_headers
from django.utils.translation import gettext as _


class RefuseNulBytes:
    """Answer 400 to an address or a cookie with a NUL byte, which PostgreSQL would answer with an error.

    A cookie may hold one as "\\000" between quotation marks. Form fields refuse NUL bytes themselves.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if "\x00" in request.path_info or "%00" in request.META.get("QUERY_STRING", ""):
            return HttpResponseBadRequest("This address holds a NUL byte.", content_type="text/plain")
        if any("\x00" in value for value in request.COOKIES.values()):
            return HttpResponseBadRequest("A cookie holds a NUL byte.", content_type="text/plain")
        return self.get_response(request)


class WholeRequests:
    """Take a form whole or not at all, and hear out one that is refused.

    A server that does not listen to the rest cuts its answer off: the proxy in front says 502 in its place.
    """

    # What deploy/nginx.conf lets through; who sends more has no proxy in front, and waits for nothing.
    HEARD_OUT = 12 * 2**20
    PIECE = 2**16

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        announced = int(request.META.get("CONTENT_LENGTH") or 0)
        if response.status_code >= 400 and announced <= self.HEARD_OUT:
            with suppress(UnreadablePostError):
                while request.read(self.PIECE):
                    pass
        return response

    def process_view(self, request: HttpRequest, *_view: object) -> HttpResponse | None:
        """Read the form first: the check of its token takes one that broke off for an empty one."""
        try:
            request.POST  # noqa: B018 - to read it
        except UnreadablePostError:
            words = "The request broke off before its end. Nothing of it was kept."
            return HttpResponseBadRequest(words, content_type="text/plain")
        return None


TAKES_BROTLI = re.compile(r"\bbr\b(?!\s*;\s*q=0(?:\.0*)?\s*(?:,|$))")
# As tight as is worth the processor's time for a page that is made anew each time.
BROTLI_QUALITY = 5


class PackedDesk(GZipMiddleware):
    """Pack the pages of the desk. Up to a hundred bytes of their length are by chance, so that it tells nothing.

    An answer to a form, and what stands under ``/desk/account/``, may show a secret: it is sent as it is. An agenda
    says much the same of each item, too far apart for gzip to see: with Brotli it is a quarter less.
    """

    def process_response(self, request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
        found = request.resolver_match
        is_page = (
            request.method == "GET"
            and found is not None
            and found.namespace == "desk"
            and not request.path_info.startswith("/desk/account/")
            and response.get("Content-Type", "").startswith("text/html")
        )
        if not is_page:
            return response
        if TAKES_BROTLI.search(request.headers.get("Accept-Encoding", "")) and isinstance(
            response, HttpResponse
        ):
            patch_vary_headers(response, ("Accept-Encoding",))
            response.content = packed_by_chance(response.content, self.max_random_bytes)
            response["Content-Encoding"] = "br"
            response["Content-Length"] = str(len(response.content))
            return response
        return super().process_response(request, response)


def packed_by_chance(content: bytes, most: int) -> bytes:
    """Return it as Brotli, longer by up to so many bytes (256 at most) that no reader unpacks.

    Between what was flushed to a whole byte and the end stands a block of metadata (RFC 7932, section 9.2).
    """
    packer = brotli.Compressor(quality=BROTLI_QUALITY)
    length = secrets.randbelow(most) + 1
    # Not the last block; no nibble of length, so metadata; its length in one byte.
    head = (3 << 1) | (1 << 4) | (length - 1 << 6)
    skipped = head.to_bytes(2, "little") + secrets.token_bytes(length)
    return b"".join((packer.process(content), packer.flush(), skipped, packer.finish()))


class DeskIsPrivate(LoginRequiredMiddleware):
    """Behind /desk/ everything asks for a login and nothing is kept by a browser or a proxy."""

    # It is called in turn, not awaited: the planner runs under WSGI.
    get_response: Callable[[HttpRequest], HttpResponse]

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if request.path_info.startswith("/desk/"):
            add_never_cache_headers(response)
            # Bootstrap holds the marks of its fields as images within its style sheet.
            response._csp_update = {"img-src": "data:"}  # type: ignore[attr-defined]
        return response

    def process_view(self, request, view_func, view_args, view_kwargs):
        if not request.path_info.startswith("/desk/"):
            return None
        return super().process_view(request, view_func, view_args, view_kwargs)

    def handle_no_permission(self, request, view_func):
        """A script is told, and keeps its page as it is; who sent a form comes back to the page that had it."""
        if request.headers.get("HX-Request") == "true":
            words = _("You are logged out. Log in again.")
            return HttpResponse(words, status=401, content_type="text/plain; charset=utf-8")
        language = getattr(request, "language_before", settings.LANGUAGE_CODE)
        login = (
            settings.LOGIN_URL
            if language == settings.LANGUAGE_CODE
            else f"{settings.LOGIN_URL}?lang={language}"
        )
        if request.method in ("GET", "HEAD"):
            return redirect_to_login(request.get_full_path(), login)
        return redirect_to_login(self.page_before(request), login)

    @staticmethod
    def page_before(request: HttpRequest) -> str:
        """Return the page of the desk that sent the form, if the browser names one of ours."""
        try:
            page = urlsplit(request.headers.get("Referer", ""))
        except ValueError:
            return settings.LOGIN_REDIRECT_URL
        is_ours = page.netloc == request.get_host() and page.path.startswith("/desk/")
        return page.path if is_ours else settings.LOGIN_REDIRECT_URL
