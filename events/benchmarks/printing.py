"""Print: what our sheets cost beside the bare typesetter on the same HTML."""

from collections.abc import Callable
from itertools import count
from unittest.mock import patch

from django.urls import reverse

from events.benchmarks.measuring import Pair, Work
from events.benchmarks.scratch import Scratch
from events.exports.pdf import a4
from events.exports.pdf.assets import BundledOnly
from events.exports.pdf.frame import styles
from events.exports.pdf.render import PRESS
from events.models import Item
from events.programme.choices import Audience
from events.programme.value import Programme
from events.snapshot import take_snapshot

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


def _changing(item: Item) -> Callable[[], None]:
    numbers = count(1)

    def change() -> None:
        Item.objects.filter(pk=item.pk).update(title={"en": f"Opening {next(numbers)}"})

    return change


def _a4(programme: Programme) -> bytes:
    return a4.render(programme, (programme.own_language,), SITE)


def _bare(programme: Programme) -> Work:
    """Return the typesetter's own call on the HTML that ours settles on: fonts and stylesheets ready, no more asked."""
    _a4(programme)
    import weasyprint

    html: list[str] = []

    class Recording(weasyprint.HTML):  # type: ignore[misc]
        def __init__(self, **options: object) -> None:
            html.append(str(options["string"]))
            super().__init__(**options)

    with patch.object(weasyprint, "HTML", Recording):
        _a4(programme)
    sheets = [PRESS.sheet(name) for name in styles("a4", programme, (programme.own_language,))]

    def bare() -> bytes:
        source = weasyprint.HTML(string=html[-1], url_fetcher=BundledOnly())
        octets: bytes = source.write_pdf(stylesheets=sheets, font_config=PRESS.fonts)
        return octets

    return bare
