"""A Word file being written: its paper, its styles, and paragraphs and tables in either direction."""

import io
import zipfile
from collections.abc import Iterable, Sequence
from typing import Any

from django.utils.html import conditional_escape
from django.utils.translation import gettext
from docx import Document
from docx.enum.section import WD_ORIENTATION
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.table import WD_TABLE_DIRECTION
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Emu, Mm, Pt
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph

from events.exports.docx.elements import (
    LOCALES,
    drop_thumbnail,
    field,
    flag,
    insert,
    rule_rows,
    say_language,
    set_font,
    shade,
    turn,
)
from events.exports.docx.runs import LINE_END, runs_of
from events.exports.pdf.stamp import page_words, released_on, zone_words
from events.exports.pdf.voice import Voice, joined, sentence
from events.programme.choices import PaperSize
from events.programme.languages import comma, direction
from events.programme.value import Programme

PAPERS = {PaperSize.LETTER: (Mm(215.9), Mm(279.4))}
A4 = (Mm(210), Mm(297))
# Name, size in points, bold, italic, centred, points before and after; over the styles that every Word knows.
STYLES = (
    ("Title", 22, False, False, True, 6, 6),
    ("Subtitle", 13, False, True, True, 0, 4),
    ("Heading 1", 14, True, False, True, 16, 6),
    ("Heading 2", 11, True, False, False, 6, 2),
    ("Centred", 11, False, False, True, 0, 2),
    ("Small", 9, False, False, False, 0, 0),
)
# The earliest moment that a ZIP knows: the file says when it was made nowhere but in its properties.
ZIP_EPOCH = (1980, 1, 1, 0, 0, 0)
# Of a property of a Word file, in letters.
LONGEST_PROPERTY = 255


class Sheet:
    """Written from top to bottom in the language of ``voice``, which has to be in force.

    Texts are HTML as the voice says them; what is not HTML already is escaped.
    """

    def __init__(
        self, programme: Programme, voice: Voice, *, landscape: bool = False, size: float = 11
    ) -> None:
        self.voice = voice
        self.is_right_to_left = direction(voice.language) == "rtl"
        self.document = Document()
        drop_thumbnail(self.document)
        _describe(self.document, programme, voice)
        self._set_paper(programme, landscape)
        self._set_styles(size)
        self._mark(programme)

    def say(self, html: str, style: str = "Normal", *, bold: bool = False) -> Paragraph:
        """Add a paragraph."""
        paragraph = self.document.add_paragraph(style=style)
        self.write(paragraph, html, bold=bold)
        return paragraph

    def write(self, paragraph: Paragraph, html: str, *, bold: bool = False, language: str = "") -> None:
        """Write the text into the paragraph; ``language`` is its own where that is not the sheet's."""
        said_in = language or self.voice.language
        runs = list(runs_of(conditional_escape(html), said_in))
        ways = {run.direction for run in runs if run.text.strip()} or {direction(said_in)}
        sheet_way = direction(said_in)
        is_foreign = sheet_way not in ways and not paragraph.runs
        turn(paragraph, (sheet_way == "rtl") != is_foreign)
        if is_foreign and paragraph.style and not paragraph.style.paragraph_format.alignment:
            # Where its own lines end is where those of the sheet begin.
            paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
        for run in runs:
            if run.text == LINE_END:
                paragraph.add_run().add_break()
                continue
            written = paragraph.add_run(run.text)
            if bold:
                written.bold = written.font.cs_bold = True
            if run.direction == "rtl":
                written.font.rtl = True
            say_language(written._r.get_or_add_rPr(), run.language)

    def picture(self, paragraph: Paragraph, octets: bytes, height: float, description: str) -> None:
        """Add a PNG so many millimetres high; ``description`` is read in its place."""
        drawn = paragraph.add_run().add_picture(io.BytesIO(octets), height=Mm(height))
        drawn._inline.docPr.set("descr", description)

    def table(self, widths: Sequence[float], head: Sequence[str] = (), *, ruled: bool = True) -> Table:
        """Add a table whose columns share the width in these proportions; its head stands on each page again."""
        table = self.document.add_table(
            rows=0, cols=len(widths), style="Table Grid" if ruled else "Normal Table"
        )
        table.autofit = False
        if self.is_right_to_left:
            table.table_direction = WD_TABLE_DIRECTION.RTL
        for column, width in zip(table.columns, widths, strict=True):
            column.width = Mm(self.width * width / sum(widths))
        if head:
            cells = self.row(table)
            flag(table.rows[-1]._tr.get_or_add_trPr(), "w:tblHeader")
            for cell, words in zip(cells, head, strict=True):
                self.fill(cell, [words], bold=True)
        return table

    def row(self, table: Table, *, tinted: bool = False) -> Sequence[_Cell]:
        """Add a row that no page tears."""
        row = table.add_row()
        flag(row._tr.get_or_add_trPr(), "w:cantSplit")
        for cell, column in zip(row.cells, table.columns, strict=True):
            cell.width = column.width or Emu(0)
            if tinted:
                shade(cell)
        return row.cells

    def band(self, table: Table, html: str) -> None:
        """Add a row that is one cell, and stays with the row below."""
        cells = self.row(table)
        cell = cells[0].merge(cells[-1])
        self.fill(cell, [html], bold=True)
        cell.paragraphs[0].paragraph_format.keep_with_next = True

    def fill(self, cell: _Cell, lines: Iterable[str], *, bold: bool = False, language: str = "") -> None:
        """Write each line that is not empty as a paragraph of the cell, below what stands there."""
        for line in lines:
            if line:
                is_empty = not cell.paragraphs[0].runs
                paragraph = cell.paragraphs[0] if is_empty else cell.add_paragraph()
                self.write(paragraph, line, bold=bold, language=language)

    @property
    def width(self) -> float:
        """What is between the margins, in millimetres."""
        section = self.document.sections[0]
        margins = (section.left_margin or 0) + (section.right_margin or 0)
        return ((section.page_width or 0) - margins) / Mm(1)

    def octets(self) -> bytes:
        """Return the file: the same words give the same octets."""
        written, repacked = io.BytesIO(), io.BytesIO()
        self.document.save(written)
        with zipfile.ZipFile(written) as source, zipfile.ZipFile(repacked, "w") as target:
            for name in source.namelist():
                entry = zipfile.ZipInfo(name, ZIP_EPOCH)
                entry.compress_type = zipfile.ZIP_DEFLATED
                target.writestr(entry, source.read(name))
        return repacked.getvalue()

    def _set_paper(self, programme: Programme, landscape: bool) -> None:
        section = self.document.sections[0]
        width, height = PAPERS.get(programme.mission.look.paper, A4)
        if landscape:
            section.orientation = WD_ORIENTATION.LANDSCAPE
            width, height = height, width
        section.page_width, section.page_height = width, height
        side = Mm(14) if landscape else Mm(22)
        section.left_margin = section.right_margin = side
        section.top_margin = section.bottom_margin = Mm(15 if landscape else 20)
        section.header_distance = section.footer_distance = Mm(7 if landscape else 9)
        if self.is_right_to_left:
            insert(section._sectPr, "w:bidi", ("w:rtlGutter", "w:docGrid", "w:printerSettings"))

    def _set_styles(self, size: float) -> None:
        styles = self.document.styles
        set_font(styles["Normal"], size)
        styles["Normal"].paragraph_format.space_after = Pt(2)
        say_language(styles["Normal"].element.get_or_add_rPr(), self.voice.language)
        for name, points, bold, italic, centred, before, after in STYLES:
            if name not in styles:
                styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH).base_style = styles["Normal"]
            style = styles[name]
            set_font(style, points)
            style.font.bold = style.font.cs_bold = bold
            # A Naskh has no italic.
            style.font.italic = style.font.cs_italic = italic and not self.is_right_to_left
            spacing = style.paragraph_format
            spacing.space_before, spacing.space_after = Pt(before), Pt(after)
            spacing.alignment = WD_ALIGN_PARAGRAPH.CENTER if centred else None
            for border in style.element.xpath("w:pPr/w:pBdr"):
                border.getparent().remove(border)
        rule_rows(styles["Table Grid"])

    def _mark(self, programme: Programme) -> None:
        """Say on every page that this is no longer what was released; below whose time is told, and the page."""
        section = self.document.sections[0]
        head, foot = section.header.paragraphs[0], section.footer.paragraphs[0]
        head.style = foot.style = "Small"
        head.alignment = foot.alignment = WD_ALIGN_PARAGRAPH.CENTER
        self.write(head, edited_words(programme, self.voice), bold=True)
        before, between, after = page_words()
        zone = zone_words(programme, self.voice)
        self.write(foot, joined("", [zone, " · " if zone else "", before]))
        field(foot, "PAGE", self.is_right_to_left)
        self.write(foot, between)
        field(foot, "NUMPAGES", self.is_right_to_left)
        self.write(foot, after)


def edited_words(programme: Programme, voice: Voice) -> str:
    release = programme.release
    if not release:
        return gettext("Edited by hand from a draft – never released")
    return sentence(
        gettext("Edited by hand after release %(number)s of %(date)s – no longer what was released"),
        number=release.number,
        date=released_on(release, programme, voice),
    )


def _describe(document: Any, programme: Programme, voice: Voice) -> None:
    """Say what the file is and of which release; python-docx would speak of itself and of its own day."""
    properties = document.core_properties
    for element in list(properties._element):
        properties._element.remove(element)
    properties.title = voice.plain(programme.short_title or programme.title)[:LONGEST_PROPERTY]
    properties.author = comma(voice.language).join(
        voice.plain(host.organisation.name) for host in programme.hosts
    )[:LONGEST_PROPERTY]
    properties.language = LOCALES.get(voice.language, voice.language)
    if programme.release:
        properties.created = properties.modified = programme.release.released_at
