import json
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from events.operations.import_programme import ImportRefusedError, import_programme
from events.programme.document import DocumentError, from_document
from events.scoping import every_mission

LARGEST = 5_000_000


class Command(BaseCommand):
    help = "Import a programme from a .json file that export wrote: all of it or nothing."

    def add_arguments(self, parser):
        parser.add_argument("file", metavar="FILE", type=Path)

    def handle(self, *args, **options):
        path = options["file"]
        try:
            programme = from_document(_read(path))
            with every_mission():
                imported = import_programme(programme)
        except (DocumentError, ImportRefusedError) as error:
            raise CommandError(f"{path}: {error}. Nothing was imported.") from None
        event = imported.event
        self.stdout.write(f"{event.mission.slug}/{event.slug}: {imported.outcome}")


def _read(path):
    if path.suffix != ".json":
        raise DocumentError("", "only .json can be imported")
    try:
        if path.stat().st_size > LARGEST:
            raise DocumentError("", "this file is larger than any programme (5 MB)")
        return json.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise DocumentError("", f"cannot be read: {error.strerror}") from None
    except (ValueError, RecursionError) as error:
        raise DocumentError("", f"this is not JSON: {error}") from None
