"""Slips to lay into sheets that are printed already."""

from dataclasses import replace

import pytest

from events.exports import FORMATS
from events.programme.text import Text
from tests.exports.printed import pages
from tests.exports.released import MARK, SITE
from tests.programmes import seminar

SLIP = FORMATS["correction-slip"]


def sheet(changes):
    said = tuple(
        Text.of({"en": f"Item {number} begins at 11:55. It was 11:50."}) for number in range(changes)
    )
    programme = replace(seminar(), release=replace(MARK, changes=said))
    return pages(SLIP.render(programme, ("en",), SITE))


@pytest.mark.parametrize(("changes", "slips"), [(1, 8), (3, 6), (5, 5), (7, 4), (10, 3), (18, 2), (35, 1)])
def test_sheet_has_as_many_slips_as_it_takes_each_with_every_change(changes, slips):
    (page,) = sheet(changes)

    assert page.count("CORRECTION TO THE PROGRAMME") == slips
    assert page.count("It was 11:50.") == changes * slips
