"""Whether the planner counts the proxies in front of it as its settings do."""

import threading
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.request import Request, urlopen

import pytest
from django.core.cache import cache

from planner.proxies import proxies

VISITOR = "203.0.113.9"


@contextmanager
def in_front_of(address):
    """Yield the address of a proxy that says, as they do, from where it was asked."""

    class Proxy(BaseHTTPRequestHandler):
        def do_GET(self):
            headers = {name: value for name, value in self.headers.items() if name.lower() != "host"}
            told = headers.pop("X-forwarded-for", "")  # as urllib spells it
            headers["X-Forwarded-For"] = f"{told}, {VISITOR}" if told else VISITOR
            with urlopen(Request(address + self.path, headers=headers)) as answer:
                self.send_response(answer.status)
                self.end_headers()
                self.wfile.write(answer.read())

        def log_message(self, *args):
            """Nobody reads it."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Proxy)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()


@pytest.mark.parametrize(("count", "told"), [(0, ""), (1, "0 stand in front, and TRUSTED_PROXY_COUNT is 1")])
def test_planner_that_is_reached_directly(settings, live_server, count, told):
    settings.SITE_URL, settings.ALLAUTH_TRUSTED_PROXY_COUNT = live_server.url, count

    assert proxies() == told


@pytest.mark.parametrize(("count", "told"), [(1, ""), (0, "1 stand in front, and TRUSTED_PROXY_COUNT is 0")])
def test_planner_behind_a_proxy(settings, live_server, count, told):
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = count
    with in_front_of(live_server.url) as settings.SITE_URL:
        assert proxies() == told


@pytest.mark.django_db
def test_question_of_anybody_else_is_not_kept(client):
    client.get("/readyz", headers={"Planner-Question": "0" * 32, "X-Forwarded-For": VISITOR})

    assert cache.get("doctor-" + "0" * 32) is None
