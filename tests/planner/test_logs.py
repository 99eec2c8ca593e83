import logging
from datetime import timedelta
from types import SimpleNamespace

import pytest
from gunicorn.config import Config

from planner.logs import AccessLogger, MaskSecrets, RefusalsInOneLine, masked


@pytest.mark.parametrize(
    ("line", "kept"),
    [
        ("GET /calendars/private/s3cret/own.ics HTTP/1.1", "GET /calendars/private/***/own.ics HTTP/1.1"),
        ("/calendars/private/s3cret?lang=az", "/calendars/private/***?lang=az"),
        ("/calendars/azembassy-islamabad.ics", "/calendars/azembassy-islamabad.ics"),
        ("/desk/account/invitation/s3cret/?lang=az", "/desk/account/invitation/***/?lang=az"),
        ("/desk/account/address/s3:cr:et/", "/desk/account/address/***/"),
        ("/desk/account/password/reset/1-d4-s3cret/", "/desk/account/password/reset/***/"),
        ("/desk/account/password/reset/sent/", "/desk/account/password/reset/sent/"),
        (
            "/desk/login/?next=%2Fdesk%2Faccount%2Finvitation%2Fs3cret%2F&lang=az",
            "/desk/login/?next=%2Fdesk%2Faccount%2Finvitation%2F***%2F&lang=az",
        ),
        (
            "/desk/login/?next=%2fdesk%2flogin%2f%3Fnext%3D%252Fdesk%252Faccount%252Faddress%252Fs3%253Acret%252F",
            "/desk/login/?next=%2fdesk%2flogin%2f%3Fnext%3D%252Fdesk%252Faccount%252Faddress%252F***%252F",
        ),
    ],
)
def test_masked_hides_the_secret_part_alone(line, kept):
    assert masked(line) == kept


def test_log_line_is_masked_with_its_arguments():
    record = logging.makeLogRecord({"msg": "Not Found: %s", "args": ("/calendars/private/s3cret/own.ics",)})

    MaskSecrets().filter(record)

    assert record.getMessage() == "Not Found: /calendars/private/***/own.ics"


def test_access_log_is_masked_in_request_and_referrer():
    secret = "/calendars/private/s3cret/own.ics"
    environ = {
        "REQUEST_METHOD": "GET",
        "RAW_URI": secret,
        "PATH_INFO": secret,
        "SERVER_PROTOCOL": "HTTP/1.1",
        "HTTP_REFERER": f"https://planner.example{secret}",
    }
    response = SimpleNamespace(status="200 OK", sent=1, headers=[])
    request = SimpleNamespace(headers=[("REFERER", environ["HTTP_REFERER"])])

    atoms = AccessLogger(Config()).atoms(response, request, environ, timedelta(0))

    assert atoms["r"] == "GET /calendars/private/***/own.ics HTTP/1.1"
    assert [name for name, value in atoms.items() if "s3cret" in str(value)] == []


@pytest.mark.parametrize(
    ("name", "level", "is_told"),
    [
        ("django.security.RequestDataTooBig", logging.ERROR, False),
        ("django.request", logging.WARNING, False),
        ("django.request", logging.ERROR, True),
        ("events.printing", logging.WARNING, True),
    ],
)
def test_traceback_is_logged_for_a_fault_and_not_for_a_refused_request(name, level, is_told):
    record = logging.makeLogRecord(
        {"name": name, "levelno": level, "exc_info": (ValueError, ValueError(), None)}
    )

    assert RefusalsInOneLine().filter(record)
    assert bool(record.exc_info) == is_told
