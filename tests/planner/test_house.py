import ast
import sys
from pathlib import Path

PROGRAMME = Path(__file__).resolve().parent.parent.parent / "events" / "programme"


def imported(path):
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom) and node.level == 0:
            yield node.module


def test_programme_imports_itself_and_the_standard_library_alone():
    strangers = {
        f"{path.name}: {name}"
        for path in PROGRAMME.rglob("*.py")
        for name in imported(path)
        if name.partition(".")[0] not in sys.stdlib_module_names and not name.startswith("events.programme")
    }

    assert strangers == set()
