import json
from datetime import timedelta

import pytest
from django.core.cache import cache
from django.core.management import CommandError, call_command

from events.code_version import code_version
from events.exports import Format
from events.exports.pdf.errors import ProgrammeTooLongError
from events.exports.wishes import Beside, Wishes
from events.models import Release
from events.printing import file_of
from events.programme.choices import Audience
from events.programme.document import from_document
from events.usual_files import PUBLIC_PAPERS
from tests.factories import make_mission
from tests.views.published import RELEASED_AT, SEMINAR, publish, publish_seminar, release_again

pytestmark = pytest.mark.django_db

PDF = f"{SEMINAR}programme.pdf"
JSON = f"{SEMINAR}programme.json"


@pytest.fixture(autouse=True)
def printed(monkeypatch):
    """What was rendered, in place of the seconds that a typesetter takes."""
    cache.clear()
    asked = []

    def render(self, programme, languages, site_url, wishes):
        asked.append((self.name, programme, languages, site_url))
        return f"%PDF {self.name} {languages} {programme.release.number}".encode()

    whole = Format.render
    monkeypatch.setattr(
        Format,
        "render",
        lambda self, *args: render(self, *args) if self.name in PUBLIC_PAPERS else whole(self, *args),
    )
    return asked


@pytest.fixture(scope="module")
def released(rows_of_the_file):
    return publish_seminar().pk


@pytest.fixture
def seminar(released):
    return Release.published.get(pk=released)


@pytest.fixture
def made(seminar, printed):
    """The seminar, with the files that a release has made after it."""
    call_command("files", seminar.code)
    printed.clear()
    return seminar


def test_programme_is_given_to_the_public_as_it_was_made_in_the_language_of_the_mission(
    client, made, printed
):
    response = client.get(PDF)

    assert (response.content, printed) == (b"%PDF a4 ('en',) 1", [])
    assert response["Content-Type"] == "application/pdf"
    assert response["Content-Disposition"] == 'inline; filename="islamabad-seminar-2023-en-release-1.pdf"'
    assert response["Cache-Control"] == "public, no-cache"
    assert "Vary" not in response
    assert not response.cookies


def test_programme_that_did_not_change_is_not_sent_again(client, made, django_assert_num_queries):
    etag = client.get(PDF)["ETag"]
    with django_assert_num_queries(2):
        response = client.get(PDF, headers={"if-none-match": etag})

    assert (response.status_code, response.content, response["ETag"]) == (304, b"", etag)
    assert client.get(f"{PDF}?lang=ur", headers={"if-none-match": etag}).status_code == 200


def test_validator_changes_with_release_language_and_format_and_never_with_the_code(
    client, made, monkeypatch
):
    again = release_again(made.event, at=RELEASED_AT + timedelta(days=1), title={"en": "Another title"})
    call_command("files", again.code)
    etags = {client.get(f"{PDF}{query}")["ETag"] for query in ("", "?lang=ur", "?release=1")}
    etags.add(client.get(JSON)["ETag"])
    monkeypatch.setattr("events.printing.code_version", lambda: "another")
    etags |= {client.get(PDF)["ETag"], client.get(JSON)["ETag"]}

    assert len(etags) == 4


def test_data_that_an_older_version_kept_are_written_anew_and_not_found_unchanged(
    client, seminar, monkeypatch
):
    with monkeypatch.context() as older:
        older.setattr("events.printing.code_version", lambda: "older")
        older.setattr(Format, "render", lambda *args: b'{"ends_by": "23:17"}')
        old = client.get(JSON)

    now = client.get(JSON, headers={"if-none-match": old["ETag"]})

    assert now.status_code == 200
    assert "23:17" not in now.content.decode()
    assert from_document(json.loads(now.content)) == seminar.programme.seen_by(Audience.PUBLIC)
    assert client.get(JSON, headers={"if-none-match": now["ETag"]}).status_code == 304


def test_what_was_not_made_at_the_release_is_given_out_once_the_staff_has_made_it(client, seminar, printed):
    address = f"{PDF}?beside=lengths"
    refused = client.get(address)
    made = file_of(seminar, "a4", ("en",), Wishes(Beside.LENGTHS))

    assert refused.status_code == 404
    assert "This file has not been made." in refused.content.decode()
    assert client.get(address).content == made
    assert len(printed) == 1


def test_urdu_can_be_had_in_nastaliq_as_a_file_of_its_own(client, made):
    naskh, nastaliq = (client.get(f"{PDF}?lang=ur{end}") for end in ("", "&script=nastaliq"))

    assert naskh.status_code == nastaliq.status_code == 200
    assert "-ur-release-1.pdf" in naskh["Content-Disposition"]
    assert "-ur-nastaliq-release-1.pdf" in nastaliq["Content-Disposition"]


def test_page_offers_what_has_urdu_in_nastaliq_too_and_nothing_else(client, seminar):
    page = client.get(SEMINAR).content.decode()

    assert f'href="{PDF}?lang=ur&amp;script=nastaliq"' in page
    assert f'href="{PDF}?format=booklet&amp;lang=ur&amp;script=nastaliq"' in page
    assert "lang=az&amp;script=nastaliq" not in page
    assert client.get(f"{PDF}?lang=ru,ur&script=nastaliq").status_code == 404


def test_earlier_release_can_be_had_by_its_number(client, made):
    again = release_again(made.event, at=RELEASED_AT + timedelta(days=1), title={"en": "Another title"})
    call_command("files", again.code)

    assert client.get(PDF).content.endswith(b" 2")
    assert client.get(f"{PDF}?release=1").content.endswith(b" 1")


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("format=run-sheet", "The programme is not offered in the format “run-sheet”."),
        ("format=ics", "The programme is not offered in the format “ics”."),
        ("format=json", "The programme is not offered in the format “json”."),
        ("lang=xx", "This programme is not there in the language “xx”."),
        ("lang=en,tr", "This programme is not there in the language “tr”."),
        ("lang=", "This programme is not there in the language “”."),
        ("lang=en,en", "This format holds up to 2 languages, each once."),
        ("lang=en,ur,az", "This format holds up to 2 languages, each once."),
        ("beside=songs", "“songs” is not what can stand beside the items."),
        ("lang=en&script=nastaliq", "This file is not there in the script “nastaliq”."),
        ("lang=ur&script=kufi", "یہ فائل “\u2068kufi\u2069” رسم الخط میں موجود نہیں۔"),
        ("release=2", "This event has no release “2”."),
        ("release=0", "This event has no release “0”."),
        ("release=-1", "This event has no release “-1”."),
        ("release=٣", "This event has no release “٣”."),
        ("release=99999999999999999999", "This event has no release “9999999999”."),
    ],
)
def test_what_is_not_offered_is_said(client, seminar, query, words):
    response = client.get(f"{PDF}?{query}")

    assert response.status_code == 404
    assert words in response.content.decode()


def test_what_cannot_be_printed_is_said_and_not_asked_for_again(client, seminar, monkeypatch):
    def fail(*args):
        raise ProgrammeTooLongError

    before = client.get(PDF)
    monkeypatch.setattr(Format, "render", fail)
    with pytest.raises(CommandError, match="a4 in en"):
        call_command("files", asked=True)
    after = client.get(PDF)

    assert (before.status_code, after.status_code) == (202, 404)
    assert "This file cannot be made." in after.content.decode()


def test_unknown_event_has_no_files(client):
    for address in ("/nobody/nothing/programme.pdf", "/nobody/nothing/programme.json"):
        response = client.get(address)
        assert response.status_code == 404
        assert "No event has been released at the address “nobody/nothing”." in response.content.decode()


def test_data_holds_the_release_as_the_public_may_see_it(client, seminar):
    response = client.get(JSON)

    assert response["Content-Type"] == "application/json"
    assert from_document(json.loads(response.content)) == seminar.programme.seen_by(Audience.PUBLIC)
    assert "Sound check" not in response.content.decode()


def test_page_offers_each_language_of_each_format_that_there_is(client, seminar):
    html = client.get(f"{SEMINAR}?lang=az").content.decode()

    assert f'href="{PDF}"' in html
    assert [language for language in ("az", "ur", "ru", "tr") if f'href="{PDF}?lang={language}"' in html] == [
        "az",
        "ur",
        "ru",
    ]
    suiting = [name for name, each in PUBLIC_PAPERS.items() if each.printed.suits(seminar.programme)]
    assert all(f"format={name}" in html for name in suiting if name != "a4")
    assert "format=leaflet" not in html


def test_event_without_an_agenda_is_offered_to_print_as_any_other(client):
    call_command("files", publish(make_mission("migration-service"), items=0).code)

    pdf = "/migration-service/seminar/programme.pdf"
    assert f'href="{pdf}"' in client.get("/migration-service/seminar/").content.decode()
    assert client.get(pdf).status_code == 200


def test_code_version_is_short_and_lasting():
    assert code_version() == code_version()
    assert len(code_version()) == 16


def test_own_language_is_offered_beside_each_other_one_and_no_other_pair_is_made_for_a_stranger(client, made):
    own, *others = made.programme.languages
    page = client.get(SEMINAR).content.decode()

    assert len(others) > 2
    for other in others:
        assert f'href="{PDF}?lang={own},{other}"' in page
        assert client.get(f"{PDF}?lang={own},{other}").status_code == 200
    assert client.get(f"{PDF}?lang={others[1]},{others[0]}").status_code == 404
