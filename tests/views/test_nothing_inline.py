"""No page of any address holds a script, a style or a handler of its own, nor leads a browser to another host."""

from html.parser import HTMLParser
from urllib.parse import urlsplit

import pytest
from django.test import Client
from django.urls import reverse

from events.models import Event, User
from events.scoping import every_mission
from tests.desk import show_second_factor
from tests.views.test_admin_walls import addresses as addresses_of_admin
from tests.views.test_secrets_stay_inside import everything_outside
from tests.walking import SEMINAR, walk_desk

pytestmark = pytest.mark.django_db

DATA = {"application/json", "application/ld+json"}
LEADING = {"href", "src", "action", "formaction", "srcset", "poster", "data", "hx-get", "hx-post"}
LOADING = {"src", "srcset", "poster", "data"}


class Inline(HTMLParser):
    """``found`` is what a policy without exceptions would have to forbid."""

    def __init__(self):
        super().__init__()
        self.found = []

    def handle_starttag(self, tag, attrs):
        given = {name: value or "" for name, value in attrs}
        if tag == "style" or (tag == "script" and "src" not in given and given.get("type") not in DATA):
            self.found.append(tag)
        self.found += [name for name in given if name == "style" or name.startswith(("on", "hx-on"))]
        for name in LEADING & set(given):
            address = urlsplit(given[name].strip())
            if address.scheme.lower() not in ("", "http", "https", "mailto", "tel", "webcal", "geo"):
                self.found.append(f"{name}={given[name][:60]}")
        loads = LOADING | (
            {"href"} if tag == "link" and given.get("rel") in ("stylesheet", "icon") else set()
        )
        self.found += [f"{tag} {name}" for name in loads & set(given) if urlsplit(given[name]).netloc]


def inline(answer):
    if answer.streaming or "html" not in answer.get("Content-Type", ""):
        return []
    page = Inline()
    page.feed(answer.content.decode())
    return page.found


def test_reader_finds_each_way_of_being_inline():
    page = Inline()
    page.feed(
        "<script>1</script><script src='//cdn.example/x.js'></script><style>p{}</style><p style='x' onclick='x'>"
        "<a href=' JavaScript:alert(1)'></a><form action='data:text/html,x'></form><img src='https://e.example/1.png'>"
        "<script type='application/ld+json'>{}</script>"
    )

    assert page.found == [
        "script",
        "script src",
        "style",
        "style",
        "onclick",
        "href= JavaScript:alert(1)",
        "action=data:text/html,x",
        "img src",
    ]


def test_no_page_of_the_desk_or_of_the_public_is_inline():
    client, pages = walk_desk()
    with every_mission():
        event = Event.objects.get(slug=SEMINAR)
    event.token_of_a_speaker = "nobody"
    outside = [page for page in everything_outside(event) if not page.partition("?")[0].endswith(".pdf")]
    stranger = Client()

    found = {page: inline(client.get(page)) for page in pages}
    found |= {page: inline(stranger.get(page)) for page in outside}

    assert {page: what for page, what in found.items() if what} == {}
    assert len(found) > 200


def test_no_page_of_the_admin_is_inline(client):
    walk_desk()
    support = User.objects.create_superuser("support", "support@example.org", "a-password-for-tests")
    client.force_login(support)
    show_second_factor(client, support)
    pages = [page for name, page in addresses_of_admin().items() if name != "logout"]

    found = {page: inline(client.get(page)) for page in pages}

    assert {page: what for page, what in found.items() if what} == {}


@pytest.mark.parametrize("page", ["/nothing/is-here/", "/desk/nothing/"])
def test_no_page_of_an_error_is_inline(page):
    assert inline(Client().get(page, follow=True)) == []
    assert inline(Client(enforce_csrf_checks=True).post(reverse("account_login"))) == []
