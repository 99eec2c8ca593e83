"""Who was erased does not come back with an older backup."""

import json

import pytest
from django.core.management import CommandError, call_command

from tests.planner.backups.installation import empty, installed

# The tests' database is there where a test asks for one.
pytestmark = pytest.mark.django_db

BEGINS = """
from events.models import Mission, User
from events.operations.registers import add_person
from events.scoping import every_mission
from tests.planner.backups.installation import OFFICER
with every_mission():
    mission = Mission.objects.get(slug="azembassy-islamabad")
    for name in ("Quintus Zebrafinch", "An Envoy"):
        add_person(mission, by=User.objects.get(email=OFFICER), name={"en": name})
print(0)
"""
ERASES = """
from django.utils import timezone
from events.models import Person, User
from events.operations.erasure import erase_person
from events.scoping import every_mission
by = User.objects.get(email="admin@azembassy-islamabad.example")
with every_mission():
    person = Person.objects.search("Zebrafinch").get()
    erase_person(person, person.version, by=by, now=timezone.now())
print(0)
"""
KNOWN = """
from events.models import Erasure, Person
from events.scoping import every_mission
with every_mission():
    people = [Person.objects.search(name).count() for name in ("Zebrafinch", "Envoy")]
    copies = Person.history.filter(name__contains="Zebrafinch").count()
    print(json.dumps([people, copies, Erasure.objects.count()]))
"""


@pytest.fixture(scope="module")
def here(tmp_path_factory, django_db_setup, django_db_blocker):
    with django_db_blocker.unblock():
        place = installed(tmp_path_factory.mktemp("erasures") / "here")
    place.must("demo")
    place.python(BEGINS)
    return place


@pytest.fixture(scope="module")
def older(here):
    """Return a backup of before the erasure, and the list of after it."""
    backup, listed = here.folder.parent / "older.zip", here.folder.parent / "erasures.jsonl"
    here.must("backup", "--output", backup)
    here.python(ERASES)
    here.must("erasures", "--output", listed)
    return backup, listed


def test_list_of_erasures_tells_keys_and_nobody(older):
    (told,) = [json.loads(line) for line in older[1].read_text().splitlines()]

    assert set(told) == {"uid", "mission", "at"}
    assert older[1].stat().st_mode & 0o777 == 0o600


def test_older_backup_that_is_restored_with_the_list_has_nobody_who_was_erased(tmp_path, here, older):
    there = empty(tmp_path / "there")

    said = there.must("restore", older[0], "--erasures", older[1])

    assert "erasures that hold here too: 1" in said
    assert there.python(KNOWN) == here.python(KNOWN) == [[0, 1], 0, 1]


def test_older_backup_that_is_restored_without_the_list_says_who_is_back(tmp_path, older):
    there = empty(tmp_path / "there")

    said = there.must("restore", older[0])

    assert "whoever was erased after it was made is there again" in said
    assert there.python(KNOWN) == [[1, 1], 1, 0]


@pytest.mark.parametrize("words", ["no list", '{"uid": "x"}', "[]", '{"uid": 1, "mission": "", "at": ""}'])
def test_what_is_no_list_is_refused_before_the_backup_is_looked_at(tmp_path, words):
    (tmp_path / "list").write_text(f"{words}\n")

    with pytest.raises(CommandError, match=r"line 1 cannot be read\. Nothing was restored\.") as error:
        call_command("restore", tmp_path / "none.zip", erasures=tmp_path / "list")

    assert error.value.returncode == 1
