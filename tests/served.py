"""The planner in web processes of its own, and an officer at its desk: for what befalls them."""

import os
import signal
import socket
import subprocess
import sys
import time
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urljoin, urlsplit
from uuid import uuid4

import requests

from tests.desk import PASSWORD
from tests.page_forms import forms_of

ROOT = Path(__file__).resolve().parent.parent
START_SECONDS = 60

MISSION = "azembassy-islamabad"
OFFICER = f"officer@{MISSION}.example"
# One mission with an officer and an administrator, and an event with enough rows to be torn apart.
FIRST_ROWS = """
import django
django.setup()
from django.core.management import call_command
call_command("migrate", verbosity=0)
call_command("createcachetable", verbosity=0)
from events.scoping import every_mission
from tests import factories as make
with every_mission():
    mission = make.make_mission()
    make.make_member(mission)
    make.make_member(mission, role="administrator", name="admin")
    part = make.make_part(make.make_event(mission))
    for number in range(8):
        make.make_contribution(make.make_item(part), person=make.make_person(mission), role="speaker")
"""


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def environment(folder, database_url, **settings):
    return {
        "PATH": os.environ["PATH"],
        "DJANGO_SETTINGS_MODULE": "tests.served_settings",
        "PYTHONPATH": str(ROOT),
        "TEST_FOLDER": str(folder),
        "DATABASE_URL": database_url,
        "FILES_AT_RELEASE": "false",
        "SECRET_KEY": "f0Wc7" * 12,
        **settings,
    }


def fill(folder, database_url):
    """Make the tables and the first rows."""
    variables = environment(folder, database_url)
    subprocess.run([sys.executable, "-c", FIRST_ROWS], cwd=ROOT, env=variables, check=True)


@dataclass(frozen=True)
class Served:
    address: str
    process: subprocess.Popen
    printed: Path

    def workers(self):
        children = Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children").read_text()
        return [int(pid) for pid in children.split()]

    def is_up(self):
        try:
            return requests.get(f"{self.address}/healthz", timeout=5).ok
        except requests.RequestException:
            return False


def wait_until(holds, what, within=START_SECONDS):
    deadline = time.monotonic() + within
    while not holds():
        assert time.monotonic() < deadline, what() if callable(what) else what
        time.sleep(0.05)


@contextmanager
def served(folder, database_url, *, workers=1, **settings):
    """Yield a running gunicorn. Its master holds the code, so that a worker that was killed is there again at once."""
    port = free_port()
    printed = Path(folder) / f"printed-{port}"
    command = [sys.executable, "-m", "gunicorn", "planner.wsgi", "--preload", "--bind", f"127.0.0.1:{port}"]
    command += [
        "--worker-class",
        "gthread",
        "--workers",
        str(workers),
        "--threads",
        "4",
        "--no-control-socket",
    ]
    with printed.open("w") as output:
        process = subprocess.Popen(
            command,
            cwd=ROOT,
            env=environment(folder, database_url, WEB_CONCURRENCY=str(workers), **settings),
            stdout=output,
            stderr=subprocess.STDOUT,
        )
    here = Served(f"http://127.0.0.1:{port}", process, printed)
    try:
        wait_until(here.is_up, printed.read_text)
        yield here
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait(timeout=30)


class Desk:
    """Somebody's browser. An answer is shown as it came, without going where it leads."""

    def __init__(self, address):
        self.address = address
        self.session = requests.Session()

    def get(self, path):
        return self.session.get(self.address + path, allow_redirects=False, timeout=60)

    def post(self, path, data, files=None):
        token = self.session.cookies.get("csrftoken", path="/")
        sent = {"csrfmiddlewaretoken": token, **data}
        return self.session.post(self.address + path, sent, files=files, allow_redirects=False, timeout=60)

    def send(self, page, action, files=None, **changes):
        """Return the answer to the first form of a page that goes to an address with this end."""
        shown = self.get(page)
        form = next(each for each in forms_of(shown.text) if urlsplit(each.action).path.endswith(action))
        return self.post(urljoin(page, form.action), {**form.sent, **changes}, files)

    def log_in(self, name=OFFICER, password=PASSWORD):
        self.get("/desk/login/")
        return self.post("/desk/login/", {"login": name, "password": password})

    def enter_person(self, name):
        """Return the answer to the form of a new entry in the register of people."""
        form = {**NO_OFFICES, "name_en": name, "anyway": "1", "once": str(uuid4())}
        return self.post(f"/desk/{MISSION}/people/new/", form)

    def copy_event(self):
        return self.post(f"/desk/new/{MISSION}/copy/seminar/", {"on": "2024-01-20", "once": str(uuid4())})


NO_OFFICES = {"offices-TOTAL_FORMS": "0", "offices-INITIAL_FORMS": "0"}


def desk_of(address, name=OFFICER):
    desk = Desk(address)
    assert desk.log_in(name).status_code == 302
    return desk
