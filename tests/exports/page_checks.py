"""What is wrong with the pages of a document, found in its PDF: each finding is one line for whoever mends it."""

import io
import re
from itertools import groupby, pairwise
from unicodedata import category

import page
import pikepdf

from events.programme.languages import direction
from tests.exports.page_drawings import body, faults_of_drawings
from tests.exports.printed import pages, reader, words

# Printers leave about 4 mm of a sheet white.
WHITE_EDGE = 4 * 72 / 25.4
AROUND = 3000
STANDARDS = (page.ValidationProfile.PDF_UA_1, page.ValidationProfile.PDF_A_3A)
HEADINGS = ("/H1", "/H2", "/H3", "/H4", "/H5", "/H6")
LATIN_MARK = re.compile(r"[\u0621-\u064a\u0671-\u06d3][,;?]")
IGNORED = dict.fromkeys(map(ord, "\u00ad\u200b\u2066\u2067\u2068\u2069\u0307-‐‑"))


def faults(pdf, language, *, is_tagged=True, folds=False, is_timed=True):
    """``is_tagged`` documents are for readers, the others for the folding machine; one that ``folds`` is a booklet.

    Only where each item ``is_timed`` can a row be told from what is left of one, and from one of headings alone.
    """
    with pikepdf.open(io.BytesIO(pdf)) as file:
        told = _words_around(pdf)
        found = [*off_the_page(told, file), *on_one_another(told)]
        found += faults_of_drawings(pdf, told)
        if file.Root.get("/Lang") != language:
            found.append(f"the language is {file.Root.get('/Lang')}")
        if not file.docinfo.get("/Title"):
            found.append("no title")
        if folds and len(file.pages) % 4:
            found.append(f"{len(file.pages)} pages are not a multiple of four")
        if is_tagged:
            found += [*against_the_standards(pdf), *without_bookmarks(file)]
            found += lonely_headings(file, knows_rows=is_timed)
            found += torn_rows(file) if is_timed else []
    return found


def against_the_standards(pdf):
    """What the validator says of accessibility, tags among it, and of archives."""
    for standard in STANDARDS:
        for failure in page.validate_pdf_bytes(pdf, profile=standard).failures:
            yield f"{standard.name}: {failure.rule_id} {failure.message}"


def without_bookmarks(file):
    """Cards and signs have no headings, and nothing to turn to."""
    if "/First" not in file.Root.get("/Outlines", {}) and any(
        element.get("/S") in HEADINGS for element in _in_order(file)
    ):
        yield "no bookmark"


def _words_around(pdf):
    """The words on the pages and around them: readers pass over what is off the sheet, so it is made larger."""
    octets = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf)) as larger:
        for sheet in larger.pages:
            left, bottom, right, top = (float(edge) for edge in sheet.mediabox)
            sheet.mediabox = sheet.cropbox = [left - AROUND, bottom - AROUND, right + AROUND, top + AROUND]
        larger.save(octets)
    return [
        (number, word, *(edge - AROUND for edge in box)) for number, word, *box in words(octets.getvalue())
    ]


def off_the_page(told, file):
    sizes = [_size(sheet) for sheet in file.pages]
    for number, word, left, top, right, bottom in told:
        (width, height), middle = sizes[number], (top + bottom) / 2
        inside = left >= WHITE_EDGE and right <= width - WHITE_EDGE
        if not (inside and WHITE_EDGE <= middle <= height - WHITE_EDGE):
            yield f"page {number + 1}: “{word}” is off the page"


def _size(sheet):
    left, bottom, right, top = (float(edge) for edge in sheet.mediabox)
    return right - left, top - bottom


def latin_marks(pdf):
    """Commas and the like of another script behind an Urdu word, on a sheet in Urdu whose texts have none."""
    for number, word, *_ in words(pdf):
        if LATIN_MARK.search(word) or LATIN_MARK.search(word[::-1]):
            yield f"page {number + 1}: “{word}” has a mark of another script"


def on_one_another(told):
    for number, of_page in groupby(told, key=lambda word: word[0]):
        bodies = sorted((body(*word[2:]), word[1]) for word in of_page if not _is_mark(word[1]))
        for index, (box, word) in enumerate(bodies):
            for other, over in bodies[index + 1 :]:
                if other[0] > box[2] - 1:
                    break
                # What climbs of a kaf in Nastaliq may reach the line above by a hair's breadth.
                if min(box[3], other[3]) - max(box[1], other[1]) > (1.4 if "ک" in (word, over) else 1):
                    yield f"page {number + 1}: “{word}” and “{over}” stand on one another"


def _is_mark(word):
    """Whether it is a vowel sign that was read apart from the letter which it stands on."""
    return all(category(letter) == "Mn" for letter in word)


def torn_rows(file):
    """Rows that go over a page's end with their time, or their number, on one side only.

    What is on the second page is a row of its own there, with an empty cell for the time. One that has a page from its
    beginning, or from the rows of one cell that head it, is longer than any page.
    """
    rows = [
        row
        for row in _in_order(file)
        if row.get("/S") == "/TR" and _pages_of(row) and len(_children(row)) > 1
    ]
    for before, above, below in zip([None, *rows], rows, rows[1:], strict=False):
        sheets = _pages_of(above)[-1], _pages_of(below)[0]
        has_a_page = before is not None and _pages_of(before)[-1] != _pages_of(above)[0]
        if (
            sheets[0] != sheets[1]
            and not has_a_page
            and (_is_without(above, "/TD") or (_is_without(below, "/TH") and not _is_without(above, "/TH")))
        ):
            yield f"a row is torn from its time between pages {' and '.join(str(_number(file, s)) for s in sheets)}"


def _is_without(row, kind):
    """Whether the row has cells of both kinds, and nothing in those of this one."""
    cells = _children(row)
    asked = [cell for cell in cells if cell.get("/S") == kind]
    return 0 < len(asked) < len(cells) and not any(_pages_of(cell) for cell in asked)


def lonely_headings(file, *, knows_rows):
    """Headings, and rows that hold headings only, on another page than the words under them."""
    leaves = list(_leaves(file.Root.StructTreeRoot, knows_rows=knows_rows))
    for (sheet, heading), (following, _) in pairwise(leaves):
        if heading and sheet != following:
            yield f"a heading is alone on page {_number(file, sheet)}"


def _leaves(node, sheet=None, heading=False, *, knows_rows=True):
    """Return (sheet, whether it belongs to a heading) of each run of words in the order of reading."""
    if not isinstance(node, pikepdf.Dictionary):
        yield sheet, heading
        return
    sheet = node.Pg.objgen if "/Pg" in node else sheet
    if node.get("/Type") in ("/MCR", "/OBJR"):
        yield sheet, heading
        return
    heading = heading or node.get("/S") in HEADINGS or (knows_rows and _is_row_of_headings(node))
    children = _children(node)
    for child in children:
        if node.get("/S") == "/Art" and child == children[-1] and child.get("/S") in HEADINGS:
            # An item of a title alone: it heads nothing.
            yield from ((on, False) for on, _ in _leaves(child, sheet))
        else:
            yield from _leaves(child, sheet, heading, knows_rows=knows_rows)


def _is_row_of_headings(node):
    kinds = [child.get("/S") for child in _children(node)] if node.get("/S") == "/TR" else []
    return bool(kinds) and all(kind == "/TH" for kind in kinds)


def _children(node):
    children = node.get("/K", [])
    return list(children) if isinstance(children, pikepdf.Array) else [children]


def _in_order(file):
    """The elements in the order of reading."""
    waiting = [file.Root.get("/StructTreeRoot")]
    while waiting:
        node = waiting.pop()
        if isinstance(node, pikepdf.Dictionary):
            yield node
            waiting += reversed(_children(node))


def _pages_of(element):
    return [sheet for sheet, _ in _leaves(element) if sheet is not None]


def _number(file, sheet):
    return next((n for n, each in enumerate(file.pages, 1) if each.obj.objgen == sheet), sheet)


def missing_in_order(pdf, language, titles):
    """Return the titles that do not stand in the text after those before them."""
    text, place, missing = _letters(_text(pdf, language), language), 0, []
    for title in titles:
        letters = _letters(title, language)
        at = text.find(letters, place)
        if at < 0:
            missing.append(title)
        else:
            place = at + len(letters)
    return missing


def _letters(text, language):
    """Only the letters: blanks, hyphens, marks of direction and the case of letters are the typesetter's."""
    folded = text.replace("İ", "i").replace("I", "i").replace("ı", "i").casefold().translate(IGNORED)
    if direction(language) == "rtl":
        folded = "".join(letter for letter in folded if category(letter).startswith("L"))
    return "".join(folded.split())


def _text(pdf, language):
    # Poppler gives words with vowel signs from left to right.
    if direction(language) == "rtl":
        return " ".join(_from_the_right(sheet) for sheet in reader(_with_plain_blanks(pdf)).pages)
    return " ".join(pages(pdf))


def _from_the_right(sheet):
    """The runs of a page as they are drawn: pypdf gives the figures and the words of one run from left to right."""
    told = []
    sheet.extract_text(visitor_text=lambda text, _, at, *font: told.append((at[4:], text)))
    runs = groupby(told, key=lambda each: each[0])
    return " ".join(" ".join(text for _, text in reversed(list(run))) for _, run in runs)


def _with_plain_blanks(pdf):
    """The same file, a blank for each no-break space: pypdf takes one for the end of what runs from the right."""
    octets = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf)) as file:
        for font in file.objects:
            if isinstance(font, pikepdf.Dictionary) and "/ToUnicode" in font:
                told = font.ToUnicode.read_bytes()
                font.ToUnicode.write(re.sub(rb"<00a0>", b"<0020>", told, flags=re.IGNORECASE))
        file.save(octets)
    return octets.getvalue()
