"""What python-docx does not write: fonts and languages of both directions, rules, tints and counted fields."""

from typing import Any

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt, RGBColor
from docx.table import _Cell
from docx.text.paragraph import Paragraph

from events.programme.languages import direction

# Whoever opens the file has no font of ours: these every office has, with all five languages in them.
FONT = "Times New Roman"
LOCALES = {"en": "en-GB", "az": "az-Latn-AZ", "ru": "ru-RU", "tr": "tr-TR", "ur": "ur-PK"}
# The order that ISO/IEC 29500-1, 17.3.1.26 and 17.6.17 ask for: what may stand after the element.
AFTER_BIDI = (
    "w:adjustRightInd",
    "w:snapToGrid",
    "w:spacing",
    "w:ind",
    "w:contextualSpacing",
    "w:jc",
    "w:rPr",
)
BLACK = RGBColor(0, 0, 0)
HAIRLINE, TINT = "8A8882", "F3F2EF"


def drop_thumbnail(document: Any) -> None:
    """The empty document of python-docx has a picture of itself."""
    relations = document.part.package.rels
    for key in [key for key, each in relations.items() if each.reltype == RELATIONSHIP_TYPE.THUMBNAIL]:
        del relations[key]


def set_font(style: Any, points: float) -> None:
    font = style.font
    font.name, font.size, font.color.rgb = FONT, Pt(points), BLACK
    properties = style.element.get_or_add_rPr()
    fonts = properties.rFonts
    for key in [key for key in fonts.attrib if key.endswith("Theme")]:
        del fonts.attrib[key]
    fonts.set(qn("w:cs"), FONT)
    for element in properties.xpath("w:szCs | w:spacing | w:kern"):
        properties.remove(element)
    size = OxmlElement("w:szCs")
    size.set(qn("w:val"), str(round(points * 2)))
    properties.sz.addnext(size)


def rule_rows(style: Any) -> None:
    """Rule a table as in print: a hairline between its rows, none between its columns."""
    for border in style.element.xpath("w:tblPr/w:tblBorders/*"):
        is_across = border.tag in (qn("w:top"), qn("w:bottom"), qn("w:insideH"))
        border.set(qn("w:val"), "single" if is_across else "nil")
        border.set(qn("w:color"), HAIRLINE)


def shade(cell: _Cell) -> None:
    shade = OxmlElement("w:shd")
    shade.set(qn("w:val"), "clear")
    shade.set(qn("w:fill"), TINT)
    cell._tc.get_or_add_tcPr().append(shade)


def say_language(properties: Any, language: str) -> None:
    """Name the language for whoever checks the spelling and reads aloud; it stands last in a run's properties."""
    said = OxmlElement("w:lang")
    said.set(qn("w:bidi" if direction(language) == "rtl" else "w:val"), LOCALES.get(language, language))
    properties.append(said)


def turn(paragraph: Paragraph, right_to_left: bool) -> None:
    properties = paragraph._p.get_or_add_pPr()
    if right_to_left and properties.find(qn("w:bidi")) is None:
        insert(properties, "w:bidi", AFTER_BIDI)


def insert(parent: Any, tag: str, successors: tuple[str, ...]) -> None:
    parent.insert_element_before(OxmlElement(tag), *successors)


def flag(properties: Any, tag: str) -> None:
    properties.append(OxmlElement(tag))


def field(paragraph: Paragraph, name: str, right_to_left: bool) -> None:
    """Add a number that Word counts itself."""
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), name)
    run = paragraph.add_run("1")
    run.font.rtl = right_to_left or None
    paragraph._p.append(field)
    field.append(run._r)
