"""The process that stands ready: fonts opened, stylesheets read, and for each job a child of its own.

It never sees a document itself. It ends with the planner's process that started it, and its children with it.
"""

from __future__ import annotations

import gc
import json
import os
import select
import signal
import socket
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any, NoReturn

from typesetter import page_image
from typesetter.complaints import Complaints
from typesetter.frames import TooMuchError, receive, send
from typesetter.guard import Limits, confine, leave_the_network
from typesetter.picture import drawn_anew
from typesetter.press import Job, Press

LONGEST_ORDER = 4096
# A usual document is set before it is looked through for garbage at all.
RARELY = 500_000, 10, 10
COLD = "cold"


def keep(orders: socket.socket, folder: Path, *, is_warm: bool = True) -> None:
    """Stand ready until the planner's process is gone.

    A child has only the thread that forked it. Where a library begins one of its own (Pango does from 1.50.13 on), it
    begins anew and leaves fonts and stylesheets to the children: slower, and as safe.
    """
    is_apart = leave_the_network()
    press = Press(folder) if is_warm else None
    sheets = press.warm() if press else iter(())
    next(sheets, None)
    if len(os.listdir("/proc/self/task")) > 1:
        os.execv(sys.executable, [sys.executable, "-B", "-E", "-s", "-m", "typesetter", str(folder), COLD])  # noqa: S606
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    keeper = Keeper(orders, folder, press, sheets)
    orders.send(json.dumps({"network": "none" if is_apart else "refused"}).encode())
    keeper.stand()


class Keeper:
    """Takes orders to begin a job, or to end one by its name.

    With the order to begin come two sockets: on the first the child is spoken to, the second hears how it ended.
    """

    def __init__(
        self, orders: socket.socket, folder: Path, press: Press | None, sheets: Iterator[None]
    ) -> None:
        self.orders, self.folder, self.press = orders, folder, press
        self.sheets = sheets
        self.is_warm = False
        _settle()
        self.children: dict[str, Child] = {}
        # A child that ends writes here, so that the wait for orders is over.
        self.ended, writer = os.pipe2(os.O_NONBLOCK | os.O_CLOEXEC)
        signal.signal(signal.SIGCHLD, lambda *_: None)
        signal.set_wakeup_fd(writer)

    def stand(self) -> None:
        orders = self.orders.fileno()
        while True:
            ready, _, _ = select.select([orders, self.ended], [], [], None if self.is_warm else 0)
            if not ready:
                self._warm()
                continue
            if self.ended in ready:
                os.read(self.ended, LONGEST_ORDER)
            self._bury()
            if orders in ready:
                order, sockets, _, _ = socket.recv_fds(self.orders, LONGEST_ORDER, 2)
                if not order:
                    break
                self._obey(json.loads(order), [socket.socket(fileno=each) for each in sockets])
        for each in self.children.values():
            os.kill(each.pid, signal.SIGKILL)

    def _warm(self) -> None:
        """Set one more sheet of no event, while nobody waits."""
        self.is_warm = next(self.sheets, self) is self
        _settle()

    def _obey(self, order: dict[str, Any], sockets: list[socket.socket]) -> None:
        name = order["job"]
        if sockets:
            asked, ending = sockets
            others = [self.orders, ending, *(each.ending for each in self.children.values())]
            began = time.process_time()
            child = os.fork()
            if not child:
                _child(lambda: self.press or Press(self.folder), asked, Limits(**order["limits"]), others)
            asked.close()
            self.children[name] = Child(child, ending, time.process_time() - began)
        elif name in self.children:
            os.kill(self.children[name].pid, signal.SIGKILL)

    def _bury(self) -> None:
        for name, child in list(self.children.items()):
            pid, status, used = os.wait4(child.pid, os.WNOHANG)
            if pid:
                del self.children[name]
                cpu = child.cpu + used.ru_utime + used.ru_stime
                # Perhaps nobody waits to hear it.
                with suppress(OSError):
                    child.ending.send(f"{os.waitstatus_to_exitcode(status)} {cpu:.6f}".encode())
                child.ending.close()


@dataclass(frozen=True, slots=True)
class Child:
    """``ending`` hears how it ended and the seconds of CPU time that it used; ``cpu`` are those of its beginning."""

    pid: int
    ending: socket.socket
    cpu: float


def _settle() -> None:
    """Let what is there stay as it is: a child that looked through it for garbage would have to copy it first."""
    gc.collect()
    gc.freeze()


def _child(
    press: Callable[[], Press], asked: socket.socket, limits: Limits, others: list[socket.socket]
) -> NoReturn:
    try:
        signal.set_wakeup_fd(-1)
        signal.signal(signal.SIGCHLD, signal.SIG_DFL)
        for each in others:
            each.close()
        nowhere = os.open(os.devnull, os.O_RDWR)
        for standard in (0, 1, 2):
            os.dup2(nowhere, standard)
        ready = press()
        gc.set_threshold(*RARELY)
        confine(limits)
        _work(ready, asked)
    except (EOFError, BrokenPipeError, TooMuchError):
        os._exit(1)
    except BaseException:
        os._exit(2)
    os._exit(0)


def _work(press: Press, asked: socket.socket) -> None:
    """Draw one picture anew or a page of a finished document, or set one, step by step as the planner asks."""
    complaints = Complaints()
    complaints.listen()
    said, blobs = receive(asked)
    if "picture" in said:
        (picture,) = blobs
        _answer(asked, complaints, partial(drawn_anew, picture, **said["picture"]))
        return
    if "page" in said:
        (pdf,) = blobs
        _answer(asked, complaints, partial(page_image.drawn, pdf, **said["page"]))
        return
    job = Job(press, said["styles"], said["identifier"], dict(zip(said["pictures"], blobs, strict=True)))
    while True:
        said, blobs = receive(asked)
        _answer(asked, complaints, partial(_step, job, said, blobs))


def _step(job: Job, said: dict[str, Any], blobs: list[bytes]) -> tuple[dict[str, Any], bytes]:
    if "html" in said:
        return {"pages": job.lay_out(said["html"])}, b""
    enclosures = zip(said["enclosures"], blobs, strict=True)
    return {}, job.write(said["numbers"], [{**each, "content": blob} for each, blob in enclosures])


def _answer(
    asked: socket.socket, complaints: Complaints, work: Callable[[], tuple[dict[str, Any], bytes]]
) -> None:
    answer: dict[str, Any] = {}
    octets = b""
    try:
        answer, octets = work()
    except Exception as error:
        answer["failed"] = f"{type(error).__name__}: {error}"[:500]
    answer |= {"missing": sorted(complaints.missing), "others": complaints.others}
    answer["cpu"] = time.process_time()
    send(asked, answer, octets)
