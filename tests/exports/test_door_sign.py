"""The sign at the door: all of it on one page."""

import pytest

from events.exports import FORMATS
from events.exports.wishes import Wishes
from tests.exports.carded import canonical, drawn
from tests.exports.printed import CANONICAL, pages, stand_in_order, text, words
from tests.exports.released import SITE, released
from tests.programmes import empty


def test_door_sign_says_who_invites_to_what_when_and_where_on_one_page():
    (sheet,) = pages(canonical("door-sign", "seminar", "en"))

    assert stand_in_order(
        sheet,
        "Embassy of Azerbaijan in Pakistan",
        "National will and determination",
        "Friday, 20 January 2023",
        "10:00–12:20",
        "Institute of Policy Studies",
        "Seminar hall",
    )


def test_host_on_a_door_sign_keeps_its_name_in_one_line_where_that_is_large_enough():
    found = words(canonical("door-sign", "seminar", "ru"))
    (embassy,) = [top for _, word, _, top, _, _ in found if word == "Посольство"]
    (country,) = [top for _, word, _, top, _, _ in found if word == "Пакистане"]

    assert embassy == country


@pytest.mark.parametrize("language", ["az", "en", "ru", "ur"])
def test_door_sign_of_an_exhibition_has_its_opening_hours_on_one_page(language):
    (sheet,) = pages(canonical("door-sign", "exhibition", language))

    assert sheet.count("17:00") == 6


def test_door_sign_of_an_exhibition_is_one_page_in_nastaliq_as_well():
    programme = released(CANONICAL["exhibition"]())

    assert len(pages(FORMATS["door-sign"].render(programme, ("ur",), SITE, Wishes(nastaliq=True)))) == 1


def test_door_sign_of_an_event_without_a_day_says_that_it_is_to_be_announced():
    told = text(drawn("door-sign", released(empty())))

    assert "Date to be announced" in told
    assert "Place to be announced" in told
