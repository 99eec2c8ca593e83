"""The planner's own settings for an installation in a folder of a test's."""

import os
from pathlib import Path

from planner.settings import *  # noqa: F403

HERE = Path(os.environ["INSTALLATION"])
MEDIA_ROOT = HERE / "media"
TYPESETTER_DIR = HERE / "typesetter"
STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}  # noqa: F405

if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":  # noqa: F405
    # The journal is the real one; nothing here has to outlive a fall of the machine.
    DATABASES["default"]["OPTIONS"]["init_command"] += " PRAGMA synchronous=OFF;"  # noqa: F405
