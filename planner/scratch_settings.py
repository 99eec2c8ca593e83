"""The planner's settings for a server that is measured: its scratch database and static files of its own.

BENCH_DATABASE names the database, BENCH_FOLDER the folder of those files.
"""

import os
from pathlib import Path

from planner.settings import *  # noqa: F403
from planner.settings import DATABASES

DATABASES["default"]["NAME"] = os.environ["BENCH_DATABASE"]
STATIC_ROOT = Path(os.environ["BENCH_FOLDER"]) / "static"
