import json

from django.core.management.base import BaseCommand, CommandError

from events.benchmarks import CASES
from events.benchmarks.measuring import measured
from events.benchmarks.scratch import scratch_database

ROUNDS = 15
EVENTS = 10_000


class Command(BaseCommand):
    help = "Measure the planner in a scratch database; fail where it is slower, beside the bare work, than promised."

    def add_arguments(self, parser):
        names = [case.name for case in CASES]
        parser.add_argument("case", nargs="*", metavar="CASE", help=f"all if left out: {', '.join(names)}")
        parser.add_argument("--events", type=int, default=EVENTS, metavar="N", help=f"{EVENTS} if left out")
        parser.add_argument("--rounds", type=int, default=ROUNDS, metavar="R", help=f"{ROUNDS} if left out")
        parser.add_argument(
            "--json", action="store_true", help="one JSON object a line, times in milliseconds"
        )

    def handle(self, *args, **options):
        wanted = options["case"]
        unknown = set(wanted) - {case.name for case in CASES}
        if unknown:
            raise CommandError(f"There is no case {', '.join(sorted(unknown))}.")
        if options["rounds"] < 1:
            raise CommandError("One round at least.")
        if options["events"] < 1:
            raise CommandError("One event at least.")
        cases = tuple(case for case in CASES if not wanted or case.name in wanted)
        with scratch_database(options["events"]) as scratch:
            results = measured(cases, scratch, options["rounds"])
        for result in results:
            self.stdout.write(json.dumps(result.as_dict()) if options["json"] else str(result))
        missed = [result.name for result in results if not result.passed]
        if missed:
            raise CommandError(f"Missed: {', '.join(missed)}.")
