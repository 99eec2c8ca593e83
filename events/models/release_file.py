import logging
from hashlib import sha256
from typing import Any, NoReturn
from uuid import uuid4

from django.core.files.base import ContentFile
from django.db import DatabaseError, IntegrityError, models, transaction

from events.models.release import Release
from events.scoping import scoped

log = logging.getLogger(__name__)


class FileIsImmutableError(ValueError):
    """What was printed of a release stays as it was printed."""


def address_of_file(file: "ReleaseFile", name: str) -> str:
    """Return where the octets lie: under a name that nobody can guess, and that is never used twice."""
    return f"releases/{file.release.code}/{uuid4().hex}-{name}"


class KeptFileQuerySet(models.QuerySet):
    def update(self, **kwargs: Any) -> NoReturn:
        raise FileIsImmutableError("A kept file cannot be changed.")

    def delete(self) -> tuple[int, dict[str, int]]:
        """Delete the rows, and their octets as soon as that is certain."""
        files = list(self)
        for file in files:
            file.delete()
        return len(files), {self.model._meta.label: len(files)}


class KeptFiles(models.Manager.from_queryset(KeptFileQuerySet)):
    """Files of every mission, found by their release alone: who has that may have what was printed of it."""

    def of(
        self, release: Release, name: str, languages: tuple[str, ...], wishes: str = ""
    ) -> "ReleaseFile | None":
        return self.filter(release=release, name=name, languages=",".join(languages), wishes=wishes).first()

    def keep(
        self,
        release: Release,
        name: str,
        languages: tuple[str, ...],
        wishes: str,
        *,
        octets: bytes,
        suffix: str,
        made_by: str,
    ) -> "ReleaseFile":
        """Keep the file for good. Where another process was quicker, what it kept is returned."""
        made = self.model(
            release=release,
            name=name,
            languages=",".join(languages),
            wishes=wishes,
            sha256=sha256(octets).hexdigest(),
            made_by=made_by,
        )
        made.file.save(f"{name}.{suffix}", ContentFile(octets), save=False)
        try:
            with transaction.atomic():
                made.save()
        except DatabaseError as error:
            made.file.delete(save=False)
            is_kept = isinstance(error, IntegrityError)
            quicker = self.of(release, name, languages, wishes) if is_kept else None
            if quicker is None:
                raise
            return quicker
        return made


class ReleaseFile(models.Model):
    """A file of a release as it was first made, kept for good: whoever asks later gets the same bytes.

    The octets lie in the configured storage and are handed out by views alone. ``wishes`` is what whoever printed
    chose beside the languages, ``made_by`` the version of the renderer.
    """

    release = models.ForeignKey(Release, models.CASCADE, related_name="files")
    name = models.CharField(max_length=40)
    languages = models.CharField(max_length=60)
    wishes = models.CharField(max_length=60, blank=True)
    sha256 = models.CharField(max_length=64, editable=False)
    made_by = models.CharField(max_length=40, editable=False)
    file = models.FileField(upload_to=address_of_file, max_length=200)

    objects = scoped(models.Manager, mission="release__event__mission")
    kept = KeptFiles()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["release", "name", "languages", "wishes"], name="file_of_a_release_kept_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.name} {self.languages} {self.wishes}".strip()

    def save(self, *args: Any, **kwargs: Any) -> None:
        if not self._state.adding:
            raise FileIsImmutableError("A kept file cannot be changed.")
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        storage, address = self.file.storage, self.file.name
        deleted = super().delete(*args, **kwargs)
        transaction.on_commit(lambda: storage.delete(address), robust=True)
        return deleted

    def octets(self) -> bytes | None:
        """Return what was kept; None, with a line in the log, where the storage has lost or damaged it.

        Raises OSError where the storage does not answer.
        """
        try:
            with self.file.open("rb") as file:
                octets: bytes = file.read()
        except FileNotFoundError:
            log.error("%s of release %s is no more in the storage.", self, self.release_id)
            return None
        if sha256(octets).hexdigest() != self.sha256:
            log.error("%s of release %s is damaged in the storage.", self, self.release_id)
            return None
        return octets
