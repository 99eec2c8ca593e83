import re

import pytest

from tests.desk import show_second_factor

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("asked", [{}, {"HX-Request": "true"}])
@pytest.mark.parametrize("address", ["/healthz", "/desk/login/"])
def test_every_answer_carries_the_security_headers(client, address, asked):
    response = client.get(address, headers=asked)

    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["X-Frame-Options"] == "DENY"
    assert response["Referrer-Policy"] == "same-origin"
    assert response["Cross-Origin-Opener-Policy"] == "same-origin"
    assert "camera=()" in response["Permissions-Policy"]
    assert "geolocation=()" in response["Permissions-Policy"]


def test_content_security_policy_allows_own_files_alone(client):
    # django-csp writes the directives in varying order.
    policy = set(client.get("/healthz")["Content-Security-Policy"].split("; "))

    assert policy == {
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self'",
        "font-src 'self'",
        "connect-src 'self'",
        "form-action 'self'",
        "manifest-src 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
        "object-src 'none'",
    }


def test_desk_may_draw_the_marks_of_its_fields_and_nothing_else_is_opened(client):
    everywhere = set(client.get("/healthz")["Content-Security-Policy"].split("; "))
    at_the_desk = set(client.get("/desk/login/")["Content-Security-Policy"].split("; "))

    assert at_the_desk - everywhere == {"img-src 'self' data:"}


@pytest.mark.parametrize("address", ["/admin/", "/admin/events/user/", "/admin/events/user/add/"])
def test_admin_has_nothing_that_the_policy_blocks(admin_client, admin_user, address):
    show_second_factor(admin_client, admin_user)
    page = admin_client.get(address).content.decode()

    assert "<html" in page
    assert (
        re.findall(r"<script(?![^>]*\bsrc=)(?![^>]*application/json)|\sstyle=|<style|\son[a-z]+=", page) == []
    )


@pytest.mark.parametrize("address", ["/healthz%00", "/healthz?next=%00"])
def test_nul_byte_in_the_address_is_a_bad_request(client, address):
    assert client.get(address).status_code == 400


@pytest.mark.parametrize("address", ["/", "/desk/", "/healthz"])
def test_nul_byte_in_a_cookie_is_a_bad_request(client, address):
    assert client.get(address, headers={"cookie": r'sessionid="abcdefgh\000"'}).status_code == 400
