"""The text behind the drawn letters, right for scripts whose letters are built from parts.

WeasyPrint keeps one text for each glyph (Kozea/WeasyPrint#2841). In Nastaliq letters are built from a bare base and
separate dots, and in Naskh lam and alef are two halves of one letter, so that a glyph stands for many texts: searching,
reading aloud and the mapping to Unicode that PDF/UA asks for all fail. Here each pair of glyph and text has a CID of
its own; those that come on top lead back to the glyph by CIDToGIDMap, and dots and marks say nothing. What is drawn
stays the same.
"""

import inspect
import textwrap
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from itertools import pairwise
from typing import Any

KNOWN_VERSION = "70.0"
NOTHING = "\u200c"
# Between the glyphs and the CIDs that come on top; the glyphs of a subset keep their numbers.
GAP, LAST_CID = 1024, 0xFFFF

FLUSH = """\
                string = string[:-1] if string[-1] == '<' else string + '>'
                if string:
                    stream.show_text(string)
                string = '<'
"""
BEFORE_GLYPH = f"""\
            utf8_text = utf8_text or textbox.pango_layout.text.encode()
            if i == 0 or texts is None:
                texts, marks = _texts_of(glyph_item, utf8_text)
            if glyph_id not in font.widths:
                pango.pango_font_get_glyph_extents(
                    pango_font, glyph_id, stream.ink_rect, stream.logical_rect)
                font.widths[glyph_id] = round(
                    stream.logical_rect.width * 1000 * FROM_UNITS / font_size)
            cid = _cid_for(font, glyph_id, texts[i], font.widths[glyph_id])
            if i in marks:
{FLUSH}
                _pydyf.Stream.begin_marked_content(
                    stream, 'Span', _pydyf.Dictionary({{'ActualText': _pydyf.String('')}}))

"""
AFTER_GLYPH = f"""\
            if i in marks:
{FLUSH}
                _pydyf.Stream.end_marked_content(stream)

"""


@cache
def install() -> None:
    """Let this process write its PDFs so, from the first call on; raises RuntimeError with another WeasyPrint."""
    import weasyprint

    if weasyprint.VERSION != KNOWN_VERSION:
        raise RuntimeError(f"The text layer is for WeasyPrint {KNOWN_VERSION}, not {weasyprint.VERSION}.")
    _write_each_text()
    _map_to_glyphs()
    _mark_languages()


def cid_for(font: Any, glyph_id: int, text: str, width: int) -> int:
    """Return the CID of the glyph where it stands for ``text``."""
    cids = font.__dict__.setdefault("_cids", {})
    cid: int | None = cids.get((glyph_id, text))
    if cid is None:
        cid = glyph_id
        if glyph_id in font.to_unicode:
            alias = font.__dict__.setdefault("_alias", {})
            cid = font.glyph_count + GAP + len(alias)
            if cid > LAST_CID:
                return glyph_id
            alias[cid] = glyph_id
            font.widths[cid] = width
        cids[glyph_id, text] = cid
        font.to_unicode[cid] = text
    return cid


def texts_of(glyph_item: Any, text: bytes) -> tuple[list[str], set[int]]:
    """Return the text of each glyph of a run, that of several being at the widest, and which only mark another."""
    from weasyprint.text.ffi import ffi

    glyphs, item = glyph_item.glyphs, glyph_item.item
    count = glyphs.num_glyphs
    clusters = ffi.unpack(glyphs.log_clusters, count)
    starts = [*sorted(set(clusters)), item.length]
    told = {start: text[item.offset + start : item.offset + end].decode() for start, end in pairwise(starts)}
    if len(told) == count:
        return [told[each] for each in clusters], set()
    widest: dict[int, int] = {}
    for i in range(count):
        best = widest.setdefault(clusters[i], i)
        if glyphs.glyphs[i].geometry.width > glyphs.glyphs[best].geometry.width:
            widest[clusters[i]] = i
    texts = [told[clusters[i]] if widest[clusters[i]] == i else NOTHING for i in range(count)]
    return texts, set(range(count)) - set(widest.values())


def _write_each_text() -> None:
    """Put our mapping in the place of WeasyPrint's, in the function that draws a line."""
    import pydyf  # type: ignore[import-untyped]
    import weasyprint.draw.text as drawing

    source = textwrap.dedent(inspect.getsource(drawing.draw_first_line))
    start = source.index("            # Create mapping between glyphs and Unicode codepoints.")
    end = source.index("            # Set horizontal and vertical offsets.")
    source = source[:start] + BEFORE_GLYPH + source[end:]
    after = source.index("            # Create list of emojis.")
    source = source[:after] + AFTER_GLYPH + source[after:]
    source = source.replace("        utf8_text = None\n", "        utf8_text = texts = None\n", 1)
    source = source.replace("{glyph_id:04x}", "{cid:04x}")
    space = vars(drawing)
    space.update(_texts_of=texts_of, _cid_for=cid_for, _pydyf=pydyf)
    exec(compile(source, str(drawing.__file__), "exec"), space)  # noqa: S102 - WeasyPrint's own text and ours


def _map_to_glyphs() -> None:
    import pydyf
    import weasyprint.pdf.fonts as fonts

    build_vector, clean = fonts._build_vector_font_dictionary, fonts.Font.clean

    def build(font_dictionary: Any, pdf: Any, font: Any, *more: Any) -> None:
        build_vector(font_dictionary, pdf, font, *more)
        if alias := font.__dict__.get("_alias"):
            top = max(max(alias), max(font.to_unicode))
            table = b"".join(alias.get(cid, cid).to_bytes(2, "big") for cid in range(top + 1))
            stream = pydyf.Stream([table], compress=True)
            pdf.add_object(stream)
            number = int(font_dictionary["DescendantFonts"][0].split()[0])
            pdf.objects[number]["CIDToGIDMap"] = stream.reference

    def clean_glyphs_only(self: Any, to_unicode: dict[int, str], hinting: Any) -> Any:
        alias = self.__dict__.get("_alias", {})
        return clean(self, {cid: text for cid, text in to_unicode.items() if cid not in alias}, hinting)

    fonts._build_vector_font_dictionary = build
    fonts.Font.clean = clean_glyphs_only


def _mark_languages() -> None:
    """Mark each text with its language, which WeasyPrint leaves out."""
    import pydyf
    from weasyprint.formatting_structure import boxes
    from weasyprint.pdf.stream import Stream

    @contextmanager
    def marked(self: Any, box: Any, tag: str) -> Iterator[None]:
        if self._tags is None:
            yield
            return
        mcid = len(self._tags)
        self._tags[box] = {"tag": tag, "mcid": mcid}
        properties = pydyf.Dictionary({"MCID": mcid})
        if isinstance(box, boxes.TextBox) and box.style["lang"]:
            properties["Lang"] = pydyf.String(box.style["lang"])
        pydyf.Stream.begin_marked_content(self, tag, properties)
        try:
            yield
        finally:
            pydyf.Stream.end_marked_content(self)

    Stream.marked = marked
