"""From a release to its files: each made once for release, format, languages and wishes, and then kept for good."""

import hashlib
import json
import logging
import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from typing import Any

from django.conf import settings
from django.core.cache import cache as kept
from django.db import DatabaseError

from events.audit import refused_assets
from events.code_version import code_version
from events.exports import FORMATS, Format, Printed
from events.exports.wishes import NO_WISHES, Wishes
from events.makers import only_maker
from events.models import Release, ReleaseFile
from events.outages import CACHE_AWAY
from events.print_material import is_made_anew, with_what_is_kept
from events.programme.alternat import copy_for
from events.programme.changes import changes
from events.programme.choices import Audience
from events.programme.document import to_document
from events.programme.reprints import reprints
from events.programme.text import Text
from events.programme.value import Programme

log = logging.getLogger(__name__)

SLIP = "correction-slip"
DRAFT_KEPT_FOR = 60 * 60
IN_NASTALIQ = Wishes(nastaliq=True)
# The languages of a file, and how it is set.
Usual = tuple[tuple[str, ...], Wishes]
# What the public may print; every other document is for those behind the login.
PUBLIC_PAPERS = {
    format_.name: format_
    for format_ in FORMATS.values()
    if format_.printed and format_.printed.audience is Audience.PUBLIC
}


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
        octets = found.octets() if found else None
    except OSError:
        # What is kept stays: the storage may answer again.
        log.exception("%s of release %s cannot be read.", name, release.code)
        return _made(release, FORMATS[name], languages, wishes)
    if octets is not None:
        return octets
    if found:
        return _made_and_kept(release, FORMATS[name], languages, wishes, found)
    return _made_once(release, FORMATS[name], languages, wishes)


def _made_once(release: Release, format_: Format, languages: tuple[str, ...], wishes: Wishes) -> bytes:
    """Make and keep what was never made, or take what somebody else makes of it just now."""

    def made_meanwhile() -> ReleaseFile | None:
        return ReleaseFile.kept.of(release, format_.name, languages, wishes.key)

    document = " ".join([release.code, format_.name, *languages, wishes.key])
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
        return _keep(release, format_, languages, wishes.key, made, lost)
    except (OSError, DatabaseError):
        log.exception("%s of release %s cannot be kept.", format_.name, release.code)
        return made


def _made(release: Release, format_: Format, languages: tuple[str, ...], wishes: Wishes) -> bytes:
    programme = release.programme
    shown = programme if _is_for_staff(format_) else programme.seen_by(Audience.PUBLIC)
    return make(format_, shown, languages, wishes)


def _keep(
    release: Release,
    format_: Format,
    languages: tuple[str, ...],
    wishes: str,
    octets: bytes,
    lost: ReleaseFile | None,
) -> bytes:
    """Keep the file, in the place of one that the storage lost, and return what is kept."""
    if lost:
        if lost.sha256 != hashlib.sha256(octets).hexdigest():
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


def usual_files(programme: Programme) -> dict[str, tuple[Usual, ...]]:
    """Return what the public is offered to print: each language alone, its own with each other one, and as many as a
    format holds together; what has Urdu is there in Naskh and in Nastaliq.

    It is made at the release; all else is made when the staff first asks for it.
    """
    return {
        name: tuple(
            (languages, wishes)
            for languages in _usual_languages(programme, format_.printed.most_languages)
            for wishes in (NO_WISHES, IN_NASTALIQ)
            if format_.printed.fitting(wishes, languages) == wishes
        )
        for name, format_ in PUBLIC_PAPERS.items()
        if format_.printed and format_.printed.suits(programme)
    }


def _usual_languages(programme: Programme, most: int) -> tuple[tuple[str, ...], ...]:
    own = programme.own_language
    others = [language for language in programme.languages if language != own]
    alone = [(language,) for language in (own, *others)]
    pairs = [(own, language) for language in others] if most > 1 else []
    return tuple(dict.fromkeys((*alone, *pairs, (own, *others)[:most])))


def make_usual_files(release: Release) -> list[str]:
    """Make what is not there yet of the usual files; return, in words, what could not be made."""
    failed = []
    for name, languages, wishes in files_to_make(release):
        try:
            file_of(release, name, languages, wishes)
        except ValueError as error:
            failed.append(f"{release}: {name} in {', '.join(languages)}: {error}")
    return failed + _make_slips(release)


def _make_slips(current: Release) -> list[str]:
    """Make the slips for the sheets of all releases before; return, in words, what could not be made."""
    failed = []
    for printed in Release.published.filter(event=current.event_id, number__lt=current.number):
        for language in current.programme.languages if changes_of_guests(printed, current) else ():
            try:
                make_slip(printed, current, language)
            except ValueError as error:
                failed.append(f"{current}: slip for release {printed.number} in {language}: {error}")
    return failed


def files_to_make(release: Release) -> Iterator[tuple[str, tuple[str, ...], Wishes]]:
    """Yield what of the usual files is not there yet: format, languages, how it is set."""
    programme = release.programme
    wanted = [(name, *usual) for name, each in usual_files(programme).items() for usual in each]
    for name, languages, wishes in [*wanted, ("json", programme.languages, NO_WISHES)]:
        if not ReleaseFile.kept.of(release, name, languages, wishes.key):
            yield name, languages, wishes


def begin_usual_files(release: Release) -> None:
    """Have the usual files made by a process of its own, with those years of the mission that they change: the page
    does not wait, and the typesetter stays out of it.

    What it does not come to is made by the command ``files``.
    """
    _begin("files", release.code)


def begin_years(mission: str) -> None:
    """The same for the years of a mission where something else changed than a release."""
    _begin("files", "--years", mission)


def _begin(*words: str) -> None:
    if not settings.FILES_AT_RELEASE:
        return
    command = [sys.executable, str(settings.BASE_DIR / "manage.py"), *words]
    quiet: Any = {"stdin": subprocess.DEVNULL, "stdout": subprocess.DEVNULL}
    try:
        subprocess.Popen(command, **quiet, start_new_session=True)  # noqa: S603
    except OSError:
        log.exception("No process could be started for: %s.", " ".join(words))


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


def slip_of(printed: Release, current: Release, language: str) -> bytes | None:
    """Return the slip that corrects sheets of ``printed``: all that guests read otherwise since. None where it has not
    been made: that is done with the usual files of ``current``, never for whoever asks."""
    found = ReleaseFile.kept.of(current, SLIP, (language,), _since(printed))
    return found.octets() if found else None


def changes_of_guests(printed: Release, current: Release) -> tuple[Text, ...]:
    return changes(printed.programme, current.programme)


def make_slip(printed: Release, current: Release, language: str) -> None:
    """Raises as ``file_of``."""
    found = ReleaseFile.kept.of(current, SLIP, (language,), _since(printed))
    if found and found.octets() is not None:
        return
    programme = current.programme.seen_by(Audience.PUBLIC)
    mark = programme.release and replace(programme.release, changes=changes_of_guests(printed, current))
    octets = make(FORMATS[SLIP], replace(programme, release=mark), (language,))
    _keep(current, FORMATS[SLIP], (language,), _since(printed), octets, found)


def _since(printed: Release) -> str:
    return f"since-{printed.number}"


def stale_papers(printed: Programme, current: Programme) -> list[tuple[str, Printed]]:
    """Return what guests may print and what reads otherwise to them since ``printed``."""
    old, new = printed.seen_by(Audience.PUBLIC), current.seen_by(Audience.PUBLIC)
    offered = {name: each.printed for name, each in PUBLIC_PAPERS.items() if each.printed}
    suiting = [name for name, each in offered.items() if each.suits(new)]
    return [(name, offered[name]) for name in reprints(old, new, suiting)]


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
