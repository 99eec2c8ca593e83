"""No English word on a page in another language, but for names and content.

The content of these pages is in letters that the interface does not have: what stands there in others is ours.
"""

import re
from contextlib import contextmanager
from functools import cache
from html import unescape

import polib
import pytest
from django.conf import settings
from django.db import transaction

from events.models import Release, User
from events.operations import demonstration
from events.programme.kinds import KINDS
from events.programme.languages import LANGUAGES
from events.scoping import every_mission
from tests.made_up import write_made_up_demonstration
from tests.page_forms import forms_that_write
from tests.reading import Said, read, words_in
from tests.walking import same_browser, walk_desk

pytestmark = pytest.mark.django_db
# Longer than any line may be, and no day, hour, number or address.
NONSENSE = "α" * 301
OTHERS = tuple(code for code in LANGUAGES if code != "en")
# Of programs, of their files and keys, of paper; of releases and languages.
NAMES = frozenset(
    [
        *("A4", "A5", "Alt", "CSV", "Ctrl", "DL", "Enter", "Esc", "Excel", "Google", "iPhone", "JPEG"),
        *("JSON", "Letter", "Mac", "Microsoft", "MB", "Outlook", "PDF", "PNG", "QR", "SVG", "TOTP"),
        *("Thunderbird", "UTC", "UTF", "URL", "WebP", "Windows", "Word"),
        # As examples, or as what is to be written in a cell.
        *("AZ", "PK", "IPS", "Qafarov", "Gafarov", "with", "mfa", *LANGUAGES),
        # A university.
        "NUML",
        *(word for language in LANGUAGES.values() for word in words_in(language.native_name)),
    ]
)
# The buttons of other programs; what items are called that have no title of their own, in the language of the
# event; what the demonstration adds.
GIVEN = (
    *("From URL", "Add calendar", "Subscribe from web"),
    # Envelopes by their own names and measures.
    *("DL (220 × 110 mm)", "C6 (162 × 114 mm)", "C5 (229 × 162 mm)", "No. 10 (9½ × 4⅛ in)"),
    "in memory of the martyrs",
    "The report of the seminar names the Ambassador first, then the speakers of the co-host.",
    *(title for kind in KINDS.values() for _, title in kind.title.versions),
    *(
        "seminar",
        "A statement",
        "own",
        "First programme",
        "Announcement",
        "Round table (draft)",
        "Dəyirmi masa (qaralama)",
    ),
)
ADDRESS = re.compile(
    r"[\w.+-]+@[\w.-]+|https?://\S+|\b[A-Z][\w]+/[A-Z]\w+|\.(?:csv|ics|json|xlsx?)\b|#[0-9a-f]{6}"
    r"|U\+[0-9A-F]{4}|\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b|\b[IVX]+\b"
)
SET_APART = re.compile("[\N{LEFT-TO-RIGHT ISOLATE}-\N{FIRST STRONG ISOLATE}][^\N{POP DIRECTIONAL ISOLATE}]*")
PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|%[sd]|\{\w*\}|<[^>]*>|&\w+;")


@cache
def english_words(language: str) -> frozenset[str]:
    """The words of our English texts that no text in the language has."""
    english, own = set(), set()
    for entry in polib.pofile(str(settings.LOCALE_PATHS[0] / language / "LC_MESSAGES" / "django.po")):
        texts = (entry.msgid, entry.msgid_plural), (entry.msgstr, *entry.msgstr_plural.values())
        for found, words in zip((english, own), texts, strict=True):
            found |= {word.casefold() for text in words for word in words_in(PLACEHOLDER.sub(" ", text))}
    return frozenset(english - own)


def foreign(said: Said, language: str) -> list[str]:
    """Return the words that are not of the page's language, though they stand there as if they were."""
    text = ADDRESS.sub(" ", unescape(said.text))
    for name in GIVEN:
        text = text.replace(name, " ")
    if language == "ur":
        text = SET_APART.sub(" ", text)
    words = [word for word in words_in(text) if word not in NAMES]
    if language in ("ru", "ur"):
        return [word for word in words if re.search("[A-Za-z]{2}", word)]
    return [word for word in words if word.casefold() in english_words(language)]


def wrong_in(html: str, language: str) -> set[str]:
    for code in Release.published.values_list("code", flat=True):
        html = html.replace(code, " ")
    spoken = [said for said in read(html, language) if said.language == language]
    return {f"{said.where}: {said.text}" for said in spoken if foreign(said, language)}


def assert_none_wrong(found: dict[str, set[str]]) -> None:
    pages = {page: sorted(wrong) for page, wrong in found.items() if wrong}
    assert not pages, "\n".join(f"{page}\n  " + "\n  ".join(wrong) for page, wrong in pages.items())


@pytest.fixture(scope="module")
def made(rows_of_the_file, tmp_path_factory):
    folder = tmp_path_factory.mktemp("made-up")
    write_made_up_demonstration(folder)
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(demonstration, "DATA", folder)
        yield walk_desk()


@pytest.fixture
def walk(made):
    client, addresses = made
    return same_browser(client), addresses


def speak(language):
    with every_mission():
        User.objects.update(language=language)


def assert_pages_speak(language, walk):
    client, addresses = walk
    speak(language)
    found = {}
    for address in addresses:
        answer = client.get(address)
        if "html" in answer["Content-Type"] and answer.status_code == 200:
            found[address] = wrong_in(answer.content.decode(), language)
    assert len(found) > 60
    assert_none_wrong(found)


def test_desk_page_in_azerbaijani_has_no_english_word(walk):
    assert_pages_speak("az", walk)


@pytest.mark.every_page
@pytest.mark.parametrize("language", ["ru", "tr"])
def test_desk_page_in_another_language_has_no_english_word(walk, language):
    assert_pages_speak(language, walk)


# Nobody comes back from these.
LEADS_OUT = ("/account/logout/", "/desk/account/language/")


@contextmanager
def for_a_moment():
    """Take back what is done within."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def test_desk_page_in_urdu_and_each_answer_to_its_forms_have_no_english_word(walk):
    client, addresses = walk
    speak("ur")
    sent, found = set(), {}
    for address in addresses:
        page = client.get(address)
        if "html" not in page["Content-Type"]:
            continue
        found[address] = wrong_in(page.content.decode(), "ur")
        for action, view, form in forms_that_write(page.content.decode(), address):
            key = (view, *sorted(form.offered))
            if key in sent or action.endswith(LEADS_OUT):
                continue
            sent.add(key)
            for data in ({**form.pressed, **form.sent}, form.filled(""), form.filled(NONSENSE)):
                with for_a_moment():
                    answer = client.post(action, data, follow=True)
                if "html" in answer["Content-Type"]:
                    found[f"{action} {data}"] = wrong_in(answer.content.decode(), "ur")

    assert len(sent) > 50
    assert_none_wrong(found)


# Before the login, and for everybody

OUTSIDE = [
    "/",
    "/v/",
    "/v/{code}/",
    "/azembassy-islamabad/",
    "/azembassy-islamabad/islamabad-seminar-2023/",
    "/migration-service/migration-service-exhibition-2015/",
    "/no/such/page/",
    "/desk/login/",
    "/desk/account/by-invitation/",
    "/desk/account/password/reset/",
    "/desk/account/password/reset/sent/",
    "/desk/account/password/reset/done/",
    "/desk/account/password/reset/1-nothing/",
    "/desk/account/inactive/",
    "/desk/account/sign-on/cancelled/",
    "/desk/account/sign-on/failed/",
    "/desk/account/invitation/nothing/",
]


@pytest.mark.parametrize("language", OTHERS)
def test_page_outside_the_desk_has_no_english_word_in_another_language(client, made, language):
    code = Release.published.all()[0].code
    found = {}
    for address in OUTSIDE:
        address = f"{address.format(code=code)}?lang={language}"
        page = client.get(address)
        html = page.content.decode()
        assert f'<html lang="{language}"' in html, address
        found[address] = wrong_in(html, language)
        for action, _view, form in forms_that_write(html, address):
            for data in (form.filled(""), form.filled(NONSENSE)):
                answer = client.post(action, data, follow=True)
                found[f"{address} {data}"] = wrong_in(answer.content.decode(), language)

    assert_none_wrong(found)
