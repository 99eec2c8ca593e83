"""The one way from HTML to PDF: locked, private, tagged, and the same bytes each time."""

from __future__ import annotations

import atexit
import os
import re
import threading
import zlib
from base64 import a85encode
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from events.exports.pdf import text_layer
from events.exports.pdf.complaints import complaints_of_weasyprint
from events.exports.pdf.errors import DrawingError

if TYPE_CHECKING:
    from weasyprint import CSS
    from weasyprint.text.fonts import FontConfiguration

FONTS_CONF = Path(__file__).parent / "fonts" / "fonts.conf"
STYLES = Path(__file__).parent / "styles"
SIDES = 2
NO_PICTURES: Mapping[str, bytes] = {}
AMBIGUOUS_END = re.compile(rb"[\r\n]\nendstream")
MOST_TRIES = 20

# WeasyPrint marks one standard only; what it draws and tags meets PDF/A-3a and PDF/UA-1 both.
PDF_UA_MARK = b"""<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">\
<pdfuaid:part>1</pdfuaid:part></rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" \
xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" \
xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#"><pdfaExtension:schemas><rdf:Bag>\
<rdf:li rdf:parseType="Resource"><pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>\
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>\
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix><pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">\
<pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType>\
<pdfaProperty:category>internal</pdfaProperty:category>\
<pdfaProperty:description>Part of ISO 14289 the file conforms to</pdfaProperty:description>\
</rdf:li></rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>
"""


@dataclass(frozen=True, slots=True)
class Enclosure:
    """A file that travels inside the PDF, dated as the release is."""

    name: str
    content: bytes
    description: str
    dated_at: datetime


class _Press:
    """WeasyPrint's fonts and parsed stylesheets, for one process.

    A FontConfiguration is not safe between threads: without the lock, GLib's lists are corrupted.
    """

    def __init__(self) -> None:
        self.renew()

    def renew(self) -> None:
        self.lock = threading.Lock()
        self._fonts: FontConfiguration | None = None
        self._sheets: dict[str, CSS] = {}

    @property
    def fonts(self) -> FontConfiguration:
        if self._fonts is None:
            with _private_fontconfig():
                from weasyprint.text.fonts import FontConfiguration

                text_layer.install()
                self._fonts = FontConfiguration()
        return self._fonts

    def sheet(self, name: str) -> CSS:
        if name not in self._sheets:
            from weasyprint import CSS

            from events.exports.pdf.assets import BundledOnly

            css = (STYLES / name).read_text(encoding="utf-8")
            self._sheets[name] = CSS(string=css, font_config=self.fonts, url_fetcher=BundledOnly())
        return self._sheets[name]


PRESS = _Press()
# In a child nobody would ever give back a lock that was held at the moment of the fork.
os.register_at_fork(after_in_child=PRESS.renew)
# Pango's objects have to go while their libraries are still there, else the process ends in a segmentation fault.
atexit.register(PRESS.renew)


def both_sides(pages: int) -> bool:
    """Say whether the pages are those of one sheet."""
    return pages <= SIDES


def draw(
    settings: Iterable[str],
    styles: tuple[str, ...],
    identifier: str,
    enclosures: tuple[Enclosure, ...] = (),
    *,
    fits: Callable[[int], bool] = both_sides,
    pictures: Mapping[str, bytes] = NO_PICTURES,
) -> bytes:
    """Return a sheet as PDF/A-3a that is PDF/UA-1 as well; the same arguments give the same bytes.

    ``settings`` are the sheet in HTML, set more and more closely: the first one is taken whose number of pages
    ``fits``, else the first of those with the fewest. ``styles`` are names of our stylesheets, ``identifier`` says
    which document this is, over all its versions, ``pictures`` are what it may show as ``picture:KEY``. Raises
    MissingGlyphError, and DrawingError where a template asks for what is not bundled.
    """
    with PRESS.lock, complaints_of_weasyprint() as complaints:
        pdf = _write(settings, styles, identifier, enclosures, fits, pictures)
    complaints.raise_any()
    return pdf


def draw_together(sheets: Iterable[Callable[[int], str]], styles: tuple[str, ...], identifier: str) -> bytes:
    """Return several sheets as one document of the same standards, its head that of the first.

    Each of ``sheets`` gives its HTML for the number of pages before it. Other sheets may be drawn between two of
    them. Raises as ``draw``.
    """
    documents: list[Any] = []
    options = _options(styles, identifier)
    for sheet in sheets:
        html = sheet(sum(len(document.pages) for document in documents))
        with PRESS.lock, complaints_of_weasyprint() as complaints:
            documents.append(_lay_out(html, options, NO_PICTURES))
        complaints.raise_any()
    with PRESS.lock, complaints_of_weasyprint() as complaints:
        whole = documents[0].copy([page for document in documents for page in document.pages])
        octets = _octets(whole, options, ())
    complaints.raise_any()
    return octets


def _options(styles: tuple[str, ...], identifier: str) -> dict[str, Any]:
    # The fonts come first: Fontconfig is asked already while WeasyPrint is being imported.
    with PRESS.lock:
        sheets = [PRESS.sheet(name) for name in styles]
    return {"stylesheets": sheets, "pdf_variant": "pdf/a-3a", "pdf_identifier": identifier.encode()}


def _lay_out(html: str, options: dict[str, Any], pictures: Mapping[str, bytes]) -> Any:
    # Imported here, so that commands which print nothing don't pay half a second and 45 MB.
    from weasyprint import HTML

    from events.exports.pdf.assets import BundledOnly

    return HTML(string=html, url_fetcher=BundledOnly(pictures)).render(font_config=PRESS.fonts, **options)


def _write(
    settings: Iterable[str],
    styles: tuple[str, ...],
    identifier: str,
    enclosures: tuple[Enclosure, ...],
    fits: Callable[[int], bool],
    pictures: Mapping[str, bytes],
) -> bytes:
    # The fonts come first: Fontconfig is asked already while WeasyPrint is being imported.
    fonts = PRESS.fonts
    # Imported here, so that commands which print nothing don't pay half a second and 45 MB.
    from weasyprint import HTML

    from events.exports.pdf.assets import BundledOnly

    options = {
        "stylesheets": [PRESS.sheet(name) for name in styles],
        "pdf_variant": "pdf/a-3a",
        "pdf_identifier": identifier.encode(),
    }
    best: Any = None
    drawn: dict[str, Any] = {}
    for html in settings:
        if html not in drawn:
            source = HTML(string=html, url_fetcher=BundledOnly(pictures))
            drawn[html] = source.render(font_config=fonts, **options)
        document = drawn[html]
        is_taken = fits(len(document.pages))
        if is_taken or best is None or len(document.pages) < len(best.pages):
            best = document
        if is_taken:
            break
    return _octets(best, options, enclosures)


def _octets(document: Any, options: dict[str, Any], enclosures: tuple[Enclosure, ...]) -> bytes:
    """Write the document so that each stream is as long as it says.

    By PDF/A a stream ends before the line end that precedes "endstream", so that one whose compressed bytes end in CR
    or LF is too long by one. The directory of objects is only made in writing; an object that nobody asks for changes
    its last bytes.
    """
    for padding in range(MOST_TRIES):
        octets: bytes = document.write_pdf(
            finisher=partial(_finish, padding), attachments=_attachments(enclosures), **options
        )
        if not AMBIGUOUS_END.search(octets):
            return octets
    raise DrawingError("a stream of the PDF ends in a line end, whatever is added to the file")


def _attachments(enclosures: tuple[Enclosure, ...]) -> list[Any]:
    """Return them for one writing: an attachment is read once."""
    from weasyprint import Attachment

    return [
        Attachment(
            string=enclosure.content,
            name=enclosure.name,
            description=enclosure.description,
            created=enclosure.dated_at,
            modified=enclosure.dated_at,
            relationship="Alternative",
        )
        for enclosure in enclosures
    ]


def _finish(padding: int, document: Any, pdf: Any) -> None:
    from pydyf import Dictionary, Stream  # type: ignore[import-untyped]

    _mark_as_accessible(pdf)
    for each in pdf.objects:
        if isinstance(each, Stream) and each.compress and AMBIGUOUS_END.search(each.data[-11:]):
            _write_as_text(each)
    if padding:
        pdf.add_object(Dictionary({"Padding": padding}))


def _write_as_text(stream: Any) -> None:
    """Write the compressed bytes in ASCII, which end in "~>"."""
    stream.compress = False
    _, _, content = stream.data.removesuffix(b"\nendstream").partition(b"\nstream\n")
    stream.stream = [a85encode(zlib.compress(content, 9)) + b"~>"]
    stream.extra["Filter"] = "[/ASCII85Decode /FlateDecode]"


def _mark_as_accessible(pdf: Any) -> None:
    """Add the mark of PDF/UA-1, and leave the metadata uncompressed, as PDF/A asks."""
    metadata = pdf.objects[int(pdf.catalog["Metadata"].split()[0])]
    metadata.compress = False
    metadata.stream[0] = metadata.stream[0].replace(b"</rdf:RDF>", PDF_UA_MARK + b"</rdf:RDF>")


@contextmanager
def _private_fontconfig() -> Iterator[None]:
    """Let Fontconfig read our list of fonts, and give the environment back: other programs start from it too."""
    before = os.environ.get("FONTCONFIG_FILE")
    os.environ["FONTCONFIG_FILE"] = str(FONTS_CONF)
    try:
        yield
    finally:
        if before is None:
            del os.environ["FONTCONFIG_FILE"]
        else:
            os.environ["FONTCONFIG_FILE"] = before
