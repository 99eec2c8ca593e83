"""What nobody types, in each field of each form of the desk: answered in words or cleaned, never a failure."""

import re
from urllib.parse import urlencode

import pytest
from django.core.cache import cache
from django.db import connection, transaction
from django.db.models import CharField, TextField

from events.operations.files import FileRefusedError, read_file
from events.programme.cleaning import clean_text
from tests.field_errors import errors_at_fields
from tests.page_forms import forms_on
from tests.table_marks import TABLES, marks
from tests.walking import same_browser, walk_desk

pytestmark = pytest.mark.django_db

MEGABYTE = "x" * 1_000_000
LONGEST_KEPT = 100_000
# Fields that keep nothing: one looks for something, or names a place in the order.
KEEPS_NOTHING = ("q", "place")
# Of a password a hash is kept, which is as long whatever it is made of.
HASHED = ("password1", "password2")
HOSTILE = {
    "a NUL": b"A\x00B",
    "control characters, half a letter, no letters, directions turned about, lines that are none": (
        b"A\x07\x0b\x1b\x7f\xc2\x9b \xed\xa0\x80 \xff\xfe\xc3"
        + "\u202egnorw\u202c\u2066\u2067B\u2069\u2028B\u2029C\x85D".encode()
    ),
}
NEVER_KEPT = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
LANGUAGE_OR_ROW = re.compile(r"_(en|az|ru|tr|ur)\b|\d+|[0-9a-f]{8}-[0-9a-f]{3}")


@pytest.fixture(scope="module")
def made(rows_of_the_file):
    """An administrator's client, and the forms on their pages."""
    client, pages = walk_desk()
    return client, list(forms_on(client, pages))


@pytest.fixture
def client(made):
    return same_browser(made[0])


@pytest.fixture
def forms(made):
    """Each form once, with the fields into which somebody types, one for all languages and rows."""
    seen, found = set(), []
    for address, view, form in made[1]:
        alike = {LANGUAGE_OR_ROW.sub("", name): name for name in sorted(form.typed, reverse=True)}
        mark = view, frozenset(alike)
        if mark not in seen:
            seen.add(mark)
            found.append((address, form, sorted(alike.values())))
    return found


def send(client, address, values):
    """Send what no browser of ours would, octet by octet; whoever was logged out by it is logged in again."""
    cache.clear()
    cookies = client.cookies.output(header="", sep=";")
    answer = client.post(
        address, urlencode(values, doseq=True), content_type="application/x-www-form-urlencoded"
    )
    client.cookies.load(cookies)
    return answer


def kept_texts():
    with connection.cursor() as cursor:
        for model in TABLES:
            columns = [f.column for f in model._meta.concrete_fields if isinstance(f, CharField | TextField)]
            if columns:
                names = ", ".join(f'"{column}"' for column in columns)
                cursor.execute(f'SELECT {names} FROM "{model._meta.db_table}"')  # noqa: S608
                yield from (text for row in cursor.fetchall() for text in row if isinstance(text, str))


def what_is_wrong(client, address, values):
    """Send it, and undo it; return what should not have come of it."""
    with transaction.atomic():
        answer = send(client, address, values)
        wrong = answer.status_code >= 500
        if answer.status_code < 400:
            wrong = any(len(text) > LONGEST_KEPT or NEVER_KEPT.search(text) for text in kept_texts())
        transaction.set_rollback(True)
    return answer.status_code if wrong else None


def test_no_field_of_the_desk_fails_at_what_nobody_types_or_keeps_it(client, forms):
    wrong, tried = [], 0
    for address, form, typed in forms:
        for what, octets in HOSTILE.items():
            for fields in (typed, [name for name in form.sent if name not in typed]):
                if fields:
                    values = form.sent | dict.fromkeys(fields, octets)
                    tried += 1
                    if status := what_is_wrong(client, address, values):
                        wrong.append((address, what, fields, status))

    assert wrong == []
    assert tried > 150


def test_megabyte_is_refused_in_words_at_every_field_of_the_desk_and_nothing_is_saved(client, forms):
    before, wrong, tried = marks(), [], 0
    for address, form, typed in forms:
        for name in typed:
            tried += 1
            with transaction.atomic():
                answer = send(client, address, form.sent | {name: MEGABYTE})
                told = errors_at_fields(answer.content.decode().replace(MEGABYTE, "x"))
                if name in HASHED or name.endswith(KEEPS_NOTHING):
                    is_wrong = answer.status_code >= 500 or any(len(t) > LONGEST_KEPT for t in kept_texts())
                    transaction.set_rollback(True)
                else:
                    is_wrong = answer.status_code != 422 or not told.get(name)
            if is_wrong:
                wrong.append((address, name, answer.status_code, told))

    assert wrong == []
    assert marks() == before
    assert tried > 100


def test_half_of_a_letter_is_no_text():
    assert clean_text("A\ud800B") == "AB"


@pytest.mark.parametrize("where", ['{"programme": {"\\ud800": 1}}', '{"format": 2, "programme": "\\udfff"}'])
def test_file_of_data_with_half_of_a_letter_is_refused_in_words(where):
    with pytest.raises(FileRefusedError):
        read_file("programme.json", where.encode())
