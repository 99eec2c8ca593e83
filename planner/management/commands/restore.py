import signal
import sys
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from planner.backups.archive import BackupError
from planner.backups.erasures import read_list
from planner.backups.whole import restore, verify

NOT_LISTED = "; whoever was erased after it was made is there again, without --erasures"


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
        parser.add_argument(
            "--erasures",
            type=Path,
            metavar="LIST",
            help="what `manage.py erasures` wrote last: who is in it is erased again",
        )

    def handle(self, *args, **options):
        # What is half restored is taken back before it stops.
        signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))
        path = options["backup"].absolute()
        try:
            if options["verify"]:
                manifest, done = verify(path), "whole, nothing was restored"
            else:
                erased = read_list(options["erasures"]) if options["erasures"] else None
                manifest = restore(path, timezone.now(), revoke_feeds=options["revoke_feeds"], erased=erased)
                done = "restored, all counts are equal"
                done += NOT_LISTED if erased is None else f"; erasures that hold here too: {len(erased)}"
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
