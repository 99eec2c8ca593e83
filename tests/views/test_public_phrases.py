"""On the public page a phrase that is never translated keeps its language and is explained once."""

import pytest

from events.models import Phrase
from events.scoping import every_mission
from tests.factories import make_mission
from tests.views.published import publish
from tests.views.test_home import page

pytestmark = pytest.mark.django_db
WORDS = "Allah rəhmət eləsin!"


@pytest.fixture
def address():
    mission = make_mission(languages=["en", "az"])
    with every_mission():
        Phrase.objects.create(
            key="formula",
            kind="closing",
            text={"az": WORDS},
            never_translate=True,
            gloss={"en": "God rest them"},
        )
    publish(mission, dedication={"en": f"Held. {WORDS}"}, theme={"az": WORDS}, languages=["en", "az"])
    return f"/{mission.slug}/seminar/"


def test_phrase_says_its_language_and_is_explained_where_it_first_stands(client, address):
    body = page(client, address).split("<body")[1]

    assert f'Held. <bdi lang="az" dir="ltr" translate="no">{WORDS}</bdi> (God rest them)' in body
    assert body.count("God rest them") == 1
    assert body.count(WORDS) > 1


def test_page_in_its_own_language_explains_nothing(client, address):
    azerbaijani = page(client, f"{address}?lang=az")

    assert WORDS in azerbaijani
    assert "God rest them" not in azerbaijani


def test_title_in_a_list_keeps_the_language_of_its_phrase(client):
    mission = make_mission(languages=["en"])
    with every_mission():
        Phrase.objects.create(key="formula", kind="closing", text={"az": WORDS}, never_translate=True)
    publish(mission, title={"en": f"Evening. {WORDS}"})

    assert f'Evening. <bdi lang="az" dir="ltr" translate="no">{WORDS}</bdi>' in page(
        client, f"/{mission.slug}/"
    )
