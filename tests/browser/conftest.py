from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect

from tests.browser.builder import Builder
from tests.views.builder import make_desk

# Long enough for a machine that does ten other things: what is right comes at once and costs none of it.
expect.set_options(timeout=30_000)


@pytest.fixture(scope="session", autouse=True)
def _database_before_server(django_db_setup):
    """The live server shares one connection among its threads if it starts while the database is still in memory."""


@pytest.fixture
def faults(page, live_server):
    """What goes wrong or leaves the host while pages are shown: a test ends with an empty list.

    What a page still loaded when it was left is called back by the browser, and is no fault.
    """
    found = []
    host = urlsplit(live_server.url).netloc

    def note(is_fault, words):
        if is_fault:
            found.append(words)

    page.on("console", lambda message: note(message.type == "error", message.text))
    page.on("pageerror", lambda error: found.append(str(error)))
    page.on(
        "requestfailed", lambda request: note(request.failure != "net::ERR_ABORTED", f"failed {request.url}")
    )
    page.on("response", lambda answer: note(answer.status >= 400, f"{answer.status} {answer.url}"))
    page.on("request", lambda request: note(urlsplit(request.url).netloc != host, request.url))
    return found


@pytest.fixture
def builder(page, live_server):
    page.set_viewport_size({"width": 1280, "height": 900})
    return Builder(page, make_desk(), live_server.url).open()
