"""Word files for edits by hand: what stands in them, in which direction, and that they leave the release."""

import io
import re
import zipfile
from dataclasses import replace
from functools import cache

import pytest
from docx import Document
from docx.oxml.ns import qn
from docx.shared import Mm

from events.exports import FORMATS
from events.exports.docx.runs import LINE_END, Run, runs_of
from events.exports.pdf.errors import LanguagesNotOfferedError
from events.exports.wishes import Beside, Wishes
from events.programme.choices import PaperSize
from events.programme.value import Look
from events.usual_files import PUBLIC_PAPERS
from tests.exports.printed import CANONICAL, stand_in_order
from tests.exports.released import MARK, SITE, released, small
from tests.programmes import empty, seminar

MARKED = "Edited by hand after release 2 of 18 January 2023 – no longer what was released"


@cache
def octets(format_, event, language):
    return FORMATS[format_].render(released(CANONICAL[event]()), (language,), SITE)


def opened(octets):
    return Document(io.BytesIO(octets))


def text(octets):
    """All paragraphs and rows in their order; the cells of a row stand between bars."""
    told = []
    for block in opened(octets).iter_inner_content():
        rows = [[block]] if hasattr(block, "runs") else [_cells(row) for row in block.rows]
        told += [" | ".join(" / ".join(cell.text.splitlines()) for cell in row) for row in rows]
    return "\n".join(told)


def _cells(row):
    seen = {cell._tc: cell for cell in row.cells}
    return list(seen.values())


class Tagged:
    def __init__(self, element):
        self.text = "".join(each.text or "" for each in element.iter(qn("w:t")))
        said = element.find(f"{qn('w:rPr')}/{qn('w:lang')}")
        self.language = said is not None and (said.get(qn("w:bidi")) or said.get(qn("w:val")))


def drawn(programme, format_="docx", language="en", **wishes):
    return FORMATS[format_].render(programme, (language,), SITE, Wishes(**wishes))


def test_programme_says_what_guests_read_in_the_order_of_the_printed_one():
    assert stand_in_order(
        text(octets("docx", "seminar", "en")),
        "Embassy of Azerbaijan in Pakistan / Islamabad | Institute of Policy Studies / Islamabad",
        "Seminar · In memory of the martyrs of January 20",
        "National will and determination",
        "Friday, 20 January 2023 · 10:00–12:20 · Islamabad\nInstitute of Policy Studies, Seminar hall",
        "Order of proceedings\nTime | Proceedings | Speaker\nBefore\n09:30 | Arrival and registration | ",
        "10:09 | Minute of silence / in memory of the martyrs of January 20 | Please remain standing.",
        "10:15 | Address by the Ambassador | H.E. Khazar Farhadov\n",
        "In remembrance\n20 January – National Mourning Day",
        "Source: the Ambassador of Azerbaijan to Pakistan, 20 January 2023",
        "Speakers\nH.E. Khazar Farhadov\nAmbassador of Azerbaijan to Pakistan",
        "For our guests\nPlease rise",
        "Note\n",
    )
    assert "Sound check" not in text(octets("docx", "seminar", "en"))


def test_exhibition_has_its_hours_and_the_ceremony_within():
    assert stand_in_order(
        text(octets("docx", "exhibition", "en")),
        "Day | Open | Note\nMonday, 19 January | 12:20–17:00 | After the ceremony",
        "Tuesday, 20 January | Closed |",
        "Ceremony of commemoration\nMonday, 19 January 2015 · 11:00–12:20 · Baku",
        "11:05 | Minute of silence",
    )


def test_run_sheet_says_all_that_the_team_has_to_know():
    assert stand_in_order(
        text(octets("run-sheet-docx", "seminar", "en")),
        "Run sheet\n",
        "Has to be over by 12:30 · For staff alone; not to be handed out",
        "Done | Clock | Length | Item | Who | Place | For the team | Cues | Responsible",
        "Before · Institute of Policy Studies, Seminar hall · from 09:00",
        "☐ | 09:00 | 30 min | Flags, lectern, name cards, sound check / Set-up · Staff alone",
        "10:09:00 / –\u200a10:10:00 | 1 min | Minute of silence",
        "H.E. Khazar Farhadov, Ambassador of Azerbaijan to Pakistan",
        "30 minutes are free between",
        "13:00:00 / –\u200a13:01:00 / 12:00:00 Baku",
    )


@pytest.mark.parametrize("format_", ["docx", "run-sheet-docx"])
def test_every_page_says_which_release_it_left_and_no_address_calls_it_current(format_):
    file = opened(octets(format_, "seminar", "en"))

    assert file.sections[0].header.paragraphs[0].text == MARKED
    assert file.sections[0].footer.paragraphs[0].text.startswith("All times are those of Islamabad (UTC+5).")
    assert MARK.code not in file.element.xml
    assert "Programme, release 2" not in text(octets(format_, "seminar", "en"))


def test_draft_says_that_it_was_never_released():
    file = opened(drawn(empty()))

    assert file.sections[0].header.paragraphs[0].text == "Edited by hand from a draft – never released"
    assert file.core_properties.created is None
    assert "To be announced" in text(drawn(empty()))
    assert "The agenda has no items yet." in text(drawn(empty(), "run-sheet-docx"))


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("az", "əl ilə düzəldilib"),
        ("ru", "Исправлено вручную"),
        ("tr", "elle değiştirildi"),
        ("ur", "ہاتھ سے ترمیم"),
    ],
)
def test_mark_is_in_the_language_of_the_sheet(language, words):
    assert words in opened(drawn(released(small()), language=language)).sections[0].header.paragraphs[0].text


@pytest.mark.parametrize("format_", ["docx", "run-sheet-docx"])
def test_urdu_runs_from_right_to_left_in_paragraphs_runs_tables_and_section(format_):
    file = opened(octets(format_, "seminar", "ur"))
    table = file.tables[-1]

    assert file.sections[0]._sectPr.find(qn("w:bidi")) is not None
    assert table._tbl.tblPr.find(qn("w:bidiVisual")) is not None
    urdu = [run for run in file.element.body.iter(qn("w:r")) if _language(run) == "ur-PK"]
    assert urdu
    assert all(
        run.find(f"{qn('w:rPr')}/{qn('w:rtl')}") is not None
        for run in urdu
        if not _is_clock(run) and not _is_latin(run)
    )
    assert "\u2067" not in file.element.xml
    assert "\u2066" not in file.element.xml


def _language(run):
    found = run.find(f"{qn('w:rPr')}/{qn('w:lang')}")
    return found is not None and (found.get(qn("w:bidi")) or found.get(qn("w:val")))


def _is_clock(run):
    return run.text.startswith("–\u200a")


def _is_latin(run):
    """A title that is there in English alone, as an Urdu sentence quotes it."""
    return run.text.strip("“”").replace(" ", "").isascii() and run.text.strip("“”") != ""


def test_english_in_an_urdu_sheet_keeps_its_direction_and_language_and_stands_at_the_side_of_the_sheet():
    file = opened(octets("run-sheet-docx", "seminar", "ur"))
    cells = [cell for row in file.tables[0].rows for cell in row.cells if "Sound check" in cell.text]
    paragraph = cells[0].paragraphs[0]

    assert paragraph._p.pPr.find(qn("w:bidi")) is None
    assert paragraph._p.pPr.find(qn("w:jc")).get(qn("w:val")) == "right"
    assert _language(paragraph.runs[0]._r) == "en-GB"
    assert not paragraph.runs[0].font.rtl


def test_hosts_stand_in_the_order_of_protocol_whatever_the_direction():
    hosts = opened(octets("docx", "seminar", "ur")).tables[0]

    assert hosts._tbl.tblPr.find(qn("w:bidiVisual")) is None
    assert "آذربائیجان" in hosts.rows[1].cells[0].text


def test_head_of_a_table_is_repeated_and_no_row_is_torn():
    table = opened(octets("run-sheet-docx", "seminar", "en")).tables[0]

    repeated = [row._tr.trPr.find(qn("w:tblHeader")) is not None for row in table.rows]
    assert repeated == [True] + [False] * (len(repeated) - 1)
    assert all(row._tr.trPr.find(qn("w:cantSplit")) is not None for row in table.rows)


def test_paper_is_that_of_the_mission_and_a_table_fits_its_margins():
    letter = replace(seminar().mission, look=Look(paper=PaperSize.LETTER))
    for programme, size in ((seminar(), (297, 210)), (replace(seminar(), mission=letter), (279, 216))):
        file = opened(drawn(released(programme), "run-sheet-docx"))
        section = file.sections[0]
        margins = section.left_margin + section.right_margin

        assert (round(section.page_width.mm), round(section.page_height.mm)) == size
        # Word counts in twentieths of a point.
        assert sum(column.width for column in file.tables[0].columns) <= section.page_width - margins + Mm(
            0.1
        )


def test_times_give_way_to_what_is_wished():
    assert "1 | Arrival and registration" in text(drawn(released(seminar()), beside=Beside.NUMBERS))


def test_same_programme_gives_the_same_octets_with_the_dates_of_the_release():
    again = drawn(released(seminar()))
    properties = opened(again).core_properties

    assert again == octets("docx", "seminar", "en")
    assert {entry.date_time for entry in zipfile.ZipFile(io.BytesIO(again)).infolist()} == {
        (1980, 1, 1, 0, 0, 0)
    }
    assert properties.created.replace(tzinfo=None) == MARK.released_at.replace(tzinfo=None)
    assert (properties.language, properties.comments) == ("en-GB", "")
    assert properties.author == "Embassy of Azerbaijan in Pakistan, Institute of Policy Studies"
    assert not any("thumbnail" in name for name in zipfile.ZipFile(io.BytesIO(again)).namelist())


def test_it_is_no_paper_of_the_public_and_holds_one_language():
    assert not {"docx", "run-sheet-docx"} & set(PUBLIC_PAPERS)
    with pytest.raises(LanguagesNotOfferedError):
        FORMATS["docx"].render(released(seminar()), ("en", "ur"), SITE)


def test_markup_becomes_runs_of_one_language_and_direction():
    html = 'آغاز <span lang="en" dir="ltr">\u2066Tea &amp; cake\u2069</span><br>\u2066–10:00\u2069 \u2068Xan\u2069'

    assert list(runs_of(html, "ur")) == [
        Run("آغاز ", "ur", "rtl"),
        Run("Tea & cake", "en", "ltr"),
        Run(LINE_END, "ur", "rtl"),
        Run("–10:00", "ur", "ltr"),
        Run(" ", "ur", "rtl"),
        Run("Xan", "ur", "ltr"),
    ]


def test_title_in_another_language_that_a_warning_quotes_has_a_tag_of_its_own_on_an_urdu_run_sheet():
    programme = replace(seminar(), languages=("en", "ur"))
    document = opened(drawn(programme, "run-sheet-docx", "ur"))

    runs = [Tagged(run) for run in document.element.body.iter(qn("w:r"))]
    quoted = [run for run in runs if "Departure of guests of honour" in run.text]
    assert len(quoted) > 1
    assert {run.language for run in quoted} == {"en-GB"}
    assert not [run for run in runs if run.language == "ur-PK" and re.search("[A-Za-z]{3}", run.text)]
