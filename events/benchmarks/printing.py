"""Print: what our sheets cost beside the bare typesetter on the same HTML."""

from __future__ import annotations

import atexit
import os
from collections.abc import Callable
from functools import cache
from itertools import count
from typing import TYPE_CHECKING
from unittest.mock import patch

from django.urls import reverse

from events.benchmarks.measuring import Pair, Work
from events.benchmarks.scratch import Scratch
from events.exports import FORMATS
from events.exports.pdf import a4
from events.exports.pdf.frame import styles
from events.exports.pdf.render import TYPESETTER
from events.models import Item, ReleaseFile
from events.print_material import is_made_anew
from events.printing import file_of
from events.programme.choices import Audience
from events.programme.value import Programme
from events.snapshot import take_snapshot
from typesetter.client import Job

if TYPE_CHECKING:
    from typesetter.press import Press

SITE = "https://planner.example"


def a4_programme(scratch: Scratch) -> Pair:
    """A4 of a release from the Programme to the bytes: words, tags, both standards and the calendar file in it."""
    programme = scratch.release.programme.seen_by(Audience.PUBLIC)
    return Pair(lambda: _a4(programme), _bare(programme))


def builder_preview(scratch: Scratch) -> Pair:
    """The page beside the agenda after a change in it, from the database to the HTML, with the sheet drawn anew."""
    address = reverse("desk:paper", args=[scratch.event.mission.slug, scratch.event.slug])
    item = Item.objects.filter(part__event=scratch.event).first()
    if item is None:
        raise ValueError("The demonstration has no agenda.")
    change = _changing(item)

    def ours() -> bytes:
        change()
        return scratch.get(address)

    return Pair(ours, _bare(take_snapshot(scratch.event).seen_by(Audience.PUBLIC)))


def released_again(scratch: Scratch) -> Pair:
    """Each document that is kept of a release asked for again, against reading what is kept."""
    release, programme = scratch.release, scratch.release.programme
    suiting = [(name, each.printed) for name, each in FORMATS.items() if each.printed]
    documents = [
        (name, languages)
        for name, printed in suiting
        if printed.suits(programme) and not is_made_anew(FORMATS[name])
        for languages in dict.fromkeys(
            (programme.languages[:1], programme.languages[: printed.most_languages])
        )
    ]

    def ours() -> bytes:
        return b"".join(file_of(release, name, languages) for name, languages in documents)

    def bare() -> bytes:
        files = ReleaseFile.objects.filter(release=release, name__in=[name for name, _ in documents])
        return b"".join(each.octets() or b"" for each in files)

    return Pair(ours, bare)


def _changing(item: Item) -> Callable[[], None]:
    numbers = count(1)

    def change() -> None:
        Item.objects.filter(pk=item.pk).update(title={"en": f"Opening {next(numbers)}"})

    return change


def _a4(programme: Programme) -> bytes:
    return a4.render(programme, (programme.own_language,), SITE)


def _bare(programme: Programme) -> Work:
    """Return WeasyPrint's own call, in this process, on the HTML that ours settles on: fonts and stylesheets ready."""
    html: list[str] = []

    def recorded(job: Job, text: str) -> int:
        html.append(text)
        return lay_out(job, text)

    lay_out = Job.lay_out
    with patch.object(Job, "lay_out", recorded):
        _a4(programme)
    press = _press()
    from weasyprint import HTML

    from typesetter.assets import BundledOnly

    sheets = [press.sheets[name] for name in styles("a4", programme, (programme.own_language,))]

    def bare() -> bytes:
        source = HTML(string=html[-1], url_fetcher=BundledOnly(press.drawings, {}))
        octets: bytes = source.write_pdf(stylesheets=sheets, font_config=press.fonts)
        return octets

    return bare


@cache
def _press() -> Press:
    """Return WeasyPrint with our fonts; the fonts come first, for they are asked for while it is being imported."""
    os.environ["FONTCONFIG_FILE"] = str(TYPESETTER.folder / "fonts" / "fonts.conf")
    from typesetter.press import Press

    press = Press(TYPESETTER.folder)
    # Pango's objects have to go while their libraries are still there.
    atexit.register(_press.cache_clear)
    return press
