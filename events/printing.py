"""From a release to its files: each made once for release, format, languages and wishes, and then kept for good."""

import hashlib
import json
import logging
from contextlib import suppress

from django.conf import settings
from django.core.cache import cache as kept
from django.db import DatabaseError

from events.audit import refused_assets
from events.code_version import code_version
from events.exports import FORMATS, Format
from events.exports.wishes import NO_WISHES, Wishes
from events.makers import only_maker
from events.models import Release, ReleaseFile
from events.outages import CACHE_AWAY
from events.print_material import is_made_anew, with_what_is_kept
from events.programme.alternat import copy_for
from events.programme.choices import Audience
from events.programme.document import to_document
from events.programme.value import Programme

log = logging.getLogger(__name__)

DRAFT_KEPT_FOR = 60 * 60


def file_of(release: Release, name: str, languages: tuple[str, ...], wishes: Wishes = NO_WISHES) -> bytes:
    """Return the file of a release in a format as it was first made; now, if nobody asked for it before.

    It holds what the public may see; a document for staff holds all.

    Raises EmptyProgrammeError, LanguagesNotOfferedError, MissingGlyphError, ProgrammeTooLongError, and
    BusyError where too many documents are being made.
    """
    if is_made_anew(FORMATS[name]):
        return _made(release, FORMATS[name], languages, wishes)
    found = ReleaseFile.kept.of(release, name, languages, wishes.key)
    try:
        octets = found.octets() if found and not is_outdated(found) else None
    except OSError:
        # What is kept stays: the storage may answer again.
        log.exception("%s of release %s cannot be read.", name, release.code)
        return _made(release, FORMATS[name], languages, wishes)
    if octets is not None:
        return octets
    if found:
        return _made_and_kept(release, FORMATS[name], languages, wishes, found)
    return _made_once(release, FORMATS[name], languages, wishes)


def kept_file(
    release: Release, name: str, languages: tuple[str, ...], wishes: Wishes = NO_WISHES
) -> ReleaseFile | None:
    """Return what is kept and may be given out."""
    found = ReleaseFile.kept.of(release, name, languages, wishes.key)
    return found if found and not is_outdated(found) else None


def is_outdated(file: ReleaseFile) -> bool:
    """Say whether the file is written anew today: data are, by each version of the planner.

    What was printed stays as it was printed. A version that has to take back what an older one printed deletes those
    files in a migration.
    """
    return not FORMATS[file.name].printed and file.made_by != code_version()


def document_of(release: Release, name: str, languages: tuple[str, ...], wishes: str) -> str:
    """Return what tells the document from every other one, and from what another version makes of it."""
    return " ".join([release.code, name, *languages, wishes, code_version()])


def _made_once(release: Release, format_: Format, languages: tuple[str, ...], wishes: Wishes) -> bytes:
    """Make and keep what was never made, or take what somebody else makes of it just now."""

    def made_meanwhile() -> ReleaseFile | None:
        return ReleaseFile.kept.of(release, format_.name, languages, wishes.key)

    document = document_of(release, format_.name, languages, wishes.key)
    with only_maker(document, is_there=lambda: made_meanwhile() is not None):
        quicker = made_meanwhile()
        octets = quicker.octets() if quicker else None
        return octets or _made_and_kept(release, format_, languages, wishes, quicker)


def _made_and_kept(
    release: Release,
    format_: Format,
    languages: tuple[str, ...],
    wishes: Wishes,
    lost: ReleaseFile | None,
) -> bytes:
    made = _made(release, format_, languages, wishes)
    try:
        return keep(release, format_, languages, wishes.key, made, lost)
    except (OSError, DatabaseError):
        log.exception("%s of release %s cannot be kept.", format_.name, release.code)
        return made


def _made(release: Release, format_: Format, languages: tuple[str, ...], wishes: Wishes) -> bytes:
    programme = release.programme
    shown = programme if _is_for_staff(format_) else programme.seen_by(Audience.PUBLIC)
    return make(format_, shown, languages, wishes)


def keep(
    release: Release,
    format_: Format,
    languages: tuple[str, ...],
    wishes: str,
    octets: bytes,
    lost: ReleaseFile | None,
) -> bytes:
    """Keep the file, in the place of one that the storage lost or that is outdated, and return what is kept."""
    if lost:
        if lost.sha256 != hashlib.sha256(octets).hexdigest() and not is_outdated(lost):
            log.error(
                "%s of release %s was lost and is made anew by version %s; what was handed out had the SHA-256 %s.",
                lost,
                release.code,
                code_version(),
                lost.sha256,
            )
        lost.delete()
    kept_file = ReleaseFile.kept.keep(
        release,
        format_.name,
        languages,
        wishes,
        octets=octets,
        suffix=format_.suffix,
        made_by=code_version(),
    )
    return kept_file.octets() or octets


def draft_file_of(
    programme: Programme, name: str, languages: tuple[str, ...], wishes: Wishes = NO_WISHES
) -> bytes:
    """Return the file of what is no release as it stands, kept until anything in it changes; raises as ``file_of``."""
    if is_made_anew(FORMATS[name]):
        return make(FORMATS[name], programme, languages, wishes)
    content = json.dumps(to_document(programme), sort_keys=True).encode()
    digest = hashlib.sha256(content).hexdigest()[:32]
    key = "-".join(["draft", digest, name, *languages, wishes.key, code_version()])
    octets: bytes | None = None
    with suppress(*CACHE_AWAY):
        octets = kept.get(key)
    if octets is None:
        octets = make(FORMATS[name], programme, languages, wishes)
        with suppress(*CACHE_AWAY):
            kept.set(key, octets, DRAFT_KEPT_FOR)
    return octets


def make(
    format_: Format, programme: Programme, languages: tuple[str, ...], wishes: Wishes = NO_WISHES
) -> bytes:
    """Return the file of a programme, with the pictures that it names; raises what ``file_of`` raises."""
    shown = programme if format_.whole or _is_for_staff(format_) else programme.seen_by(Audience.PUBLIC)
    shown = copy_for(shown, wishes.copy_for)
    wishes = with_what_is_kept(wishes, format_, programme)
    with refused_assets(format_.name, programme.uid):
        return format_.render(shown, languages, settings.SITE_URL, wishes)


def _is_for_staff(format_: Format) -> bool:
    return format_.printed is not None and format_.printed.audience is Audience.STAFF
