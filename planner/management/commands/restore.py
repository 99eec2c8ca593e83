import signal
import sys
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from planner.backups.archive import BackupError
from planner.backups.whole import restore, verify


class Command(BaseCommand):
    help = "Bring a backup back into an empty database and an empty storage; everybody has to log in anew."
    # Checks would look into tables that are not there yet.
    requires_system_checks = ()

    def add_arguments(self, parser):
        parser.add_argument("backup", type=Path, metavar="FILE")
        parser.add_argument("--verify", action="store_true", help="read all of it and restore nothing")
        parser.add_argument(
            "--revoke-feeds",
            action="store_true",
            help="end all private calendars, where their addresses may be known",
        )

    def handle(self, *args, **options):
        # What is half restored is taken back before it stops.
        signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))
        path = options["backup"].absolute()
        try:
            if options["verify"]:
                manifest, done = verify(path), "whole, nothing was restored"
            else:
                manifest = restore(path, timezone.now(), revoke_feeds=options["revoke_feeds"])
                done = "restored, all counts are equal"
        except BackupError as error:
            raise CommandError(f"{error} Nothing was restored.") from None
        except OSError as error:
            raise CommandError(
                f"{path} cannot be read: {error.strerror or error}. Nothing was restored."
            ) from None
        self.stdout.write(
            f"{path}, of {manifest.made_at}: {sum(manifest.rows.values())} rows in {len(manifest.rows)} tables,"
            f" {len(manifest.files)} files; {done}."
        )
