import pytest
from django.core.exceptions import PermissionDenied, SuspiciousOperation
from django.http import Http404
from django.test import RequestFactory
from django.utils.translation import gettext_lazy

from events.views.errors import bad_request, page_not_found, permission_denied, server_error

pytestmark = pytest.mark.django_db


def answered(handler, exception, query=""):
    response = handler(RequestFactory().get(f"/somewhere/{query}"), exception)
    return response.status_code, response.content.decode()


def test_page_not_found_says_what_was_not_found():
    status, html = answered(page_not_found, Http404(gettext_lazy("There is no such thing.")))

    assert status == 404
    assert '<p class="lede">There is no such thing.</p>' in html


@pytest.mark.parametrize(
    "exception", [Http404(), Http404({"tried": []}), Http404("No Release matches the given query.")]
)
def test_page_not_found_says_nothing_meant_for_developers(exception):
    _, html = answered(page_not_found, exception)

    assert "The address may have been mistyped" in html
    assert "Release" not in html
    assert "tried" not in html


def test_words_of_an_error_are_escaped():
    assert "<script>" not in answered(page_not_found, Http404("<script>"))[1].partition("<body>")[2]


@pytest.mark.parametrize(
    ("handler", "exception", "status", "title"),
    [
        (bad_request, SuspiciousOperation("secret"), 400, "This request could not be read"),
        (permission_denied, PermissionDenied(), 403, "This page is not open to you"),
        (page_not_found, Http404(), 404, "There is no such page"),
    ],
)
def test_error_pages_wear_the_dress_of_the_pages(handler, exception, status, title):
    answered_status, html = answered(handler, exception)

    assert answered_status == status
    assert f"<h1>{title}</h1>" in html
    assert "events/public.css" in html
    assert "canonical" not in html
    assert '<meta name="robots" content="noindex">' in html
    assert "secret" not in html


@pytest.mark.parametrize(
    ("query", "language"), [("", "en"), ("?lang=ur", "ur"), ("?lang=xx", "en"), ("?lang=", "en")]
)
def test_error_page_speaks_the_language_of_the_address(query, language):
    direction = "rtl" if language == "ur" else "ltr"

    assert f'<html lang="{language}" dir="{direction}">' in answered(page_not_found, Http404(), query)[1]


def test_server_error_stands_alone(django_assert_num_queries):
    with django_assert_num_queries(0):
        response = server_error(RequestFactory().get("/"))

    html = response.content.decode()
    assert response.status_code == 500
    assert "Something went wrong" in html
    assert "stylesheet" not in html
    assert "static" not in html


def test_server_error_is_what_a_visitor_sees_when_a_view_breaks(client, monkeypatch):
    def broken(*args):
        raise RuntimeError("a secret")

    client.raise_request_exception = False
    monkeypatch.setattr("events.views.home.month_to_open", broken)

    response = client.get("/")

    assert response.status_code == 500
    assert "Something went wrong" in response.content.decode()
    assert "a secret" not in response.content.decode()


def test_robots_are_kept_from_the_desk_but_not_from_the_calendars(client):
    robots = client.get("/robots.txt").content.decode()

    assert "Disallow: /desk/" in robots
    assert "calendars" not in robots
