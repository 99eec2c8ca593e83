"""What a process that sets documents is kept from, tried in one."""

import os
import re
import subprocess
import sys
from pathlib import Path

from events.exports.pdf.render import TYPESETTER
from typesetter.client import ROOT, Typesetter
from typesetter.guard import Limits

TRIES = """
import ctypes, json, os, shutil, socket, subprocess, sys, urllib.request, resource
from pathlib import Path
from typesetter.guard import Limits, confine
libc = ctypes.CDLL(None)
confine(Limits(files=64))
for name, attempt in {
    "a socket": lambda: socket.socket(),
    "a look-up": lambda: socket.getaddrinfo("localhost", 80),
    "an address": lambda: urllib.request.urlopen("http://127.0.0.1:9/"),
    "a program": lambda: subprocess.run(["true"]),
    "a shell": lambda: os.system("true"),
    "a fork": lambda: os.fork(),
    "another program in its place": lambda: os.execv("/bin/true", ["true"]),
    "a file of the system": lambda: open("/etc/passwd"),
    "a file of the planner": lambda: open("planner/settings.py"),
    "a file by way of a library": lambda: open(json.__file__ + "/../../../../../../../../../etc/passwd"),
    "a file to write": lambda: open("/tmp/typesetter-was-here", "w"),
    "a file to write, low down": lambda: os.open("/tmp/typesetter-was-here", os.O_WRONLY | os.O_CREAT),
    "a file to delete": lambda: os.remove("/tmp/typesetter-was-here"),
    "another library": lambda: ctypes.CDLL("libm.so.6"),
    "a process to end": lambda: os.kill(os.getppid(), 0),
}.items():
    try:
        attempt()
    except PermissionError:
        pass
    else:
        print(name)
for name in ("AS", "CPU", "FSIZE", "NOFILE", "CORE"):
    print(name, *resource.getrlimit(getattr(resource, "RLIMIT_" + name)))
"""


def test_confined_process_is_refused_everything_but_the_libraries_it_is_made_of():
    told = subprocess.run(
        [sys.executable, "-c", TRIES], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout.splitlines()

    limits = Limits(files=64)
    memory = limits.memory * 1024 * 1024
    assert told == [
        f"AS {memory} {memory}",
        f"CPU {limits.cpu} {limits.cpu}",
        "FSIZE 0 0",
        "NOFILE 64 64",
        "CORE 0 0",
    ]


def test_process_that_stands_ready_has_a_network_of_its_own_exactly_where_it_says_so(tmp_path, caplog):
    own = Typesetter(TYPESETTER.folder)
    try:
        with caplog.at_level("INFO"), own.job(tmp_path, ("base.css",), "test", {}, Limits()) as job:
            job.lay_out("<p>x</p>")
            is_apart = os.readlink(f"/proc/{own._process.pid}/ns/net") != os.readlink("/proc/self/ns/net")
            devices = Path(f"/proc/{own._process.pid}/net/dev").read_text()
    finally:
        own.end()

    said = re.search("network: (none|refused)", caplog.text)
    assert (said[1] == "none") is is_apart
    if is_apart:
        assert re.findall(r"^ *(\w+):", devices, re.MULTILINE) == ["lo"]
