from datetime import UTC
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from planner.backups.archive import BackupError
from planner.backups.whole import back_up


class Command(BaseCommand):
    help = (
        "Write database, files and settings without secrets to one file, while the planner goes on working."
    )

    def add_arguments(self, parser):
        parser.add_argument("--output", required=True, type=Path, metavar="FILE")

    def handle(self, *args, **options):
        path = options["output"].absolute()
        try:
            manifest = back_up(path, timezone.now().astimezone(UTC))
        except BackupError as error:
            raise CommandError(str(error)) from None
        self.stdout.write(
            f"{path}: {sum(manifest.rows.values())} rows in {len(manifest.rows)} tables,"
            f" {len(manifest.files)} files, {path.stat().st_size} bytes; read again and found whole."
        )
        for name in manifest.missing:
            self.stderr.write(f"{name} is named in the database and not in the storage.")
