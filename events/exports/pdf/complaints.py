"""What WeasyPrint only logs while it draws, as errors."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager

from events.exports.pdf.errors import DrawingError, MissingGlyphError

MISSING_GLYPH = ".notdef glyph rendered"


class Complaints(logging.Handler):
    """Keeps what is said, at once: other handlers may mask or fold a record afterwards."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.missing: set[str] = set()
        self.others: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        if str(record.msg).startswith(MISSING_GLYPH) and isinstance(record.args, tuple):
            self.missing.add(str(record.args[0]))
        else:
            self.others.append(record.getMessage())

    def raise_any(self) -> None:
        if self.missing:
            raise MissingGlyphError(self.missing)
        if self.others:
            raise DrawingError("; ".join(self.others))


@contextmanager
def complaints_of_weasyprint() -> Iterator[Complaints]:
    """Collect what WeasyPrint only logs: a missing glyph or picture must not pass for a finished sheet."""
    logger, complaints = logging.getLogger("weasyprint"), Complaints()
    level = logger.level
    logger.setLevel(logging.WARNING)
    logger.addHandler(complaints)
    try:
        yield complaints
    finally:
        logger.removeHandler(complaints)
        logger.setLevel(level)
