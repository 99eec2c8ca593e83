"""Words that would be markup, a script or a template, in every text of every row: each page shows them as words."""

import json
from html.parser import HTMLParser

import pytest
from django.apps import apps
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from events.models import Event, NameVariant, Release, User
from events.models.fields import LineField, TranslatedLine, TranslatedText
from events.operations.release import release
from events.scoping import every_mission
from tests.walking import MISSION, SEMINAR, walk_desk

pytestmark = pytest.mark.django_db

TAG = "zyxwvut"
HOSTILE = f"\"'><{TAG} onload=1></script></title></textarea><!--{{{{ 7|add:'7' }}}}<script>{TAG}()</script>"
# Lines that somebody types; the others are codes and keys.
TYPED = {
    "because",
    "carrier",
    "first_name",
    "label",
    "last_name",
    "made",
    "name",
    "note",
    "responsible",
    "source",
    "title",
    "what",
}
PUBLIC = ("event", "programme_json", "event_ics")


class Page(HTMLParser):
    """Finds what was taken for markup, and gathers what programs read of a page."""

    def __init__(self):
        super().__init__()
        self.wrong, self.data, self.is_data = [], [], False

    def handle_starttag(self, tag, attrs):
        given = dict(attrs)
        if tag == TAG or "onload" in given or any(TAG in name for name in given):
            self.wrong.append((tag, attrs))
        self.is_data = tag == "script" and given.get("type") in ("application/ld+json", "application/json")
        if tag == "script" and "src" not in given and not self.is_data:
            self.wrong.append((tag, attrs))

    def handle_comment(self, data):
        self.wrong.append(("comment", data))

    def handle_data(self, data):
        if self.is_data:
            self.data.append(data)

    def handle_endtag(self, tag):
        self.is_data = False


def poison():
    """Write it into every text of every row that says something, as if no form had cleaned it."""
    for model in apps.get_app_config("events").get_models():
        for field in model._meta.concrete_fields if model not in (Release, NameVariant) else ():
            rows = model._base_manager.exclude(**{field.name: field.get_default()})
            if isinstance(field, TranslatedLine | TranslatedText):
                rows.update(**{field.name: dict.fromkeys(("en", "az", "ur"), HOSTILE)})
            elif isinstance(field, LineField) and field.name in TYPED and not field.choices:
                rows.update(**{field.name: HOSTILE[: field.max_length]})
    User.objects.update(first_name=HOSTILE[:150], last_name=HOSTILE[:150])


def shown_as_words(address, answer):
    """Yield what is wrong with a page: what was taken for markup, or said in a header."""
    if TAG in str(answer.headers).replace(answer.get("Location", "\0"), ""):
        yield address, "a header"
    if answer.get("Content-Type", "").startswith("text/html"):
        page = Page()
        page.feed(answer.content.decode())
        yield from ((address, each) for each in page.wrong)
        for data in page.data:
            json.loads(data)
        if "1477" in answer.content.decode() or "77<script>" in answer.content.decode():
            yield address, "a template"


def test_markup_in_any_text_is_shown_as_words_on_every_page_of_the_desk_and_the_public():
    client, pages = walk_desk()
    with every_mission():
        poison()
        made = release(Event.objects.get(slug=SEMINAR), name=HOSTILE[:100], released_at=timezone.now())
    public = [reverse("events:home"), reverse("events:mission", args=[MISSION])]
    public += [reverse(f"events:{name}", args=[MISSION, SEMINAR]) for name in PUBLIC]
    public += [reverse("events:sheet", args=[made.code]), f"/calendars/{MISSION}.ics"]

    told = {page: client.get(page) for page in pages} | {page: Client().get(page) for page in public}

    assert [each for address, answer in told.items() for each in shown_as_words(address, answer)] == []
    there = [each for each in told.values() if each.status_code == 200 and TAG in each.content.decode()]
    assert len(there) > 60
    assert all(answer.status_code < 500 for answer in told.values())
    assert all(TAG in told[page].content.decode() for page in public)
    json.loads(told[public[3]].content)
    calendar = told[public[-1]].content.decode().replace("\r\n ", "")
    assert all(line.partition(":")[0].partition(";")[0].isupper() for line in calendar.split("\r\n") if line)
