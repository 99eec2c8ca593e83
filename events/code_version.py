"""The version of all that makes an output: what is kept of a file or a page holds as long as it stands."""

import hashlib
from functools import cache
from pathlib import Path

from django.conf import settings

EVENTS = Path(__file__).resolve().parent


@cache
def code_version() -> str:
    """Return what changes whenever the code, the words or the addresses of an output may have changed."""
    digest = hashlib.sha256(settings.SITE_URL.encode())
    sources = (
        EVENTS / "programme",
        EVENTS / "exports",
        EVENTS / "locale",
        settings.BASE_DIR / "templates",
        settings.BASE_DIR / "typesetter",
    )
    for path in sorted(path for folder in sources for path in folder.rglob("*") if path.is_file()):
        if path.suffix in (".py", ".css", ".html", ".svg", ".ttf", ".mo"):
            digest.update(path.read_bytes())
    return digest.hexdigest()[:16]
