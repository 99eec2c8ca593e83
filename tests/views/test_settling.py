"""“Not stated” is an answer: a button beside what is missing, and the way back."""

from datetime import date, time

import pytest
from django.utils import timezone

from events.models import Item, Place, SettledMatter
from events.operations.planning import change_event
from events.operations.release import release
from events.scoping import every_mission
from tests.views.event_desk import facts, make_desk

pytestmark = pytest.mark.django_db
ADDRESS = "/desk/azembassy-islamabad/seminar/"
PLACE = "It is not said where the event is held."


@pytest.fixture
def desk():
    return make_desk()


def page_of(desk, client=None, page=""):
    return (client or desk.client).get(ADDRESS + page)


def words(page):
    """What the page tells as open, and what as answered."""
    return [[each.words for each in page.context[name]] for name in ("matters", "settled")]


def matter(desk, told):
    page = page_of(desk)
    return next(each for each in (*page.context["matters"], *page.context["settled"]) if told in each.words)


def answer(desk, told, **more):
    return desk.client.post(f"{ADDRESS}settle/", {"key": matter(desk, told).key, **more})


def test_what_is_missing_has_one_button_beside_its_link_where_an_answer_is_possible(desk):
    found = {each.words: str(each.gives) for each in page_of(desk).context["matters"]}

    assert found[PLACE] == "Not stated"
    assert found["It is not said who holds the event."] == ""
    assert f'action="{ADDRESS}settle/"' in page_of(desk).content.decode()


def test_answered_matter_is_open_no_more_and_says_who_answered(desk):
    sent = answer(desk, PLACE)

    assert (sent.status_code, sent.url) == (302, f"{ADDRESS}#open-matters")
    page = page_of(desk)
    matters, settled = words(page)
    assert PLACE not in matters
    assert settled == [PLACE]
    text = page.content.decode()
    assert "<b>Not stated</b>: It is not said where the event is held." in text
    assert str(desk.member.user) in text


def test_it_can_be_asked_again(desk):
    answer(desk, PLACE)

    sent = desk.client.post(f"{ADDRESS}settle/again/", {"key": matter(desk, PLACE).key})

    assert sent.url == f"{ADDRESS}#open-matters"
    assert (PLACE in words(page_of(desk))[0], words(page_of(desk))[1]) == (True, [])


def test_release_page_tells_the_same_and_comes_back_to_itself(desk):
    sent = answer(desk, PLACE, page="release")

    assert sent.url == f"{ADDRESS}release/#open-matters"
    assert words(page_of(desk, page="release/")) == words(page_of(desk))


def test_what_is_filled_in_is_told_as_answered_no_more(desk):
    answer(desk, PLACE)
    with every_mission():
        hall = Place.objects.create(mission=desk.mission, name={"en": "Hall"}, zone="Asia/Karachi")
    desk.client.post(ADDRESS, facts(desk, place=str(hall.pk)))

    assert words(page_of(desk))[1] == []


def test_desk_does_not_count_it_as_incomplete(desk):
    with every_mission():
        change_event(desk.event, desk.version, by=desk.member.user, on=date(2999, 1, 20))

    def first_told():
        page = desk.client.get("/desk/azembassy-islamabad/?need=incomplete")
        return [each.words[0].text for each in page.context["needs"]]

    before = first_told()
    answer(desk, PLACE)

    assert (before, first_told()) == ([PLACE], ["It is not said who holds the event."])


def test_gap_may_be_left_with_a_reason_and_clashes_no_more(desk):
    with every_mission():
        last = Item.objects.create(
            part=desk.item.part, kind="remarks", order=9, duration=desk.item.duration, start="fixed",
            start_at=time(10, 30), title={"en": "Remarks"},
        )  # fmt: skip
    assert last.pk
    answer(desk, "free between", because="Tea is served")

    page = page_of(desk)
    assert "Tea is served" in page.content.decode()
    assert not [each for each in words(page)[0] if "free between" in each]
    history = page_of(desk, page="history/").content.decode()
    assert "Answered an open matter" in history
    assert "Tea is served" in history


def test_reason_that_is_too_long_is_refused_at_its_field_and_kept(desk):
    long = "because " * 60

    refused = answer(desk, PLACE, because=long, page="release")

    assert refused.status_code == 422
    text = refused.content.decode()
    assert "At most 300 characters; this text has 479." in text
    assert long in text
    assert PLACE in text
    with every_mission():
        assert not SettledMatter.objects.exists()


@pytest.mark.parametrize("key", ["", "no-such-matter", "hosts:1", "x" * 5000, "\x00"])
def test_what_is_not_open_is_not_answered(desk, key):
    sent = desk.client.post(f"{ADDRESS}settle/", {"key": key}, follow=True)

    assert sent.status_code == 200
    assert "This has been settled already." in sent.content.decode()
    assert desk.client.post(f"{ADDRESS}settle/again/", {"key": key}).status_code == 302


def test_viewer_reads_the_answers_and_gives_none(desk):
    answer(desk, PLACE)
    viewer = desk.as_("viewer")

    page = page_of(desk, viewer).content.decode()
    assert "Not stated" in page
    assert "Ask again" not in page
    assert f'action="{ADDRESS}settle/"' not in page
    assert viewer.post(f"{ADDRESS}settle/", {"key": "x"}).status_code == 404


def test_answer_changes_nothing_that_is_released(desk):
    with every_mission():
        release(desk.event, name="First", released_at=timezone.now(), released_by=desk.member.user)
    answer(desk, PLACE)

    page = desk.client.get(f"{ADDRESS}release/")
    assert page.context["differs"] is False
