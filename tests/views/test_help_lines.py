"""Each field of the desk has a line of help."""

from html.parser import HTMLParser

import pytest

from tests.walking import walk_desk

pytestmark = pytest.mark.django_db
UNTYPED = ("hidden", "submit", "checkbox", "radio", "file")
VOID = ("area", "br", "col", "hr", "img", "input", "link", "meta", "source", "wbr")
WITHOUT = {
    "q": "a search box, whose label says what it searches",
    "length": "stands in a row of the builder, in the column of lengths",
    "place": "stands in the menu of a row of the builder: “Move to position”",
    "wording": "a switch above the builder, which changes at once what is shown below",
    "role": "stands in the row of a member; the roles are explained beside the table",
}
# Those of the same name that are fields of a form, and have their line.
WITH = {"id_place", "id_role"}


class Fields(HTMLParser):
    """Gathers the ids of a page, and the visible fields of its main part with what describes each."""

    def __init__(self):
        super().__init__()
        self.open, self.ids, self.fields = [], set(), []

    def handle_starttag(self, tag, attrs):
        given = dict(attrs)
        self.ids.add(given.get("id"))
        told = given.get("aria-describedby", "").split()
        is_field = tag in ("select", "textarea") or (tag == "input" and given.get("type") not in UNTYPED)
        if is_field and any(each == "main" for each, _ in self.open):
            groups = [word for _, words in self.open for word in words]
            self.fields.append((given.get("name"), given.get("id"), told + groups))
        if tag not in VOID:
            grouped = told if tag == "fieldset" or given.get("role") == "group" else []
            self.open.append((tag, grouped))

    def handle_endtag(self, tag):
        while self.open and self.open.pop()[0] != tag:
            pass


def bare_fields(html):
    page = Fields()
    page.feed(html)
    return {
        name
        for name, own_id, described in page.fields
        if not set(described) & page.ids and (name not in WITHOUT or own_id in WITH)
    }


def test_each_visible_field_of_the_desk_is_described_by_a_line_that_is_there():
    client, addresses = walk_desk()

    answers = {address: client.get(address) for address in addresses}
    pages = {address: each for address, each in answers.items() if each.status_code == 200}
    found = {address: bare_fields(each.content.decode()) for address, each in pages.items()}

    assert len(found) > 60
    assert {address: bare for address, bare in found.items() if bare} == {}


def test_a_field_is_bare_where_nothing_describes_it_or_what_should_is_missing():
    html = """<main><input name="none"><input name="gone" aria-describedby="nowhere">
    <fieldset aria-describedby="line"><p id="line">Said once.</p><select name="grouped"></select></fieldset>
    <textarea name="own" aria-describedby="line"></textarea></main>"""

    assert bare_fields(html) == {"none", "gone"}
