"""Where files are kept."""

import os
from contextlib import suppress
from typing import Any
from uuid import uuid4

from django.core.files.storage import FileSystemStorage


class WholeFiles(FileSystemStorage):
    """A folder whose files are there whole or not at all, however the writing of one ends."""

    def _save(self, name: str, content: Any) -> str:
        beside = f"{name}.{uuid4().hex}.part"
        try:
            super()._save(beside, content)  # type: ignore[misc]
            self._to_the_disk(beside)
            os.rename(self.path(beside), self.path(name))
        except BaseException:
            with suppress(OSError):
                self.delete(beside)
            raise
        return name

    def _to_the_disk(self, name: str) -> None:
        with open(self.path(name), "rb") as file:
            os.fsync(file.fileno())
