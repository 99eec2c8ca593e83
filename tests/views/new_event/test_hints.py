"""What a new event's form tells while it is filled in: weekday, anniversary, silence, custom, tone, other years."""

import re
from datetime import date

import pytest

from events.models import Place
from tests.factories import make_edition, make_event
from tests.views.new_event.form import NEW

pytestmark = pytest.mark.django_db


def hints(client, **values):
    return re.sub(r"<[^>]+>|\s+", " ", client.get(f"{NEW}hints/", values).content.decode())


def test_hints_tell_weekday_anniversary_silence_custom_and_tone(client, mission, officer):
    edition = make_edition()
    place = Place.objects.create(
        mission=mission,
        name={"en": "Institute"},
        city={"en": "Islamabad"},
        zone="Asia/Karachi",
        country="PK",
    )

    text = " ".join(
        hints(
            client,
            kind="seminar",
            occasion=edition.occasion.pk,
            on="20 January 2023",
            starts_at="10:00",
            place=place.pk,
        ).split()
    )

    for told in (
        "Friday, 20 January 2023",
        "33rd anniversary of the 20 January tragedy",
        "2023 − 1990",
        "At 12:00 in Baku 13:00 at the place",
        "Friday break 12:30 – 14:30",
        "The event would end",
        "no applause after the silence",
    ):
        assert told in text, told


def test_hints_offer_the_earlier_years_and_what_else_is_on_that_day(client, mission, officer):
    edition = make_edition(2022)
    make_event(mission, "earlier", edition=edition, on=date(2022, 1, 20))
    make_event(mission, "same-day", on=date(2023, 1, 20), title={"en": "Silence at the chancery"})

    text = client.get(
        f"{NEW}hints/", {"occasion": edition.occasion.pk, "on": "2023-01-20", "kind": "seminar"}
    ).content.decode()

    assert "/desk/new/azembassy-islamabad/copy/earlier/" in text
    assert "Silence at the chancery" in text


@pytest.mark.parametrize(
    "values", [{}, {"on": "30 February", "starts_at": "99", "place": "x", "occasion": "y", "kind": "z"}]
)
def test_hints_of_nothing_and_of_nonsense_are_no_error(client, mission, officer, values):
    assert client.get(f"{NEW}hints/", values).status_code == 200
