"""The drill: an installation in use is backed up while others write, and comes back elsewhere as it was."""

import pytest

from tests.planner.backups.installation import empty, installed

# The tests' database is there where a test asks for one.
pytestmark = pytest.mark.django_db


# Release files, a private calendar and a login.
USED = """
from django.test import Client
from django.utils import timezone
from events.models import Release, User
from events.operations.private_feeds import make_own
from events.printing import file_of
from tests.planner.backups.installation import OFFICER
for release in Release.published.current():
    file_of(release, "a4", ("en",))
    file_of(release, "json", release.programme.languages)
officer = User.objects.get(email=OFFICER)
feed, token = make_own(officer, "Mine", timezone.now())
client = Client()
client.force_login(officer)
print(json.dumps([token, client.cookies["sessionid"].value]))
"""

# What guests, members and calendar programs have of the planner, and the files of releases as they are kept.
SEEN = """
from hashlib import sha256
from django.test import Client
from events.models import Event, Occasion, Mission, ReleaseFile
from events.scoping import every_mission
from tests.planner.backups.installation import OFFICER, PASSWORD
token, session = sys.argv[1:]
with every_mission():
    feeds = [f"/calendars/{each.slug}.ics" for each in Mission.objects.all()]
    feeds += [f"/calendars/occasion/{each.slug}.ics" for each in Occasion.objects.all()] + ["/calendars/all.ics"]
    events = Event.objects.filter(releases__isnull=False).distinct()
    pages = [f"/{each.mission.slug}/{each.slug}/" for each in events]
    files = list(ReleaseFile.kept.all())
feeds = [f"{each}?lang={lang}&items={n}" for each in feeds for lang in ("en", "az", "ur") for n in (0, 1)]
paper = "/azembassy-islamabad/islamabad-seminar-2023/programme.pdf?format=a4&lang=en"
answers = {a: Client().get(a) for a in (*feeds, *pages, paper, f"/calendars/private/{token}/own.ics")}
back = Client()
back.cookies["sessionid"] = session
login = Client().post("/desk/login/", {"login": OFFICER, "password": PASSWORD})
print(json.dumps({
    "pages": {address: sha256(answer.getvalue()).hexdigest() for address, answer in answers.items()},
    "statuses": sorted({answer.status_code for answer in answers.values()}),
    "files": {each.file.name: sha256(each.file.read()).hexdigest() == each.sha256 for each in files},
    "login": [login.status_code, login.headers.get("Location")],
    "session": back.get("/desk/").status_code,
}))
"""

# Each deed writes an entry and its copy in the history, as one.
WRITES = """
import select
from events.models import Mission, User
from events.operations.registers import add_person
from events.scoping import every_mission
from tests.planner.backups.installation import OFFICER
officer = User.objects.get(email=OFFICER)
with every_mission():
    mission = Mission.objects.get(slug="azembassy-islamabad")
    done = 0
    while not select.select([sys.stdin], [], [], 0)[0]:
        add_person(mission, by=officer, name={"en": f"Writer {done}"})
        done += 1
        print(done, flush=True)
"""

WRITTEN = """
from events.models import Person
from events.scoping import every_mission
with every_mission():
    people = set(Person.objects.filter(name__contains="Writer ").values_list("pk", flat=True))
    copies = set(Person.history.filter(name__contains="Writer ").values_list("id", flat=True))
print(json.dumps([len(people), people == copies]))
"""

PRIVATE = "from django.test import Client\nprint(Client().get(sys.argv[1]).status_code)"


@pytest.fixture(scope="module")
def here(tmp_path_factory, django_db_setup, django_db_blocker):
    with django_db_blocker.unblock():
        place = installed(tmp_path_factory.mktemp("drill") / "here")
    place.must("demo")
    return place


@pytest.fixture(scope="module")
def used(here):
    """Return the token of a private calendar and the session of who is logged in."""
    return here.python(USED)


@pytest.fixture(scope="module")
def before(here, used):
    return here.python(SEEN, *used)


@pytest.fixture(scope="module")
def drill(here, before, tmp_path_factory):
    """Return a backup made under load, what was said of it, and how many deeds were done before it began."""
    path = tmp_path_factory.mktemp("backups") / "copy.zip"
    with here.begin(WRITES) as writer:
        for _ in range(5):
            told = int(writer.stdout.readline())
        said = here.must("backup", "--output", path)
        writer.communicate("\n")
    assert writer.returncode == 0
    return path, said.partition(": ")[2].partition("files, ")[0], told


def test_installation_in_use_comes_back_elsewhere_as_it_was(tmp_path, before, used, drill):
    path, counts, told = drill
    there = empty(tmp_path / "there")

    assert counts in there.must("restore", path)

    after = there.python(SEEN, *used)
    assert {**after, "session": 0} == {**before, "session": 0}
    assert after["statuses"] == [200]
    assert len(after["files"]) == 6
    assert all(after["files"].values())
    assert after["login"] == [302, "/desk/"]
    # Who was logged in is not any more.
    assert (before["session"], after["session"]) == (200, 302)
    written, whole = there.python(WRITTEN)
    assert whole
    assert written >= told

    # What is made anew is what was made.
    there.must(
        *("export", "islamabad-seminar-2023", "--format=a4", "--lang=en"), "--output", tmp_path / "anew.pdf"
    )
    kept = [file.read_bytes() for file in (there.folder / "media").rglob("*a4.pdf")]
    assert (tmp_path / "anew.pdf").read_bytes() in kept


def test_private_calendars_are_ended_on_request(tmp_path, used, drill):
    there = empty(tmp_path / "there")

    there.must("restore", drill[0], "--revoke-feeds")

    assert there.python(PRIVATE, f"/calendars/private/{used[0]}/own.ics") == 410


def test_verifying_reads_all_and_restores_nothing(tmp_path, drill):
    path, counts, _ = drill
    there = empty(tmp_path / "there")

    said = there.must("restore", path, "--verify")

    assert counts in said
    assert "whole, nothing was restored" in said
    assert list(there.folder.iterdir()) == []
