"""What a server gives out of our styles and scripts: all that a browser reads of them, and nothing else."""

import re
from pathlib import Path

import pytest
from django.core.files.base import ContentFile

from planner.static_files import LightFiles, lightened

STATIC = Path(__file__).parents[2] / "events" / "static" / "events"
OURS = sorted([*STATIC.glob("*.css"), *STATIC.glob("*.js")])


@pytest.mark.parametrize("name", ["events/desk.css", "events/desk.0123456789ab.css"])
def test_style_is_kept_without_comments_and_indents_though_it_was_read_before(tmp_path, name):
    content = ContentFile(b"/* why */\n.a {\n  color: red;\n}\n")
    content.read()

    LightFiles(location=tmp_path)._save(name, content)

    assert (tmp_path / name).read_text() == ".a {\ncolor: red;\n}\n"


def test_file_of_somebody_else_is_kept_as_it_is(tmp_path):
    LightFiles(location=tmp_path)._save("events/vendor/htmx.js", ContentFile(b"/* its licence */\n  go()\n"))

    assert (tmp_path / "events/vendor/htmx.js").read_text() == "/* its licence */\n  go()\n"


def test_comment_of_a_line_goes_and_an_address_stays():
    assert lightened("a.js", "// why\n  const here = 'https://a.b/c';\n") == "const here = 'https://a.b/c';\n"


@pytest.mark.parametrize("path", OURS, ids=lambda path: path.name)
def test_nothing_of_ours_holds_a_text_over_several_lines_or_with_marks_of_a_comment(path):
    text = path.read_text(encoding="utf-8")

    assert all(line.count("`") % 2 == 0 for line in text.splitlines())
    assert [found for found in re.findall(r"""["'`][^"'`\n]*["'`]""", text) if "/*" in found] == []
