"""The flags are drawn as their laws say: measured on the drawings themselves."""

import math
import re

import pytest

from events.exports.pdf.labels import FLAGS
from events.exports.pdf.render import TYPESETTER


def drawing(country):
    svg = (TYPESETTER.folder / "art" / FLAGS[country][0]).read_text()
    width, height = map(float, re.search(r'viewBox="0 0 ([\d.]+) ([\d.]+)"', svg).groups())
    circles = [
        tuple(float(each) / height for each in found)
        for found in re.findall(r'<circle cx="([\d.]+)" cy="([\d.]+)" r="([\d.]+)"', svg)
    ]
    corners = [
        tuple(float(each) / height for each in pair.split(","))
        for pair in re.search(r'points="([^"]+)"', svg)[1].split()
    ]
    return width / height, circles, corners


def star_of(corners):
    """Its points, its middle, and its outer and inner radius, in heights of the flag."""
    middle = tuple(sum(each) / len(corners) for each in zip(*corners, strict=True))
    radii = [math.dist(middle, corner) for corner in corners]
    return len(corners) // 2, middle, max(radii), min(radii)


@pytest.mark.parametrize(("country", "ratio"), [("AZ", 2), ("PK", 1.5), ("TR", 1.5)])
def test_flag_is_as_wide_as_its_law_says(country, ratio):
    assert drawing(country)[0] == ratio


def test_crescent_and_star_of_azerbaijan_stand_in_a_box_of_three_to_four_whose_diagonal_is_half_the_height():
    _, (large, small), corners = drawing("AZ")
    points, middle, outer, inner = star_of(corners)

    assert (large[2], small[2]) == (0.15, 0.125)
    assert large[0] - large[2] == pytest.approx(1 - 0.2)
    assert small[0] == pytest.approx(1 - 1 / 60, abs=1e-4)
    assert (points, outer, inner) == (8, pytest.approx(1 / 12, abs=1e-4), pytest.approx(1 / 24, abs=1e-4))
    assert middle[0] + outer == pytest.approx(1 + 0.2, abs=1e-4)
    assert math.hypot(0.4, 0.3) == 0.5


def test_crescent_and_star_of_pakistan_stand_on_the_diagonal_of_the_green():
    _, (white, green), corners = drawing("PK")
    points, middle, outer, inner = star_of(corners)

    assert (white, green[2]) == ((0.9375, 0.5, 0.3), 0.275)
    # From the upper fly corner to the lower corner at the hoist of the green: 1.125 wide, 1 high.
    for x, y in (white[:2], green[:2], middle):
        assert (1.5 - x) / 1.125 == pytest.approx(y, abs=1e-3)
    assert (points, outer) == (5, pytest.approx(0.1, abs=1e-4))
    assert inner / outer == pytest.approx((3 - math.sqrt(5)) / 2, abs=1e-3)


def test_crescent_and_star_of_turkiye_are_measured_from_the_height():
    _, (outer, inner), corners = drawing("TR")
    points, middle, radius, _ = star_of(corners)

    assert (outer[2], inner[2]) == (0.25, 0.2)
    assert inner[0] - outer[0] == pytest.approx(0.0625)
    assert (points, radius) == (5, pytest.approx(0.125, abs=1e-3))
    assert middle[0] - radius == pytest.approx(inner[0] - inner[2] + 1 / 3, abs=1e-3)
