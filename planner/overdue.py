"""What should have been done by now: a backup, the files of releases, mails that no server took."""

from contextlib import suppress
from datetime import datetime, timedelta

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.utils import timezone

from events.models import Invitation, Release
from events.scoping import every_mission
from events.usual_files import files_to_make

NEWEST_BACKUP = "newest-backup"
# A night and the time that a backup may take.
BACKED_UP_WITHIN = timedelta(hours=26)
# What a server that is away for a moment, or the timer of ``files``, comes to by itself.
DONE_WITHIN = timedelta(hours=1)


def note_backup(now: datetime) -> None:
    """Note in the storage, which all servers share, that one was made; a backup is no worse without the note."""
    with suppress(OSError):
        default_storage.delete(NEWEST_BACKUP)
        default_storage.save(NEWEST_BACKUP, ContentFile(now.isoformat().encode()))


def backup() -> str:
    try:
        with default_storage.open(NEWEST_BACKUP) as note:
            made_at = datetime.fromisoformat(note.read().decode())
    except FileNotFoundError:
        return "none was made yet"
    return f"the newest is of {made_at:%Y-%m-%d %H:%M} UTC" if _is_long_ago(made_at, BACKED_UP_WITHIN) else ""


def files() -> str:
    """The usual files of what the public has, where they were not made in the hour after the release, or outdated."""
    released = Release.published.current().filter(released_at__lt=timezone.now() - DONE_WITHIN)
    lacking = [release.code for release in released.iterator(chunk_size=50) if any(files_to_make(release))]
    return (
        f"{len(lacking)} releases lack some or have them of another version, first {lacking[0]}"
        if lacking
        else ""
    )


def mails() -> str:
    with every_mission():
        waiting = list(Invitation.objects.pending().filter(sent_at=None).order_by("invited_at"))
    late = [each for each in waiting if _is_long_ago(each.invited_at, DONE_WITHIN)]
    if not late:
        return ""
    return f"{len(late)} invitations were not sent, the first of {late[0].invited_at:%Y-%m-%d %H:%M} UTC"


def _is_long_ago(moment: datetime, span: timedelta) -> bool:
    return timezone.now() - moment > span
