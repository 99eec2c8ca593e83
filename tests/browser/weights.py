"""How many bytes a server sends, reckoned from what a test server has."""

from functools import cache
from pathlib import Path

import brotli
from django.contrib.staticfiles.finders import find

from planner.static_files import OURS, lightened

BUDGET, LATER = 100_000, 15_000
PAGE_HEADERS, FILE_HEADERS = 1_100, 450


@cache
def sent(path):
    """How many bytes a server sends of a static file: headers, text with brotli, fonts as they are."""
    name = path.removeprefix("/static/")
    body = Path(find(name)).read_bytes()
    if OURS.fullmatch(name):
        body = lightened(name, body.decode()).encode()
    return FILE_HEADERS + len(body if path.endswith(".woff2") else brotli.compress(body))
