"""Public pages and data: how many queries they take, and what they cost beside an empty view and their ready bytes."""

from django.core.handlers.wsgi import WSGIHandler
from django.urls import reverse

from events.benchmarks.asking import Instead, asked
from events.benchmarks.measuring import Pair
from events.benchmarks.population import event_of, populate
from events.benchmarks.scratch import Scratch

PACKED = {"HTTP_ACCEPT_ENCODING": "gzip"}


def event_page_of_20(scratch: Scratch) -> Pair:
    return _made(_address(scratch, 20))


def event_page_of_200(scratch: Scratch) -> Pair:
    return _made(_address(scratch, 200))


def event_page_again(scratch: Scratch) -> Pair:
    """The page of 20 items once it was asked for, against an empty view at the same address."""
    return _answered(_address(scratch, 20))


def month(scratch: Scratch) -> Pair:
    """What is coming: the month, its list, what may be chosen from."""
    populate(scratch)
    return _answered(reverse("events:home"))


def mission_list(scratch: Scratch) -> Pair:
    populate(scratch)
    return _answered(reverse("events:mission", args=["made-up-1"]))


def json_of_1000_items(scratch: Scratch) -> Pair:
    release = event_of(scratch, 1000)
    return _answered(reverse("events:programme_json", args=[release.mission_slug, release.event_slug]))


def _address(scratch: Scratch, items: int) -> str:
    release = event_of(scratch, items)
    return reverse("events:event", args=[release.mission_slug, release.event_slug])


def _made(address: str) -> Pair:
    """A page that is made each time: what else an address asks for is kept by nobody."""
    return _answered(f"{address}?made=anew")


def _answered(address: str) -> Pair:
    server, empty = WSGIHandler(), Instead()
    answer = asked(server, address, **PACKED)
    kept = {name: answer[name] for name in ("Content-Type", "Content-Encoding") if name in answer}
    by_hand = Instead(answer.content, **kept)
    return Pair(
        lambda: asked(server, address, **PACKED).content,
        lambda: asked(empty, address, **PACKED).serialize_headers(),
        lambda: asked(by_hand, address, **PACKED).content,
    )
