"""The press: it draws what is bundled, refuses every other address, complains aloud, and says why it was stopped."""

import logging
import socket
from contextlib import suppress

import pytest

from events.exports.pdf.errors import DrawingError, NotSetError, ProgrammeTooLongError
from events.exports.pdf.render import draw
from tests.exports.printed import reader
from typesetter.guard import Limits

STYLES = ("base.css", "a4.css", "neutral.css")


def sheet(body):
    return f'<html lang="en"><head><title>A sheet</title></head><body>{body}</body></html>'


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
        "<img src=\"data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg'/>\" alt='x'>",
        "<style>@import 'http://127.0.0.1:9/x.css';</style>",
        "<style>p::before { content: url(file:///etc/passwd) }</style><p>x</p>",
        "<ul style='list-style-image: url(http://127.0.0.1:9/x.png)'><li>x</li></ul>",
        '<object type="image/png" data="http://127.0.0.1:9/x.png"></object>',
        '<link rel="icon attachment" href="http://127.0.0.1:9/x.png">',
        '<img src="picture:../emblem" alt="x">',
    ],
)
def test_page_that_asks_for_anything_else_is_not_drawn(element):
    with pytest.raises(DrawingError, match="not one of the bundled drawings"):
        draw([sheet(element)], STYLES, "test")


@pytest.mark.parametrize(
    "element",
    [
        '<svg width="9" height="9"><use href="HERE/x.svg#x"/></svg>',
        "<style>@font-face { font-family: x; src: url(HERE/x.ttf) }</style><p style='font-family: x'>x</p>",
        "<style>@color-profile --x { src: url(HERE/x.icc) }</style><p style='color: color(--x 0 0 0)'>x</p>",
        '<table background="HERE/x.png"><tr><td>x</td></tr></table>',
        '<img src="HERE/x.png" alt="x">',
        '<link rel="attachment" href="HERE/x.png">',
        '<base href="HERE/"><img src="x.png" alt="x">',
        '<meta http-equiv="refresh" content="0; url=HERE/">',
        '<form action="HERE/"><input name="x"></form><a href="HERE/" ping="HERE/">x</a>',
    ],
)
def test_nobody_is_asked_for_anything(element):
    """Whatever is left out without a word, or refused as a whole, was not fetched."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        here = f"http://127.0.0.1:{server.getsockname()[1]}"
        with suppress(DrawingError, NotSetError):
            draw([sheet(element.replace("HERE", here))], STYLES, "test")
        server.setblocking(False)
        with pytest.raises(BlockingIOError):
            server.accept()


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


def test_sheet_that_takes_too_long_is_answered_as_one_that_is_too_long_and_logged(caplog):
    with caplog.at_level(logging.ERROR), pytest.raises(NotSetError, match="took more than 0 seconds"):
        draw([sheet("<p>x</p>")], STYLES, "the test", limits=Limits(wall=0))

    assert "the test was not set" in caplog.text
    assert issubclass(NotSetError, ProgrammeTooLongError)
    assert draw([sheet("<p>x</p>")], STYLES, "test").startswith(b"%PDF")
