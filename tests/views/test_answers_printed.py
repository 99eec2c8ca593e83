"""What guests read of each speaker's answer, on the A4 sheet and on the page alike."""

import re
from html import unescape

import pytest
from django.utils import timezone

from events.operations.release import release
from events.printing import file_of
from events.scoping import every_mission
from tests.exports.printed import text
from tests.factories import make_contribution, make_event, make_item, make_mission, make_part, make_person

pytestmark = pytest.mark.django_db
LATER = "To be announced"
# The item of each answer, with what guests read of it: without and with those who have not answered.
READ = {
    "invited": (LATER, "Ilham Invited"),
    "confirmed": ("Kamal Confirmed", "Kamal Confirmed"),
    "declined": (LATER, LATER),
    "replaced": ("Samir Standin, representing Rashid Replaced",) * 2,
}
NAMES = {"invited": "Ilham Invited", "confirmed": "Kamal Confirmed", "declined": "Davud Declined"}
NAMES["replaced"] = "Rashid Replaced"


@pytest.fixture(params=[False, True], ids=["certain", "unconfirmed"])
def printed(request, client):
    """Whether the unconfirmed are printed, with the texts of the page and the sheet."""
    with every_mission():
        mission = make_mission()
        event = make_event(mission, languages=["en"], prints_unconfirmed=request.param)
        part = make_part(event)
        instead = make_person(mission, name={"en": "Samir Standin"})
        for answer in READ:
            person = make_person(mission, name={"en": NAMES[answer]})
            item = make_item(part, title={"en": f"Words, {answer}"})
            replaced_by = instead if answer == "replaced" else None
            make_contribution(item, person=person, answer=answer, replaced_by=replaced_by)
        kept = release(event, name="First", released_at=timezone.now())
    page = client.get("/azembassy-islamabad/seminar/").content.decode()
    page = re.sub(r"<script.*?</script>", "", page, flags=re.DOTALL)
    page = " ".join(unescape(re.sub(r"<[^>]*>", "", page)).split())
    sheet = text(file_of(kept, "a4", ("en",)))
    return request.param, {"page": page, "sheet": sheet}


def of_item(told, answer):
    """What stands from the title of the item of this answer to that of the next."""
    following = [each for each in READ if list(READ).index(each) > list(READ).index(answer)]
    start = told.index(f"Words, {answer}")
    end = told.find(f"Words, {following[0]}", start) if following else start + 120
    return told[start:end]


def test_page_and_sheet_say_who_comes_and_nobody_else(printed):
    prints_unconfirmed, texts = printed

    for where, told in texts.items():
        plain = told.replace("\u2068", "").replace("\u2069", "")
        for answer, read in READ.items():
            assert read[prints_unconfirmed] in of_item(plain, answer), (where, answer)
        assert "Davud Declined" not in plain
        assert ("Ilham Invited" in plain) is prints_unconfirmed
