"""What a request sends: all that it announced, or an error."""

from collections.abc import Callable, Iterable
from typing import Any

Application = Callable[[dict[str, Any], Callable[..., Any]], Iterable[bytes]]


class WholeBody:
    """A body in which an early end is a broken connection. WSGI ends it there like any other, and half a form is one.

    Django asks for no more than was announced, and never in lines without a limit.
    """

    def __init__(self, body: Any) -> None:
        self.body = body

    def read(self, size: int) -> bytes:
        return self._whole(self.body.read(size), size)

    def readline(self, size: int) -> bytes:
        line = self.body.readline(size)
        return line if line.endswith(b"\n") else self._whole(line, size)

    @staticmethod
    def _whole(octets: bytes, size: int) -> bytes:
        if len(octets) < size:
            raise ConnectionAbortedError("The request broke off before its announced end.")
        return octets


def with_whole_bodies(application: Application) -> Application:
    def answer(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        return application({**environ, "wsgi.input": WholeBody(environ["wsgi.input"])}, start_response)

    return answer
