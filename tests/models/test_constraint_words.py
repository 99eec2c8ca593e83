"""Every rule of the tables that somebody's input can break is told in words, never by its name."""

from datetime import date, time, timedelta

import pytest
from django.apps import apps
from django.core.exceptions import ValidationError
from django.db.models import CheckConstraint, Q
from django.db.models.constraints import BaseConstraint

from events.models import Claim, Event, Item, Office, OpeningDay, Organisation, Part
from events.scoping import every_mission
from tests.factories import (
    make_contribution,
    make_event,
    make_item,
    make_mission,
    make_organisation,
    make_part,
    make_person,
    make_source,
)

MODELS = [model for model in apps.get_app_config("events").get_models() if model._meta.constraints]

# Columns that the planner fills by itself: no field, file or command gives them.
OURS = {
    "entries_kept_once",
    "entry_revision_kept_once",
    "event_submission_known",
    "feed_kept_once",
    "figure_decided_once_in_an_event",
    "file_of_a_release_kept_once",
    "order_rule_once",
    "picture_once_in_a_mission",
    "private_feed_is_somebodys",
    "release_has_a_name",
    "release_number_once",
    "release_numbered_from_1",
    "source_of_record_once_in_an_edition",
    "still_right_once_an_event",
    "task_of_a_rule_once",
    "variant_of_exactly_one",
}


def own_day(event):
    return OpeningDay(event=event, on=date(2023, 1, 20), opens_at=time(17), closes_at=time(10))


def of_itself(event):
    organisation = make_organisation(event.mission)
    organisation.parent = organisation
    return organisation


def changed(row, **values):
    for name, value in values.items():
        setattr(row, name, value)
    return row


def taken(event):
    return Event(
        mission=event.mission,
        slug=event.slug,
        kind="other",
        title={"en": "A"},
        zone="Asia/Baku",
        languages=["en"],
    )


def item(event, **values):
    return changed(make_item(make_part(event)), **values)


def contribution(event, **values):
    return changed(
        make_contribution(make_item(make_part(event)), person=make_person(event.mission)), **values
    )


def replaced_by_themselves(event):
    row = contribution(event)
    return changed(row, answer="replaced", replaced_by=row.person)


# What ``clean`` tells at the field, before the table is asked.
BROKEN = {
    "claim_value_fits_its_qualifier": lambda event: Claim(
        source=make_source(), subject="killed", wording={"en": "many"}, qualifier="many", value=1
    ),
    "contribution_by_exactly_one": lambda event: contribution(event, words={"en": "A guest"}),
    "contribution_in_the_name_of_one": lambda event: contribution(event, manner="representing"),
    "contribution_replaced_by_another": replaced_by_themselves,
    "contribution_replaced_by_somebody": lambda event: contribution(event, answer="replaced"),
    "event_begins_before_it_ends": lambda event: changed(event, until=date(2023, 1, 19)),
    "event_ends_on_a_day": lambda event: changed(event, on=None, ends_by=time(12)),
    "event_slug_free": lambda event: changed(event, slug="members"),
    "event_slug_once_in_a_mission": taken,
    "item_duration_within_a_day": lambda event: item(event, duration=timedelta(days=2)),
    "item_least_within_its_duration": lambda event: item(event, least=timedelta(hours=1)),
    "item_start_is_whole": lambda event: item(event, start_at=time(10)),
    "office_begins_before_it_ends": lambda event: Office(
        person=make_person(event.mission), title={"en": "A"}, since=date(2023, 1, 2), until=date(2023, 1, 1)
    ),
    "opening_day_opens_before_it_closes": own_day,
    "organisation_not_own_parent": of_itself,
    "part_day_has_an_hour": lambda event: Part(event=event, starts_on=date(2023, 1, 20)),
}


def rules():
    return [(model, rule) for model in MODELS for rule in model._meta.constraints]


def has_words(rule):
    return rule.violation_error_message != BaseConstraint.default_violation_error_message


def told_by_its_field(model, rule):
    """Whether the fields refuse it before: a word that is none of the choices, or nothing where something has to be."""
    if not isinstance(rule, CheckConstraint):
        return False
    return all(_field_refuses(model, each) for each in _conditions(rule.condition))


def _conditions(condition, negated=False):
    for child in condition.children:
        if isinstance(child, Q):
            yield from _conditions(child, condition.negated)
        else:
            yield (*child, condition.negated, condition.connector)


def _field_refuses(model, condition):
    lookup, value, negated, connector = condition
    name, _, how = lookup.partition("__")
    field = model._meta.get_field(name)
    if negated:
        return connector == Q.AND and value == "" and not how and not field.blank
    return how == "in" and {word for word, _ in field.choices or ()} == set(value)


def test_each_rule_has_words_is_told_by_its_field_or_is_ours_alone():
    silent = {
        rule.name
        for model, rule in rules()
        if not has_words(rule) and not told_by_its_field(model, rule) and rule.name not in OURS
    }

    assert silent == BROKEN.keys()
    assert {rule.name for _, rule in rules()} >= OURS


@pytest.mark.django_db
@pytest.mark.parametrize("name", BROKEN)
def test_row_that_breaks_a_rule_is_refused_at_its_field_without_the_name_of_the_rule(name):
    with every_mission():
        row = BROKEN[name](make_event(make_mission()))
        with pytest.raises(ValidationError) as refused:
            row.full_clean()

    assert refused.value.message_dict
    assert "__all__" not in refused.value.message_dict
    assert not any(name in message for message in refused.value.messages)


@pytest.mark.parametrize("model", [Event, Item, Organisation, Part], ids=lambda model: model.__name__)
def test_uid_that_is_taken_is_told_in_words(model):
    assert model._meta.get_field("uid").error_messages["unique"] == (
        "Something else with this uid is kept here already."
    )
