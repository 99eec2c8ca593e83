"""Addresses asked as a server asks for them, and what an answer costs whatever it says."""

from collections.abc import Callable
from io import BytesIO
from typing import Any

from django.conf import settings
from django.core.handlers.wsgi import WSGIHandler
from django.http import HttpRequest, HttpResponse


class Instead(WSGIHandler):
    """Finds the view of an address through the same middleware, and answers in its place."""

    def __init__(self, octets: bytes = b"", **headers: str) -> None:
        super().__init__()
        self.octets, self.headers = octets, headers

    def resolve_request(
        self, request: HttpRequest
    ) -> tuple[Callable[..., HttpResponse], tuple[()], dict[str, Any]]:
        super().resolve_request(request)
        return lambda request: HttpResponse(self.octets, headers=self.headers), (), {}


def asked(handler: WSGIHandler, address: str, status: int = 200, **headers: str) -> HttpResponse:
    """Raises ValueError for another status."""
    path, _, query = address.partition("?")
    environ = {
        "REQUEST_METHOD": "GET",
        "PATH_INFO": path,
        "QUERY_STRING": query,
        "SERVER_NAME": settings.ALLOWED_HOSTS[0],
        "SERVER_PORT": "443",
        "HTTP_HOST": settings.ALLOWED_HOSTS[0],
        "wsgi.url_scheme": "https",
        "wsgi.input": BytesIO(),
        **headers,
    }
    response = handler(environ, lambda status, headers: None)
    response.close()
    if response.status_code != status:
        raise ValueError(f"{address} answers {response.status_code}.")
    return response
