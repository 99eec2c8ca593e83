"""Rows whose checks are asked of the database together."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import connection, models
from django.test.utils import CaptureQueriesContext

from events.scoping import every_mission
from tests.factories import make_event, make_mission
from tests.models.test_constraint_words import BROKEN, item

pytestmark = pytest.mark.django_db

TOGETHER = ("contribution_", "event_", "item_", "organisation_", "part_")


def test_sound_row_is_asked_for_its_checks_once():
    with every_mission():
        sound = item(make_event(make_mission()))
        with CaptureQueriesContext(connection) as queries:
            sound.validate_constraints()

    assert len([each for each in queries if "_check" in each["sql"]]) == 1


@pytest.mark.parametrize("name", [name for name in BROKEN if name.startswith(TOGETHER)])
def test_broken_rule_is_told_as_if_each_had_been_asked_by_itself(name):
    with every_mission():
        row = BROKEN[name](make_event(make_mission()))
        with pytest.raises(ValidationError) as told:
            row.validate_constraints()
        with pytest.raises(ValidationError) as expected:
            models.Model.validate_constraints(row)

    assert told.value == expected.value


def test_rule_of_a_field_that_is_left_out_is_not_asked_and_the_others_are():
    with every_mission():
        row = item(make_event(make_mission()), duration=timedelta(days=2), kind="dance")
        with pytest.raises(ValidationError) as told:
            row.validate_constraints(exclude={"duration"})

    assert ["item_kind_known" in message for message in told.value.messages] == [True]
