"""What pages draw is in the file of icons."""

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
DRAWN = re.compile(r'\{% icon "([^"]+)" %\}')


def test_each_icon_that_a_page_names_is_drawn():
    sprite = (ROOT / "events/static/events/desk-icons.svg").read_text(encoding="utf-8")
    drawn = set(re.findall(r'<symbol id="([^"]+)"', sprite))
    named = {
        (path.name, name)
        for path in (ROOT / "templates").rglob("*.html")
        for name in DRAWN.findall(path.read_text(encoding="utf-8"))
    }

    assert named
    assert {(page, name) for page, name in named if name not in drawn} == set()
