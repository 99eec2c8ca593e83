import hashlib
import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from events.templatetags.desk_files import LATIN as DESK_LATIN
from events.templatetags.desk_files import OTHERS as DESK_OTHERS
from events.templatetags.page_fonts import LATIN, OTHERS

ROOT = Path(__file__).parents[1]
STATIC = ROOT / "events" / "static" / "events"
STYLES = (STATIC / "public.css").read_text(encoding="utf-8")
FACE = r'@font-face \{ font-family: "([^"]+)";.*?url\("fonts/([^"]+)"\).*?unicode-range: ([^}]+) \}'
FACES = re.findall(FACE, STYLES)
DESK_FACES = re.findall(FACE, (STATIC / "desk.css").read_text(encoding="utf-8"))


def characters(ranges):
    for part in ranges.replace("U+", "").split(", "):
        first, _, last = part.partition("-")
        yield from range(int(first, 16), int(last or first, 16) + 1)


def test_vendored_files_are_those_of_their_packages():
    checked = subprocess.run(
        [ROOT / "script" / "vendor", "--check"], capture_output=True, text=True, check=False
    )

    assert (checked.returncode, checked.stderr) == (0, "")


def test_desk_has_all_of_bootstrap_that_it_uses_and_nothing_else():
    checked = subprocess.run(
        [sys.executable, ROOT / "script" / "trim_bootstrap", "--check"],
        capture_output=True,
        text=True,
        check=False,
    )

    assert (checked.returncode, checked.stderr) == (0, "")


def test_no_form_takes_what_the_trimmed_bootstrap_lacks():
    assert [
        path
        for path in (ROOT / "events").rglob("*.py")
        if "crispy_forms.bootstrap" in path.read_text("utf-8")
    ] == []


def test_vendored_package_comes_with_its_licence():
    for package in json.loads((STATIC / "vendor" / "manifest.json").read_text(encoding="utf-8")):
        assert any("LICENSE" in name for name in package["files"]), package["name"]


def test_page_fonts_are_those_that_the_script_made():
    made = json.loads((STATIC / "fonts" / "web-fonts.json").read_text(encoding="utf-8"))
    found = {
        path.name: hashlib.sha256(path.read_bytes()).hexdigest()
        for path in (STATIC / "fonts").glob("*.woff2")
    }

    assert found == {name: font["sha256"] for name, font in made.items()}


def test_page_fonts_are_all_used():
    used = {file for _, file, _ in FACES + DESK_FACES}

    assert used == {path.name for path in (STATIC / "fonts").glob("*.woff2")}


LATIN_FAMILIES = ["Planner Serif", "Planner Sans"]
RUSSIAN_FAMILIES = ["Planner Russian Serif", "Planner Russian Sans"]
LETTERS = {
    "English": "ABCXYZabcxyz0123456789:–’“”",
    "Azerbaijani and Turkish": "AaÇçƏəĞğIıİiÖöŞşÜü",
    "Russian": "АаЁёЖжЩщЫыЭэЯя",
    "Urdu": "ٹپچڈڑژکگںھہۂۃیےۓآؤئءٔ،۔؟ِ",
}


@pytest.mark.parametrize(
    ("faces", "language", "families"),
    [
        (FACES, "English", LATIN_FAMILIES),
        (FACES, "Azerbaijani and Turkish", LATIN_FAMILIES),
        (FACES, "Russian", RUSSIAN_FAMILIES),
        (FACES, "Urdu", ["Planner Urdu"]),
        (DESK_FACES, "English", LATIN_FAMILIES),
        (DESK_FACES, "Azerbaijani and Turkish", LATIN_FAMILIES),
        (DESK_FACES, "Russian", LATIN_FAMILIES),
        (DESK_FACES, "Russian", RUSSIAN_FAMILIES),
        (DESK_FACES, "English", [*RUSSIAN_FAMILIES, "Planner Latin", "Planner Plain Latin"]),
        (DESK_FACES, "Azerbaijani and Turkish", [*RUSSIAN_FAMILIES, "Planner Latin", "Planner Plain Latin"]),
        (DESK_FACES, "Urdu", ["Planner Naskh", "Planner Urdu"]),
    ],
)
def test_fonts_of_a_language_have_each_of_its_letters(faces, language, families):
    for family in families:
        offered = set()
        for name, file, ranges in faces:
            if name == family and "italic" not in file:
                offered |= set(characters(ranges)) & set(TTFont(STATIC / "fonts" / file).getBestCmap())
        assert {letter for letter in LETTERS[language] if ord(letter) not in offered} == set()


def test_public_page_has_cyrillic_fonts_in_russian_alone():
    """An event without a text in the reader's language stands on their page, and would fetch them. Urdu may, in one
    weight: many machines lack letters of it."""
    others = {
        name for name, _, ranges in FACES if any(0x400 <= letter <= 0x6FF for letter in characters(ranges))
    }

    assert others == {
        *RUSSIAN_FAMILIES,
        "Planner Urdu",
        "Planner Naskh",
        "Planner Names",
        "Planner Russian Names",
    }
    assert len([name for name, _, _ in FACES if name == "Planner Naskh"]) == 1


@pytest.mark.parametrize("family", ["Planner Urdu", "Planner Russian Serif", "Planner Russian Sans"])
def test_font_of_a_language_has_the_figures_and_points_that_it_claims(family):
    """A character that it claims in vain is fetched with all Latin letters."""
    for name, file, ranges in FACES:
        if name == family:
            claimed = {character for character in characters(ranges) if character < 0x100}
            assert claimed <= set(TTFont(STATIC / "fonts" / file).getBestCmap()), file


def test_names_of_russian_and_urdu_are_in_a_font_that_a_page_of_another_script_has_anyway():
    for files, name in (
        (["noto-sans-latin.woff2", "noto-sans-400-latin.woff2"], "Русский"),
        (["noto-sans-latin.woff2", "noto-sans-russian.woff2"], "اردو"),
    ):
        for file in files:
            assert {ord(letter) for letter in name} <= set(TTFont(STATIC / "fonts" / file).getBestCmap()), (
                file
            )


def test_fonts_that_a_page_fetches_for_the_next_one_are_there():
    names = {f"{name}.woff2" for names in (LATIN, *OTHERS.values()) for name in names}
    at_desk = {f"{name}.woff2" for names in (DESK_LATIN, *DESK_OTHERS.values()) for name in names}

    assert names <= {file for _, file, _ in FACES}
    assert at_desk <= {file for _, file, _ in DESK_FACES}


@pytest.mark.parametrize(("language", "most"), [("en", 27_000), ("ru", 34_500), ("ur", 38_500)])
def test_fonts_of_the_desk_in_a_language_leave_room_for_its_pages(language, most):
    names = DESK_OTHERS.get(language, DESK_LATIN)

    assert sum((STATIC / "fonts" / f"{name}.woff2").stat().st_size for name in names) < most


def test_styles_of_the_pages_fetch_nothing_from_elsewhere():
    assert re.findall(r"https?:|//|@import|data:", re.sub(r"/\*.*?\*/", "", STYLES, flags=re.DOTALL)) == []
