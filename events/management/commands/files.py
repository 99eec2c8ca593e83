from django.core.management.base import BaseCommand, CommandError

from events.models import Mission, Release
from events.printing import make_usual_files
from events.year_printing import make_years, years_of
from typesetter.client import patient


class Command(BaseCommand):
    help = "Make what the public is offered to print of releases and of missions' years, where it is not kept yet."

    def add_arguments(self, parser):
        parser.add_argument(
            "code",
            nargs="*",
            metavar="CODE",
            help="of a release; every event's current one and all years if left out",
        )
        parser.add_argument("--years", metavar="MISSION", help="only the years of a mission, by its address")

    def handle(self, *args, **options):
        codes, mission = options["code"], options["years"]
        with patient():
            failed = self.make_years_of(mission) if mission else self.make_files(codes)
        if failed:
            raise CommandError("\n".join(failed))

    def make_years_of(self, slug):
        missions = Mission.objects.filter(slug=slug)
        if not missions:
            raise CommandError(f"There is no mission at the address “{slug}”.")
        return [words for mission in missions for words in make_years(mission)]

    def make_files(self, codes):
        releases = Release.published.all()
        releases = releases.filter(code__in=codes) if codes else releases.current()
        failed = []
        if not codes:
            failed += [words for mission in Mission.objects.all() for words in make_years(mission)]
        for release in releases.iterator():
            failed += make_usual_files(release)
            if codes:
                for mission in Mission.objects.filter(slug=release.mission_slug):
                    failed += make_years(mission, years_of(release))
        missing = set(codes) - set(releases.values_list("code", flat=True))
        return failed + [f"There is no release with the code “{code}”." for code in sorted(missing)]
