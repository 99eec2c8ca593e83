"""What may be wrong with an installation, each with what cures it. Nothing is changed by looking."""

import ctypes.util
import json
import sqlite3
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path
from tempfile import TemporaryFile
from uuid import uuid4

from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core.cache import cache
from django.core.checks import run_checks
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.mail import get_connection
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from events import disk
from events.models import ReleaseFile
from planner import overdue
from planner.backups.postgresql import missing_program
from planner.checks import FONTS
from planner.proxies import proxies

LIBRARIES = ("pango-1.0", "pangoft2-1.0", "harfbuzz-subset", "fontconfig")
NEVER_COLLECTED = ["CVS", ".*", "*~"]
# Years in which this code cannot have been installed: the clock of a machine without a battery.
BUILT_IN = 2026


@dataclass(frozen=True)
class Finding:
    """``wrong`` says what is wrong and ``cure`` what to do about it; both are empty where all is well."""

    about: str
    wrong: str = ""
    cure: str = ""


def examine(*, mail: bool = False, site: bool = False) -> Iterator[Finding]:
    """Look at one thing after the other; what falls while it is looked at is wrong."""
    for about, (look, cure) in {**LOOKS, **(MAIL if mail else {}), **(SITE if site else {})}.items():
        try:
            wrong = look()
        except Exception as error:
            wrong = f"{type(error).__name__}: {error}".splitlines()[0]
        yield Finding(about, wrong, cure if wrong else "")


def _database() -> str:
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    return ""


def _migrations() -> str:
    executor = MigrationExecutor(connection)
    plan = executor.migration_plan(executor.loader.graph.leaf_nodes())
    return f"{len(plan)} not applied, from {plan[0][0]} on" if plan else ""


def _cache() -> str:
    key = f"doctor-{uuid4().hex}"
    cache.set(key, key, 60)
    answer = cache.get(key)
    cache.delete(key)
    if answer != key:
        return "it does not give back what was put in"
    local = settings.CACHES["default"]["BACKEND"].endswith(("LocMemCache", "DummyCache"))
    return "it is not shared by the web processes" if local and settings.WEB_CONCURRENCY > 1 else ""


def _storage() -> str:
    name = default_storage.save(f"doctor-{uuid4().hex}", ContentFile(b"ok"))
    default_storage.delete(name)
    return ""


def _var() -> str:
    turns = Path(settings.TYPESETTER_DIR)
    with TemporaryFile(dir=turns if turns.exists() else settings.VAR_DIR):
        return ""


def _disk() -> str:
    left = f"{disk.left():.1%} free"
    if disk.is_full():
        return f"{left}: /readyz answers 503"
    return "" if disk.has_room_for_uploads() else f"{left}: no file is taken from outside"


def _fonts() -> str:
    lines = (FONTS / "SHA256SUMS").read_text(encoding="ascii").split("\n")
    wanted = [line.split(maxsplit=1) for line in lines if line.strip()]
    other = [name for digest, name in wanted if not _is(FONTS / name.strip("*"), digest)]
    return f"{', '.join(other)} missing or changed" if other else ""


def _is(path: Path, digest: str) -> bool:
    return path.is_file() and sha256(path.read_bytes()).hexdigest() == digest


def _libraries() -> str:
    missing = [name for name in LIBRARIES if not ctypes.util.find_library(name)]
    return f"{', '.join(missing)} cannot be found" if missing else ""


def _translations() -> str:
    sources = [path for folder in settings.LOCALE_PATHS for path in Path(folder).rglob("django.po")]
    old = [path for path in sources if not _is_compiled(path)]
    return f"{', '.join(sorted(path.parts[-3] for path in old))} not compiled" if old else ""


def _is_compiled(path: Path) -> bool:
    compiled = path.with_suffix(".mo")
    return compiled.is_file() and compiled.stat().st_mtime >= path.stat().st_mtime


def _static() -> str:
    manifest = Path(settings.STATIC_ROOT) / "staticfiles.json"
    if not manifest.is_file():
        return "not collected"
    collected = json.loads(manifest.read_text(encoding="utf-8")).get("paths", {})
    # After an upgrade a page that names such a file cannot be drawn.
    newer = [
        name for finder in get_finders() for name, _ in finder.list(NEVER_COLLECTED) if name not in collected
    ]
    return f"{len(newer)} not collected, {min(newer)} among them" if newer else ""


def _settings() -> str:
    serious = [error for error in run_checks(include_deployment_checks=settings.HTTPS) if error.level >= 30]
    return f"{serious[0].id}: {serious[0].msg}" if serious else ""


def _clock() -> str:
    year = time.gmtime().tm_year
    return f"it says {year}" if year < BUILT_IN else ""


def _sqlite() -> str:
    if connection.vendor != "sqlite":
        return ""
    with connection.cursor() as cursor:
        mode = cursor.execute("PRAGMA journal_mode").fetchone()[0]
    if mode == "wal" and sqlite3.sqlite_version_info < (3, 51, 3):
        return f"SQLite {sqlite3.sqlite_version} can corrupt a write-ahead log"
    return ""


def _backup_programs() -> str:
    if connection.vendor != "postgresql":
        return ""
    with connection.cursor() as cursor:
        cursor.execute("SHOW server_version_num")
        return missing_program(int(cursor.fetchone()[0]) // 10_000)


def _zones() -> str:
    year = int(version("tzdata").partition(".")[0])
    return f"they are of {year}" if year < time.gmtime().tm_year - 1 else ""


def _files() -> str:
    lost = [str(file.file.name) for file in ReleaseFile.kept.iterator() if file.octets() is None]
    return f"{len(lost)} lost or damaged, first {lost[0]}" if lost else ""


def _mail() -> str:
    server = get_connection()
    server.open()
    server.close()
    return ""


Look = tuple[Callable[[], str], str]
LOOKS: dict[str, Look] = {
    "database": (_database, "start the database, or correct DATABASE_URL"),
    "migrations": (_migrations, "manage.py migrate"),
    "cache": (_cache, "manage.py createcachetable, or correct CACHE_URL"),
    "storage of files": (_storage, "let the planner's user write there, or correct STORAGE_URL"),
    "var": (_var, f"chown -R the planner's user {settings.VAR_DIR}"),
    "disk": (_disk, "make room: delete old backups and logs, or give it a larger disk"),
    "fonts": (_fonts, "install the release of the planner anew"),
    "print libraries": (
        _libraries,
        "apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 fontconfig",
    ),
    "translations": (_translations, "pybabel compile -d events/locale -D django"),
    "static files": (_static, "manage.py collectstatic --noinput"),
    "settings": (_settings, "manage.py check --deploy says more"),
    "clock": (_clock, "timedatectl set-ntp true"),
    "SQLite": (_sqlite, "install SQLite 3.51.3 or newer, or unset the write-ahead log"),
    "time zones": (_zones, "pip install --upgrade tzdata"),
    "backup": (overdue.backup, "manage.py backup --output FILE, every night (docs/deployment.md)"),
    "programs of the backup": (
        _backup_programs,
        "apt-get install postgresql-client, of the server's version or a newer one",
    ),
    "files to make": (overdue.files, "manage.py files, which says what cannot be made"),
    "mails to send": (
        overdue.mails,
        "manage.py doctor --mail; then send them again on the page of the members",
    ),
    "files of releases": (_files, "manage.py files makes them anew; restore a backup to have the old ones"),
}
SITE: dict[str, Look] = {
    "proxies": (
        proxies,
        "set TRUSTED_PROXY_COUNT to the number of proxies in front, and SITE_URL to the first of them",
    )
}
MAIL: dict[str, Look] = {"mail server": (_mail, "correct EMAIL_URL, or let the planner reach it")}
