"""The planner's settings for processes that tests start: all from the environment, but for what would cost time."""

import os
from pathlib import Path

from planner.settings import *  # noqa: F403
from planner.settings import STORAGES

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
VAR_DIR = Path(os.environ["TEST_FOLDER"])
MEDIA_ROOT = VAR_DIR / "media"
TYPESETTER_DIR = VAR_DIR / "typesetter"
