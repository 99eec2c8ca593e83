"""From a release to its files: each made once for release, format, languages and wishes, and then kept."""

import hashlib
import json
from functools import cache
from pathlib import Path

from django.conf import settings
from django.core.cache import cache as kept

from events.exports import FORMATS, Format
from events.exports.wishes import NO_WISHES, Wishes
from events.models import Picture, Release
from events.programme.choices import Audience
from events.programme.document import to_document
from events.programme.value import Programme

KEPT_FOR = 7 * 24 * 60 * 60
DRAFT_KEPT_FOR = 60 * 60
EVENTS = Path(__file__).resolve().parent
# What the public may print; every other document is for those behind the login.
PUBLIC_PAPERS = {
    format_.name: format_
    for format_ in FORMATS.values()
    if format_.printed and format_.printed.audience is Audience.PUBLIC
}


def key_of(release: Release, name: str, languages: tuple[str, ...], wishes: Wishes = NO_WISHES) -> str:
    """Return what tells a file from every other one, over all versions of the code."""
    return _key(release.code, name, languages, wishes)


def _key(of: str, name: str, languages: tuple[str, ...], wishes: Wishes) -> str:
    beside = [wishes.beside] if wishes.beside else []
    return "-".join([of, name, *languages, *beside, code_version()])


def file_of(release: Release, name: str, languages: tuple[str, ...], wishes: Wishes = NO_WISHES) -> bytes:
    """Return the file of a release in a format, from what was kept if it was made before.

    It holds what the public may see; a document for staff holds all.

    Raises EmptyProgrammeError, LanguagesNotOfferedError, MissingGlyphError and ProgrammeTooLongError.
    """
    key = key_of(release, name, languages, wishes)
    octets: bytes | None = kept.get(key)
    if octets is None:
        format_, programme = FORMATS[name], release.programme
        shown = programme if _is_for_staff(format_) else programme.seen_by(Audience.PUBLIC)
        octets = make(format_, shown, languages, wishes)
        kept.set(key, octets, KEPT_FOR)
    return octets


def draft_file_of(
    programme: Programme, name: str, languages: tuple[str, ...], wishes: Wishes = NO_WISHES
) -> bytes:
    """Return the file of a working copy, from what was kept if nothing in it has changed; raises as ``file_of``."""
    content = json.dumps(to_document(programme), sort_keys=True).encode()
    key = _key(f"draft-{hashlib.sha256(content).hexdigest()[:32]}", name, languages, wishes)
    octets: bytes | None = kept.get(key)
    if octets is None:
        octets = make(FORMATS[name], programme, languages, wishes)
        kept.set(key, octets, DRAFT_KEPT_FOR)
    return octets


def make(
    format_: Format, programme: Programme, languages: tuple[str, ...], wishes: Wishes = NO_WISHES
) -> bytes:
    """Return the file of a programme, with the pictures that it names; raises what ``file_of`` raises."""
    shown = programme if format_.whole or _is_for_staff(format_) else programme.seen_by(Audience.PUBLIC)
    return format_.render(shown, languages, settings.SITE_URL, with_pictures(wishes, programme))


def _is_for_staff(format_: Format) -> bool:
    return format_.printed is not None and format_.printed.audience is Audience.STAFF


def with_pictures(wishes: Wishes, programme: Programme) -> Wishes:
    emblem = programme.mission.look.emblem
    pictures = Picture.kept.octets_of([emblem]) if emblem else {}
    return Wishes(wishes.beside, pictures)


@cache
def code_version() -> str:
    """Return what changes whenever the code, the words or the addresses of an output may have changed."""
    digest = hashlib.sha256(settings.SITE_URL.encode())
    sources = (EVENTS / "programme", EVENTS / "exports", EVENTS / "locale", settings.BASE_DIR / "templates")
    for path in sorted(path for folder in sources for path in folder.rglob("*") if path.is_file()):
        if path.suffix in (".py", ".css", ".html", ".svg", ".ttf", ".mo"):
            digest.update(path.read_bytes())
    return digest.hexdigest()[:16]
