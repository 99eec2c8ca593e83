from collections.abc import Callable

from django.contrib.auth.middleware import LoginRequiredMiddleware
from django.http import HttpRequest, HttpResponse, HttpResponseBadRequest
from django.utils.cache import add_never_cache_headers


class RefuseNulBytes:
    """Answer 400 to an address with a NUL byte, which PostgreSQL would answer with an error.

    Form fields refuse NUL bytes themselves.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if "\x00" in request.path_info or "%00" in request.META.get("QUERY_STRING", ""):
            return HttpResponseBadRequest("This address holds a NUL byte.", content_type="text/plain")
        return self.get_response(request)


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
