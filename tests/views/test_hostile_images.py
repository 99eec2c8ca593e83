"""Pictures that are none, or more than one: refused at the field in words, or kept as bare pixels."""

import struct
import zlib
from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image, ImageCms, ImageDraw

from events.models import Picture
from events.operations import looks
from events.scoping import every_mission
from events.typesetting import TYPESETTER
from tests.factories import make_member, make_mission
from typesetter.client import patience
from typesetter.guard import Limits
from typesetter.turns import turn

pytestmark = pytest.mark.django_db

LOOK = "/desk/azembassy-islamabad/settings/look/"
NOT_TAKEN = "This is no whole PNG, JPEG or WebP picture. Export the emblem as PNG."
RED, BLUE = (200, 30, 30), (30, 60, 200)


@pytest.fixture
def desk(client):
    client.force_login(make_member(make_mission(), role="administrator", name="admin").user)
    return client


def written(form, size=(300, 200), mode="RGB", **options):
    octets = BytesIO()
    fill = {"RGB": RED, "CMYK": (0, 220, 220, 40)}[mode]
    Image.new(mode, size, fill).save(octets, form, **options)
    return octets.getvalue()


def two_frames(form):
    octets = BytesIO()
    frames = [Image.new("RGB", (300, 200), colour) for colour in (RED, BLUE)]
    frames[0].save(octets, form, save_all=True, append_images=frames[1:], duration=100)
    return octets.getvalue()


def chunk(kind, data):
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def png_of(width, height, *more):
    """A PNG that says how large it is, and has next to nothing to show for it."""
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    pixels = zlib.compress(bytes(1000))
    chunks = [chunk(b"IHDR", head), *more, chunk(b"IDAT", pixels), chunk(b"IEND", b"")]
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)


def text_bomb():
    """200 MB of a comment in 200 kB."""
    return png_of(300, 200, chunk(b"zTXt", b"Comment\x00\x00" + zlib.compress(bytes(200_000_000), 9)))


GIF = written("GIF")
POSTSCRIPT = (
    b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 300 200\n%%EndComments\n(/etc/passwd) run\nshowpage\n"
)
HTML = b"<!doctype html><script>alert(document.domain)</script>"
SVG = b'<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"><image href="file:///etc/passwd"/></svg>'
SIZE = "more pixels than can be read"
# What is sent under which name, and what stands at the field.
REFUSED = {
    "GIF that is HTML as well": ("emblem.png", GIF[:6] + b"/*" + GIF[6:] + b"*/=1;" + HTML, NOT_TAKEN),
    "GIF": ("emblem.gif", GIF, NOT_TAKEN),
    "HTML": ("emblem.png", HTML, NOT_TAKEN),
    "SVG": ("emblem.svg", SVG, "SVG is not taken"),
    "SVG after blanks and a mark": ("emblem.png", b"\xef\xbb\xbf\n " + SVG, "SVG is not taken"),
    "SVG in UTF-16": ("emblem.png", SVG.decode().encode("utf-16"), NOT_TAKEN),
    "PostScript": ("emblem.png", POSTSCRIPT, NOT_TAKEN),
    "EPS with a preview": (
        "emblem.png",
        b"\xc5\xd0\xd3\xc6" + struct.pack("<7I", *(32,) * 7) + POSTSCRIPT,
        NOT_TAKEN,
    ),
    "TIFF": ("emblem.png", written("TIFF"), NOT_TAKEN),
    "BMP": ("emblem.jpg", written("BMP"), NOT_TAKEN),
    "icon": ("emblem.png", written("ICO"), NOT_TAKEN),
    "PDF": ("emblem.png", written("PDF"), NOT_TAKEN),
    "PNG of 36 million pixels in 200 bytes": ("emblem.png", png_of(6000, 6000), "6000 × 6000 pixels"),
    "PNG of 2.5 thousand million pixels": ("emblem.png", png_of(50_000, 50_000), SIZE),
    "PNG as wide as can be written": ("emblem.png", png_of(0x7FFFFFFF, 1), SIZE),
    "PNG without pixels": ("emblem.png", png_of(0, 0), ""),
    "PNG with a comment that swells": ("emblem.png", text_bomb(), NOT_TAKEN),
    "JPEG of 26 million pixels": ("emblem.jpg", written("JPEG", (6500, 4000)), "6500 × 4000 pixels"),
    "PNG cut off": ("emblem.png", written("PNG")[:-40], NOT_TAKEN),
    "JPEG cut off": ("emblem.jpg", written("JPEG")[:900], NOT_TAKEN),
    "WebP cut off": ("emblem.webp", written("WEBP")[:-60], NOT_TAKEN),
    "head of a PNG alone": ("emblem.png", b"\x89PNG\r\n\x1a\n", NOT_TAKEN),
    "PNG whose pixels are no pixels": ("emblem.png", png_of(300, 200), NOT_TAKEN),
    "nothing": ("emblem.png", b"", "empty"),
    "text": ("emblem.png", "Səfirlik".encode(), NOT_TAKEN),
}


def send(desk, name, octets):
    return desk.post(LOOK, {"paper": "a4", "emblem": SimpleUploadedFile(name, octets)})


@pytest.mark.parametrize("what", REFUSED)
def test_file_that_is_no_picture_of_ours_is_refused_at_its_field_and_not_kept(desk, what):
    name, octets, words = REFUSED[what]

    answer = send(desk, name, octets)

    assert answer.status_code == 422
    assert list(answer.context["look"].errors) == ["emblem"]
    assert words in str(answer.context["look"].errors["emblem"])
    with every_mission():
        assert not Picture.objects.exists()


@pytest.mark.parametrize(
    ("limits", "told"),
    [
        (Limits(wall=0.001), "took more than"),
        (Limits(memory=1), "MemoryError"),
        (Limits(answer=0), "made more than"),
    ],
    ids=["time", "memory", "answer"],
)
def test_picture_whose_reader_is_ended_by_a_limit_is_refused_at_its_field_and_the_next_one_is_read(
    desk, monkeypatch, caplog, limits, told
):
    with monkeypatch.context() as narrow:
        narrow.setattr(looks, "LIMITS", limits)
        answer = send(desk, "emblem.png", written("PNG", (4000, 4000)))

    assert answer.status_code == 422
    assert "This picture cannot be read." in str(answer.context["look"].errors["emblem"])
    assert told in caplog.text
    assert kept(desk, "emblem.png", written("PNG"))[1].size == (300, 200)


def test_picture_for_which_there_is_no_turn_may_be_sent_again(desk, settings, tmp_path):
    settings.TYPESETTER_DIR = tmp_path
    token = patience.set(0)
    try:
        with turn(tmp_path, 0), turn(tmp_path, 0):
            answer = send(desk, "emblem.png", written("PNG"))
    finally:
        patience.reset(token)

    assert answer.status_code == 422
    assert "Send the emblem again in half a minute." in str(answer.context["look"].errors["emblem"])


def test_reader_of_a_picture_that_says_anything_but_a_picture_is_not_believed(desk, monkeypatch):
    monkeypatch.setattr(TYPESETTER, "draw_anew", lambda *_: ({}, HTML))

    answer = send(desk, "emblem.png", written("PNG"))

    assert "This picture cannot be read." in str(answer.context["look"].errors["emblem"])


def kept(desk, name, octets):
    assert send(desk, name, octets).status_code == 302
    with every_mission():
        octets = bytes(Picture.objects.get().octets)
    return octets, Image.open(BytesIO(octets))


def with_place():
    exif = Image.Exif()
    exif[0x010F] = "A telephone"
    exif.get_ifd(0x8825).update({1: "N", 2: (33.0, 41.0, 35.0), 3: "E", 4: (73.0, 3.0, 50.0)})
    return exif


@pytest.mark.parametrize("form", ["PNG", "JPEG", "WEBP"])
def test_place_and_camera_do_not_come_with_a_picture(desk, form):
    sent = written(form, exif=with_place().tobytes())
    assert Image.open(BytesIO(sent)).getexif().get_ifd(0x8825)

    octets, picture = kept(desk, "emblem.jpg", sent)

    assert dict(picture.getexif()) == {}
    assert b"telephone" not in octets
    assert not {b"eXIf", b"tEXt", b"zTXt", b"iTXt", b"iCCP"} & set(chunks_of(octets))


def chunks_of(octets):
    at = 8
    while at < len(octets):
        (length,) = struct.unpack(">I", octets[at : at + 4])
        yield octets[at + 4 : at + 8]
        at += length + 12


def test_picture_that_was_taken_sideways_is_kept_upright(desk):
    lying = Image.new("RGB", (300, 200), RED)
    ImageDraw.Draw(lying).rectangle((0, 0, 40, 200), fill=BLUE)
    exif, octets = Image.Exif(), BytesIO()
    exif[0x0112] = 6
    lying.save(octets, "PNG", exif=exif.tobytes())

    _, picture = kept(desk, "emblem.png", octets.getvalue())

    assert picture.size == (200, 300)
    assert picture.getpixel((100, 5))[:3] == BLUE


def test_profile_of_colours_does_not_come_with_a_picture(desk):
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()

    octets, picture = kept(desk, "emblem.png", written("PNG", icc_profile=profile))

    assert "icc_profile" not in picture.info
    assert b"iCCP" not in octets
    assert picture.getpixel((5, 5))[:3] == RED


def test_picture_in_the_colours_of_print_is_kept_in_those_of_a_screen(desk):
    _, picture = kept(desk, "emblem.jpg", written("JPEG", mode="CMYK"))

    red, green, blue = picture.getpixel((5, 5))[:3]
    assert (picture.format, picture.mode) == ("PNG", "RGBA")
    assert red > 150
    assert max(green, blue) < 80


@pytest.mark.parametrize("form", ["PNG", "WEBP"])
def test_of_a_picture_that_moves_the_first_one_alone_is_kept(desk, form):
    octets, picture = kept(desk, "emblem.png", two_frames(form))

    assert getattr(picture, "n_frames", 1) == 1
    assert b"acTL" not in octets
    assert all(abs(each - wanted) < 12 for each, wanted in zip(picture.getpixel((5, 5)), RED, strict=False))


def test_what_hangs_on_a_whole_picture_is_left_behind(desk):
    octets, _ = kept(desk, "emblem.html", written("PNG") + HTML)

    assert b"script" not in octets
