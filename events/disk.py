"""How much of the disk is free where the planner keeps what it writes, and what that still allows."""

from pathlib import Path
from shutil import disk_usage

from django.conf import settings

# The shares below which no file is taken from outside, and below which a load balancer sends nobody here.
FOR_UPLOADS, FULL = 0.05, 0.02


def left() -> float:
    """Return the share of the disk that is free."""
    place = Path(settings.VAR_DIR)
    usage = disk_usage(place if place.exists() else place.parent)
    return usage.free / usage.total


def has_room_for_uploads() -> bool:
    return left() >= FOR_UPLOADS


def is_full() -> bool:
    return left() < FULL
