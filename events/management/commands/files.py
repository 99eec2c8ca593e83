from django.core.management.base import BaseCommand, CommandError

from events.making import RELEASE, YEARS, asked_for, have_made_usual_files
from events.models import Mission, Release
from events.usual_files import make_usual_files
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
        parser.add_argument("--asked", action="store_true", help="only what somebody missed")

    def handle(self, *args, **options):
        codes, mission = options["code"], options["years"]
        with patient():
            if mission:
                failed = self.make_years_of(mission)
            elif codes:
                failed = self.make_files_of(codes)
            else:
                failed = self.make_asked_for() if options["asked"] else self.make_all()
        if failed:
            raise CommandError("\n".join(failed))

    def make_years_of(self, slug):
        missions = Mission.objects.filter(slug=slug)
        if not missions:
            raise CommandError(f"There is no mission at the address “{slug}”.")
        return [words for mission in missions for words in make_years(mission)]

    def make_files_of(self, codes):
        releases = Release.published.filter(code__in=codes)
        missing = sorted(set(codes) - set(releases.values_list("code", flat=True)))
        failed = [words for release in releases.iterator() for words in self.make_files_and_years(release)]
        return failed + [f"There is no release with the code “{code}”." for code in missing]

    def make_files_and_years(self, release):
        failed = make_usual_files(release, if_lost=True)
        for mission in Mission.objects.filter(slug=release.mission_slug):
            failed += make_years(mission, years_of(release))
        have_made_usual_files(release)
        return failed

    def make_asked_for(self):
        """Make what somebody misses; it may have been withdrawn since."""
        failed = []
        for what, name in asked_for():
            if what == YEARS:
                for mission in Mission.objects.filter(slug=name):
                    failed += make_years(mission)
            for release in Release.published.filter(code=name) if what == RELEASE else ():
                failed += make_usual_files(release, if_lost=True)
        return failed

    def make_all(self):
        failed = self.make_asked_for()
        failed += [words for mission in Mission.objects.all() for words in make_years(mission)]
        for release in Release.published.current().iterator():
            failed += make_usual_files(release) + self.make_asked_for()
        return failed
