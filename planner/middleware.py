from collections.abc import Callable

from django.http import HttpRequest, HttpResponse, HttpResponseBadRequest


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
