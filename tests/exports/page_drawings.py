"""Words over what is drawn, and drawings over the edge: the pages are rendered once more without their words.

The box of a word in Nastaliq is far higher than its letters, which climb and hang as they please: there the ink of the
letters, rendered alone, is held against that of the drawings.
"""

import io

import pikepdf
from PIL import ImageChops
from pypdfium2 import PdfDocument

SHOWS_TEXT = {"Tj", "TJ", "'", '"'}
PAINTS = {"f", "F", "f*", "B", "B*", "b", "b*", "S", "s", "sh"}
# Dots a point, and how many points around the sheet are looked at.
SCALE, AROUND = 2, 36
SPOT = 24
# A word may stand on paper and tints, and a white one on a label as dark as ink; on nothing else.
LIGHT, INK, WHITE = 215, 40, 250
# The part of a word's box, from its top, in which its letters stand in every script; ascenders and descenders of
# closely set lines may share a height, and a rule may touch them.
BODY = (0.35, 0.7)
# What of a letter is ink and not its edge, and how many dots of it may lie on a rule by a hair's breadth.
LETTER, DRAWN, FEW_DOTS = 110, 235, 4


def body(left, top, right, bottom):
    height = bottom - top
    return (left, top + BODY[0] * height, right, top + BODY[1] * height)


def faults_of_drawings(pdf, told):
    """``told`` are the words with their places, as ``printed.words`` tells them."""
    drawings = _without_words(pdf)
    for number, image in enumerate(drawings):
        if any(_darkest(image.crop(margin)) < WHITE for margin in _margins(*image.size)):
            yield f"page {number + 1}: a drawing goes over the edge"
    in_nastaliq = _on_drawings(pdf, drawings) if _has_nastaliq(pdf) else {}
    for number, word, *box in told:
        if in_nastaliq and _is_arabic(word):
            continue
        place = tuple(round((edge + AROUND) * SCALE) for edge in body(*box))
        if place[0] < place[2] and place[1] < place[3] and not _is_ground(drawings[number].crop(place)):
            yield f"page {number + 1}: “{word}” stands on a drawing"
    for number, touched in in_nastaliq.items():
        for left, top, right, bottom in touched:
            near = " ".join(
                word
                for at, word, x, y, z, w in told
                if at == number and x < right and left < z and y < bottom and top < w
            )
            yield f"page {number + 1}: letters of “{near}” touch a drawing at {left:.0f}, {top:.0f}"


def _has_nastaliq(pdf):
    with pikepdf.open(io.BytesIO(pdf)) as file:
        return any(
            "Nastaliq" in str(each.get("/BaseFont", ""))
            for each in file.objects
            if isinstance(each, pikepdf.Dictionary)
        )


def _is_arabic(word):
    return any("\u0600" <= letter <= "\u06ff" for letter in word)


def _on_drawings(pdf, drawings):
    """Return for each page the places, in points, where the ink of letters lies on that of drawings."""
    letters = _rendered(pdf, _take_out_drawings)
    return {
        number: list(_spots(letters[number].convert("L"), drawn.convert("L")))
        for number, drawn in enumerate(drawings)
    }


def _spots(letters, drawn):
    ink = letters.point(lambda value: 255 if value < LETTER else 0)
    rules = drawn.point(lambda value: 255 if value < DRAWN else 0)
    both = ImageChops.darker(ink, rules)
    box = both.getbbox()
    if not box:
        return
    for top in range(box[1], box[3], SPOT):
        for left in range(box[0], box[2], SPOT):
            spot = both.crop((left, top, left + SPOT, top + SPOT))
            if spot.getbbox() and spot.histogram()[255] > FEW_DOTS:
                yield tuple(edge / SCALE - AROUND for edge in (left, top, left + SPOT, top + SPOT))


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
    return _rendered(pdf, _take_out_words)


def _rendered(pdf, take_out):
    with pikepdf.open(io.BytesIO(pdf)) as file:
        for stream in file.objects:
            if isinstance(stream, pikepdf.Stream) and stream.get("/Subtype") == "/Form":
                take_out(stream, stream)
        for page in file.pages:
            page.contents_coalesce()
            take_out(page, page.obj.Contents)
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


def _take_out_drawings(source, stream):
    kept = []
    for each in pikepdf.parse_content_stream(source):
        if isinstance(each, pikepdf.ContentStreamInlineImage):
            continue
        operator = str(each.operator)
        if operator in PAINTS:
            kept.append(pikepdf.ContentStreamInstruction([], pikepdf.Operator("n")))
        elif operator != "Do" or _shows_words(source, str(each.operands[0])):
            kept.append(each)
    stream.write(pikepdf.unparse_content_stream(kept))


def _shows_words(source, name):
    return source.get("/Resources", {}).get("/XObject", {})[name].get("/Subtype") == "/Form"
