"""HTML to PDF by WeasyPrint: private, tagged, and the same bytes each time."""

from __future__ import annotations

import re
import zlib
from base64 import a85encode
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any

from pydyf import Dictionary, Stream, _to_bytes  # type: ignore[import-untyped]
from weasyprint import CSS, HTML, Attachment
from weasyprint.text.fonts import FontConfiguration

from typesetter import breaks, quicker, text_layer
from typesetter.assets import BundledOnly
from typesetter.warming import ENCLOSURE, sheets

AMBIGUOUS_END = re.compile(rb"[\r\n]\nendstream")
LINE_ENDS = b"\r", b"\n"
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


class Press:
    """WeasyPrint with the fonts, stylesheets and drawings of a folder. It is for one thread.

    FONTCONFIG_FILE has to name the folder's list of fonts before WeasyPrint is imported.
    """

    def __init__(self, folder: Path) -> None:
        text_layer.install()
        quicker.install()
        breaks.install()
        self.fonts = FontConfiguration()
        self.drawings = {path.name: path.read_bytes() for path in sorted(folder.glob("art/*.svg"))}
        self.sheets = {path.name: self._sheet(path) for path in sorted(folder.glob("styles/*.css"))}

    def _sheet(self, path: Path) -> CSS:
        css = path.read_text(encoding="utf-8")
        return CSS(string=css, font_config=self.fonts, url_fetcher=BundledOnly(self.drawings, {}))

    def warm(self) -> Iterator[None]:
        """Set the sheets of no event, one each time this is asked to go on."""
        for styles, html in sheets():
            job = Job(self, styles, "warm", {})
            job.lay_out(html)
            job.write([0], [ENCLOSURE])
            yield


class Job:
    """One document: laid out in one or several ways, then written from one of them, or from several together."""

    def __init__(
        self, press: Press, styles: Iterable[str], identifier: str, pictures: Mapping[str, bytes]
    ) -> None:
        self.press = press
        self.pictures = pictures
        self.options: dict[str, Any] = {
            "stylesheets": [press.sheets[name] for name in styles],
            "pdf_variant": "pdf/a-3a",
            "pdf_identifier": identifier.encode(),
        }
        self.documents: list[Any] = []

    def lay_out(self, html: str) -> int:
        """Return how many pages it takes."""
        source = HTML(string=html, url_fetcher=BundledOnly(self.press.drawings, self.pictures))
        self.documents.append(source.render(font_config=self.press.fonts, **self.options))
        return len(self.documents[-1].pages)

    def write(self, numbers: Iterable[int], enclosures: Iterable[Mapping[str, Any]]) -> bytes:
        """Write the documents with these numbers as one, its head that of the first.

        By PDF/A a stream ends before the line end that precedes "endstream", so that one whose compressed bytes end in
        CR or LF is too long by one. The directory of objects is only made in writing; an object that nobody asks for
        changes its last bytes.
        """
        chosen = [self.documents[number] for number in numbers]
        document = chosen[0]
        if len(chosen) > 1:
            document = document.copy([page for each in chosen for page in each.pages])
        for padding in range(MOST_TRIES):
            octets: bytes = document.write_pdf(
                finisher=partial(_finish, padding), attachments=_attachments(enclosures), **self.options
            )
            if not AMBIGUOUS_END.search(octets):
                return octets
        raise RuntimeError("a stream of the PDF ends in a line end, whatever is added to the file")


def _attachments(enclosures: Iterable[Mapping[str, Any]]) -> list[Attachment]:
    """Return them for one writing: an attachment is read once."""
    return [
        Attachment(
            string=each["content"],
            name=each["name"],
            description=each["description"],
            created=datetime.fromisoformat(each["dated_at"]),
            modified=datetime.fromisoformat(each["dated_at"]),
            relationship="Alternative",
        )
        for each in enclosures
    ]


def _finish(padding: int, document: Any, pdf: Any) -> None:
    _mark_as_accessible(pdf)
    for each in pdf.objects:
        if isinstance(each, Stream) and each.compress:
            _compress(each)
    if padding:
        pdf.add_object(Dictionary({"Padding": padding}))


def _compress(stream: Any) -> None:
    """Compress it now and once; in ASCII, which ends in "~>", where the octets would end in a line end."""
    octets = b"\n".join(_to_bytes(each) for each in stream.stream)
    compressor = zlib.compressobj(level=9)
    compressed = compressor.compress(octets) + compressor.flush()
    kind = "/FlateDecode"
    if compressed.endswith(LINE_ENDS):
        compressed, kind = a85encode(compressed) + b"~>", "[/ASCII85Decode /FlateDecode]"
    stream.compress, stream.stream = False, [compressed]
    stream.extra["Filter"] = kind


def _mark_as_accessible(pdf: Any) -> None:
    """Add the mark of PDF/UA-1, and leave the metadata uncompressed, as PDF/A asks."""
    metadata = pdf.objects[int(pdf.catalog["Metadata"].split()[0])]
    metadata.compress = False
    metadata.stream[0] = metadata.stream[0].replace(b"</rdf:RDF>", PDF_UA_MARK + b"</rdf:RDF>")
