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
from django.test import Client
with scratch_database() as scratch:
    visitor = Client()
    here = f"/{scratch.event.mission.slug}/{scratch.event.slug}/"
    for address in ("/", f"/{scratch.event.mission.slug}/", here, here + "programme.pdf", here + "event.ics"):
        answer = visitor.get(address, secure=True)
        print(answer.status_code, answer.headers["Content-Type"].partition(";")[0])
print(sorted({"weasyprint", "pydyf", "cffi"} & set(sys.modules)))
"""


def test_web_process_serves_pages_and_print_without_loading_the_typesetter(tmp_path):
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
        "[]",
    ]
