from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from events.models import Erasure
from events.scoping import every_mission
from planner.backups.archive import BackupError
from planner.backups.erasures import write_list


class Command(BaseCommand):
    help = (
        "Write the list of who was erased from the registers, without their names, for a restore to follow."
    )

    def add_arguments(self, parser):
        parser.add_argument("--output", required=True, type=Path, metavar="FILE")

    def handle(self, *args, **options):
        path = options["output"].absolute()
        try:
            with every_mission():
                count = write_list(path, Erasure.objects.select_related("mission"))
        except BackupError as error:
            raise CommandError(str(error)) from None
        self.stdout.write(f"{path}: {count} listed.")
