from django.core.management.base import BaseCommand
from django.utils import timezone

from events.operations.leaving import pseudonymise_who_left
from events.operations.removal import purge
from events.scoping import every_mission


class Command(BaseCommand):
    help = "Delete for good what is past its term (docs/privacy.md); run it once a day."

    def handle(self, *args, **options):
        with every_mission():
            count = purge(timezone.now())
            left = pseudonymise_who_left(timezone.now())
        self.stdout.write(f"{count} deleted for good.")
        if left:
            self.stdout.write(f"{left} who left 24 months ago named no longer.")
