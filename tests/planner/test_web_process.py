"""What the web process stays free of, seen in a process that serves pages and files."""

import os
import subprocess
import sys

from typesetter.client import ROOT

SERVES = """
import sys
import django
django.setup()
from events.benchmarks.scratch import scratch_database
from events.exports.pdf.images import look_at
from events.printing import file_of
from django.test import Client
with scratch_database() as scratch:
    kept_file = file_of(scratch.event.releases.get(), "a4", ("en",))
    visitor = Client()
    here = f"/{scratch.event.mission.slug}/{scratch.event.slug}/"
    files = ("programme.pdf", "event.ics", "programme.json")
    pages = ("/", f"/{scratch.event.mission.slug}/", here)
    for address in (*pages, *(here + file for file in files), "/calendars/all.ics"):
        answer = visitor.get(address, secure=True)
        print(answer.status_code, answer.headers["Content-Type"].partition(";")[0])
    print(len(look_at(kept_file, 1)[0]))
print(sorted({"weasyprint", "pydyf", "cffi", "pypdfium2"} & set(sys.modules)))
print(sorted({"openpyxl", "PIL", "holidays", "redis"} & set(sys.modules)))
"""


def test_web_process_serves_pages_print_and_feeds_without_loading_the_typesetter_or_what_the_desk_alone_needs(
    tmp_path,
):
    environment = {**os.environ, "DJANGO_SETTINGS_MODULE": "tests.settings", "PYTHONPATH": str(ROOT)}

    told = subprocess.run(
        [sys.executable, "-c", SERVES], cwd=ROOT, env=environment, capture_output=True, text=True, check=True
    ).stdout.splitlines()

    assert told == [
        "200 text/html",
        "200 text/html",
        "200 text/html",
        "200 application/pdf",
        "200 text/calendar",
        "200 application/json",
        "200 text/calendar",
        "2",
        "[]",
        "[]",
    ]
