"""The word that is looked for outside stands in each text of each model, or it is decided that it need not."""

import pytest
from django.apps import apps

from events.models import Task
from tests.views.secrets import CODES, PUBLIC, plant, texts_of, without_canary

pytestmark = pytest.mark.django_db


def test_every_text_of_every_model_holds_the_word_or_is_decided_on():
    plant()

    assert without_canary() == set()


def test_text_of_which_no_row_holds_the_word_is_named():
    plant()
    Task._base_manager.update(what="A new text, of which nobody thought")

    assert without_canary() == {"Task.what"}


def test_what_is_decided_on_is_there():
    told = {
        f"{name}.{field}"
        for table in (PUBLIC, CODES)
        for name, fields in table.items()
        for field in fields
        if field not in {each.name for each in apps.get_model("events", name)._meta.concrete_fields}
    }

    assert told == set()
    assert {field.name for field in texts_of(Task)} == {"what", "responsible"}
