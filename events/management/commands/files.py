from django.core.management.base import BaseCommand, CommandError

from events.models import Release
from events.printing import make_usual_files
from typesetter.client import patient


class Command(BaseCommand):
    help = "Make the files that the public is offered of a release, where they are not kept yet."

    def add_arguments(self, parser):
        parser.add_argument(
            "code", nargs="*", metavar="CODE", help="of a release; every event's current one if left out"
        )

    def handle(self, *args, **options):
        releases = Release.published.all()
        codes = options["code"]
        releases = releases.filter(code__in=codes) if codes else releases.current()
        with patient():
            failed = [words for release in releases.iterator() for words in make_usual_files(release)]
        missing = set(codes) - set(releases.values_list("code", flat=True))
        failed += [f"There is no release with the code “{code}”." for code in sorted(missing)]
        if failed:
            raise CommandError("\n".join(failed))
