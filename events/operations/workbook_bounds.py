"""What of a workbook is read at all: one that is larger than any agenda, or made to be slow, is refused before."""

import codecs
import io
import zipfile
import zlib

from django.utils.translation import gettext as _

LARGEST_UNPACKED = 20_000_000
MOST_ENTRIES = 200
# Beginnings and ends of elements in one file of a workbook; the fullest agenda has six for each of its cells.
MOST_MARKS = 400_000
# Its looks and names are costly to read, and few.
MOST_MARKS_BESIDE = 60_000
FULL = ("xl/worksheets/", "xl/sharedStrings.xml")
# Bytes of one tag, one text or one comment: a parser that is handed them in pieces may begin anew with each piece.
LONGEST_STRETCH = 200_000
SPANS = ((b"<", b"<"), (b"<!--", b"-->"), (b"<?", b"?>"))
# No program writes a workbook so, and none of this is found in it.
UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE, b"<\0", b"\0<")
OLD_OFFICE = b"\xd0\xcf\x11\xe0"


def why_not_unpacked(content: bytes) -> str:
    """Return in words why openpyxl is not to see this file; "" where it may."""
    if content.startswith(OLD_OFFICE):
        return _("This workbook is of the old kind (.xls) or has a password. Save it as .xlsx without one.")
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            return _why_not_read(packed)
    # What is broken or locked within is found as it is unpacked: a wrong sum, a password, an unknown way to pack.
    except (zipfile.BadZipFile, zlib.error, EOFError, ValueError, RuntimeError, OSError):
        return _("This is not a workbook (.xlsx).")


def _why_not_read(packed: zipfile.ZipFile) -> str:
    entries = packed.infolist()
    # The sizes that the list names bind: unpacking stops there.
    if len(entries) > MOST_ENTRIES or sum(entry.file_size for entry in entries) > LARGEST_UNPACKED:
        return _("This workbook is larger than any agenda when it is unpacked (20 MB).")
    if "xl/workbook.xml" not in {entry.filename for entry in entries}:
        return _("This is not a workbook (.xlsx).")
    # openpyxl makes all cells of a row before one of them can be counted.
    if any(_is_boundless(entry.filename, packed.read(entry)) for entry in entries):
        return _("This sheet is far wider or longer than any agenda.")
    return ""


def _is_boundless(name: str, content: bytes) -> bool:
    most = MOST_MARKS if name.startswith(FULL) else MOST_MARKS_BESIDE
    if content.count(b"<") > most or content.startswith(UTF_16):
        return True
    spans = SPANS if content.lstrip(codecs.BOM_UTF8 + b" \t\r\n").startswith(b"<") else ()
    return any(
        len(stretch.partition(end)[0]) > LONGEST_STRETCH
        for begin, end in spans
        for stretch in content.split(begin)[1:]
    )
