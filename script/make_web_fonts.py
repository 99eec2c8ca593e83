#!/usr/bin/env python3
"""Make the WOFF2 subsets of the pages from the static TTFs that print uses.

Needs fonttools and brotli, which the requirements bring. One file a face and script, so that ``unicode-range``
fetches only what a page shows. At the desk the sans has both its weights in one; public pages have a file for each,
for a browser that writes them as a PDF spells the text of a font of two weights letter by letter.
``web-fonts.json`` beside the files lists what they were made from and their SHA-256.
"""

import hashlib
import json
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from fontTools import subset, varLib
from fontTools.designspaceLib import AxisDescriptor, DesignSpaceDocument, SourceDescriptor
from fontTools.pens.filterPen import DecomposingFilterPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont
from fontTools.ttLib.scaleUpem import scale_upem

EVENTS = Path(__file__).resolve().parent.parent / "events"
PRINT_FONTS = EVENTS / "exports" / "pdf" / "fonts"
OUT = EVENTS / "static" / "events" / "fonts"

# With the letters of Azerbaijani and Turkish, which stand on almost every page: a file of their own would weigh as much
# again.
LATIN = (
    "U+0020-007E, U+00A0, U+00A7, U+00AB, U+00B7, U+00BB, U+00C2, U+00C7, U+00CE, U+00D6-00D7, U+00DB-00DC, U+00E2, "
    "U+00E7, U+00EE, U+00F6, U+00FB-00FC, U+011E-011F, U+0130-0131, U+015E-015F, U+018F, U+0259, U+2009-200B, "
    "U+2010-2015, U+2018-2026, U+2039-203A"
)
# What the names of most other Europeans are written with: one of them must not fetch all that is left.
LATIN_NAMES = (
    "U+00C0-00C1, U+00C3-00C6, U+00C8-00CD, U+00CF-00D5, U+00D8-00DA, U+00DD-00E1, U+00E3-00E6, U+00E8-00ED, "
    "U+00EF-00F5, U+00F8-00FA, U+00FD-00FF, U+0104-0107, U+010C-010D, U+0110-0111, U+0118-0119, U+0141-0144, "
    "U+0152-0153, U+015A-015B, U+0160-0161, U+0179-017E"
)
LATIN_MORE = (
    "U+00A1-00A6, U+00A8-00AA, U+00AC-00B6, U+00B8-00BA, U+00BC-00BF, U+00F7, U+0100-0103, U+0108-010B, "
    "U+010E-010F, U+0112-0117, U+011A-011D, U+0120-012F, U+0132-0140, U+0145-0151, U+0154-0159, U+015C-015D, "
    "U+0162-0178, U+017F, U+02BB-02BC, U+0300-0304, U+0306-0308, U+030A-030C, U+2002-2008, U+202F-2033, U+20BC, "
    "U+2192, U+2212"
)
CYRILLIC = "U+0401, U+0410-044F, U+0451, U+2116"
# The letters that Russian has not.
CYRILLIC_MORE = "U+0400, U+0402-040F, U+0450, U+0452-045F, U+0490-0491"
# Figures and points that stand in a Russian text, and the letters of names and addresses in it: less than a file of
# Latin ones beside it would weigh.
AMONG_CYRILLIC = (
    "U+0020-0023, U+0025-0026, U+0028-0029, U+002B-003B, U+003D, U+003F-005A, U+005F, U+0061-007A, U+00A0, U+00AB, "
    "U+00B7, U+00BB, U+00C7, U+00D6-00D7, U+00DC, U+00E7, U+00F6, U+00FC, U+011E-011F, U+0130-0131, U+015E-015F, "
    "U+018F, U+0259, U+2013-2014, U+2018-2019, U+201C-201E, U+2026, U+2039-203A"
)
# In italics and bold few names stand.
POINTS_AMONG_CYRILLIC = (
    "U+0020-0022, U+0025, U+0028-0029, U+002B-003B, U+003F, U+00A0, U+00AB, U+00B7, U+00BB, U+00D7, "
    "U+2013-2014, U+2018-2019, U+201C-201E, U+2026, U+2039-203A"
)
# With the figures and points that Naskh has of its own.
ARABIC = (
    "U+0020-0021, U+002E, U+0030-003A, U+00A0, U+00AB, U+00BB, "
    "U+060C, U+061B, U+061F, U+0621-063A, U+0640-0658, U+0660-066C, U+0670, U+0679, U+067E, U+0686, U+0688, U+0691, "
    "U+0698, U+06A9, U+06AF, U+06BA, U+06BE-06C3, U+06CC, U+06D2-06D5, U+06F0-06F9, U+200C-200F, U+2066-2069"
)
# Into so many parts an em is divided, half of what print has: a twentieth of a dot in a heading.
PARTS_OF_AN_EM = 500
FEATURES = ["kern", "liga", "locl", "ccmp", "mark", "mkmk", "lnum", "tnum", "calt"]
# What a browser applies without being asked, and figures of one width.
ARABIC_FEATURES = ["ccmp", "locl", "isol", "init", "medi", "fina", "rlig", "liga", "mark", "mkmk", "tnum"]
# The languages of Arabic script for which it draws letters in other ways; no text of ours is in the others.
ARABIC_SCRIPTS = ["DFLT.dflt", "latn.dflt", "arab.dflt", "arab.URD "]

SERIF = {
    "garamond-400": "EBGaramond-Regular.ttf",
    "garamond-400-italic": "EBGaramond-Italic.ttf",
    "garamond-600": "EBGaramond-SemiBold.ttf",
}
SANS, SANS_600 = "NotoSans-Regular.ttf", "NotoSans-SemiBold.ttf"
NASKH = {"noto-naskh-400": "NotoNaskhArabic-Regular.ttf", "noto-naskh-600": "NotoNaskhArabic-Bold.ttf"}
SCRIPTS = {
    "latin": LATIN,
    "latin-names": LATIN_NAMES,
    "latin-more": LATIN_MORE,
    "cyrillic": CYRILLIC,
    "cyrillic-more": CYRILLIC_MORE,
}
RUSSIAN = f"{CYRILLIC}, {AMONG_CYRILLIC}"
POINTED_RUSSIAN = f"{CYRILLIC}, {POINTS_AMONG_CYRILLIC}"
# The names of the languages stand on every page, and none may fetch the fonts of another script: the letters of these
# two are in the files of the others as well. None of those of the second joins the next one.
RUSSIAN_NAME, URDU_NAME = "Русский", "اردو"


def main() -> None:
    OUT.mkdir(parents=True, exist_ok=True)
    made = {}
    for name, sources, font in fonts():
        content = woff2(font)
        (OUT / f"{name}.woff2").write_bytes(content)
        made[f"{name}.woff2"] = {"from": list(sources), "sha256": hashlib.sha256(content).hexdigest()}
        print(f"{name}: {len(content)} bytes")
    (OUT / "web-fonts.json").write_text(json.dumps(made, indent=2, sort_keys=True) + "\n", encoding="utf-8")


def fonts() -> Iterator[tuple[str, tuple[str, ...], TTFont]]:
    for script, ranges in SCRIPTS.items():
        wanted = characters(ranges)
        for face, source in SERIF.items():
            if (face, script) != ("garamond-400-italic", "cyrillic"):
                yield f"{face}-{script}", (source,), cut(source, wanted)
        if script != "latin":
            yield f"noto-sans-{script}", (SANS, SANS_600), of_two_weights(wanted)
    named = (NASKH["noto-naskh-400"],)
    for_latin = characters(LATIN) | {ord(letter) for letter in RUSSIAN_NAME}
    yield "noto-sans-latin", (SANS, SANS_600, *named), of_two_weights(for_latin, URDU_NAME)
    for face, source in (("noto-sans-400", SANS), ("noto-sans-600", SANS_600)):
        yield f"{face}-latin", (source, *named), cut(source, for_latin, URDU_NAME)
        yield f"{face}-russian", (source, *named), cut(source, characters(RUSSIAN), URDU_NAME)
        for script in ("latin-names", "latin-more", "cyrillic-more"):
            yield f"{face}-{script}", (source,), cut(source, characters(SCRIPTS[script]))
    yield "noto-sans-russian", (SANS, SANS_600, *named), of_two_weights(characters(RUSSIAN), URDU_NAME)
    yield "garamond-400-russian", (SERIF["garamond-400"],), cut(SERIF["garamond-400"], characters(RUSSIAN))
    for face in ("garamond-400-italic", "garamond-600"):
        yield f"{face}-russian", (SERIF[face],), cut(SERIF[face], characters(POINTED_RUSSIAN))
    for face, source in NASKH.items():
        yield f"{face}-arabic", (source,), cut(source, characters(ARABIC))


def characters(ranges: str) -> set[int]:
    return set(subset.parse_unicodes(ranges.replace("U+", "")))


def cut(source: str, wanted: set[int], in_naskh: str = "") -> TTFont:
    """Return what of a font is wanted, with the letters that it shall have from the Naskh."""
    font = TTFont(PRINT_FONTS / source, recalcTimestamp=False)
    for letter in in_naskh:
        _draw_in(font, letter)
    options = subset.Options(hinting=False, glyph_names=True, notdef_outline=True, name_IDs=[0, 1, 2, 13, 14])
    options.layout_features = FEATURES
    if "Arabic" in source:
        options.layout_features, options.layout_scripts = ARABIC_FEATURES, ARABIC_SCRIPTS
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=wanted | {ord(letter) for letter in in_naskh})
    subsetter.subset(font)
    scale_upem(font, PARTS_OF_AN_EM)
    return font


def _draw_in(font: TTFont, letter: str) -> None:
    naskh = TTFont(PRINT_FONTS / NASKH["noto-naskh-400"])
    glyphs, name = naskh.getGlyphSet(), naskh.getBestCmap()[ord(letter)]
    pen = TTGlyphPen(None)
    glyphs[name].draw(DecomposingFilterPen(pen, glyphs))
    font.setGlyphOrder([*font.getGlyphOrder(), name])
    font["glyf"][name] = pen.glyph()
    font["hmtx"][name] = naskh["hmtx"][name]
    for table in font["cmap"].tables:
        if table.isUnicode():
            table.cmap[ord(letter)] = name


def of_two_weights(wanted: set[int], in_naskh: str = "") -> TTFont:
    """Return one font for both weights of the sans: the second as what differs, a fifth less than two files."""
    space = DesignSpaceDocument()
    space.addAxis(AxisDescriptor(name="Weight", tag="wght", minimum=400, default=400, maximum=600))
    for source, weight in ((SANS, 400), (SANS_600, 600)):
        font = cut(source, wanted, in_naskh)
        space.addSource(SourceDescriptor(font=font, name=source, location={"Weight": weight}))
    font, _, _ = varLib.build(space, exclude=["MVAR", "STAT"])
    return font


def woff2(font: TTFont) -> bytes:
    # Without the names of its glyphs.
    font["post"].formatType = 3.0
    font.flavor = "woff2"
    content = BytesIO()
    font.save(content)
    return content.getvalue()


if __name__ == "__main__":
    main()
