"""What WeasyPrint only logs while it draws: a missing glyph or picture must not pass for a finished sheet."""

import logging

MISSING_GLYPH = ".notdef glyph rendered"


class Complaints(logging.Handler):
    """Keeps what is said, at once: other handlers may mask or fold a record afterwards."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.missing: set[str] = set()
        self.others: list[str] = []

    def listen(self) -> None:
        """Hear WeasyPrint from now on, in the place of whoever did."""
        logger = logging.getLogger("weasyprint")
        logger.handlers = [self]
        logger.propagate = False
        logger.setLevel(logging.WARNING)

    def emit(self, record: logging.LogRecord) -> None:
        if str(record.msg).startswith(MISSING_GLYPH) and isinstance(record.args, tuple):
            self.missing.add(str(record.args[0]))
        else:
            self.others.append(record.getMessage())
