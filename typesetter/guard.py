"""What a process that sets a document is kept from, once for all and before it reads a word of it.

The kernel holds the limits, and, where it lets an ordinary process have one, an empty network of its own. The hook in
Python refuses connections, other programs and files everywhere; it binds what runs in Python, not native code.
"""

from __future__ import annotations

import ctypes
import os
import resource
import signal
import sys
import sysconfig
from dataclasses import asdict, dataclass
from typing import Any

CLONE_NEWUSER, CLONE_NEWNET = 0x10000000, 0x40000000
PR_SET_PDEATHSIG, PR_SET_DUMPABLE, PR_SET_NO_NEW_PRIVS = 1, 4, 38
MEGABYTE = 1024 * 1024
REFUSED = (
    "socket.",
    "subprocess.",
    "os.exec",
    "os.fork",
    "os.posix_spawn",
    "os.spawn",
    "os.system",
    "os.kill",
    "os.remove",
    "os.rename",
    "os.chmod",
    "os.link",
    "os.symlink",
    "ctypes.",
    "shutil.",
    "ftplib.",
    "urllib.",
    "http.",
)
# What WeasyPrint does thousands of times a document, and may.
HARMLESS = "builtins.id"
# Where Python and its libraries lie: a module may still have to be loaded.
LIBRARIES = tuple(
    os.path.realpath(sysconfig.get_path(name)) + os.sep
    for name in ("stdlib", "platstdlib", "purelib", "platlib")
)


@dataclass(frozen=True, slots=True)
class Limits:
    """``wall`` seconds for each answer and ``cpu`` seconds for the whole job, megabytes of memory and of one answer."""

    wall: float = 30
    cpu: int = 60
    memory: int = 1536
    answer: int = 64
    files: int = 32

    def as_dict(self) -> dict[str, Any]:
        return asdict(self)


def leave_the_network() -> bool:
    """Move this process and those it will start to a network with nothing in it; say whether that could be had."""
    libc = ctypes.CDLL(None, use_errno=True)
    return any(libc.unshare(kinds) == 0 for kinds in (CLONE_NEWUSER | CLONE_NEWNET, CLONE_NEWNET))


def confine(limits: Limits) -> None:
    """Bind this process; there is no way back."""
    libc = ctypes.CDLL(None, use_errno=True)
    libc.prctl(PR_SET_PDEATHSIG, signal.SIGKILL)
    libc.prctl(PR_SET_DUMPABLE, 0)
    libc.prctl(PR_SET_NO_NEW_PRIVS, 1)
    for kind, most in (
        (resource.RLIMIT_AS, limits.memory * MEGABYTE),
        (resource.RLIMIT_CPU, limits.cpu),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_NOFILE, limits.files),
        (resource.RLIMIT_CORE, 0),
    ):
        resource.setrlimit(kind, (most, most))
    sys.addaudithook(_refuse)


def _refuse(event: str, details: tuple[Any, ...]) -> None:
    if event == HARMLESS:
        return
    if event == "open":
        path, _mode, flags = details
        if flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT) or not _is_of_a_library(path):
            raise PermissionError(f"The typesetter opens no file: {path!r}")
    elif event.startswith(REFUSED):
        raise PermissionError(f"The typesetter may not: {event}")


def _is_of_a_library(path: object) -> bool:
    return isinstance(path, str) and os.path.realpath(path).startswith(LIBRARIES)
