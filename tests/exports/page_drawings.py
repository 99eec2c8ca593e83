"""Words over what is drawn, and drawings over the edge: the pages are rendered once more without their words."""

import io

import pikepdf
from pypdfium2 import PdfDocument

SHOWS_TEXT = {"Tj", "TJ", "'", '"'}
# Dots a point, and how many points around the sheet are looked at.
SCALE, AROUND = 2, 36
# A word may stand on paper and tints, and a white one on a label as dark as ink; on nothing else.
LIGHT, INK, WHITE = 215, 40, 250
# The part of a word's box, from its top, in which its letters stand in every script; ascenders and descenders of
# closely set lines may share a height, and a rule may touch them.
BODY = (0.35, 0.7)


def body(left, top, right, bottom):
    height = bottom - top
    return (left, top + BODY[0] * height, right, top + BODY[1] * height)


def faults_of_drawings(pdf, told):
    """``told`` are the words with their places, as ``printed.words`` tells them."""
    drawings = _without_words(pdf)
    for number, image in enumerate(drawings):
        if any(_darkest(image.crop(margin)) < WHITE for margin in _margins(*image.size)):
            yield f"page {number + 1}: a drawing goes over the edge"
    for number, word, *box in told:
        place = tuple(round((edge + AROUND) * SCALE) for edge in body(*box))
        if place[0] < place[2] and place[1] < place[3] and not _is_ground(drawings[number].crop(place)):
            yield f"page {number + 1}: “{word}” stands on a drawing"


def _is_ground(image):
    extrema = image.getextrema()
    return all(low >= LIGHT for low, _ in extrema) or all(high <= INK for _, high in extrema)


def _darkest(image):
    return min(low for low, _ in image.getextrema())


def _margins(width, height):
    # A dot less: the edge itself may fall between two.
    around = AROUND * SCALE - 1
    return (
        (0, 0, around, height),
        (width - around, 0, width, height),
        (0, 0, width, around),
        (0, height - around, width, height),
    )


def _without_words(pdf):
    with pikepdf.open(io.BytesIO(pdf)) as file:
        for stream in file.objects:
            if isinstance(stream, pikepdf.Stream) and stream.get("/Subtype") == "/Form":
                _take_out_words(stream, stream)
        for page in file.pages:
            page.contents_coalesce()
            _take_out_words(page, page.obj.Contents)
            left, bottom, right, top = (float(edge) for edge in page.mediabox)
            page.mediabox = page.cropbox = [left - AROUND, bottom - AROUND, right + AROUND, top + AROUND]
            for box in ("/TrimBox", "/BleedBox", "/ArtBox"):
                if box in page.obj:
                    del page.obj[box]
        octets = io.BytesIO()
        file.save(octets)
    with PdfDocument(octets.getvalue()) as drawn:
        return [page.render(scale=SCALE).to_pil().convert("RGB") for page in drawn]


def _take_out_words(source, stream):
    kept = [each for each in pikepdf.parse_content_stream(source) if str(each.operator) not in SHOWS_TEXT]
    stream.write(pikepdf.unparse_content_stream(kept))
