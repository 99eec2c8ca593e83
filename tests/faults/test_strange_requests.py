"""What no browser sends, to a web process: an answer in the 400s, and nothing of it kept."""

import re
import shutil
import socket
from contextlib import closing
from uuid import uuid4

import pytest

from tests.served import MISSION, desk_of, served

LOGIN = "/desk/login/"
URLENCODED = b"application/x-www-form-urlencoded"
MULTIPART = b"multipart/form-data; boundary=xyz"
FIELD = b'Content-Disposition: form-data; name="%s"\r\n\r\n%s'


@pytest.fixture(scope="module")
def here(_filled, tmp_path_factory):
    folder = tmp_path_factory.mktemp("strange")
    database = shutil.copy(_filled, folder / "db.sqlite3")
    with served(folder, f"sqlite:///{database}") as running:
        yield running


@pytest.fixture(scope="module")
def desk(here):
    return desk_of(here.address)


def say(here, octets, *, ends=False):
    """Return the status of the last answer to these octets, 0 where there is none."""
    host, port = here.address.removeprefix("http://").split(":")
    with closing(socket.create_connection((host, int(port)), timeout=30)) as line:
        line.sendall(octets)
        if ends:
            line.shutdown(socket.SHUT_WR)
        told = b"".join(iter(lambda: line.recv(65536), b""))
    statuses = re.findall(rb"^HTTP/1\.[01] (\d{3}) ", told, re.MULTILINE)
    return int(statuses[-1]) if statuses else 0


def post(body=b"", kind=URLENCODED, *more, length=None, path=LOGIN, version=b"1.1"):
    announced = [b"Content-Length: %d" % len(body)] if length is None else [b"Content-Length: " + length]
    head = [b"POST %s HTTP/%s" % (path.encode(), version), b"Host: localhost", b"Connection: close"]
    kind = [b"Content-Type: " + kind]
    return b"\r\n".join([*head, *kind, *(announced if length != b"" else []), *more, b"", body])


def get(*more, line=b"GET / HTTP/1.1", host=b"Host: localhost"):
    return b"\r\n".join([line, host, b"Connection: close", *more, b"", b""])


def parts(*each):
    return b"".join(b"--xyz\r\n%s\r\n" % part for part in each) + b"--xyz--\r\n"


def many(head):
    return parts(*(head % number for number in range(10_000)))


CHUNKED = b"Transfer-Encoding: chunked"
SMUGGLED = b"0\r\n\r\nGET /smuggled HTTP/1.1\r\nHost: localhost\r\n\r\n"
REFUSED = {
    "length and chunks": post(SMUGGLED, URLENCODED, CHUNKED),
    "chunks and length": post(SMUGGLED, URLENCODED, CHUNKED, b"Content-Length: 5", length=b""),
    "two lengths": post(b"a=b", URLENCODED, b"Content-Length: 30"),
    "no known coding": post(b"a=b", URLENCODED, b"Transfer-Encoding: xchunked"),
    "a coding after chunks": post(b"0\r\n\r\n", URLENCODED, CHUNKED + b", identity", length=b""),
    "a blank before the colon": post(b"0\r\n\r\n", URLENCODED, b"Transfer-Encoding : chunked", length=b""),
    "chunks in HTTP/1.0": post(b"0\r\n\r\n", URLENCODED, CHUNKED, length=b"", version=b"1.0"),
    "a broken chunk": post(b"zz\r\nabc\r\n0\r\n\r\n", URLENCODED, CHUNKED, length=b""),
    "a length below nothing": post(length=b"-5"),
    "a length with a sign": post(b"a=b", length=b"+3"),
    "a length in words": post(b"a=b", length=b"three"),
    "a length of 5,000 figures": post(length=b"9" * 5000),
    "a gigabyte announced": post(length=b"1000000000"),
    "a header in two lines": get(b"X-A: b\r\n c"),
    "a NUL in a header": get(b"X-A: b\0c"),
    "lines without a return": get().replace(b"\r\n", b"\n"),
    "two hosts": get(b"Host: evil.example"),
    "another host": get(host=b"Host: evil.example"),
    "another host in the address": get(line=b"GET //evil.example/%0d%0aX: HTTP/1.1"),
    "200 headers": get(*(b"X-%d: y" % number for number in range(200))),
    "a header of 100 kB": get(b"X-A: " + b"y" * 100_000),
    "an address of 5 kB": get(line=b"GET /%s HTTP/1.1" % (b"a" * 5000)),
    "an address of any octets": get(line=b"GET /\xff%ff%c0%af HTTP/1.1"),
    "a method of its own": get(line=b"FOO / HTTP/1.1"),
    "a body of no known charset": post(b"a=b", URLENCODED + b"; charset=idna"),
    "10,000 fields": post(b"&".join(b"f%d=1" % number for number in range(10_000))),
    "10,000 fields in parts": post(many(b'Content-Disposition: form-data; name="f%d"\r\n\r\n1'), MULTIPART),
    "10,000 files": post(
        many(b'Content-Disposition: form-data; name="f%d"; filename="a"\r\n\r\n1'), MULTIPART
    ),
    "a name of 80 kB": post(parts(FIELD % (b"a[b]" * 20_000, b"1")), MULTIPART),
    "a part's headers of 2 MB": post(parts(b"X-A: " + b"a" * 2_000_000 + b"\r\n\r\n1"), MULTIPART),
    "no boundary": post(parts(FIELD % (b"login", b"a")), b"multipart/form-data"),
    "another boundary": post(parts(FIELD % (b"login", b"a")), MULTIPART + b"abc"),
    "a packed form": post(b"\x1f\x8b\x08\x00\x00", URLENCODED, b"Content-Encoding: gzip"),
    "JSON 100,000 deep": post(b"[" * 100_000, b"application/json"),
    "3 MB of text, all of it sent before the answer is read": post(b"a=" + b"x" * 3_000_000),
}


def test_strange_requests_are_refused_in_a_line_of_the_log_and_nothing_smuggled_is_answered(here):
    answers = {what: say(here, octets) for what, octets in REFUSED.items()}

    assert {what: status for what, status in answers.items() if not 400 <= status < 500} == {
        "no known coding": 501
    }
    assert say(here, get(line=b"GET /healthz HTTP/1.0")) == 200
    printed = here.printed.read_text()
    assert "Request body exceeded" in printed
    assert "Traceback" not in printed
    assert "/smuggled" not in printed


@pytest.mark.parametrize("way", ["fields", "parts"])
def test_form_that_broke_off_is_not_taken_for_a_shorter_one(here, desk, way):
    page = f"/desk/{MISSION}/people/new/"
    token = desk.session.cookies["csrftoken"]
    name = f"Anna Broken in {way}"
    given = {"csrfmiddlewaretoken": token, "name_en": name, "anyway": "1", "once": str(uuid4())}
    given |= {"offices-TOTAL_FORMS": "0", "offices-INITIAL_FORMS": "0", "notes": "The first half"}
    cookies = "; ".join("=".join(each) for each in desk.session.cookies.items()).encode()
    octets = [(field.encode(), value.encode()) for field, value in given.items()]
    if way == "parts":
        kind, body = MULTIPART, parts(*(FIELD % each for each in octets))
    else:
        kind, body = URLENCODED, b"&".join(b"=".join(each) for each in octets)
    sent = post(body, kind, b"Cookie: " + cookies, length=b"%d" % (len(body) + 500), path=page)

    assert say(here, sent, ends=True) == 400
    assert name not in desk.get(f"/desk/{MISSION}/people/").text
    assert say(here, sent.replace(b"%d" % (len(body) + 500), b"%d" % len(body)), ends=True) == 302
    assert name in desk.get(f"/desk/{MISSION}/people/").text
