"""What the planner calls: a job with the typesetter, from its turn to its end."""

from __future__ import annotations

import atexit
import json
import logging
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from contextvars import ContextVar
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from threading import Lock, Thread
from typing import Any

from typesetter.errors import StoppedError
from typesetter.frames import TooMuchError, receive, send
from typesetter.guard import MEGABYTE, Limits
from typesetter.turns import turn

log = logging.getLogger(__name__)

ROOT = Path(__file__).resolve().parents[1]
# Seconds: until fonts and stylesheets are read, and until a process that was told to end has ended.
BEGINS_WITHIN, ENDS_WITHIN = 120, 10
TWO_NUMBERS = 64
# A page is waited for; a command has time.
PATIENCE, MUCH_PATIENCE = 15.0, 1800.0
patience: ContextVar[float] = ContextVar("patience", default=PATIENCE)


@contextmanager
def patient() -> Iterator[None]:
    """Wait as long as it takes for a turn: nobody sits before a page."""
    token = patience.set(MUCH_PATIENCE)
    try:
        yield
    finally:
        patience.reset(token)


class Typesetter:
    """This process's own, with the fonts, stylesheets and drawings of a folder; it begins when first needed."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        # What its children have used in all, from being forked to being gone, in seconds.
        self.cpu = 0.0
        # How often a document was laid out.
        self.layouts = 0
        self.lock = Lock()
        self.numbers = count(1)
        self._process: subprocess.Popen[bytes] | None = None
        self._orders: socket.socket | None = None
        os.register_at_fork(after_in_child=self.forget)
        atexit.register(self.end)

    def stand_by(self, place: Path) -> None:
        """Begin it, where it did not yet, without waiting until it stands ready: the first job finds it so."""
        if not self._process and not self.lock.locked():
            Thread(target=self._stand_by, args=(place,), daemon=True).start()

    def _stand_by(self, place: Path) -> None:
        with self.lock, suppress(OSError, StoppedError):
            if not self._orders:
                self._begin(place)

    def forget(self) -> None:
        """Leave it to the process that this one is a fork of; that holds its lock as well."""
        if self._orders:
            self._orders.close()
        self.lock = Lock()
        self._process, self._orders = None, None

    def end(self) -> None:
        """End it; the next job begins it anew."""
        if self._process and self._orders:
            self._orders.close()
            self._process.wait(ENDS_WITHIN)
        self._process, self._orders = None, None

    @contextmanager
    def job(
        self,
        place: Path,
        styles: Sequence[str],
        identifier: str,
        pictures: Mapping[str, bytes],
        limits: Limits,
    ) -> Iterator[Job]:
        """Wait for a turn and begin a document; its process ends with the block. All that share ``place`` take turns.

        Raises BusyError, and StoppedError where the process ends before its work.
        """
        with self._child(place, limits) as job:
            wanted = {"styles": list(styles), "identifier": identifier, "pictures": list(pictures)}
            job.tell(wanted, *pictures.values())
            yield job

    def draw_anew(
        self, place: Path, picture: bytes, rules: Mapping[str, Any], limits: Limits
    ) -> tuple[dict[str, Any], bytes]:
        """Return what is said of a picture from outside, and all that is kept of it, as ``picture.drawn_anew`` does.

        Raises as ``job``.
        """
        with self._child(place, limits) as job:
            return job.draw_anew(picture, rules)

    def draw_page(
        self, place: Path, pdf: bytes, wanted: Mapping[str, Any], limits: Limits
    ) -> tuple[dict[str, Any], bytes]:
        """Return the sizes of all pages of a finished document and one as an image, as ``page_image.drawn`` does.

        Raises as ``job``.
        """
        with self._child(place, limits) as job:
            return job.draw_page(pdf, wanted)

    @contextmanager
    def _child(self, place: Path, limits: Limits) -> Iterator[Job]:
        with turn(place, patience.get()):
            ours, theirs = socket.socketpair()
            hears, tells = socket.socketpair()
            name = f"{os.getpid()}-{next(self.numbers)}"
            with ours, hears:
                with theirs, tells:
                    self._order(place, {"job": name, "limits": limits.as_dict()}, theirs, tells)
                job = Job(self, name, ours, hears, limits)
                try:
                    yield job
                finally:
                    job.end()

    def _order(self, place: Path, order: Mapping[str, Any], *sockets: socket.socket) -> None:
        """Give an order to the process that stands ready, to a new one where it is gone."""
        text, files = json.dumps(order).encode(), [each.fileno() for each in sockets]
        with self.lock:
            for _ in range(2):
                orders = self._orders or self._begin(place)
                try:
                    socket.send_fds(orders, [text], files)
                except OSError:
                    self.end()
                else:
                    return
        raise StoppedError("The typesetter does not stay.")

    def kill(self, name: str) -> None:
        """Have the process of a job killed, where the one that can is there; without it there is none."""
        with self.lock:
            if self._orders:
                with suppress(OSError):
                    self._orders.send(json.dumps({"job": name}).encode())

    def _begin(self, place: Path) -> socket.socket:
        ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        # Nothing of what this process was started with, and no module from wherever it stands.
        environment = {
            "FONTCONFIG_FILE": str(self.folder / "fonts" / "fonts.conf"),
            "LANG": "C.UTF-8",
            "XDG_CACHE_HOME": str(place),
        }
        command = [sys.executable, "-B", "-E", "-s", "-m", "typesetter", str(self.folder)]
        with theirs:
            self._process = subprocess.Popen(  # noqa: S603
                command, cwd=ROOT, env=environment, stdin=theirs.fileno(), stdout=subprocess.DEVNULL
            )
        ours.settimeout(BEGINS_WITHIN)
        ready = ours.recv(MEGABYTE)
        if not ready:
            raise StoppedError("The typesetter cannot begin; its complaint is on the standard error.")
        ours.settimeout(None)
        self._orders = ours
        log.info("The typesetter stands ready; network: %s.", json.loads(ready)["network"])
        return ours


@dataclass(frozen=True, slots=True)
class Complaints:
    """What WeasyPrint complained of so far: characters that no font has, and all else in words."""

    missing: frozenset[str]
    others: tuple[str, ...]


class Job:
    """A document, a page of a finished one, or a picture, that a process of its own is at work on."""

    def __init__(
        self, typesetter: Typesetter, name: str, asked: socket.socket, hears: socket.socket, limits: Limits
    ) -> None:
        self.typesetter, self.name, self.limits = typesetter, name, limits
        self.complaints = Complaints(frozenset(), ())
        self._asked, self._hears = asked, hears
        self._cpu = 0.0

    def lay_out(self, html: str) -> int:
        """Return how many pages it takes."""
        self.typesetter.layouts += 1
        said, _ = self._ask({"html": html})
        return int(said["pages"])

    def write(
        self, numbers: Sequence[int], enclosures: Sequence[Mapping[str, str]] = (), *contents: bytes
    ) -> bytes:
        """Return what was laid out under these numbers, counted from 0, as one PDF."""
        _, (octets,) = self._ask({"numbers": list(numbers), "enclosures": list(enclosures)}, *contents)
        return octets

    def draw_anew(self, picture: bytes, rules: Mapping[str, Any]) -> tuple[dict[str, Any], bytes]:
        said, (octets,) = self._ask({"picture": rules}, picture)
        return said, octets

    def draw_page(self, pdf: bytes, wanted: Mapping[str, Any]) -> tuple[dict[str, Any], bytes]:
        said, (octets,) = self._ask({"page": wanted}, pdf)
        return said, octets

    def tell(self, said: Mapping[str, Any], *blobs: bytes) -> None:
        with self._watched():
            self._asked.settimeout(self.limits.wall)
            send(self._asked, said, *blobs)

    def _ask(self, said: Mapping[str, Any], *blobs: bytes) -> tuple[dict[str, Any], list[bytes]]:
        until = time.monotonic() + self.limits.wall
        self.tell(said, *blobs)
        with self._watched():
            answer, octets = receive(self._asked, until, self.limits.answer * MEGABYTE)
            used = float(answer["cpu"])
            self.complaints = Complaints(frozenset(answer["missing"]), tuple(answer["others"]))
        self._count(used)
        if "failed" in answer:
            raise StoppedError(f"The document was not set: {answer['failed']}")
        return answer, octets

    @contextmanager
    def _watched(self) -> Iterator[None]:
        """Whatever comes from the other side, or does not, ends in a StoppedError."""
        try:
            yield
        except TimeoutError:
            raise self._stopped(f"took more than {self.limits.wall:g} seconds") from None
        except TooMuchError:
            raise self._stopped(f"made more than {self.limits.answer} megabytes") from None
        except (EOFError, OSError):
            raise self._stopped("") from None
        except (ValueError, LookupError, TypeError, AttributeError, RecursionError):
            raise self._stopped("said what cannot be read") from None

    def _stopped(self, why: str) -> StoppedError:
        if why:
            self.typesetter.kill(self.name)
        ended = self.end()
        return StoppedError(f"The process that set the document {why or f'ended by itself, with {ended}'}.")

    def end(self) -> str:
        """Wait until its process is gone, for the turn is nobody else's before; return how it ended."""
        self._asked.close()
        self._hears.settimeout(ENDS_WITHIN)
        try:
            ended, _, cpu = self._hears.recv(TWO_NUMBERS).partition(b" ")
        except TimeoutError:
            self.typesetter.kill(self.name)
            return "nothing"
        self._count(float(cpu or self._cpu))
        status = int(ended or b"0")
        return f"signal {-status}" if status < 0 else f"status {status}"

    def _count(self, cpu: float) -> None:
        self.typesetter.cpu += cpu - self._cpu
        self._cpu = cpu
