import os
import secrets

from django.core.management.base import BaseCommand
from django.utils import timezone

from events.operations.demonstration import load_demonstration


class Command(BaseCommand):
    help = "Load the demonstration: two programmes, the next 20 January, a draft and accounts. Harmless when run again."

    def handle(self, *args, **options):
        given = os.environ.get("DEMO_PASSWORD", "")
        password = given or secrets.token_urlsafe(12)
        accounts = load_demonstration(timezone.now(), password)
        self.stdout.write("The demonstration is loaded. Its accounts:")
        for email in accounts:
            self.stdout.write(f"  {email}")
        self.stdout.write(f"Their password: {'the one in DEMO_PASSWORD' if given else password}")
