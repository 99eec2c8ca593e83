"""How many bytes a server sends, reckoned from what a test server has."""

from functools import cache
from pathlib import Path

import brotli
from django.contrib.staticfiles.finders import find

BUDGET, LATER = 100_000, 15_000
PAGE_HEADERS, FILE_HEADERS = 1_100, 450


@cache
def sent(path):
    """How many bytes a server sends of a static file: headers, text with brotli, fonts as they are."""
    body = Path(find(path.removeprefix("/static/"))).read_bytes()
    return FILE_HEADERS + len(body if path.endswith(".woff2") else brotli.compress(body))
