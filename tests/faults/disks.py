"""Two disks that are full: one for certain, and one wherever whoever runs the tests may mount it."""

import os
import resource
import subprocess
import tempfile
from contextlib import contextmanager, suppress
from pathlib import Path

PAGE = 1 << 12
BLOCK = bytes(1 << 16)
MEGABYTES = 48


class Limited:
    """A limit on what a process writes: no file of its grows any more, and at last hardly anything is written."""

    def __init__(self, folder):
        self.folder = folder

    def fill(self, *processes):
        self._limit(processes, PAGE)

    def fill_but_for_little(self, *processes):
        self._limit(processes, max(path.stat().st_size for path in self.folder.rglob("*") if path.is_file()))

    def make_room(self, *processes):
        self._limit(processes, resource.RLIM_INFINITY)

    def begin(self):
        """What a process that is started while it is full does first."""
        resource.setrlimit(resource.RLIMIT_FSIZE, (len(BLOCK), len(BLOCK)))

    @staticmethod
    def _limit(processes, octets):
        for pid in processes:
            resource.prlimit(pid, resource.RLIMIT_FSIZE, (octets, resource.RLIM_INFINITY))


class Small:
    """A file system of its own in the machine's memory, with something on it that leaves not one octet."""

    def __init__(self, folder):
        self.folder = folder
        self.ballast = folder / "ballast"

    def fill(self, *processes):
        with self.ballast.open("ab", buffering=0) as file, suppress(OSError):
            while file.write(BLOCK):
                pass

    def fill_but_for_little(self, *processes):
        self.fill()
        os.truncate(self.ballast, self.ballast.stat().st_size - len(BLOCK))

    def make_room(self, *processes):
        self.ballast.unlink()

    def begin(self):
        """Whoever starts finds it full."""


@contextmanager
def mounted():
    """Yield a small file system, or nothing where this may not be."""
    with tempfile.TemporaryDirectory() as name:
        mount = ["mount", "-t", "tmpfs", "-o", f"size={MEGABYTES}m", "none", name]
        if os.getuid() or subprocess.run(mount, capture_output=True, check=False).returncode:
            yield None
            return
        try:
            yield Path(name)
        finally:
            subprocess.run(["umount", "--lazy", name], check=True)


def kinds():
    """Both where this machine lets itself be mounted; the first is there everywhere."""
    with mounted() as folder:
        return [Limited, Small] if folder else [Limited]
