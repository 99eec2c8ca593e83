"""Keep the secret part of addresses out of every log: private calendars, invitations, addresses, new passwords."""

import logging
import re
from typing import Any

from gunicorn.glogging import Logger

# An address stands in another one too, as where a login leads back to it: written with %2F there, or with %252F.
SECRET = re.compile(
    "(/calendars/private/|/desk/account/(?:invitation|address)/|/desk/account/password/reset/(?=[0-9a-z]+-))"
    "(?:(?!/)[^\\s?&\"'])+".replace("/", "(?:/|%(?:25)*2f)"),
    re.IGNORECASE,
)


def masked(text: str) -> str:
    return SECRET.sub(r"\1***", text)


class MaskSecrets(logging.Filter):
    def filter(self, record: logging.LogRecord) -> bool:
        record.msg = masked(record.getMessage())
        record.args = None
        return True


class RefusalsInOneLine(logging.Filter):
    """What a request was refused for is said in the line: where in Django that was helps nobody, and fills the disk."""

    def filter(self, record: logging.LogRecord) -> bool:
        if record.name.startswith("django.security") or (
            record.name == "django.request" and record.levelno < logging.ERROR
        ):
            record.exc_info = None
        return True


def log_to_console(level: str) -> dict[str, Any]:
    """Return the setting LOGGING: one line each, without secrets."""
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "filters": {
            "secrets": {"()": "planner.logs.MaskSecrets"},
            "refusals": {"()": "planner.logs.RefusalsInOneLine"},
        },
        "formatters": {"line": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"}},
        "handlers": {
            "console": {
                "class": "logging.StreamHandler",
                "formatter": "line",
                "filters": ["secrets", "refusals"],
            }
        },
        "root": {"handlers": ["console"], "level": level},
        "loggers": {
            # Who did what is noted however quiet the rest is.
            "planner.audit": {"level": "INFO"},
            # Django's own handlers would print each line a second time, unmasked.
            "django": {"handlers": [], "propagate": True},
            "django.server": {"handlers": [], "propagate": True},
            # It tells every step of every font that it cuts down.
            "fontTools": {"level": "WARNING"},
            # It tells every step of every page.
            "weasyprint.progress": {"level": "WARNING"},
        },
    }


class AccessLogger(Logger):
    """Gunicorn's logger, which is named on its command line and knows nothing of Django's settings."""

    def atoms(self, resp: Any, req: Any, environ: Any, request_time: Any) -> dict[str, Any]:
        atoms = super().atoms(resp, req, environ, request_time)
        return {name: masked(value) if isinstance(value, str) else value for name, value in atoms.items()}
