"""Nothing above the models writes past the history or reads past the scope."""

from pathlib import Path

import pytest

EVENTS = Path(__file__).resolve().parents[2] / "events"
ABOVE = ("admin.py", "exports", "forms", "operations", "snapshot", "templatetags", "views")
PAST = (
    "bulk_create",
    "bulk_update",
    "_base_manager",
    "_raw_delete",
    "with_scopes_disabled",
    "scopes_disabled",
)


@pytest.mark.parametrize("word", PAST)
def test_nothing_above_the_models_goes_past_history_and_scope(word):
    files = [
        path for name in ABOVE for path in (EVENTS / name, *(EVENTS / name).rglob("*.py")) if path.is_file()
    ]

    assert [str(path) for path in files if word in path.read_text(encoding="utf-8")] == []
