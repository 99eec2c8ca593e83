import sys

from django.core.management.base import BaseCommand

from planner.doctor import examine


class Command(BaseCommand):
    help = "Say what is wrong with this installation, and what cures it; exit 1 where anything is."
    # It tells what they find as one of its lines.
    requires_system_checks = ()

    def add_arguments(self, parser):
        parser.add_argument("--mail", action="store_true", help="ask the mail server too")
        parser.add_argument(
            "--site",
            action="store_true",
            help="ask the planner at SITE_URL too, through what stands in front of it",
        )

    def handle(self, *args, **options):
        is_well = True
        for finding in examine(mail=options["mail"], site=options["site"]):
            if finding.wrong:
                is_well = False
                self.stdout.write(f"wrong  {finding.about}: {finding.wrong}. Cure: {finding.cure}")
            else:
                self.stdout.write(f"ok     {finding.about}")
        if not is_well:
            sys.exit(1)
