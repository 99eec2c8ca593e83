"""What WeasyPrint would work out anew for each document, and need not."""

from functools import cache
from typing import Any


@cache
def install() -> None:
    """Let this process ask no more than once what an array of glyphs is.

    WeasyPrint writes the number of glyphs into the name of the type, and cffi reads each name that it has not met with
    a parser of C; an array of any length has one name.
    """
    import weasyprint.pdf.fonts as fonts

    fonts.ffi = _ArraysOfAnyLength(fonts.ffi)


class _ArraysOfAnyLength:
    """The library of foreign functions of WeasyPrint, asked for what an array holds, not for how much."""

    def __init__(self, ffi: Any) -> None:
        self._ffi = ffi

    def __getattr__(self, name: str) -> Any:
        return getattr(self._ffi, name)

    def new(self, kind: str, content: Any = None) -> Any:
        if content is not None and kind.endswith("]"):
            kind = f"{kind.partition('[')[0]}[]"
        return self._ffi.new(kind, content)
