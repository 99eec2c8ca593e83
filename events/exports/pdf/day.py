"""All that is printed for the day in one file, behind a list of what is in it."""

import io
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import pikepdf
from django.utils import translation
from django.utils.functional import Promise
from django.utils.translation import gettext

from events.exports.pdf.frame import check_languages, frame, press
from events.exports.pdf.masthead import when, where
from events.exports.pdf.team import as_of, when_and_where_in_short
from events.exports.pdf.voice import Voice
from events.exports.wishes import NO_WISHES
from events.programme.choices import PaperSize
from events.programme.languages import LANGUAGES, direction
from events.programme.value import Programme

POINTS = 72 / 25.4
# Papers by their shorter and longer edge in millimetres.
PAPERS = {(210, 297): "A4", (216, 279): "Letter", (148, 210): "A5", (140, 216): "½ Letter"}
# What belongs to the file from which a page is taken, or to reading on a screen.
NOT_ON_PAPER = ("/StructParents", "/Tabs", "/Annots", "/Parent")
MOST_PAGES = 10_000
# In sizes of its type.
LINE_OF_TITLE = 26.0


class TooManyPagesError(ValueError):
    """More than a print room takes in one file."""


@dataclass(frozen=True, slots=True)
class Pile:
    """Copies of one document that lie on one another."""

    title: str | Promise
    languages: tuple[str, ...]
    octets: bytes
    copies: int
    two_sided: bool
    on_card: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    title: str
    languages: list[tuple[str, str, str]]
    copies: int
    sheets: str
    sides: str
    paper: str
    pages: str


def bundle(programme: Programme, language: str, site_url: str, piles: Sequence[Pile]) -> bytes:
    """Return one file for one go through a printer that prints on both sides and flips on the long edge, at 100 %.

    The first sheet lists the piles. Every copy begins on a sheet of its own; behind a page that is printed on one side
    there is an empty one. The backs of sheets across are turned, so that they come out as if flipped on the short edge.
    Pages of further copies share what the first one draws. It is for the printer alone, without tags. The same
    arguments give the same bytes. Raises TooManyPagesError, and what the list's drawing raises.
    """
    with pikepdf.new() as file:
        sides = [_sides(file, pile) for pile in piles]
        spans = [pile.copies * len(each) for pile, each in zip(piles, sides, strict=True)]
        if sum(spans) > MOST_PAGES:
            raise TooManyPagesError(f"{sum(spans)} pages are more than the {MOST_PAGES} of one file.")
        cover = _cover(file, programme, language, site_url, piles, sides)
        for page in cover:
            file.pages.append(pikepdf.Page(page))
        for pile, each in zip(piles, sides, strict=True):
            for _copy in range(pile.copies):
                for page in each:
                    file.pages.append(
                        pikepdf.Page(file.make_indirect(pikepdf.Dictionary(dict(page.items()))))
                    )
        file.Root.Lang = pikepdf.String(language)
        file.Root.ViewerPreferences = pikepdf.Dictionary(
            PrintScaling=pikepdf.Name("/None"), Duplex=pikepdf.Name.DuplexFlipLongEdge
        )
        octets = io.BytesIO()
        file.save(octets, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return octets.getvalue()


def _sides(file: pikepdf.Pdf, pile: Pile) -> list[pikepdf.Object]:
    """Return the sides of one copy, always whole sheets."""
    sides: list[pikepdf.Object] = []
    with pikepdf.open(io.BytesIO(pile.octets)) as source:
        for page in source.pages:
            side = file.copy_foreign(_bare(source, page))
            width, height = _size(side)
            if len(sides) % 2 and width > height:
                side.Rotate = (int(side.get("/Rotate", 0)) + 180) % 360
            sides.append(side)
            if not pile.two_sided:
                sides.append(_empty(side))
    return sides if len(sides) % 2 == 0 else [*sides, _empty(sides[-1])]


def _bare(source: pikepdf.Pdf, page: pikepdf.Page) -> pikepdf.Object:
    """Return the page with all that it inherits and nothing that is not printed."""
    bare = pikepdf.Dictionary(
        Type=pikepdf.Name.Page, MediaBox=page.mediabox, Resources=page.resources, Contents=page.obj.Contents
    )
    for name, value in page.obj.items():
        if name not in NOT_ON_PAPER and name not in bare:
            bare[name] = value
    return source.make_indirect(bare)


def _empty(like: pikepdf.Object) -> pikepdf.Dictionary:
    return pikepdf.Dictionary(Type=pikepdf.Name.Page, MediaBox=like.MediaBox, Resources=pikepdf.Dictionary())


def _size(page: pikepdf.Object) -> tuple[float, float]:
    left, bottom, right, top = (float(edge) for edge in page.MediaBox.as_list())
    return right - left, top - bottom


def _cover(
    file: pikepdf.Pdf,
    programme: Programme,
    language: str,
    site_url: str,
    piles: Sequence[Pile],
    sides: Sequence[list[pikepdf.Object]],
) -> list[pikepdf.Object]:
    """Return the sides of the list, which says on what page each pile begins and so counts its own."""
    own = 2
    while True:
        listed = _list(programme, language, site_url, piles, sides, own)
        cover = _sides(file, Pile("", (language,), listed, 1, two_sided=True))
        if len(cover) <= own:
            return cover
        own = len(cover)


def _list(
    programme: Programme,
    language: str,
    site_url: str,
    piles: Sequence[Pile],
    sides: Sequence[list[pikepdf.Object]],
    before: int,
) -> bytes:
    check_languages((language,))
    voice = Voice(language, programme.languages, phrases=programme.phrases)
    with translation.override(language):
        rows = list(_rows(piles, sides, before))
        shown = {
            **frame(programme, voice, site_url),
            "title": voice.title(programme.title, LINE_OF_TITLE),
            "when": when(programme, voice),
            "where": where(programme, voice),
            "in_short": when_and_where_in_short(programme, voice),
            "as_of": as_of(programme, voice),
            "rows": rows,
            "needs": _needs(piles, sides),
            "has_card": any(pile.on_card for pile in piles),
        }
        paper = "letter" if programme.mission.look.paper is PaperSize.LETTER else ""
        settings = [paper, f"{paper} close"]
        return press("day", programme, (language,), shown, site_url, NO_WISHES, settings=settings, sides=1)


def _rows(piles: Sequence[Pile], sides: Sequence[list[pikepdf.Object]], before: int) -> Iterator[Row]:
    first = before + 1
    for pile, each in zip(piles, sides, strict=True):
        last = first + pile.copies * len(each) - 1
        yield Row(
            title=str(pile.title),
            languages=[(code, direction(code), LANGUAGES[code].native_name) for code in pile.languages],
            copies=pile.copies,
            sheets=str(len(each) // 2),
            sides=gettext("both sides") if pile.two_sided else gettext("one side"),
            paper=_paper(pile, each[0]),
            pages=f"{first}–{last}",
        )
        first = last + 1


def _needs(piles: Sequence[Pile], sides: Sequence[list[pikepdf.Object]]) -> list[str]:
    """Return how many sheets of each paper have to lie in the trays, without the list itself."""
    sheets: Counter[str] = Counter()
    for pile, each in zip(piles, sides, strict=True):
        sheets[_paper(pile, each[0])] += pile.copies * len(each) // 2
    return [f"{paper}: {count}" for paper, count in sheets.items()]


def _paper(pile: Pile, side: pikepdf.Object) -> str:
    shorter, longer = sorted(round(edge / POINTS) for edge in _size(side))
    size = PAPERS.get((shorter, longer), f"{shorter} × {longer} mm")
    return gettext("%(size)s card") % {"size": size} if pile.on_card else size
