"""What a mail server is given, octet by octet, whatever stands in a name, an address or a header of a request."""

import email
import email.policy
import re

import pytest
from django.core.cache import cache
from django.test import Client

from events.models import Mission
from events.scoping import every_mission
from tests.desk import PASSWORD
from tests.factories import make_member, make_mission
from tests.mail_server import mail_server

pytestmark = pytest.mark.django_db

HEADERS = [
    "Content-Type",
    "MIME-Version",
    "Content-Transfer-Encoding",
    "Subject",
    "From",
    "To",
    "Date",
    "Message-ID",
]
INJECTED = (
    "Bcc: thief@evil.example{end}Content-Type: text/html{end}{end}<b>Injected</b>{end}.{end}MAIL FROM:<x@y>"
)
ENDS = ["\r\n", "\n", "\r", "\r\n\r\n", "\x0b", "\x0c", "\x1c", "\x85", "\u2028", "\u2029", "\x00"]
TURNED = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e]")


@pytest.fixture
def post(settings):
    cache.clear()
    with mail_server(settings) as received:
        yield received


@pytest.fixture
def administrator():
    with every_mission():
        member = make_member(make_mission(), role="administrator", name="admin")
        client = Client(headers={"user-agent": "Firefox"})
        client.force_login(member.user)
    return client


def whole(received, to):
    """The text of a mail that is one text with the headers of every mail, to one address."""
    assert received.receivers == [to]
    head = received.octets.partition(b"\r\n\r\n")[0]
    assert [line.partition(b":")[0].decode() for line in re.split(rb"\r\n(?![ \t])", head)] == HEADERS
    assert head.isascii()
    assert max(len(line) for line in received.octets.split(b"\r\n")) <= 998
    assert b"\r" not in received.octets.replace(b"\r\n", b"")
    message = email.message_from_bytes(received.octets, policy=email.policy.default)
    assert message.get_content_type() == "text/plain"
    assert [each.addr_spec for each in message["To"].addresses] == [to]
    assert not message.defects
    assert not TURNED.search(str(message["Subject"]))
    text = message.get_content().replace("\r\n", "\n")
    assert not TURNED.search(text)
    return text


def invite(client, address="guest@mission.example"):
    page = client.get("/desk/azembassy-islamabad/members/")
    form = {"email": address, "role": "viewer", "once": page.context["once"]}
    return client.post("/desk/azembassy-islamabad/members/invite/", form)


@pytest.mark.parametrize("end", ENDS, ids=ascii)
def test_name_of_a_mission_brings_no_header_and_no_line_into_a_mail(administrator, post, end):
    name = f"Embassy{end}{INJECTED.format(end=end)} \u202egnorw \u2066and"
    with every_mission():
        mission = Mission.objects.get()
        mission.name = {"en": name}
        mission.save()

    assert invite(administrator).status_code == 302

    (received,) = post
    text = whole(received, "guest@mission.example")
    assert "Injected" in text
    assert [line for line in text.splitlines() if line.startswith(("Bcc", "Content-", "MAIL", "."))] == []


def test_longest_name_in_any_letters_is_folded(administrator, post):
    with every_mission():
        mission = Mission.objects.get()
        mission.name = {"en": "یومِ شہدا " * 30}
        mission.save()

    assert invite(administrator).status_code == 302

    assert "یومِ شہدا" in whole(post[0], "guest@mission.example")


TRICKS = [
    "a@b.example\r\nBcc: thief@evil.example",
    "a@b.example, thief@evil.example",
    "a@b.example;thief@evil.example",
    "<thief@evil.example> a@b.example",
    "Anna <a@b.example>",
    '"a@b.example, thief"@evil.example',
    '"a\x0bb"@evil.example',
    '"a\\\r\nb"@evil.example',
    '"<thief@evil.example>"@b.example',
    "a@b.example>\x00",
    "a@b.example\u2028",
    "a\u202e@b.example",
    "a@\u202eb.example",
    "a@b.example NOTIFY=SUCCESS",
    "a@b\u200b.example",
    '"a\x0bBcc:thief@evil.example"@b.example',
    "a@[127.0.0.1]",
    "a@bücher.example",
    "a%thief@b.example",
    f"{'a' * 64}@{'b' * 60}.{'c' * 60}.{'d' * 50}.example",
]


@pytest.mark.parametrize("address", TRICKS, ids=ascii)
def test_address_is_refused_or_is_the_one_that_the_mail_goes_to(administrator, post, address):
    answers = [
        invite(administrator, address),
        Client().post("/desk/account/password/reset/", {"email": address}),
        administrator.post("/desk/account/address/", {"email": address, "password": PASSWORD}),
    ]

    assert {answer.status_code for answer in answers} <= {302, 422}
    for received in post:
        (to,) = received.receivers
        assert whole(received, to)
        local, host = address.strip().split("@")
        assert to == f"{local}@{host.encode('idna').decode()}"


def test_what_a_browser_calls_itself_brings_no_line_into_a_mail(administrator, post):
    agent = "Mozilla\x85Your account is closed:\x0bhttps://evil.example/ \xe2\x80\xae" + "x" * 4000
    form = {"oldpassword": PASSWORD, "password1": "A-new-password-9", "password2": "A-new-password-9"}

    answer = administrator.post("/desk/account/password/", form, headers={"user-agent": agent})

    assert answer.status_code == 302
    text = whole(post[0], post[0].receivers[0])
    (line,) = [each for each in text.splitlines() if each.startswith("Program: ")]
    assert "evil.example" in line
    assert len(line) < 300
