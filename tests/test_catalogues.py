"""The words of the interface in Azerbaijani, Russian, Urdu and Turkish."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from html.parser import HTMLParser
from pathlib import Path

import polib
import pytest
from django.utils import translation
from django.utils.translation import gettext, ngettext
from django.utils.translation.template import templatize

from events.programme import pattern_words
from events.programme.choices import EventKind
from events.programme.people import TO_BE_ANNOUNCED
from events.templatetags.labels import label
from tests.glossary import to_be_read
from tests.views.published import SEMINAR, publish_seminar

ROOT = Path(__file__).parents[1]
LANGUAGES = ("az", "ru", "ur", "tr")
TO_BE_READ = "To be read by a speaker."
SPEAKING = ("templates/**/*.html", "templates/**/*.txt", "events/**/*.py", "planner/**/*.py")
# How many leading arguments are words, and whether the first one is a context.
CALLS = {
    **dict.fromkeys(("_", "gettext", "gettext_lazy", "gettext_noop", "sentence"), (1, False)),
    **dict.fromkeys(("pgettext", "pgettext_lazy"), (2, True)),
    **dict.fromkeys(("ngettext", "ngettext_lazy"), (1, False)),
    **dict.fromkeys(("npgettext", "npgettext_lazy"), (2, True)),
}
STRING = r"""u?("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')"""
TEMPLATE_CALL = re.compile(rf"\b(_|n?p?gettext)\({STRING}(?:, {STRING})?")
PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|%[sd]|\{\w*\}")
# What stays in Latin letters in Urdu: marked up, or set apart where no mark-up may stand.
FOREIGN = re.compile("<bdi lang=.*?</bdi>|\N{LEFT-TO-RIGHT ISOLATE}.*?\N{POP DIRECTIONAL ISOLATE}")
TAG = re.compile(r"</?\w+[^>]*>")


@cache
def catalogue(language: str) -> polib.POFile:
    return polib.pofile(str(ROOT / f"events/locale/{language}/LC_MESSAGES/django.po"))


def words_of(entry: polib.POEntry) -> list[str]:
    """What an entry says, in each of its plural forms; nothing where it is not translated."""
    return [each for each in (entry.msgstr, *entry.msgstr_plural.values()) if each]


def placeholders(entry: polib.POEntry) -> list[list[str]]:
    """What stands in its texts, in the singular and in the plural."""
    texts = [entry.msgid, entry.msgid_plural] if entry.msgid_plural else [entry.msgid]
    return [sorted(PLACEHOLDER.findall(text)) for text in texts]


@cache
def said() -> dict[tuple[str, str], str]:
    """Each context and text, with a file that says it."""
    found = {}
    for path in sorted(path for pattern in SPEAKING for path in ROOT.glob(pattern)):
        name = path.relative_to(ROOT).as_posix()
        text = path.read_text(encoding="utf-8")
        found.update(dict.fromkeys(_in_python(text) if path.suffix == ".py" else _in_template(text), name))
    return found


def _in_python(text: str) -> Iterator[tuple[str, str]]:
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in CALLS:
            count, has_context = CALLS[node.func.id]
            words = [each.value for each in node.args[:count] if isinstance(each, ast.Constant)]
            if words:
                yield (words[0] if has_context else "", words[-1])


def _in_template(text: str) -> Iterator[tuple[str, str]]:
    for name, *strings in TEMPLATE_CALL.findall(templatize(text)):
        _, has_context = CALLS[name]
        words = [ast.literal_eval(each) for each in strings if each]
        yield (words[0], words[1]) if has_context else ("", words[0])


def test_words_are_found_in_templates_and_code():
    assert {
        ("", "What is coming"),
        ("of an opening day", "Note"),
        ("", "Earlier this month: %(counter)s event"),
        ("", "Mission"),
        ("status of an event", "Cancelled"),
        ("", "Programme (PDF)"),
        ("", "There is no kind of event “{}”."),
    } <= said().keys()


@pytest.mark.parametrize("language", LANGUAGES)
def test_all_that_is_said_is_translated(language):
    translated = {(entry.msgctxt or "", entry.msgid) for entry in catalogue(language) if entry.translated()}

    missing = {words: file for words, file in said().items() if words not in translated}

    assert missing == {}, "Run script/messages, then translate these."


@pytest.mark.parametrize("language", LANGUAGES)
def test_translations_keep_the_placeholders(language):
    lost = [
        (entry.msgid, words)
        for entry in catalogue(language)
        for words in words_of(entry)
        if sorted(PLACEHOLDER.findall(words)) not in placeholders(entry)
    ]

    assert lost == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_translations_keep_the_mark_up(language):
    """But for names in Latin letters, which Urdu marks."""
    changed = [
        (entry.msgid, words)
        for entry in catalogue(language)
        for words in words_of(entry)
        if TAG.findall(FOREIGN.sub("", words) if language == "ur" else words) != TAG.findall(entry.msgid)
    ]

    assert changed == []


@pytest.mark.parametrize(("language", "forms"), [("az", 2), ("ru", 3), ("ur", 2), ("tr", 2)])
def test_catalogue_has_every_plural_form_and_no_guesses(language, forms):
    entries = catalogue(language)
    plurals = [entry for entry in entries if entry.msgid_plural and words_of(entry)]

    assert entries.metadata["Plural-Forms"].startswith(f"nplurals={forms};")
    assert plurals
    assert {len(words_of(entry)) for entry in plurals} == {forms}
    assert entries.fuzzy_entries() == []
    assert not entries.metadata_is_fuzzy


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("az", ["1 tədbir", "2 tədbir", "5 tədbir", "11 tədbir", "21 tədbir"]),
        ("ru", ["1 мероприятие", "2 мероприятия", "5 мероприятий", "11 мероприятий", "21 мероприятие"]),
        ("ur", ["1 تقریب", "2 تقریبات", "5 تقریبات", "11 تقریبات", "21 تقریبات"]),
        ("tr", ["1 etkinlik", "2 etkinlik", "5 etkinlik", "11 etkinlik", "21 etkinlik"]),
    ],
)
def test_numbers_of_events_are_said_as_the_language_counts(language, said):
    with translation.override(language):
        assert [
            ngettext("%(counter)s event", "%(counter)s events", number) % {"counter": number}
            for number in (1, 2, 5, 11, 21)
        ] == said


def test_urdu_has_its_own_punctuation_and_no_latin_letters():
    wrong = []
    for entry in catalogue("ur"):
        for words in words_of(entry):
            own = PLACEHOLDER.sub("", TAG.sub("", FOREIGN.sub("", words)))
            if re.search(r"[A-Za-z,;?]|\.(?!\d)", own):
                wrong.append(own)

    assert wrong == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_kinds_of_events_are_called_as_in_the_patterns(language):
    patterns = {
        EventKind.SEMINAR: pattern_words.SEMINAR,
        EventKind.WREATH_LAYING: pattern_words.WREATH_LAYING,
        EventKind.FLAG_RAISING: pattern_words.FLAG_RAISING,
        EventKind.RECEPTION: pattern_words.RECEPTION,
        EventKind.ROUND_TABLE: pattern_words.ROUND_TABLE,
        EventKind.FILM_EVENING: pattern_words.FILM_EVENING,
        EventKind.VISIT: pattern_words.VISIT,
    }
    with translation.override(language):
        said = {kind: label(kind) for kind in patterns}

        assert said == {kind: words.wording(language).text for kind, words in patterns.items()}
        assert gettext("To be announced") == TO_BE_ANNOUNCED.wording(language).text


class _Reader(HTMLParser):
    """Collects what stands in the language of the page: text and what is read aloud, without addresses."""

    VOID = frozenset({"br", "img", "input", "link", "meta", "wbr"})
    NOT_READ = frozenset({"code", "script", "style"})
    READ = ("alt", "aria-label", "abbr", "title")

    def __init__(self) -> None:
        super().__init__()
        self.open: list[tuple[str, str]] = []
        self.read: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        language = given.get("lang") or (self.open[-1][1] if self.open else "")
        names = (*self.READ, "content") if given.get("name") == "description" else self.READ
        self._keep(tag, language, *(given.get(name) or "" for name in names))
        if tag not in self.VOID:
            self.open.append((tag, language))

    def handle_endtag(self, tag: str) -> None:
        while self.open and self.open.pop()[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        if self.open:
            self._keep(*self.open[-1], data)

    def _keep(self, tag: str, language: str, *texts: str) -> None:
        if language == "ur" and tag not in self.NOT_READ:
            self.read += [text.strip() for text in texts if text.strip()]


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("address", "says"),
    [
        (SEMINAR, "ایک منٹ کی خاموشی"),
        ("/", "آئندہ تقریبات"),
        ("/azembassy-islamabad/", "گزشتہ تقریبات"),
        ("/v/", "پروگرام پر درج کوڈ"),
        ("/v/{code}/", "یہ پروگرام تازہ ہے"),
        ("/nothing/of/the/kind/", "ایسا کوئی صفحہ نہیں"),
    ],
)
def test_urdu_pages_hold_no_word_in_latin_letters_that_is_not_marked(client, address, says):
    code = publish_seminar().code
    reader = _Reader()

    reader.feed(client.get(address.format(code=code), {"lang": "ur"}).content.decode())

    assert says in reader.read
    assert [text for text in reader.read if re.search("[A-Za-z]", text)] == []


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("language", "stamp", "source"),
    [
        (
            "en",
            "<b>Current release 1</b>, 18 January 2023.",
            "Figures as reported by {}, {}, 20 January 2023.",
        ),
        (
            "ru",
            "<b>Действующая редакция № 1</b> от 18 января 2023 г.",
            "Данные приводит: {}, {}, 20 января 2023 г.",
        ),
        ("ur", "<b>موجودہ اجرا 1</b>، 18 جنوری، 2023۔", "اعداد و شمار بحوالہ: {}، {}، 20 جنوری، 2023۔"),
    ],
)
def test_sentences_end_once_and_as_the_language_ends_them(client, language, stamp, source):
    programme = publish_seminar().programme
    claim = programme.claims[0]
    issuer, document = (
        text.wording(language, programme.languages).text for text in (claim.issuer, claim.document)
    )

    html = re.sub("</?(time|cite|bdi)[^>]*>", "", client.get(SEMINAR, {"lang": language}).content.decode())

    assert f'<p class="stamp">{stamp} ' in html
    assert f'<p class="source">{source.format(issuer, document)}</p>' in html


@pytest.mark.parametrize("language", LANGUAGES)
def test_terms_of_protocol_that_no_source_attests_are_marked_for_a_speaker(language):
    found = [
        (entry, terms)
        for entry in catalogue(language)
        if words_of(entry)
        and (terms := to_be_read(f"{entry.msgid} {entry.msgid_plural}", " ".join(words_of(entry)), language))
    ]

    assert len(found) > 50
    assert [(terms, entry.msgid) for entry, terms in found if TO_BE_READ not in (entry.tcomment or "")] == []
