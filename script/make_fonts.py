#!/usr/bin/env python3
"""Rebuild events/exports/pdf/fonts: small static TrueType fonts for print, all under the Open Font License.

    npm install @expo-google-fonts/eb-garamond@0.4.3 @expo-google-fonts/noto-sans@0.4.2 \\
        @fontsource/noto-nastaliq-urdu@5.3.0
    apt-get download fonts-noto-core && dpkg -x fonts-noto-core_*.deb noto
    pip install fonttools==4.68.0 uharfbuzz==0.57.0 brotli
    script/make_fonts.py node_modules noto/usr/share/fonts/truetype/noto

The same sources and the same fontTools give the same bytes. None of the fonts has a Reserved Font Name, so a subset may
keep its name. Static, because WeasyPrint matches weights of variable fonts badly and has to instance them at each
run; TrueType, because it unpacks WOFF2 in Python at each run.

Noto Naskh Arabic is Debian 12's 2.004: newer versions build letters from a base and dots, and the text of a PDF can
then no longer be searched or read aloud.
"""

import hashlib
import sys
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont

FONTS = Path(__file__).resolve().parents[1] / "events" / "exports" / "pdf" / "fonts"

LATIN_AND_CYRILLIC = [
    *range(0x20, 0x7F),
    *range(0xA0, 0x180),
    *(0x18F, 0x259, 0x218, 0x219, 0x21A, 0x21B),
    *range(0x2B9, 0x2C0),
    *(0x2C6, 0x2DA, 0x2DC),
    *range(0x300, 0x30D),
    *(0x327, 0x328),
    *range(0x400, 0x460),
    *(0x490, 0x491),
    *range(0x2000, 0x2070),
    *(0x20A8, 0x20AC, 0x20BC, 0x2116, 0x2122, 0x2190, 0x2191, 0x2192, 0x2193, 0x2212, 0x25CF, 0x2713),
]
ARABIC = [
    *(0x20, 0xA0, 0x21, 0x28, 0x29, 0x2D, 0x2E, 0x2F, 0x3A, 0x5B, 0x5D, 0xAB, 0xBB),
    *range(0x30, 0x3A),
    *range(0x600, 0x700),
    *range(0x750, 0x780),
    *(0x200C, 0x200D, 0x200E, 0x200F, 0x2010, 0x2011, 0x2013, 0x2014, 0x2018, 0x2019, 0x201C, 0x201D, 0x2026),
    *(0x2066, 0x2067, 0x2068, 0x2069, 0xFDF0, 0xFDF1, 0xFDF2, 0xFDFA, 0xFDFB, 0xFDFD, 0xFD3E, 0xFD3F),
]
LATIN_FEATURES = ["kern", "liga", "locl", "ccmp", "mark", "mkmk", "lnum", "onum", "pnum", "tnum"]
LATIN_FEATURES += ["case", "smcp", "c2sc", "calt", "dlig"]

EB_GARAMOND = "@expo-google-fonts/eb-garamond"
NOTO_SANS = "@expo-google-fonts/noto-sans"
NASTALIQ = "@fontsource/noto-nastaliq-urdu"


def make(source: Path, name: str, characters: list[int], features: list[str]) -> str:
    """Write the subset and return its line for SHA256SUMS."""
    font = TTFont(source, recalcTimestamp=False)
    font.flavor = None
    options = subset.Options(
        hinting=False,
        notdef_outline=True,
        glyph_names=False,
        name_IDs=["*"],
        name_languages=[0x409],
        # Halves the Nastaliq; without uharfbuzz it fails here instead of writing other bytes.
        harfbuzz_repacker=True,
    )
    options.layout_features = features
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=characters)
    subsetter.subset(font)
    target = FONTS / name
    font.save(target)
    print(f"{name}: {len(font.getBestCmap())} characters, {target.stat().st_size // 1024} KB")
    return f"{hashlib.sha256(target.read_bytes()).hexdigest()}  {name}\n"


def main(node_modules: Path, noto: Path) -> None:
    garamond, sans = node_modules / EB_GARAMOND, node_modules / NOTO_SANS
    latin = {
        "EBGaramond-Regular.ttf": garamond / "400Regular" / "EBGaramond_400Regular.ttf",
        "EBGaramond-Italic.ttf": garamond / "400Regular_Italic" / "EBGaramond_400Regular_Italic.ttf",
        "EBGaramond-SemiBold.ttf": garamond / "600SemiBold" / "EBGaramond_600SemiBold.ttf",
        "NotoSans-Regular.ttf": sans / "400Regular" / "NotoSans_400Regular.ttf",
        "NotoSans-SemiBold.ttf": sans / "600SemiBold" / "NotoSans_600SemiBold.ttf",
    }
    arabic = {
        "NotoNaskhArabic-Regular.ttf": noto / "NotoNaskhArabic-Regular.ttf",
        "NotoNaskhArabic-Bold.ttf": noto / "NotoNaskhArabic-Bold.ttf",
        "NotoNastaliqUrdu-Regular.ttf": node_modules
        / NASTALIQ
        / "files"
        / "noto-nastaliq-urdu-arabic-400-normal.woff2",
    }
    lines = [make(source, name, LATIN_AND_CYRILLIC, LATIN_FEATURES) for name, source in latin.items()]
    lines += [make(source, name, ARABIC, ["*"]) for name, source in arabic.items()]
    (FONTS / "SHA256SUMS").write_text("".join(lines), encoding="ascii")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
