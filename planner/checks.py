"""Refuse to start with settings that would leak, forge or lose something."""

import sqlite3
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
# The first that keeps a database whole when two connections write to its WAL at the same moment.
WAL_IS_SAFE_FROM = (3, 51, 3)
MOUNTS = Path("/proc/mounts")
NETWORK_FILE_SYSTEMS = {"nfs", "nfs4", "cifs", "smb3", "smbfs", "fuse.sshfs", "fuse.glusterfs", "ceph", "afs"}
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
    scheme, host = urlsplit(settings.SITE_URL).scheme, urlsplit(settings.SITE_URL).hostname or ""
    if scheme not in {"http", "https"}:
        message = f"SITE_URL must start with http:// or https://, and is {settings.SITE_URL!r}."
        return [Error(message, id="planner.E004")]
    if settings.HTTPS and scheme != "https":
        message = (
            f"HTTPS is on, and SITE_URL is {settings.SITE_URL!r}; printed codes and feeds would point there."
        )
        return [Error(message, hint="Set SITE_URL to the https:// address.", id="planner.E005")]
    if scheme == "http" and not settings.PLAIN_HTTP and not _is_loopback(host):
        message = f"SITE_URL is {settings.SITE_URL!r}: passwords and guests' data would cross the network unprotected."
        hint = (
            "Serve it over https://, or set PLAIN_HTTP=true: administrators are then told of it on each page."
        )
        return [Error(message, hint=hint, id="planner.E012")]
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


@register(TAG)
def sqlite_keeps_what_two_write(**kwargs: Any) -> list[CheckMessage]:
    database = settings.DATABASES["default"]
    asked = str(database.get("OPTIONS", {}).get("init_command", "")).replace(" ", "").upper()
    if "JOURNAL_MODE=WAL" not in asked or sqlite3.sqlite_version_info >= WAL_IS_SAFE_FROM:
        return []
    message = (
        f"SQLite {sqlite3.sqlite_version} can damage a database in WAL mode that two connections write to."
    )
    return [Error(message, hint="Use journal_mode=TRUNCATE, or SQLite 3.51.3.", id="planner.E009")]


@register(TAG)
def media_are_no_static_files(**kwargs: Any) -> list[CheckMessage]:
    static, media = (Path(root).resolve() for root in (settings.STATIC_ROOT, settings.MEDIA_ROOT))
    if not media.is_relative_to(static) and not static.is_relative_to(media):
        return []
    message = (
        f"{media} and {static} lie within each other; what is for members would be handed out to anybody."
    )
    return [Error(message, hint="Keep MEDIA_ROOT and STATIC_ROOT apart.", id="planner.E010")]


@register(TAG)
def sqlite_lies_on_a_disk_of_its_own(**kwargs: Any) -> list[CheckMessage]:
    """As far as the machine tells; where it does not, nothing is refused."""
    database = settings.DATABASES["default"]
    if not database["ENGINE"].endswith("sqlite3") or not MOUNTS.is_file():
        return []
    lies = Path(str(database["NAME"])).resolve()
    mounts = [line.split()[1:3] for line in MOUNTS.read_text(encoding="utf-8").splitlines()]
    above = [(len(at), kind) for at, kind in mounts if lies.is_relative_to(at.replace("\\040", " "))]
    kind = max(above, default=(0, ""))[1]
    if kind not in NETWORK_FILE_SYSTEMS:
        return []
    message = f"The database {lies} lies on a network file system ({kind}), whose locks SQLite cannot trust."
    return [Error(message, hint="Keep it on a local disk, or use PostgreSQL.", id="planner.E011")]
