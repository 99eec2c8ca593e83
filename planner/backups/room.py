"""Whether there is room for what a backup holds."""

from pathlib import Path
from shutil import disk_usage

from django.core.files.storage import FileSystemStorage, default_storage

from planner.backups.archive import FILES, BackupError, Manifest


def refuse_without_room(manifest: Manifest, folder: Path) -> None:
    files = sum(size for name, size in manifest.sizes.items() if name.startswith(FILES))
    _refuse(folder, sum(manifest.sizes.values()) - files)
    if isinstance(storage := default_storage, FileSystemStorage):
        place = Path(storage.location)
        while not place.exists():
            place = place.parent
        _refuse(place, files)


def _refuse(folder: Path, needed: int) -> None:
    free = disk_usage(folder).free
    if free < needed:
        raise BackupError(f"{folder} has {free:,} bytes free, and the backup needs {needed:,}.")
