"""script/server as a mission would start it: the real settings, gunicorn, hashed and compressed static files."""

import os
import re
import signal
import socket
import subprocess
import time
from pathlib import Path
from urllib.error import HTTPError, URLError
from urllib.request import urlopen

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent
START_SECONDS = 120


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def answers(url, process):
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline and process.poll() is None:
        try:
            return urlopen(url).status == 200
        except URLError:
            time.sleep(0.2)
    return False


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    """Yield the address of a running server and the file of all it prints."""
    folder = tmp_path_factory.mktemp("server")
    port = free_port()
    environment = {
        "PATH": os.environ["PATH"],
        "DATABASE_URL": f"sqlite:///{folder}/db.sqlite3",
        "DEMO_PASSWORD": "for the rehearsal only",
        # What they cost is not waited for here.
        "FILES_AT_RELEASE": "false",
        "PORT": str(port),
        "SECRET_KEY": "f0Wc7" * 12,
    }
    printed = folder / "printed"
    with printed.open("w") as output:
        process = subprocess.Popen(
            ["sh", "script/server"], cwd=ROOT, env=environment, stdout=output, stderr=subprocess.STDOUT
        )
    try:
        started = answers(f"http://127.0.0.1:{port}/healthz", process)
        assert started, printed.read_text()
        yield f"http://127.0.0.1:{port}", printed
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait(timeout=30)


def test_server_prints_its_address_and_the_demonstration_accounts(server):
    address, printed = server
    text = printed.read_text()

    assert f"Serving at {address}" in text
    assert "officer@azembassy-islamabad.example" in text
    assert "DEMO_PASSWORD is: for the rehearsal only" in text


@pytest.mark.parametrize("path", ["/", "/desk/login/", "/admin/login/"])
def test_page_and_every_file_it_names_are_served(server, path):
    address, _ = server
    page = urlopen(address + path).read().decode()
    files = set(re.findall(r'(?:src|href)="(/static/[^"]+)"', page))

    assert files
    assert {name: urlopen(address + name).status for name in files} == dict.fromkeys(files, 200)


def test_admin_has_the_login_of_the_desk(server):
    address, _ = server

    assert urlopen(f"{address}/admin/login/").url == f"{address}/desk/login/?next=%2Fadmin%2Flogin%2F"


def test_stylesheet_is_named_by_its_content_and_kept_for_ever(server):
    address, _ = server
    page = urlopen(f"{address}/desk/login/").read().decode()
    stylesheet = re.search(r'href="(/static/events/desk\.[0-9a-f]{12}\.css)"', page)[1]

    assert "immutable" in urlopen(address + stylesheet).headers["Cache-Control"]


def test_secret_of_a_private_calendar_is_in_no_line_of_the_log(server):
    address, printed = server
    with pytest.raises(HTTPError):
        urlopen(f"{address}/calendars/private/s3cret-of-a-speaker/own.ics")

    text = printed.read_text()
    assert "/calendars/private/***/own.ics" in text
    assert "s3cret" not in text
