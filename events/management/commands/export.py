from contextlib import suppress
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from events.exports import FORMATS
from events.exports.wishes import EnvelopeSize, Wishes
from events.models import Event, Release
from events.printing import make
from events.programme.alternat import alternating
from events.programme.languages import LANGUAGES
from events.scoping import every_mission
from events.snapshot import take_snapshot
from typesetter.client import patient


class Command(BaseCommand):
    help = "Write the current release of an event, or with --draft its working copy, to a file."

    def add_arguments(self, parser):
        parser.add_argument(
            "event", metavar="EVENT", help="the event, or MISSION/EVENT where two share a name"
        )
        parser.add_argument("--format", required=True, metavar="FORMAT", help=", ".join(FORMATS))
        parser.add_argument(
            "--lang",
            metavar="LANGUAGE",
            help="one language or more of the event, such as en,ur; its first one if left out",
        )
        parser.add_argument(
            "--copy-for",
            metavar="HOST",
            help="a host, by its place from 1 or its name: its own copy of what is printed lists it first",
        )
        parser.add_argument(
            "--envelope",
            metavar="SIZE",
            help=f"for envelopes, {', '.join(EnvelopeSize)}; that of the mission's paper if left out",
        )
        parser.add_argument("--draft", action="store_true", help="the working copy, marked as a draft")
        parser.add_argument("--output", required=True, type=Path, metavar="FILE")

    def handle(self, *args, **options):
        if options["format"] not in FORMATS:
            raise CommandError(f"“{options['format']}” is not a format: {', '.join(FORMATS)}.")
        format_ = FORMATS[options["format"]]
        with every_mission():
            event = _event(options["event"])
            programme = take_snapshot(event) if options["draft"] else _released(event)
        languages = _languages(options["lang"], programme)
        wishes = Wishes(
            copy_for=_host(options["copy_for"], programme, format_) if options["copy_for"] else "",
            envelope=_envelope(options["envelope"], format_) if options["envelope"] else None,
        )
        try:
            with every_mission(), patient():
                content = make(format_, programme, languages, wishes)
        except ValueError as error:
            raise CommandError(str(error)) from None
        _write(options["output"], content)
        self.stdout.write(f"{options['output']}: {len(content)} bytes")


def _event(named):
    mission, _, slug = named.rpartition("/")
    events = Event.objects.select_related("mission").filter(
        slug=slug, **({"mission__slug": mission} if mission else {})
    )
    if not events:
        raise CommandError(f"There is no event “{named}”.")
    if len(events) > 1:
        names = ", ".join(f"{event.mission.slug}/{event.slug}" for event in events)
        raise CommandError(f"Several events are called “{named}”: say which one ({names}).")
    return events[0]


def _released(event):
    release = Release.published.current().filter(event=event).first()
    if release is None:
        raise CommandError(f"“{event.slug}” has not been released; --draft exports the working copy.")
    return release.programme


def _languages(wanted, programme):
    languages = tuple(wanted.split(",")) if wanted else programme.languages[:1]
    for language in languages:
        if language not in LANGUAGES:
            raise CommandError(f"“{language}” is not a language here: {', '.join(LANGUAGES)}.")
    return languages


def _host(wanted, programme, format_):
    """Return the uid of the host whose own copy is asked for."""
    if not (format_.printed or format_.editable_of):
        raise CommandError(f"A copy for one host is made of what is printed; “{format_.name}” is data.")
    hosts = [host.organisation for host in alternating(programme)]
    if not hosts:
        raise CommandError("There are no two hosts, of which each could have a copy of its own.")
    for place, host in enumerate(hosts, 1):
        names = {text for name in (host.name, host.short_name) for _, text in name.versions}
        if wanted in names | {str(place)}:
            return host.uid
    said = ", ".join(
        f"{place} ({host.name.wording(programme.own_language, programme.languages).text})"
        for place, host in enumerate(hosts, 1)
    )
    raise CommandError(f"“{wanted}” is not a host: {said}.")


def _envelope(wanted, format_):
    if not (format_.printed and format_.printed.with_addresses):
        raise CommandError(f"“{format_.name}” is no envelope: only those have a size.")
    if wanted not in list(EnvelopeSize):
        raise CommandError(f"“{wanted}” is not a size of envelopes: {', '.join(EnvelopeSize)}.")
    return EnvelopeSize(wanted)


def _write(path, content):
    """Write all or nothing: beside the file first, then in its place."""
    beside = path.with_name(f".{path.name}.part")
    try:
        beside.write_bytes(content)
        beside.replace(path)
    except OSError as error:
        with suppress(OSError):
            beside.unlink()
        raise CommandError(f"{path} cannot be written: {error.strerror}.") from None
