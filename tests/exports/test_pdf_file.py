"""The PDF as a file: accessible, for archives, and the same bytes on any day in any process."""

import os
import re
import subprocess
import sys
from datetime import datetime
from hashlib import sha256
from pathlib import Path
from runpy import run_path

import page
import pypdf
import pytest
import time_machine

from events.exports import ical
from events.exports.pdf import a4
from events.programme.choices import Audience
from tests.exports.printed import canonical, reader
from tests.exports.released import SITE, released
from tests.programmes import seminar

ROOT = Path(__file__).parents[2]
FONTS = Path(a4.__file__).parent / "fonts"
SHEETS = [("seminar", "en"), ("seminar", "ur"), ("exhibition", "en"), ("exhibition", "ur")]
STANDARDS = [page.ValidationProfile.PDF_UA_1, page.ValidationProfile.PDF_A_3A]

DRAW_IN_A_PROCESS = """
import django; django.setup()
from hashlib import sha256
from tests.exports.printed import canonical
print(sha256(canonical("seminar", "ur")).hexdigest())
"""


@pytest.mark.parametrize("standard", STANDARDS, ids=lambda standard: standard.name)
@pytest.mark.parametrize(("name", "language"), SHEETS)
def test_sheet_keeps_the_standards_for_accessibility_and_for_archives(name, language, standard):
    report = page.validate_pdf_bytes(canonical(name, language), profile=standard)

    assert [(failure.rule_id, failure.message) for failure in report.failures] == []
    assert report.is_compliant


def test_sheet_with_a_calendar_keeps_the_standards_and_carries_it():
    calendar = ical.render(released(seminar()).seen_by(Audience.PUBLIC), ("en",), SITE)

    pdf = canonical("seminar", "en")

    assert [page.is_pdf_compliant_bytes(pdf, profile=standard) for standard in STANDARDS] == [True, True]
    assert reader(pdf).attachments == {"islamabad-seminar-2023.ics": [calendar]}


def test_same_programme_gives_the_same_bytes_in_other_processes_and_on_another_day():
    environment = {**os.environ, "DJANGO_SETTINGS_MODULE": "tests.settings"}
    told = {
        subprocess.run(
            [sys.executable, "-c", DRAW_IN_A_PROCESS],
            env={**environment, "PYTHONHASHSEED": seed, "TZ": zone},
            capture_output=True,
            text=True,
            check=True,
        ).stdout.strip()
        for seed, zone in (("1", "UTC"), ("2", "Asia/Tokyo"))
    }
    with time_machine.travel(datetime(2031, 5, 6, 7, 8)):
        here = a4.render(released(seminar()), ("ur",), SITE)

    assert told == {sha256(here).hexdigest()}


def test_file_says_its_title_language_headings_and_the_date_of_its_release():
    file = reader(canonical("seminar", "ur"))

    assert file.trailer["/Root"]["/Lang"] == "ur"
    assert file.trailer["/Root"]["/ViewerPreferences"]["/DisplayDocTitle"]
    assert file.metadata.title == "آذربائیجانی عوام کا قومی عزم و ارادہ، 20 جنوری، 2023"
    assert file.metadata.creation_date.isoformat() == "2023-01-18T04:00:00+00:00"
    assert file.metadata.modification_date == file.metadata.creation_date


def test_bookmarks_lead_to_the_sections_and_keep_the_words_of_the_title_apart():
    title, sections = reader(canonical("seminar", "en")).outline

    assert title.title == "National will and determination of the Azerbaijani people"
    assert [section.title for section in sections] == [
        "Order of proceedings",
        "In remembrance",
        "Speakers",
        "For our guests",
        "Note",
    ]


def test_drawings_are_described():
    assert descriptions(canonical("seminar", "en")) == [
        "Flag of Azerbaijan",
        "A red carnation",
        "Flag of Pakistan",
        "QR code of the address below",
    ]


def descriptions(pdf):
    found = []

    def walk(node):
        node = node.get_object()
        if not isinstance(node, pypdf.generic.DictionaryObject):
            return
        if "/Alt" in node and node.get("/S") == "/Figure":
            found.append(node["/Alt"])
        children = node.get("/K", [])
        for child in children if isinstance(children, list) else [children]:
            walk(child)

    walk(reader(pdf).trailer["/Root"]["/StructTreeRoot"])
    return found


@pytest.mark.parametrize("language", ["en", "ur"])
def test_only_bundled_fonts_are_used_and_all_are_embedded(language):
    told = subprocess.run(
        ["pdffonts", "-"], input=canonical("seminar", language), capture_output=True, check=True
    )
    rows = told.stdout.decode().splitlines()[2:]

    families = {row.split("+")[1].split()[0] for row in rows}

    assert families <= {
        "EB-Garamond",
        "EB-Garamond-Italic",
        "EB-Garamond-Semi-Bold",
        "Noto-Sans",
        "Noto-Sans-Semi-Bold",
        "Noto-Naskh-Arabic",
        "Noto-Naskh-Arabic-Bold",
    }
    assert all(" yes yes yes " in row for row in rows)


def test_fonts_are_those_of_the_manifest_each_with_its_licence():
    listed = dict(line.split()[::-1] for line in (FONTS / "SHA256SUMS").read_text().splitlines())

    assert listed == {path.name: sha256(path.read_bytes()).hexdigest() for path in FONTS.glob("*.ttf")}
    assert len(listed) == 8
    for licence in ("eb-garamond", "noto-sans", "noto-naskh-arabic", "noto-nastaliq-urdu"):
        assert "SIL Open Font License" in (FONTS / f"OFL-{licence}.txt").read_text().replace("\n", " ")


def test_flags_and_carnation_are_what_the_script_draws():
    draws = run_path(str(ROOT / "script" / "make_art.py"))["drawings"]
    bundled = {path.name: path.read_text(encoding="utf-8") for path in (FONTS.parent / "art").glob("*.svg")}

    assert bundled == draws()


@pytest.mark.parametrize(
    ("flag", "proportion"), [("flag-az.svg", 2), ("flag-pk.svg", 1.5), ("flag-tr.svg", 1.5)]
)
def test_flag_has_its_lawful_proportion(flag, proportion):
    drawing = (FONTS.parent / "art" / flag).read_text(encoding="utf-8")

    width, height = re.search(r'viewBox="0 0 (\d+) (\d+)"', drawing).groups()

    assert int(width) / int(height) == proportion
