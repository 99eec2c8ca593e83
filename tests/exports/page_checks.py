"""What is wrong with the pages of a document, found in its PDF: each finding is one line for whoever mends it."""

from itertools import groupby, pairwise
from unicodedata import category

import pypdf

from events.programme.languages import direction
from tests.exports.printed import pages, reader, words

# Printers leave about 4 mm of a sheet white.
WHITE_EDGE = 4 * 72 / 25.4
# The part of a word's box, from its top, in which its letters stand in every script; ascenders and descenders of
# closely set lines may share a height.
BODY = (0.35, 0.7)
HEADINGS = {"/H1", "/H2", "/H3", "/H4", "/H5", "/H6"}
IGNORED = dict.fromkeys(map(ord, "\u00ad\u200b\u2066\u2067\u2068\u2069\u0307-‐‑"))


def faults(pdf, language, *, is_tagged=True):
    file = reader(pdf)
    found = [*off_the_page(pdf, file), *on_one_another(pdf)]
    if file.trailer["/Root"].get("/Lang") != language:
        found.append(f"the language is {file.trailer['/Root'].get('/Lang')}")
    if not (file.metadata and file.metadata.title):
        found.append("no title")
    if is_tagged:
        found += [*torn_rows(file), *lonely_headings(file)]
    return found


def off_the_page(pdf, file):
    for number, word, left, top, right, bottom in words(pdf):
        box = file.pages[number].mediabox
        middle, width, height = (top + bottom) / 2, float(box.width), float(box.height)
        inside = left >= WHITE_EDGE and right <= width - WHITE_EDGE
        if not (inside and WHITE_EDGE <= middle <= height - WHITE_EDGE):
            yield f"page {number + 1}: “{word}” is off the page"


def on_one_another(pdf):
    for number, page in groupby(words(pdf), key=lambda word: word[0]):
        bodies = sorted((_body(*word[2:]), word[1]) for word in page if not _is_mark(word[1]))
        for index, (box, word) in enumerate(bodies):
            for other, over in bodies[index + 1 :]:
                if other[0] > box[2] - 1:
                    break
                if min(box[3], other[3]) - max(box[1], other[1]) > 1:
                    yield f"page {number + 1}: “{word}” and “{over}” stand on one another"


def _is_mark(word):
    """Whether it is a vowel sign that was read apart from the letter which it stands on."""
    return all(category(letter) == "Mn" for letter in word)


def _body(left, top, right, bottom):
    height = bottom - top
    return (left, top + BODY[0] * height, right, top + BODY[1] * height)


def torn_rows(file):
    for element in _elements(file):
        if element.get("/S") == "/TR" and len(set(_pages_of(element))) > 1:
            yield f"a row is on pages {sorted(set(_numbers(file, element)))}"


def lonely_headings(file):
    """Headings, and rows that hold headings only, of which the next words are on another page."""
    leaves = list(_leaves(file.trailer["/Root"]["/StructTreeRoot"]))
    for (page, heading), (following, _) in pairwise(leaves):
        if heading and page != following:
            yield f"a heading is alone at the foot of page {_number(file, page)}"


def _leaves(node, page=None, heading=False):
    """Return (page, whether it belongs to a heading) of each run of words in the order of reading."""
    node = node.get_object()
    if not isinstance(node, pypdf.generic.DictionaryObject):
        yield page, heading
        return
    page = node.raw_get("/Pg").idnum if "/Pg" in node else page
    if node.get("/Type") in ("/MCR", "/OBJR"):
        yield page, heading
        return
    heading = heading or node.get("/S") in HEADINGS or _is_row_of_headings(node)
    for child in _children(node):
        yield from _leaves(child, page, heading)


def _is_row_of_headings(node):
    kinds = [child.get_object().get("/S") for child in _children(node)] if node.get("/S") == "/TR" else []
    return bool(kinds) and set(kinds) == {"/TH"}


def _children(node):
    children = node.get("/K", [])
    return children if isinstance(children, list) else [children]


def _elements(file):
    waiting = [file.trailer["/Root"]["/StructTreeRoot"]]
    while waiting:
        node = waiting.pop().get_object()
        if isinstance(node, pypdf.generic.DictionaryObject):
            yield node
            waiting += _children(node)


def _pages_of(element):
    return [page for page, _ in _leaves(element) if page is not None]


def _numbers(file, element):
    return [_number(file, page) for page in _pages_of(element)]


def _number(file, page):
    return next((n for n, each in enumerate(file.pages, 1) if each.indirect_reference.idnum == page), page)


def _letters(text, language):
    """Only the letters: blanks, hyphens, marks of direction and the case of letters are the typesetter's.

    Figures within Urdu are read at different places by different readers.
    """
    folded = text.replace("İ", "i").replace("I", "i").replace("ı", "i").casefold().translate(IGNORED)
    if direction(language) == "rtl":
        folded = "".join(letter for letter in folded if category(letter).startswith("L"))
    return "".join(folded.split())


def missing_in_order(pdf, language, titles):
    """Return the titles that do not stand in the text after those before them."""
    text, place, missing = _letters(_text(pdf, language), language), 0, []
    for title in titles:
        wanted = _letters(title, language)
        found = text.find(wanted, place)
        if found < 0:
            missing.append(title)
        else:
            place = found + len(wanted)
    return missing


def _text(pdf, language):
    # Poppler gives words with vowel signs from left to right.
    if direction(language) == "rtl":
        return " ".join(page.extract_text() for page in reader(pdf).pages)
    return " ".join(pages(pdf))
