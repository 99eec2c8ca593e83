from datetime import date

import pytest
from django.apps import apps
from django.core.exceptions import ValidationError
from django.db import models

from events.models import Event
from events.models.fields import LineField, TranslatedLine, TranslatedText, text_of
from events.programme.text import Text
from events.scoping import every_mission
from tests.factories import make_event, make_mission

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _every_mission():
    with every_mission():
        yield


def test_every_text_is_cleaned_on_its_way_in():
    event = make_event(make_mission(), title={"en": " A\u202e minute\u2028of\x00 silence ", "az": ""})

    assert text_of(Event.objects.get(pk=event.pk).title) == Text.of({"en": "A minute of silence"})


def test_text_keeps_its_lines_and_a_title_has_one():
    event = make_event(make_mission(), note={"en": "one\r\ntwo"}, title={"en": "one\r\ntwo"})

    kept = Event.objects.get(pk=event.pk)

    assert (kept.note.data, kept.title.data) == ({"en": "one\ntwo"}, {"en": "one two"})


def test_text_of_a_programme_is_kept_as_it_is():
    text = Text.of({"az": "Şəhidlərin xatirəsinə", "ur": "شہداء کی یاد میں"})

    event = make_event(make_mission(), title=text)

    assert text_of(Event.objects.get(pk=event.pk).title) == text


def test_text_without_its_language_is_refused():
    with pytest.raises(ValidationError, match="by language"):
        make_event(make_mission(), title="A seminar")


@pytest.mark.parametrize(
    ("field", "value", "message"),
    [
        ("zone", "PKT", "not the name of a time zone"),
        ("zone", "UTC+5", "not the name of a time zone"),
        ("languages", ["en", 7], "at least one language"),
        ("languages", ["en", "en"], "at least one language"),
        ("title", {"en": "x" * 301}, "At most 300 characters; this text has 301"),
        ("title", {}, "cannot be blank"),
    ],
)
def test_wrong_value_is_refused_in_words(field, value, message):
    event = make_event(make_mission(), on=date(2023, 1, 20))
    setattr(event, field, value)

    with pytest.raises(ValidationError, match=message):
        event.full_clean()


# Columns of plain text, and why nobody types into them.
MADE_HERE = {
    "codes, digests and keys": "Release.code PrivateFeed.token_hash Invitation.token_hash Picture.digest "
    "Mission.emblem ReleaseFile.sha256 KeptFeed.digest EntryRevision.digest EntryRevision.uid "
    "PrivateFeed.state SettledMatter.key StillRight.key StillRight.text",
    "written by the planner": "FeedRevision.scope KeptFeed.address KeptFeed.made_with KeptEntries.made_with "
    "KeptEntries.language ReleaseFile.name ReleaseFile.languages ReleaseFile.wishes ReleaseFile.made_by "
    "SettledMatter.words Release.kind Release.status",
    "folded for search": "Organisation.search_text Place.search_text Event.search_text Person.search_text",
    "cleaned by its form": "User.first_name User.last_name Event.submission_note",
    "cleaned by the view": "PrivateFeed.fetched_by",
    "Django's own rules": "User.username User.password",
}
CHECKED = (models.SlugField, models.EmailField, models.URLField)


def test_every_column_that_people_type_into_cleans_its_text():
    found = {
        f"{model.__name__}.{field.name}"
        for model in apps.get_app_config("events").get_models()
        if not model.__name__.startswith("Historical")
        for field in model._meta.concrete_fields
        if isinstance(field, models.CharField | models.TextField)
        and not isinstance(field, (*CHECKED, LineField, TranslatedLine, TranslatedText))
        and not field.choices
    }

    assert found == {name for names in MADE_HERE.values() for name in names.split()}
