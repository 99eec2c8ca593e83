"""What stands between two items, and what can be done there at once."""

import re
from datetime import time

import pytest

from events.operations import agenda as operations
from events.scoping import every_mission
from tests.views.builder import make_desk

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk():
    return make_desk()


def begin(desk, name, at):
    item = desk.item(name)
    with every_mission():
        operations.change_item(item, item.version, by=desk.member.user, start="fixed", start_at=at)


def between(page, look):
    found = re.search(rf'<li class="between {look}">(.*?)</li>', page, re.DOTALL)
    return found[1] if found else ""


def buttons(html):
    return [re.sub(r"<[^>]+>", "", each).strip() for each in re.findall(r"<button.*?</button>", html)]


def test_gap_offers_to_close_it_or_to_put_something_there(desk):
    begin(desk, "questions", time(10, 45))

    gap = between(desk.get("agenda/").content.decode(), "gap")

    assert buttons(gap)[:3] == [
        "Let “Questions and answers” follow at once at 10:24",
        "Lengthen “Address by the Ambassador” by 21 minutes",
        "Put a break of 21 minutes there",
    ]
    assert "Put something here" in gap
    assert "Video" in buttons(gap)
    assert f"#add-{desk.items['talk'].part.uid}" in gap


def test_what_is_put_into_a_gap_stands_behind_the_item_before_it(desk):
    begin(desk, "questions", time(10, 45))
    gap = between(desk.get("agenda/").content.decode(), "gap")
    fields = dict(re.findall(r'name="(part|after)" value="([^"]+)"', gap))

    page = desk.swap("agenda/items/", kind="video", **fields).content.decode()

    titles = [re.sub(r"<[^>]+>", "", each).strip() for each in re.findall(r"<h3.*?</h3>", page, re.DOTALL)]
    assert titles[2:5] == ["Address by the Ambassador", "Video", "Questions and answers"]


def test_gap_over_the_border_of_a_part_is_filled_in_the_part_before(desk):
    begin(desk, "photo", time(11))

    gap = between(desk.get("agenda/").content.decode(), "gap")

    assert f'name="part" value="{desk.items["questions"].part.uid}"' in gap


def test_overlap_offers_its_mends_in_its_place_as_the_warning_does(desk):
    begin(desk, "questions", time(10, 14))
    page = desk.get("agenda/").content.decode()

    here, settle = between(page, "overlap"), page[page.index('id="settle"') :]

    assert "Shorten “Address by the Ambassador” to 10 minutes" in buttons(here)
    assert set(buttons(here)) <= set(buttons(settle))
    assert "Put something here" not in here


def test_viewer_reads_a_gap_without_its_buttons():
    reader = make_desk("viewer")
    with every_mission():
        item = reader.items["questions"]
        item.start, item.start_at = "fixed", time(10, 45)
        item.save()

    gap = between(reader.get("agenda/").content.decode(), "gap")

    assert "21 minutes are free" in gap
    assert buttons(gap) == []
