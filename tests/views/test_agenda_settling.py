"""A warning that may stay is left as it is with one action, told quietly, and asked again with one."""

import re
from datetime import time
from html import unescape

import pytest

from events.models import Item, SettledMatter
from events.scoping import every_mission
from tests.factories import make_member
from tests.views.builder import HTMX, make_desk

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk():
    """Eleven minutes are free before the address."""
    desk = make_desk()
    with every_mission():
        Item.objects.filter(pk=desk.items["talk"].pk).update(start="fixed", start_at=time(10, 15))
    return desk


def page(desk):
    return unescape(desk.get("agenda/").content.decode())


def settle(desk):
    return re.search(r'<section[^>]* id="settle".*?</section>', page(desk), re.DOTALL)[0]


def accept(desk, words, **more):
    warned = next(
        warned
        for warned in desk.get("agenda/").context["builder"].to_settle
        if any(mend.words == words for mend in warned.mends)
    )
    sent = {"version": desk.version, "warning": warned.key, "mend": "accept", **more}
    return desk.swap("agenda/mend/", **sent)


def test_gap_is_left_free_with_a_reason_and_told_quietly(desk):
    before = desk.version

    answer = accept(desk, "Leave it free", because="Tea is served")

    assert answer.status_code == 200
    assert answer.headers["HX-Trigger"] == '{"desk:focus": {"id": "h-settle"}}'
    shown = settle(desk)
    assert "<b>Left as it is</b>: 11 minutes are free between" in shown
    assert "Tea is served" in shown
    assert str(desk.member.user) in shown
    assert 'class="between gap given"' in page(desk)
    assert desk.version == before


def test_gap_is_to_settle_again_once_it_has_another_length(desk):
    accept(desk, "Leave it free")
    length = {"length": "2", "version": desk.item("silence").version}
    desk.swap(f"agenda/items/{desk.items['silence'].uid}/length/", **length)

    assert "<b>Left as it is</b>" not in settle(desk)
    assert "10 minutes are free between" in settle(desk)


@pytest.mark.parametrize("headers", [HTMX, None])
def test_it_is_asked_again_with_one_action(desk, headers):
    accept(desk, "Leave it free")
    with every_mission():
        key = SettledMatter.objects.get().key

    answer = desk.post("agenda/mend/again/", headers, key=key)

    assert answer.status_code == (200 if headers else 303)
    assert "Leave it free" in settle(desk)
    with every_mission():
        assert not SettledMatter.objects.exists()


def test_place_is_filled_in_among_the_facts_or_not_stated(desk):
    shown = settle(desk)
    assert '<a class="btn btn-sm btn-outline" href="/desk/azembassy-islamabad/seminar/#id_place"' in shown

    accept(desk, "Not stated")

    assert "<b>Not stated</b>: No place has been given" in settle(desk)
    facts = desk.get("")
    assert [each.words for each in facts.context["settled"]] == ["It is not said where the event is held."]


def test_reason_that_is_too_long_is_refused_in_words(desk):
    answer = accept(desk, "Leave it free", because="x" * 301)

    assert answer.status_code == 422
    assert "at most 300 characters" in answer.content.decode()


def test_rule_of_a_warning_opens_in_words(desk):
    with every_mission():
        Item.objects.filter(pk=desk.items["hymn"].pk).update(cues=[])
        Item.objects.filter(pk=desk.items["silence"].pk).update(cues=[])

    shown = settle(desk)
    assert '<details class="rule"><summary>Which rule?</summary><p>A silence is kept standing' in shown
    assert "A rule of this planner" in shown


def test_viewer_reads_what_was_left_and_changes_nothing(desk):
    accept(desk, "Leave it free")
    with every_mission():
        viewer = make_member(desk.member.mission, "viewer", "viewer")
    desk.client.force_login(viewer.user)

    assert "<b>Left as it is</b>" in settle(desk)
    assert "Ask again" not in settle(desk)
    assert desk.swap("agenda/mend/again/", key="x").status_code == 404
