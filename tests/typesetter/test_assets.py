"""What a sheet may use: nothing but what is in memory already."""

import pytest

from typesetter.assets import BundledOnly

DRAWINGS = {"flag-az.svg": b"<svg />"}
PICTURES = {"emblem": b"PNG"}


def bundled():
    return BundledOnly(DRAWINGS, PICTURES)


def test_drawing_and_picture_are_answered_by_their_names():
    drawing, picture = bundled().fetch("art:flag-az.svg"), bundled().fetch("picture:emblem")

    assert (drawing.content_type, drawing.read()) == ("image/svg+xml", b"<svg />")
    assert (picture.content_type, picture.read()) == ("image/png", b"PNG")


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
        bundled().fetch(address)


def test_redirect_has_nothing_to_follow_it():
    # Each handler of urllib that could open an address calls this.
    with pytest.raises(ValueError, match="not one of the bundled drawings"):
        bundled().open("http://127.0.0.1/")
