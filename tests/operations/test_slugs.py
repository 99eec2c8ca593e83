import pytest

from events.operations.slugs import free_slug
from events.programme.text import Text
from events.scoping import every_mission
from tests.factories import make_mission

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("title", "slug"), [("Members", "members-2"), ("Places", "places-2"), ("A member", "a-member")]
)
def test_event_never_takes_the_address_of_a_page_of_the_desk(title, slug):
    with every_mission():
        assert free_slug(make_mission(), Text.of({"en": title}), None) == slug
