"""The booklet two pages to a sheet, to be printed on both sides, folded and stapled."""

import io

import pikepdf

from events.exports.pdf import booklet
from events.exports.wishes import NO_WISHES, Wishes
from events.programme.languages import direction
from events.programme.value import Programme

# A4 is a millimetre wider than two pages of A5.
SHEET_WIDTHS = {(148, 210): 297.0}
POINTS = 72 / 25.4


def render(
    programme: Programme, languages: tuple[str, ...], site_url: str, wishes: Wishes = NO_WISHES
) -> bytes:
    """Return the booklet's pages two by two on A4, or Letter, across, in the order in which they are folded.

    For a printer that flips on the short edge, at 100 %. A booklet that is read from right to left has each pair
    mirrored. It is for the printer alone: it has no tags, and the booklet itself is the file to read. The same
    arguments give the same bytes. Raises what the booklet raises.
    """
    pages = booklet.render(programme, languages, site_url, wishes)
    return impose(pages, is_right_to_left=direction(languages[0]) == "rtl")


def impose(pages: bytes, *, is_right_to_left: bool) -> bytes:
    """Return the pages of a PDF, whose number is a multiple of four, two by two on sheets."""
    with pikepdf.open(io.BytesIO(pages)) as source, pikepdf.new() as sheets:
        for left, right in order_of_sheets(len(source.pages), is_right_to_left=is_right_to_left):
            _lay(sheets, source.pages[left], source.pages[right])
        for entry in ("/Title", "/Author", "/CreationDate", "/ModDate"):
            if entry in source.docinfo:
                sheets.docinfo[entry] = source.docinfo[entry]
        sheets.Root.Lang = source.Root.Lang
        sheets.Root.ViewerPreferences = pikepdf.Dictionary(
            DisplayDocTitle=True, PrintScaling=pikepdf.Name("/None"), Duplex=pikepdf.Name.DuplexFlipShortEdge
        )
        octets = io.BytesIO()
        sheets.save(octets, deterministic_id=True)
    return octets.getvalue()


def order_of_sheets(count: int, *, is_right_to_left: bool = False) -> list[tuple[int, int]]:
    """Return the pages, counted from 0, at the left and at the right of each side: the outermost sheet first."""
    if count % 4:
        raise ValueError(f"{count} pages do not make whole sheets of four")
    sides = [
        (count - 1 - side, side) if side % 2 == 0 else (side, count - 1 - side) for side in range(count // 2)
    ]
    return [(right, left) for left, right in sides] if is_right_to_left else sides


def _lay(sheets: pikepdf.Pdf, *pages: pikepdf.Page) -> None:
    width, height = (float(edge) for edge in pages[0].mediabox[2:])
    in_millimetres = (round(width / POINTS), round(height / POINTS))
    sheet_width = SHEET_WIDTHS.get(in_millimetres, 2 * width / POINTS) * POINTS
    sheet = sheets.add_blank_page(page_size=(sheet_width, height))
    content = b""
    for place, page in enumerate(pages):
        # Names of our own: those which pikepdf draws are other ones each time.
        form = sheets.copy_foreign(page.as_form_xobject())
        sheet.add_resource(form, pikepdf.Name.XObject, pikepdf.Name(f"/P{place}"))
        at = sheet_width / 2 * place + (sheet_width / 2 - width) / 2
        content += b"q 1 0 0 1 %.3f 0 cm /P%d Do Q\n" % (at, place)
    sheet.obj.Contents = sheets.make_stream(content)
