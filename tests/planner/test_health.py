import pytest
from django.db import OperationalError, connection


@pytest.mark.django_db
def test_healthz_says_ok_without_cookies_when_the_database_answers(client):
    response = client.get("/healthz")

    assert (response.status_code, response.content) == (200, b"ok")
    assert not response.cookies
    assert "no-store" in response["Cache-Control"]


def test_healthz_answers_503_when_the_database_does_not(client, monkeypatch):
    def refuse():
        raise OperationalError("unable to open database file")

    monkeypatch.setattr(connection, "cursor", refuse)

    response = client.get("/healthz")

    assert (response.status_code, response.content) == (503, b"database does not answer")


def test_healthz_is_read_only(client):
    assert client.post("/healthz").status_code == 405
