import json
import os
from contextlib import suppress
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from events.models import Mission
from events.operations.personal_data import data_of_account
from events.operations.personal_traces import accounts_by_name, data_by_name
from events.programme.cleaning import clean_text
from events.scoping import every_mission

SHORTEST = 4


class Command(BaseCommand):
    help = (
        "Write what a mission keeps of somebody who has no entry and no membership any more, found by the names "
        "and addresses under which it was kept (docs/privacy.md)."
    )

    def add_arguments(self, parser):
        parser.add_argument("mission", metavar="MISSION")
        parser.add_argument(
            "names",
            nargs="+",
            metavar="NAME",
            help="a name as it was written, or an address; several for each way",
        )
        parser.add_argument("--output", required=True, type=Path, metavar="FILE")

    def handle(self, *args, **options):
        names = [clean_text(name).strip() for name in options["names"]]
        if short := [name for name in names if len(name) < SHORTEST]:
            raise CommandError(
                f"“{short[0]}” is too short: it stands in words of all kinds. Give the name in full."
            )
        now = timezone.now()
        with every_mission():
            mission = Mission.objects.filter(slug=options["mission"]).first()
            if mission is None:
                raise CommandError(f"There is no mission “{options['mission']}”.")
            told = data_by_name(mission, names, now).document()
            accounts = [
                data_of_account(user, mission, now).document() for user in accounts_by_name(mission, names)
            ]
        told["accounts"] = accounts
        _write(options["output"], json.dumps(told, ensure_ascii=False, indent=2) + "\n")
        counts = {key: len(told[key]) for key in ("register", "texts", "releases", "history", "accounts")}
        self.stdout.write(
            f"{options['output']}: {', '.join(f'{key} {count}' for key, count in counts.items())}."
        )
        if told["register"]:
            self.stdout.write("The register has an entry of this name: its page at the desk tells more.")
        self.stdout.write(
            "A text that has the name may have others too: read it through before it is handed out."
        )


def _write(path, text):
    """For its owner alone, and never in the place of a file."""
    try:
        with open(
            path, "x", encoding="utf-8", opener=lambda name, flags: os.open(name, flags, 0o600)
        ) as file:
            file.write(text)
    except FileExistsError:
        raise CommandError(f"{path} is there already.") from None
    except OSError as error:
        with suppress(OSError):
            path.unlink(missing_ok=True)
        raise CommandError(f"{path} cannot be written: {error.strerror}.") from None
