"""The press: it draws what is bundled, refuses every other address, and complains aloud."""

import os
import threading

import pytest

from events.exports.pdf.assets import DRAWINGS, BundledOnly
from events.exports.pdf.errors import DrawingError
from events.exports.pdf.render import draw
from tests.exports.printed import reader

STYLES = ("base.css", "a4.css", "neutral.css")


def sheet(body):
    return f'<html lang="en"><head><title>A sheet</title></head><body>{body}</body></html>'


@pytest.mark.parametrize("name", DRAWINGS)
def test_bundled_drawing_is_answered_by_its_name(name):
    response = BundledOnly().fetch(f"art:{name}")

    assert response.content_type == "image/svg+xml"
    assert response.read().startswith(b"<svg ")


@pytest.mark.parametrize(
    "address",
    [
        "file:///etc/passwd",
        "http://127.0.0.1/",
        "https://planner.example/",
        "ftp://planner.example/",
        "data:text/plain,secret",
        "art:../fonts/fonts.conf",
        "art:/etc/passwd",
        "art:",
        "flag-az.svg",
        "ART:flag-az.svg",
    ],
)
def test_every_other_address_is_refused(address):
    with pytest.raises(ValueError, match="not one of the bundled drawings"):
        BundledOnly().fetch(address)


def test_redirect_has_nothing_to_follow_it():
    # Each handler of urllib that could open an address calls this.
    with pytest.raises(ValueError, match="not one of the bundled drawings"):
        BundledOnly().open("http://127.0.0.1/")


@pytest.mark.parametrize(
    "element",
    [
        '<img src="file:///etc/passwd" alt="x">',
        '<img src="http://127.0.0.1:9/x.png" alt="x">',
        '<img src="data:image/png;base64,AAAA" alt="x">',
        '<object data="file:///etc/passwd"></object>',
        '<embed src="file:///etc/passwd">',
        '<link rel="attachment" href="file:///etc/passwd">',
        '<a rel="attachment" href="file:///etc/passwd">x</a>',
        '<link rel="stylesheet" href="file:///etc/passwd">',
        "<style>@import url(file:///etc/passwd)</style>",
        "<style>p { background: url(http://127.0.0.1:9/x.png) }</style><p>x</p>",
        '<svg width="9" height="9"><image href="file:///etc/passwd" width="9" height="9"/></svg>',
    ],
)
def test_page_that_asks_for_anything_else_is_not_drawn(element):
    with pytest.raises(DrawingError, match="not one of the bundled drawings"):
        draw([sheet(element)], STYLES, "test")


def test_first_setting_that_fits_two_sides_is_taken():
    settings = [
        sheet(f"<p>{letter}</p>" + "<p style='break-before: page'>x</p>" * more)
        for letter, more in (("A", 3), ("B", 1), ("C", 0))
    ]

    assert reader(draw(settings, STYLES, "test")).pages[0].extract_text().startswith("B")


def test_where_none_fits_the_first_of_the_shortest_is_taken():
    settings = [
        sheet(f"<p>{letter}</p>" + "<p style='break-before: page'>x</p>" * more)
        for letter, more in (("A", 3), ("B", 2), ("C", 2))
    ]

    assert reader(draw(settings, STYLES, "test")).pages[0].extract_text().startswith("B")


def test_environment_of_other_programs_is_left_as_it_was(monkeypatch):
    monkeypatch.setenv("FONTCONFIG_FILE", "/somebody/elses.conf")

    draw([sheet("<p>x</p>")], STYLES, "test")

    assert os.environ["FONTCONFIG_FILE"] == "/somebody/elses.conf"


def test_threads_draw_one_after_the_other_and_alike():
    drawn = []
    threads = [
        threading.Thread(target=lambda: drawn.append(draw([sheet("<p>x</p>")], STYLES, "test")))
        for _ in range(4)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert len(drawn) == 4
    assert len(set(drawn)) == 1
