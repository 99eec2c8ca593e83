"""Refuse to start with settings that would leak, forge or lose something."""

from ipaddress import ip_address
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.core.checks import CheckMessage, Error, register, run_checks
from django.core.exceptions import ImproperlyConfigured

TAG = "planner"
FONTS = Path(settings.BASE_DIR) / "events" / "exports" / "pdf" / "fonts"
FONT_SUFFIXES = {".ttf", ".otf", ".woff2"}
AUTHENTICATION = "django.contrib.auth.middleware.AuthenticationMiddleware"
MISSION_SCOPE = "events.scoping.MissionScopeMiddleware"
SAMPLE_WORDS = ("change-me", "changeme", "django-insecure", "example", "sample", "secret-key")


def refuse_unsafe_start() -> None:
    """Run the checks where no management command does: in a web process."""
    errors = [error for error in run_checks(tags=[TAG]) if error.is_serious()]
    if errors:
        raise ImproperlyConfigured(" ".join(f"{error.msg} ({error.id})" for error in errors))


def _is_loopback(host: str) -> bool:
    if host == "localhost" or host.endswith(".localhost"):
        return True
    try:
        return ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False


@register(TAG)
def debug_stays_at_home(**kwargs: Any) -> list[CheckMessage]:
    strangers = [host for host in settings.ALLOWED_HOSTS if not _is_loopback(host)]
    if not (settings.DEBUG and strangers):
        return []
    message = f"DEBUG shows settings and code to strangers, and ALLOWED_HOSTS has {', '.join(strangers)}."
    return [Error(message, hint="Unset DEBUG, or allow local hosts alone.", id="planner.E001")]


@register(TAG)
def secret_key_is_secret(**kwargs: Any) -> list[CheckMessage]:
    key = settings.SECRET_KEY
    if len(key) >= 50 and len(set(key)) >= 5 and not any(word in key.lower() for word in SAMPLE_WORDS):
        return []
    message = "SECRET_KEY is too short or a sample; whoever knows it can sign in as anybody."
    return [Error(message, hint="Set 50 random characters or more.", id="planner.E002")]


@register(TAG)
def hosts_are_named(**kwargs: Any) -> list[CheckMessage]:
    if "*" not in settings.ALLOWED_HOSTS:
        return []
    message = "ALLOWED_HOSTS has *, so that a stranger's host name gets into links and mails."
    return [Error(message, hint="Name the hosts.", id="planner.E003")]


@register(TAG)
def site_url_is_public(**kwargs: Any) -> list[CheckMessage]:
    scheme = urlsplit(settings.SITE_URL).scheme
    if scheme not in {"http", "https"}:
        message = f"SITE_URL must start with http:// or https://, and is {settings.SITE_URL!r}."
        return [Error(message, id="planner.E004")]
    if settings.HTTPS and scheme != "https":
        message = (
            f"HTTPS is on, and SITE_URL is {settings.SITE_URL!r}; printed codes and feeds would point there."
        )
        return [Error(message, hint="Set SITE_URL to the https:// address.", id="planner.E005")]
    return []


@register(TAG)
def fonts_are_bundled(**kwargs: Any) -> list[CheckMessage]:
    if FONTS.is_dir() and any(path.suffix in FONT_SUFFIXES for path in FONTS.rglob("*")):
        return []
    message = "The bundled fonts are missing; programmes would print in whatever the machine has."
    return [Error(message, hint=f"Restore {FONTS}.", id="planner.E006")]


@register(TAG)
def missions_are_kept_apart(**kwargs: Any) -> list[CheckMessage]:
    order = list(settings.MIDDLEWARE)
    if {AUTHENTICATION, MISSION_SCOPE} <= set(order) and order.index(AUTHENTICATION) < order.index(
        MISSION_SCOPE
    ):
        return []
    message = f"MIDDLEWARE needs {MISSION_SCOPE} after {AUTHENTICATION}; it keeps each mission to its own."
    return [Error(message, id="planner.E007")]


@register(TAG)
def cache_is_shared(**kwargs: Any) -> list[CheckMessage]:
    local = settings.CACHES["default"]["BACKEND"].endswith("LocMemCache")
    if not (local and settings.WEB_CONCURRENCY > 1):
        return []
    message = "Each web process would have a cache of its own, and limits on guessing would count in each."
    return [Error(message, hint="Unset CACHE_URL, or name Redis or Valkey in it.", id="planner.E008")]
