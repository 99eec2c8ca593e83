import json
import re
from dataclasses import fields, is_dataclass
from enum import StrEnum
from pathlib import Path
from typing import get_args, get_type_hints

import pytest

from events.exports import FORMATS, ical
from events.exports.json import render
from events.programme.choices import Audience
from events.programme.document import from_document, to_document
from events.programme.text import Text
from events.programme.upgrades import FORMAT
from events.programme.value import Programme
from tests.exports.released import SITE, released
from tests.programmes import document, empty, exhibition, seminar

PAGE = f"{SITE}/azembassy-islamabad/islamabad-seminar-2023/"
DESCRIBED = (Path(__file__).parents[2] / "docs" / "file-formats.md").read_text(encoding="utf-8")


def written(programme):
    return json.loads(render(programme, ("en",), SITE))


def test_document_is_the_release_with_its_links():
    programme = released(seminar())

    data = written(programme)

    assert list(data) == ["format", "links", "programme"]
    assert data["format"] == FORMAT
    assert data["links"] == {
        "page": PAGE,
        "data": f"{PAGE}programme.json",
        "pdf": f"{PAGE}programme.pdf",
        "calendar": f"{PAGE}event.ics",
        "mission_calendar": f"{SITE}/calendars/azembassy-islamabad.ics",
        "release": f"{SITE}/v/k7m2p9qx/",
    }
    assert data["programme"].pop("release") == {
        "number": 2,
        "name": "Final programme",
        "released_at": "2023-01-18T04:00:00Z",
        "code": "k7m2p9qx",
        "sequence": 1,
        "first_released_at": "2023-01-10T09:30:00Z",
        "changes": [{"en": "Tea is at 11:50."}],
        "cancelled_at": None,
        "moved_from_on": None,
        "moved_from_at": None,
    }
    kept = to_document(from_document(document("islamabad-seminar-2023")))["programme"]
    kept.pop("release", None)
    assert data["programme"] == kept


@pytest.mark.parametrize("programme", [seminar(), released(exhibition()), empty()])
def test_what_is_written_can_be_read_back(programme):
    assert from_document(written(programme)) == programme


def test_draft_has_no_address_that_says_whether_it_is_current():
    assert written(seminar())["links"]["release"] is None


def test_public_document_holds_nothing_for_staff():
    data = written(released(seminar()).seen_by(Audience.PUBLIC))

    assert data["programme"]["audience"] == "public"
    items = [item for part in data["programme"]["parts"] for item in part["items"]]
    assert {item["audience"] for item in items} == {"public"}
    assert [item["staff_text"] for item in items] == [{}] * len(items)


def test_octets_are_utf_8_and_the_same_in_every_language():
    octets = render(released(seminar()), ("en",), SITE)

    assert "Səfirin çıxışı" in octets.decode()
    assert octets.endswith(b"}\n")
    assert octets == render(released(seminar()), ("ur", "az"), f"{SITE}/")


def types_within(cls, found):
    """Every type that a document may hold, from the programme down."""
    if cls in found or cls is Text:
        return
    if is_dataclass(cls):
        found.add(cls)
        for hint in get_type_hints(cls).values():
            types_within(hint, found)
    elif isinstance(cls, type) and issubclass(cls, StrEnum):
        found.add(cls)
    for inner in get_args(cls):
        types_within(inner, found)


TYPES: set[type] = set()
types_within(Programme, TYPES)


def described(cls):
    """Return what the page says of a type: its own section, its row, or its sentence."""
    section = re.search(rf"^### {cls.__name__}\n(.*?)(?=^##)", DESCRIBED, re.MULTILINE | re.DOTALL)
    if section:
        return section[1]
    row = re.search(rf"\*\*{cls.__name__}\*\*(.*?)(?=\n\||\n\n|\*\*)", DESCRIBED, re.DOTALL)
    return row[1] if row else ""


@pytest.mark.parametrize("cls", sorted(filter(is_dataclass, TYPES), key=lambda cls: cls.__name__))
def test_page_names_every_field_of_a_type_and_no_other(cls):
    named = set(re.findall(r"`([a-z_]+)`", described(cls)))
    names = {field.name for field in fields(cls)}
    words = {word.value for each in TYPES if issubclass(each, StrEnum) for word in each}

    assert names - named == set()
    assert named - names - words - {"base_on"} == set()


@pytest.mark.parametrize(
    "cls", sorted((t for t in TYPES if issubclass(t, StrEnum)), key=lambda cls: cls.__name__)
)
def test_page_names_every_word_of_a_choice(cls):
    listed = ", ".join(f"`{word.value}`" for word in cls)

    assert listed in DESCRIBED or all(f"`{word.value}`" in DESCRIBED for word in cls)


def test_page_names_what_stands_around_the_programme():
    data = written(released(seminar()))

    for name in (*data, *data["links"]):
        assert f"`{name}`" in DESCRIBED
    assert re.search(rf"^\| {FORMAT} \|", DESCRIBED, re.MULTILINE)
    assert not re.search(rf"^\| {FORMAT + 1} \|", DESCRIBED, re.MULTILINE)


def test_formats_are_found_by_name():
    programme = released(seminar())

    assert (FORMATS["json"].media_type, FORMATS["json"].suffix) == ("application/json", "json")
    assert FORMATS["json"].render(programme, ("en",), SITE) == render(programme, ("en",), SITE)
    assert FORMATS["ics"].render(programme, ("en",), SITE) == ical.render(programme, ("en",), SITE)
    assert {name for name, each in FORMATS.items() if each.whole} == {"json", "run-sheet-docx"}
