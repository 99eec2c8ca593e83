"""Keep the secret part of private calendar addresses out of every log."""

import logging
import re
from typing import Any

from gunicorn.glogging import Logger

PRIVATE_CALENDAR = re.compile(r"(/calendars/private/)[^/\s?\"']+")


def masked(text: str) -> str:
    return PRIVATE_CALENDAR.sub(r"\1***", text)


class MaskSecrets(logging.Filter):
    def filter(self, record: logging.LogRecord) -> bool:
        record.msg = masked(record.getMessage())
        record.args = None
        return True


class AccessLogger(Logger):
    """Gunicorn's logger, which is named on its command line and knows nothing of Django's settings."""

    def atoms(self, resp: Any, req: Any, environ: Any, request_time: Any) -> dict[str, Any]:
        atoms = super().atoms(resp, req, environ, request_time)
        return {name: masked(value) if isinstance(value, str) else value for name, value in atoms.items()}
