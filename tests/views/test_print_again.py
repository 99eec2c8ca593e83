"""What the desk has to print again after a release, and why."""

import re
from datetime import UTC, datetime

import pytest

from events.models import Event, Item
from events.operations.release import release
from events.scoping import every_mission
from tests.views.event_desk import make_desk

pytestmark = pytest.mark.django_db
ADDRESS = "/desk/azembassy-islamabad/seminar/print/"


@pytest.fixture
def desk():
    desk = make_desk("viewer")
    release_it(18)
    return desk


def release_it(day):
    with every_mission():
        release(Event.objects.get(), name="Programme", released_at=datetime(2023, 1, day, 4, tzinfo=UTC))


def said(desk, **choice):
    page = desk.client.get(ADDRESS, choice).content.decode()
    return "".join(re.findall(r'<section [^>]*id="again".*?</section>', page, re.DOTALL))


def test_first_release_makes_nothing_stale(desk):
    assert said(desk) == said(desk, release="1") == ""


def test_changed_title_of_an_item_has_the_documents_that_name_it_printed_again(desk):
    with every_mission():
        Item.objects.update(title={"en": "Silence for the fallen"})
    release_it(19)

    page = said(desk)

    assert "release 2 against sheets of release 1" in page
    assert "Silence for the fallen" in page
    printed = re.findall(rf'href="{ADDRESS}([\w-]+)\.pdf\?release=2"', page)
    assert {"a4", "booklet", "run-sheet", "script", "correction-slip"} <= set(printed)
    assert not {"place-cards", "badges", "door-sign"} & set(printed)
    assert "What the team or the guests read has changed." in page
    assert said(desk, release="1") == ""


def test_what_the_team_alone_reads_has_the_sheets_of_the_team_printed_again_without_a_slip(desk):
    with every_mission():
        Item.objects.update(staff_text={"en": "Dim the lights."})
    release_it(19)

    page = said(desk, release="2")

    printed = re.findall(rf'href="{ADDRESS}([\w-]+)\.pdf\?release=2"', page)
    assert "run-sheet" in printed
    assert not {"a4", "booklet", "correction-slip"} & set(printed)


def test_release_that_changes_no_paper_says_so(desk):
    with every_mission():
        Item.objects.update(cut_order=1)
    release_it(19)

    assert "No sheet has to be printed again for this." in said(desk)
