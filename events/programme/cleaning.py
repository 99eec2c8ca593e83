"""The one way in for text that somebody typed, pasted or imported."""

import re
import unicodedata

# What ends a line in some program or other: a calendar file cut at U+0085 was seen.
LINE_ENDS = re.compile("\r\n|[\r\v\f\x85\u2028\u2029]")
# Halves of a letter among them, which a file of data can hold and no database keeps, and what is no letter ever: no
# Word file may hold the last two.
CONTROLS = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufeff\ufff9-\ufffb\ufffe\uffff]"
)
# Embeddings, overrides and isolates: direction is set by markup, and a name must not turn its neighbours round.
DIRECTIONS = re.compile("[\u202a-\u202e\u2066-\u2069]")


def clean_text(text: str, *, lines: bool = False) -> str:
    """Return ``text`` composed (NFC), without control and direction characters and outer blanks.

    Line ends become "\\n" where ``lines`` may be several, a blank otherwise. Zero-width joiners stay: Urdu needs them.
    """
    text = LINE_ENDS.sub("\n", unicodedata.normalize("NFC", text))
    text = DIRECTIONS.sub("", CONTROLS.sub("", text))
    if lines:
        return "\n".join(line.rstrip() for line in text.split("\n")).strip()
    return re.sub("[\t\n]+", " ", text).strip()
