"""Words that would be markup, styles, fields or formulas, in every text of each document that is printed or edited."""

import io
import re
import shutil
import subprocess
import zipfile
from dataclasses import fields, is_dataclass, replace
from xml.etree import ElementTree

import pikepdf
import pytest
from docx import Document
from docx.oxml.ns import qn

from events.exports import FORMATS
from events.exports.pdf.errors import MissingGlyphError
from events.programme.cleaning import clean_text
from events.programme.text import Text
from tests.exports.carded import event_with, guest
from tests.exports.page_checks import faults
from tests.exports.printed import CANONICAL, text
from tests.exports.released import SITE, released

# The sheets for the folding machine are drawings of the booklet.
DOCUMENTS = [name for name, each in FORMATS.items() if each.printed and not name.endswith("-imposed")]
CARDS = {"place-cards", "lectern-cards", "reserved-signs", "badges", "envelopes", "door-sign"}
WORD_FILES = [name for name, format_ in FORMATS.items() if format_.editable_of]
# Nobody answers at port 9, and a file that can be read would be in the document.
WORDS = (
    "</style><style>@import url(http://127.0.0.1:9/a.css);*{background:url(file:///etc/passwd)}</style><link "
    "rel=attachment href=file:///etc/passwd>&lt;&#60;]]><!--{{ 7|add:7 }} \u202egnorw \u2066open\u2029"
)
# A card has room for a name.
ON_A_CARD = "<img src=file:///etc/passwd></style>&lt; \u202eend"
FIELDS = (
    "{ INCLUDETEXT c:\\\\x } { DDEAUTO c:\\\\cmd } =cmd|'/C x'!A1 http://evil.example mailto:x@evil.example"
)
LONG = "W" * 99
# What a reader of PDFs is asked to do, or leads out of the file.
ACTIONS = {
    "/JavaScript",
    "/Launch",
    "/URI",
    "/GoToR",
    "/GoToE",
    "/SubmitForm",
    "/ImportData",
    "/Named",
    "/Movie",
}
DEEDS = {"/AA", "/OpenAction", "/JS", "/AcroForm", "/RichMediaContent"}
OUTSIDE = re.compile(rb'TargetMode="External"|<w:(?:hyperlink|altChunk|object|attachedTemplate)\b')
FIELD = re.compile(rb'<w:instrText[^>]*>([^<]*)|w:instr="([^"]*)"')
OWN_FIELDS = {b"PAGE", b"NUMPAGES"}
BLANKS = re.compile(r"[\s\u00ad\u200b\u2060\u2066-\u2069‐-]+")


def with_words(value, words):
    """The value with the words behind each of its texts, as if they had been typed."""
    if isinstance(value, Text):
        return Text.of({code: clean_text(f"{said} {words}", lines=True) for code, said in value.versions})
    if is_dataclass(value):
        given = {each.name: with_words(getattr(value, each.name), words) for each in fields(value)}
        return replace(value, **given)
    return tuple(with_words(each, words) for each in value) if isinstance(value, tuple) else value


def drawn(name, event, words, language="en"):
    programme = released(with_words(CANONICAL[event](), words))
    return FORMATS[name].render(programme, (language,), SITE)


def event_of(name):
    """One that has what the document shows."""
    printed = FORMATS[name].printed
    return "exhibition" if printed and (printed.exhibition or printed.figures) else "seminar"


def deeds(pdf):
    with pikepdf.open(io.BytesIO(pdf)) as file:
        for each in file.objects:
            if isinstance(each, pikepdf.Dictionary):
                yield from DEEDS & set(each.keys())
                yield from ACTIONS & {str(each.get("/S"))}


def letters(told):
    return BLANKS.sub("", told).lower()


def wrong_with(pdf):
    """What the checks of pages find, but for rows: such words make any row as long as a page."""
    return [each for each in faults(pdf, "en", is_timed=False) if "a heading is alone" not in each]


def goes_over_lines(pdf, language):
    told = [each for each in faults(pdf, language, is_tagged=False) if "W" in each or "edge" in each]
    return LONG.lower() in letters(text(pdf)) and told == []


@pytest.mark.parametrize("name", DOCUMENTS)
def test_words_stand_in_a_printed_document_as_words_and_nothing_else_comes_of_them(name):
    words = ON_A_CARD if name in CARDS else WORDS

    pdf = drawn(name, event_of(name), words)

    assert list(deeds(pdf)) == []
    assert letters(clean_text(words))[-12:] in letters(text(pdf))
    assert wrong_with(pdf) == []


@pytest.mark.parametrize(
    ("name", "language"),
    [*((name, "en") for name in DOCUMENTS if name not in CARDS), ("script", "ur"), ("booklet", "ur")],
)
def test_longest_word_goes_on_in_the_next_line_and_stays_on_the_page(name, language):
    assert goes_over_lines(drawn(name, event_of(name), LONG, language), language)


@pytest.mark.parametrize("name", sorted(CARDS))
def test_longest_word_goes_on_in_the_next_line_of_a_card(name):
    programme = event_with(guest(LONG, LONG), title=Text.of({"en": LONG}))

    assert goes_over_lines(FORMATS[name].render(programme, ("en",), SITE), "en")


@pytest.mark.parametrize("name", WORD_FILES)
def test_words_stand_in_a_word_file_as_words_and_it_leads_nowhere(name):
    words = f"{WORDS} {FIELDS}"

    octets = drawn(name, "seminar", words)

    with zipfile.ZipFile(io.BytesIO(octets)) as file:
        parts = [file.read(each) for each in file.namelist() if each.endswith((".xml", ".rels"))]
    for part in parts:
        ElementTree.fromstring(part)  # noqa: S314
        assert OUTSIDE.findall(part) == []
        assert {b"".join(said).strip() for said in FIELD.findall(part)} <= OWN_FIELDS
    said = "".join(each.text or "" for each in Document(io.BytesIO(octets)).element.body.iter(qn("w:t")))
    assert letters(clean_text(words)) in letters(said)


def test_piled_up_marks_are_refused_by_their_names_before_anything_is_printed():
    with pytest.raises(MissingGlyphError, match=r"U\+0330"):
        drawn("a4", "seminar", "Za" + "\u0301\u0323\u0330" * 8 + "lgo")


@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not installed here")
def test_word_file_with_fields_in_its_texts_opens_and_says_them(tmp_path):
    (tmp_path / "programme.docx").write_bytes(drawn("docx", "seminar", FIELDS))
    command = ["soffice", f"-env:UserInstallation=file://{tmp_path}/profile", "--headless"]

    subprocess.run(
        [*command, "--convert-to", "txt:Text", "programme.docx"],
        cwd=tmp_path,
        check=True,
        capture_output=True,
    )

    said = (tmp_path / "programme.txt").read_text(encoding="utf-8-sig")
    assert "INCLUDETEXT" in said
    assert "DDEAUTO" in said


def test_what_is_no_letter_ever_gets_into_no_text():
    assert clean_text("a\ufffe\uffff\ufdd0b\x00\x1b\ud800c") == "abc"
