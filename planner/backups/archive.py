"""The file: a ZIP with the database, the files that it names, the settings without secrets, and last a manifest."""

import json
import os
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import IO

FORMAT = 1
MANIFEST = "manifest.json"
SETTINGS = "settings.json"
FILES = "files/"
CHUNK = 1 << 20
DAMAGES = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError)


class BackupError(ValueError):
    """Nothing was written or restored; the message says in one line why."""


@dataclass(frozen=True)
class Manifest:
    """What the file holds: ``rows`` by table, ``members`` with the SHA-256 of each, ``missing`` files that the
    database names and the storage had no more."""

    made_at: str
    planner: str
    database: str
    migrations: list[str]
    rows: dict[str, int]
    missing: list[str]
    members: dict[str, str] = field(default_factory=dict)
    sizes: dict[str, int] = field(default_factory=dict)

    @property
    def files(self) -> list[str]:
        return [name for name in self.members if name.startswith(FILES)]


class Writer:
    def __init__(self, file: IO[bytes]) -> None:
        self.zip = zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED)
        self.members: dict[str, str] = {}
        self.sizes: dict[str, int] = {}

    def add(self, name: str, source: IO[bytes]) -> None:
        digest, size = sha256(), 0
        with self.zip.open(name, "w", force_zip64=True) as member:
            while chunk := source.read(CHUNK):
                digest.update(chunk)
                size += len(chunk)
                member.write(chunk)
        self.members[name], self.sizes[name] = digest.hexdigest(), size

    def close_with(self, manifest: Manifest) -> None:
        told = {"format": FORMAT, **asdict(manifest), "members": self.members, "sizes": self.sizes}
        self.zip.writestr(MANIFEST, json.dumps(told, indent=1, sort_keys=True))
        self.zip.close()

    def close(self) -> None:
        """Close it, whole or not: what could not be written is told by whatever refused it."""
        with suppress(OSError):
            self.zip.close()


@contextmanager
def written(path: Path) -> Iterator[Writer]:
    """Write the file for its owner alone: beside its place first, and there once it was read again from end to end.

    Raises BackupError; then nothing is at ``path`` or beside it.
    """
    if path.exists():
        raise BackupError(f"{path} is there already.")
    beside = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        with open(beside, "xb", opener=lambda name, flags: os.open(name, flags, 0o600)) as file:
            writer = Writer(file)
            try:
                yield writer
            finally:
                writer.close()
            file.flush()
            os.fsync(file.fileno())
        with opened(beside) as backup:
            backup.verify()
        beside.rename(path)
    except OSError as error:
        raise BackupError(f"{path} cannot be written: {error.strerror or error}.") from None
    finally:
        with suppress(OSError):
            beside.unlink()


@dataclass(frozen=True)
class Backup:
    """A backup opened to be read."""

    path: Path
    zip: zipfile.ZipFile
    manifest: Manifest

    def verify(self) -> None:
        """Read every member. Raises BackupError where one is missing, too many, or not what the manifest says."""
        there = [name for name in self.zip.namelist() if name != MANIFEST]
        if sorted(there) != sorted(self.manifest.members):
            raise BackupError(f"{self.path} does not hold what its manifest names.")
        for name in there:
            for _ in self.chunks(name):
                pass

    def chunks(self, name: str) -> Iterator[bytes]:
        """Yield the octets of a member. Raises BackupError after the last one where they are not the ones kept."""
        digest = sha256()
        try:
            with self.zip.open(name) as member:
                while chunk := member.read(CHUNK):
                    digest.update(chunk)
                    yield chunk
        except DAMAGES:
            raise BackupError(f"{self.path} is damaged: {name} cannot be read.") from None
        if digest.hexdigest() != self.manifest.members[name]:
            raise BackupError(f"{self.path} is damaged: {name} has another checksum than its manifest says.")

    def extract(self, name: str, folder: Path) -> Path:
        target = folder / Path(name).name
        with open(target, "xb", opener=lambda name, flags: os.open(name, flags, 0o600)) as file:
            for chunk in self.chunks(name):
                file.write(chunk)
            file.flush()
            os.fsync(file.fileno())
        return target


@contextmanager
def opened(path: Path) -> Iterator[Backup]:
    """Yield the backup. Raises BackupError where it is none, was cut off or is of a format that is not known here."""
    try:
        file = zipfile.ZipFile(path)
    except zipfile.BadZipFile:
        raise BackupError(f"{path} is no whole backup: it was cut off or is something else.") from None
    with file:
        try:
            told = json.loads(file.read(MANIFEST))
        except (KeyError, *DAMAGES):
            raise BackupError(f"{path} is no backup of the planner: its manifest cannot be read.") from None
        yield Backup(path, file, _manifest(path, told))


def _manifest(path: Path, told: object) -> Manifest:
    known = told.get("format") if isinstance(told, dict) else None
    if isinstance(known, int) and known > FORMAT:
        raise BackupError(
            f"{path} has format {known}, and this planner reads {FORMAT}: it was made by a newer one."
        )
    if not isinstance(told, dict) or known != FORMAT:
        raise BackupError(f"{path} is no backup of the planner: its manifest cannot be read.")
    try:
        return Manifest(**{name: value for name, value in told.items() if name != "format"})
    except TypeError:
        raise BackupError(f"{path} is no backup of the planner: its manifest cannot be read.") from None
