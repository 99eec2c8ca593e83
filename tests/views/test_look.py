"""How a mission prints: what its administrators keep, what is refused, and in which words."""

from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image, PngImagePlugin

from events import disk
from events.models import Mission, Picture
from events.models.fields import text_of
from events.operations.looks import LARGEST_FILE
from events.programme.text import Text
from events.scoping import every_mission
from events.snapshot.registers import mission_value
from tests.factories import make_member, make_mission

pytestmark = pytest.mark.django_db

SETTINGS = "/desk/azembassy-islamabad/settings/"


@pytest.fixture
def mission():
    return make_mission()


@pytest.fixture
def desk(client, mission):
    client.force_login(make_member(mission, role="administrator", name="admin").user)
    return client


def picture(form="PNG", size=(900, 700), **options):
    octets = BytesIO()
    Image.new("RGB", size, "#123456").save(octets, form, **options)
    return octets.getvalue()


def keep(desk, octets=None, **values):
    upload = {"emblem": SimpleUploadedFile("emblem.png", octets)} if octets is not None else {}
    return desk.post(f"{SETTINGS}look/", {"paper": "a4", **values, **upload})


def errors(response):
    assert response.status_code == 422
    return {name: [str(words) for words in told] for name, told in response.context["look"].errors.items()}


def kept_picture():
    with every_mission():
        return Picture.objects.get()


def test_paper_colour_and_letterhead_are_kept_and_told(desk, mission):
    answer = keep(desk, paper="letter", accent="#12284C", letterhead_en="Republic of Azerbaijan\nEmbassy")

    mission.refresh_from_db()
    assert answer.status_code == 302
    assert (mission.paper, mission.accent) == ("letter", "#12284c")
    assert text_of(mission.letterhead).wording("en").text == "Republic of Azerbaijan\nEmbassy"
    deed = desk.get(f"{SETTINGS}history/").context["deeds"][0]
    assert [(change.field, change.was, change.now) for change in deed.changes] == [
        ("Paper", "A4", "Letter"),
        ("Accent colour", "nothing", "#12284c"),
        ("letterhead", "nothing", "Republic of Azerbaijan\nEmbassy"),
    ]


def test_colour_too_light_to_be_read_is_refused_at_its_field_and_stays_typed(desk):
    answer = keep(desk, accent="#f0c000")

    (words,) = errors(answer)["accent"]
    assert words.startswith("Too light to be read on white: its contrast is 1.7 to 1")
    assert 'value="#f0c000"' in answer.content.decode()


def test_colour_may_be_short_and_without_its_mark_and_must_be_one(desk, mission):
    keep(desk, accent="824")
    mission.refresh_from_db()

    assert mission.accent == "#882244"
    assert "accent" in errors(keep(desk, accent="dark red"))


def test_page_says_which_registers_take_the_colour(desk):
    keep(desk, accent="#e4002b")

    told = " ".join(desk.get(SETTINGS).content.decode().split())

    assert "The colour #e4002b is printed for events of these registers: neutral, festive." in told


def test_letterhead_of_more_lines_than_a_sheet_has_room_for_is_refused(desk):
    assert "letterhead_en" in errors(keep(desk, letterhead_en="a\nb\nc\nd\ne"))


def test_press_contacts_are_kept_told_and_in_the_value_and_leave_the_letterhead_as_it_was(desk, mission):
    keep(desk, letterhead_en="Embassy")

    keep(desk, letterhead_en="Embassy", press_contacts_en="Press office\npress@mission.example")

    mission.refresh_from_db()
    contacts = Text.of({"en": "Press office\npress@mission.example"})
    assert mission_value(mission).look.press_contacts == contacts
    assert mission_value(mission).look.letterhead == Text.of({"en": "Embassy"})
    (change,) = desk.get(f"{SETTINGS}history/").context["deeds"][0].changes
    assert (change.field, change.was, change.now) == (
        "Press contacts",
        "nothing",
        "Press office\npress@mission.example",
    )


def test_more_press_contacts_than_a_sheet_has_room_for_are_refused(desk):
    (words,) = errors(keep(desk, press_contacts_en="\n".join("abcdefghi")))["press_contacts_en"]

    assert words == "A sheet has room for 8 lines of 120 characters each."


@pytest.mark.parametrize("form", ["PNG", "JPEG", "WEBP"])
def test_emblem_is_drawn_anew_as_a_png_of_at_most_600_pixels(desk, mission, form):
    keep(desk, picture(form))

    mission.refresh_from_db()
    kept = kept_picture()
    again = Image.open(BytesIO(bytes(kept.octets)))
    assert mission.emblem == kept.digest
    assert (again.format, again.size, kept.width, kept.height) == ("PNG", (600, 467), 600, 467)


def test_nothing_but_its_pixels_comes_with_an_emblem(desk):
    told = PngImagePlugin.PngInfo()
    told.add_text("Comment", "taken at home")

    keep(desk, picture(pnginfo=told) + b"<script>alert(1)</script>")

    kept = bytes(kept_picture().octets)
    assert b"taken at home" not in kept
    assert b"script" not in kept


def test_same_emblem_is_kept_once(desk):
    keep(desk, picture())
    keep(desk, picture())

    assert kept_picture().width == 600


@pytest.mark.parametrize(
    ("octets", "words"),
    [
        (b'<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>', "SVG is not taken"),
        (b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 10 10\n", "This is no whole PNG"),
        (picture("GIF"), "This is no whole PNG"),
        (picture()[:300], "This is no whole PNG"),
        (picture(size=(6000, 5000)), "This picture has 6000 × 5000 pixels, more than can be read."),
        (picture(size=(60, 40)), "This picture has 60 × 40 pixels, too few to print."),
        (picture() + bytes(LARGEST_FILE), "This file is larger than 2 MB."),
        (b"", "This file is empty."),
    ],
    ids=["svg", "eps", "gif", "torn", "flood", "small", "heavy", "empty"],
)
def test_other_files_are_refused_in_words_at_the_field(desk, mission, octets, words, monkeypatch):
    monkeypatch.setattr("PIL.ImageFile.LOAD_TRUNCATED_IMAGES", True)
    (told,) = errors(keep(desk, octets))["emblem"]

    assert told.startswith(words)
    assert Mission.objects.get(pk=mission.pk).emblem == ""


def test_emblem_is_refused_while_the_server_has_hardly_any_room_and_all_else_is_kept(
    desk, mission, monkeypatch
):
    monkeypatch.setattr(disk, "FOR_UPLOADS", 1.1)

    (told,) = errors(keep(desk, picture()))["emblem"]
    kept = keep(desk, accent="#12284c")

    assert told.startswith("The server has hardly any room left, so it takes no file")
    assert kept.status_code == 302


def test_emblem_is_shown_to_members_and_goes_when_asked_though_releases_keep_it(desk, mission):
    keep(desk, picture())
    shown = desk.get(f"{SETTINGS}emblem.png")

    keep(desk, bare="on")

    mission.refresh_from_db()
    assert (shown["Content-Type"], shown.content[:4]) == ("image/png", b"\x89PNG")
    assert mission.emblem == ""
    assert desk.get(f"{SETTINGS}emblem.png").status_code == 404
    assert Picture.kept.octets_of([kept_picture().digest])
