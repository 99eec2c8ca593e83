"""The checks of pages find what is wrong: each is tried on a sheet that was spoilt on purpose."""

import io
from dataclasses import replace

import pypdf
import pytest

from events.exports.pdf.errors import MissingGlyphError
from events.exports.pdf.render import draw
from events.programme.text import Text
from tests.exports.page_checks import faults, latin_marks, missing_in_order
from tests.exports.page_readings import in_order
from tests.exports.released import item, small


def drawn(body, *, head='<title>A sheet</title><meta name="author" content="A mission">', lang="en"):
    html = f'<html lang="{lang}"><head>{head}</head><body><h1>A heading</h1><p>Words</p>{body}</body></html>'
    return draw([html], ("base.css", "a4.css", "neutral.css"), "trial")


def changed(pdf, change):
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(pdf))
    change(writer)
    return writer.write(io.BytesIO())[1].getvalue()


def test_sound_sheet_has_no_faults():
    assert faults(drawn("<p>Words</p>"), "en") == []


@pytest.mark.parametrize(
    "away", ["left: -40mm", "left: 170mm; white-space: nowrap", "top: -60mm", "top: 400mm"]
)
def test_words_off_the_page_are_found(away):
    pdf = drawn(f'<p style="position: absolute; {away}">Farfarfarfarfarfarfarfarfarfar</p>')

    assert any("is off the page" in fault for fault in faults(pdf, "en"))


def test_latin_comma_behind_an_urdu_word_is_found():
    (found,) = latin_marks(drawn("<p>سفیر, پاکستان</p>", lang="ur"))

    assert "has a mark of another script" in found


def test_words_on_one_another_are_found():
    pdf = drawn('<p>Under</p><p style="margin-top: -1.45em">Above</p>')

    assert faults(pdf, "en") == ["page 1: “Above” and “Under” stand on one another"]


@pytest.mark.parametrize(
    "drawing",
    [
        '<div style="border-top: .5pt solid black; margin-top: -.62em; width: 20mm"></div>',
        '<img src="art:flag-az.svg" alt="A flag" style="height: 12mm; margin-top: -8mm">',
        '<div style="background: #7d1220; height: 1.4em; margin-top: -1.4em"></div>',
    ],
    ids=["rule", "flag", "coloured ground"],
)
def test_words_on_a_drawing_are_found(drawing):
    found = faults(drawn(f'<p style="position: relative">Overdrawn</p>{drawing}'), "en")

    assert "page 1: “Overdrawn” stands on a drawing" in found


@pytest.mark.parametrize(("away", "touches"), [("-.8em", True), ("0", False)])
def test_letters_in_nastaliq_that_touch_a_rule_are_found_and_no_others(away, touches):
    words = '<p lang="ur" style="font-family: Noto Nastaliq Urdu; line-height: 2.2">جنوری کے شہداء</p>'
    rule = f'<div style="border-top: .5pt solid black; margin-top: {away}"></div>'

    assert any("touch a drawing" in fault for fault in faults(drawn(words + rule), "en")) == touches


def test_words_may_stand_on_a_tint_or_white_on_a_black_label():
    tint = '<p style="background: #f3f2ef">Words</p>'
    label = '<p style="background: #161616; color: white">Words</p>'

    assert faults(drawn(tint + label), "en") == []


@pytest.mark.parametrize("away", ["left: -45mm", "left: 160mm", "top: -45mm"])
def test_drawing_over_the_edge_is_found(away):
    box = f'<div style="position: absolute; {away}; width: 60mm; height: 20mm; border: 1pt solid"></div>'

    assert "page 1: a drawing goes over the edge" in faults(drawn(box), "en")


def test_character_without_a_glyph_is_refused():
    with pytest.raises(MissingGlyphError):
        drawn("<p>漢</p>")


@pytest.mark.parametrize("height", [160, 10], ids=["at the foot", "over an empty page"])
def test_heading_on_another_page_than_its_words_is_found(height):
    alone = f'<p style="height: {height}mm">Words</p><h2 style="break-after: page">Alone</h2><p>Words</p>'

    assert faults(drawn(alone), "en") == ["a heading is alone on page 1"]


def test_title_of_an_item_without_other_words_is_no_heading():
    items = '<article style="break-after: page"><h2>Arrival of the guests</h2></article><article><p>Words</p></article>'

    assert faults(drawn(f'<p style="height: 160mm">Words</p>{items}'), "en") == []


def test_row_of_headings_alone_at_the_foot_is_found():
    rows = '<tr><th scope="rowgroup">Part</th></tr><tr style="break-before: page"><td>Words</td></tr>'

    assert "a heading is alone on page 1" in faults(
        drawn(f'<p style="height: 160mm">Words</p><table>{rows}</table>'), "en"
    )


def test_row_torn_from_its_time_is_found():
    cell = '<td><p style="height: 200mm">First</p><p style="height: 200mm">Second</p></td>'
    style = "<style>table, tbody, tr, td { break-inside: auto !important }</style>"
    pdf = drawn(f'{style}<table><tr><th scope="row">10:00</th>{cell}</tr></table>')

    assert "a row is torn from its time between pages 1 and 2" in faults(pdf, "en")


def test_missing_title_language_and_bookmarks_are_found():
    found = faults(drawn("", head=""), "az")

    assert {"no title", "the language is en"} <= set(found)
    assert "no bookmark" in faults(changed(drawn(""), lambda pdf: pdf.root_object.pop("/Outlines")), "en")


def test_missing_tags_are_found():
    pdf = changed(drawn(""), lambda pdf: pdf.root_object.pop("/MarkInfo"))

    assert any(fault.startswith("PDF_UA_1") for fault in faults(pdf, "en"))


def test_number_of_pages_that_cannot_be_folded_is_found():
    assert faults(drawn(""), "en", folds=True) == ["1 pages are not a multiple of four"]


@pytest.mark.parametrize(
    ("language", "body", "in_order", "out_of_order"),
    [
        ("en", "<p>Opening</p><p>Closing</p>", ["Opening", "Closing"], ["Closing", "Opening"]),
        ("az", "<p>İğdır</p><p>ISIĞ</p>", ["İğdır", "ısığ"], ["ısığ", "İğdır"]),
        (
            "ur",
            "<p>سفیر اور&nbsp;شہداء</p><p>اجلاس</p>",
            ["سفیر اور شہداء", "اجلاس"],
            ["اجلاس", "سفیر اور شہداء"],
        ),
        (
            "ur",
            '<p style="width: 38mm">یومِ پاکستان 20 شہداء کی اجلاس کی 20 تقریب</p><p>سفیر</p>',
            ["یومِ پاکستان 20 شہداء کی اجلاس کی 20 تقریب", "سفیر"],
            ["سفیر", "یومِ پاکستان 20 شہداء کی اجلاس کی 20 تقریب"],
        ),
        ("ur", "<p>تقریب</p><p>ویڈیو 20 اجلاس</p>", ["تقریب", "ویڈیو 20 اجلاس"], ["اجلاس", "تقریب"]),
    ],
)
def test_texts_out_of_their_order_are_found(language, body, in_order, out_of_order):
    styles = ' style="direction: rtl"' if language == "ur" else ""
    pdf = drawn(f"<div{styles}>{body}</div>", lang=language)

    assert missing_in_order(pdf, language, in_order) == []
    assert missing_in_order(pdf, language, out_of_order) == [out_of_order[1]]


def test_text_with_words_that_run_against_the_document_is_not_looked_for():
    # It has as many Arabic marks as Latin letters.
    mixed, alike = "سفیر؛ یومِ شہداء، اجلاس؛ NATO تقریب", "سفیر اور شہداء"
    items = [replace(item(), title=Text.of({"ur": title})) for title in (mixed, alike)]
    programme = small(*items, languages=("ur",))

    assert list(in_order("a4", programme, "ur")) == [alike]
    assert list(in_order("a4", small(replace(item(), title=Text.of({"ur": "“Dawn”"}))), "en")) == []
