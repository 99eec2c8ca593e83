"""A mission's rows exist for its members only, and for nobody where no scope is open."""

import pytest
from django.apps import apps
from django.contrib.auth.models import AnonymousUser
from django.test import RequestFactory
from django_scopes.exceptions import ScopeError

from events import models
from events.models import Event, Member, User
from events.scoping import MissionScopeMiddleware, every_mission, of_mission
from tests.factories import make_event, make_item, make_member, make_mission, make_part

pytestmark = pytest.mark.django_db

# What all missions share, what the scope is made of, and accounts.
SHARED = {"Alias", "Edition", "Member", "Mission", "Occasion", "User"}
# What is kept of calendars: found by the name of a scope, or by the code of a release that is public.
SHARED |= {"FeedRevision", "KeptEntries", "KeptFeed"}
# Found by a token, or as those of an account or of a person of the register.
SHARED |= {"EntryRevision", "PrivateFeed"}


@pytest.mark.parametrize(
    "model", [m for m in apps.get_app_config("events").get_models() if m.__name__ not in SHARED]
)
def test_query_without_a_scope_raises(model):
    with pytest.raises(ScopeError):
        model.objects.all()


def test_every_model_is_shared_on_purpose_or_scoped():
    names = {model.__name__ for model in apps.get_app_config("events").get_models()}

    assert names > SHARED
    assert {name for name in names - SHARED if not name.startswith("Historical")} <= set(models.__all__)


@pytest.fixture
def ours():
    with every_mission():
        return make_mission()


@pytest.fixture
def theirs():
    with every_mission():
        mission = make_mission(slug="migration-service")
        event = make_event(mission, slug="exhibition")
        make_item(make_part(event))
        models.Task.objects.create(event=event, rule="print", days=-1)
        return mission


@pytest.mark.parametrize("model", [models.Event, models.Part, models.Item, models.Task])
def test_member_sees_nothing_of_another_mission(ours, theirs, model):
    with of_mission(ours.pk):
        assert list(model.objects.all()) == []
    with of_mission(theirs.pk):
        assert model.objects.count() == 1


def seen(path, user):
    """What a view at ``path`` would see: the events, or the error that their query raises."""
    request = RequestFactory().get(path)
    request.user = user
    found = []
    MissionScopeMiddleware(lambda request: found.extend(Event.objects.values_list("slug", flat=True)))(
        request
    )
    return found


def test_desk_is_open_to_members_for_their_missions(ours, theirs):
    with every_mission():
        make_event(ours, slug="seminar")
        member = make_member(ours)

    assert seen("/desk/", member.user) == ["seminar"]


def test_member_of_nothing_sees_nothing(theirs):
    assert seen("/desk/", User.objects.create_user("nobody", "nobody@example.org")) == []


@pytest.mark.parametrize("path", ["/", "/azembassy-islamabad/", "/desk/", "/admin/", "/healthz"])
def test_anonymous_request_has_no_scope(theirs, path):
    with pytest.raises(ScopeError):
        seen(path, AnonymousUser())


def test_public_address_has_no_scope_even_for_a_member(ours):
    with every_mission():
        member = make_member(ours, role=Member.Role.ADMINISTRATOR)

    with pytest.raises(ScopeError):
        seen("/azembassy-islamabad/seminar/", member.user)


def test_admin_is_open_to_support_staff_alone(ours, theirs):
    staff = User.objects.create_superuser("support", "support@example.org", "a-password-for-tests")
    with every_mission():
        administrator = make_member(ours, role=Member.Role.ADMINISTRATOR).user

    assert seen("/admin/", staff) == ["exhibition"]
    with pytest.raises(ScopeError):
        seen("/admin/", administrator)
