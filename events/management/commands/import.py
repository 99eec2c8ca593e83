import json
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from events.models import Event
from events.operations.import_programme import import_programme
from events.operations.import_refusal import ImportRefusedError
from events.operations.import_table import import_table
from events.operations.table_report import Outcome, TableRefusedError
from events.operations.tables import ENCODINGS, TableError, read_table
from events.programme.document import DocumentError, from_document
from events.programme.sheet import HeadingError
from events.scoping import every_mission

LARGEST = 5_000_000
SHEETS = (".xlsx", ".csv")


class Command(BaseCommand):
    help = (
        "Import a programme from a .json file that export wrote, or the agenda of an event from .xlsx or .csv: "
        "all of it or nothing."
    )

    def add_arguments(self, parser):
        parser.add_argument("file", metavar="FILE", type=Path)
        parser.add_argument(
            "--event", metavar="MISSION/EVENT", default="", help="the event into which a sheet goes"
        )
        parser.add_argument(
            "--encoding",
            choices=list(ENCODINGS),
            default="",
            help="how a .csv is written, where it is not UTF-8",
        )

    def handle(self, *args, **options):
        path = options["file"]
        try:
            with every_mission():
                if path.suffix.lower() in SHEETS:
                    said = _sheet(path, options["event"], options["encoding"])
                else:
                    said = _programme(path)
        except TableRefusedError as error:
            rows = "\n".join(
                f"{path}: row {row.number}: {' '.join(row.words)}" for row in error.report.refused
            )
            raise CommandError(f"{rows}\n{path}: Nothing was imported.") from None
        except (DocumentError, ImportRefusedError, TableError, HeadingError) as error:
            raise CommandError(f"{path}: {str(error).rstrip('.')}. Nothing was imported.") from None
        self.stdout.write(said)


def _sheet(path, named, encoding):
    event = _event(named)
    report = import_table(event, read_table(_bytes(path), path.suffix.lower(), encoding), by=None)
    counts = ", ".join(f"{len(report.of(each))} {each}" for each in Outcome if report.of(each))
    return f"{event.mission.slug}/{event.slug}: {counts or 'no rows'}"


def _event(named):
    mission, _, slug = named.partition("/")
    if not slug:
        raise TableError("a sheet goes into an event: name it with --event MISSION/EVENT")
    event = Event.objects.select_related("mission").filter(mission__slug=mission, slug=slug).first()
    if event is None:
        raise TableError(f"there is no event “{named}”")
    return event


def _programme(path):
    imported = import_programme(from_document(_document(path)))
    event = imported.event
    return f"{event.mission.slug}/{event.slug}: {imported.outcome}"


def _document(path):
    if path.suffix != ".json":
        raise DocumentError("", "only .json, .xlsx and .csv can be imported")
    try:
        return json.loads(_bytes(path).decode("utf-8"))
    except (ValueError, RecursionError) as error:
        raise DocumentError("", f"this is not JSON: {error}") from None


def _bytes(path):
    try:
        if path.stat().st_size > LARGEST:
            raise DocumentError("", "this file is larger than any programme (5 MB)")
        return path.read_bytes()
    except OSError as error:
        raise DocumentError("", f"cannot be read: {error.strerror}") from None
