"""A real web process on the scratch database, and what it takes of memory."""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.request import urlopen

from django.conf import settings
from django.db import connection
from django.urls import reverse

from events.benchmarks.measuring import Sized
from events.benchmarks.population import populate
from events.benchmarks.scratch import Scratch

START_SECONDS = 60
# What WeasyPrint cannot be imported without.
TYPESETTERS = "libpango"


@dataclass(frozen=True, slots=True)
class Server:
    address: str
    pid: int
    printed: Path

    def get(self, path: str) -> None:
        with urlopen(self.address + path) as answer:  # noqa: S310
            answer.read()

    @property
    def worker(self) -> int:
        """The process that answers; the first one only watches over it."""
        return int(Path(f"/proc/{self.pid}/task/{self.pid}/children").read_text().split()[0])


def memory_after_feed_of_all(scratch: Scratch) -> Sized:
    """Memory of a web process after it made the feed of every event, and answered with it again.

    Raises ValueError where WeasyPrint is loaded in it.
    """
    populate(scratch)
    with served() as server:
        for _ in range(3):
            server.get(reverse("events:all_calendar"))
        return Sized(_resident(server.worker))


def _resident(pid: int) -> int:
    if TYPESETTERS in Path(f"/proc/{pid}/maps").read_text():
        raise ValueError("The web process has loaded WeasyPrint.")
    status = Path(f"/proc/{pid}/status").read_text()
    return int(re.search(r"^VmRSS:\s+(\d+) kB$", status, re.MULTILINE)[1]) * 1024  # type: ignore[index]


@contextmanager
def served() -> Iterator[Server]:
    """Serve the scratch database with gunicorn as script/server does, one worker."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            port = probe.getsockname()[1]
        environment = {
            **os.environ,
            "BENCH_DATABASE": str(connection.settings_dict["NAME"]),
            "BENCH_FOLDER": name,
            "DJANGO_SETTINGS_MODULE": "planner.scratch_settings",
            "HTTPS": "0",
            "ALLOWED_HOSTS": "127.0.0.1",
            "SITE_URL": f"http://127.0.0.1:{port}",
            "WEB_CONCURRENCY": "1",
        }
        _run(environment, "manage.py", "collectstatic", "--noinput", "--verbosity", "0")
        printed = folder / "printed"
        with printed.open("w") as output:
            process = subprocess.Popen(  # noqa: S603
                [
                    *(sys.executable, "-m", "gunicorn", "planner.wsgi", "--bind", f"127.0.0.1:{port}"),
                    *("--worker-class", "gthread", "--workers", "1", "--threads", "4", "--no-control-socket"),
                ],
                cwd=settings.BASE_DIR,
                env=environment,
                stdout=output,
                stderr=subprocess.STDOUT,
            )
        try:
            server = Server(f"http://127.0.0.1:{port}", process.pid, printed)
            _wait(server, process)
            yield server
        finally:
            process.send_signal(signal.SIGTERM)
            process.wait(timeout=START_SECONDS)


def _run(environment: dict[str, str], *command: str) -> None:
    subprocess.run([sys.executable, *command], cwd=settings.BASE_DIR, env=environment, check=True)  # noqa: S603


def _wait(server: Server, process: subprocess.Popen[bytes]) -> None:
    until = time.monotonic() + START_SECONDS
    while time.monotonic() < until and process.poll() is None:
        try:
            return server.get("/healthz")
        except OSError:
            time.sleep(0.1)
    raise ValueError(f"The server did not start: {server.printed.read_text()[-500:]}")
