"""The files that a release offers to the public: what guests may print, slips that correct older sheets, the data."""

from collections.abc import Iterator
from dataclasses import replace

from events.exports import FORMATS, Printed
from events.exports.wishes import NO_WISHES, Wishes
from events.making import note_failure
from events.models import Release, ReleaseFile
from events.printing import document_of, file_of, keep, kept_file, make
from events.programme.changes import changes
from events.programme.choices import Audience
from events.programme.reprints import reprints
from events.programme.text import Text
from events.programme.value import Programme

SLIP = "correction-slip"
IN_NASTALIQ = Wishes(nastaliq=True)
# The languages of a file, and how it is set.
Usual = tuple[tuple[str, ...], Wishes]
# What the public may print; every other document is for those behind the login.
PUBLIC_PAPERS = {
    format_.name: format_
    for format_ in FORMATS.values()
    if format_.printed and format_.printed.audience is Audience.PUBLIC
}


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


def make_usual_files(release: Release, *, if_lost: bool = False) -> list[str]:
    """Make what is not there yet of the usual files; return, in words, what could not be made.

    ``if_lost`` each that is there is read as well, and made anew where the storage lost it.
    """
    failed = []
    for name, languages, wishes in _files_of(release) if if_lost else files_to_make(release):
        try:
            file_of(release, name, languages, wishes)
        except ValueError as error:
            note_failure(document_of(release, name, languages, wishes.key))
            failed.append(f"{release}: {name} in {', '.join(languages)}: {error}")
    return failed + _make_slips(release)


def _make_slips(release: Release) -> list[str]:
    """Make the slips for the sheets of all releases before; return, in words, what could not be made."""
    failed = []
    current = Release.published.current().filter(pk=release.pk).first()
    before = Release.published.filter(event=release.event_id, number__lt=release.number)
    for printed in before if current else ():
        for language in release.programme.languages if changes_of_guests(printed, release) else ():
            try:
                make_slip(printed, release, language)
            except ValueError as error:
                note_failure(slip_document(printed, release, language))
                failed.append(f"{release}: slip for release {printed.number} in {language}: {error}")
    return failed


def files_to_make(release: Release) -> Iterator[tuple[str, tuple[str, ...], Wishes]]:
    """Yield what of the usual files is not there, or outdated: format, languages, how it is set."""
    for name, languages, wishes in _files_of(release):
        if not kept_file(release, name, languages, wishes):
            yield name, languages, wishes


def _files_of(release: Release) -> Iterator[tuple[str, tuple[str, ...], Wishes]]:
    programme = release.programme
    for name, usual in usual_files(programme).items():
        for languages, wishes in usual:
            yield name, languages, wishes
    yield "json", programme.languages, NO_WISHES


def slip_of(printed: Release, current: Release, language: str) -> bytes | None:
    """Return the slip that corrects sheets of ``printed``: all that guests read otherwise since. None where it has not
    been made: that is done with the usual files of ``current``, never for whoever asks."""
    found = ReleaseFile.kept.of(current, SLIP, (language,), _since(printed))
    return found.octets() if found else None


def slip_document(printed: Release, current: Release, language: str) -> str:
    return document_of(current, SLIP, (language,), _since(printed))


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
    keep(current, FORMATS[SLIP], (language,), _since(printed), octets, found)


def _since(printed: Release) -> str:
    return f"since-{printed.number}"


def stale_papers(printed: Programme, current: Programme) -> list[tuple[str, Printed]]:
    """Return what guests may print and what reads otherwise to them since ``printed``."""
    old, new = printed.seen_by(Audience.PUBLIC), current.seen_by(Audience.PUBLIC)
    offered = {name: each.printed for name, each in PUBLIC_PAPERS.items() if each.printed}
    suiting = [name for name, each in offered.items() if each.suits(new)]
    return [(name, offered[name]) for name in reprints(old, new, suiting)]
