"""The forms of a page, as a browser would send them."""

from html.parser import HTMLParser
from urllib.parse import urljoin, urlsplit

from django.urls import resolve

TYPED = ("text", "search", "email", "tel", "url", "number", "password", "date", "time", "input")
UNSENT = ("button", "submit", "image", "reset", "file")


class _Reader(HTMLParser):
    def __init__(self):
        super().__init__()
        self.forms, self.form, self.select, self.textarea = [], None, None, None

    def handle_starttag(self, tag, attrs):
        given = dict(attrs)
        if tag == "form":
            self.form = Form(
                given.get("action") or "", (given.get("method") or "get").lower(), given.get("id")
            )
            self.forms.append(self.form)
        elif tag == "option" and self.select:
            self.select[1].append((given.get("value", ""), "selected" in given))
        elif tag in ("input", "button", "select", "textarea") and given.get("name"):
            self._field(tag, given)

    def _field(self, tag, given):
        owner = next((each for each in self.forms if each.id and each.id == given.get("form")), self.form)
        if owner is None:
            return
        name, value, kind = given["name"], given.get("value", ""), given.get("type", tag)
        owner.offered.setdefault(name, set())
        if tag == "select":
            self.select = (name, [], owner)
            owner.chosen.add(name)
        elif tag == "textarea":
            self.textarea = (name, owner)
            owner.typed.add(name)
            owner.sent.setdefault(name, []).append("")
        else:
            owner.offered[name].add(value)
            if tag == "button" and kind in ("button", "submit") and "value" in given:
                owner.pressed.setdefault(name, value)
            if tag == "input" and kind in TYPED:
                owner.typed.add(name)
            if (
                kind not in UNSENT
                and tag != "button"
                and (kind not in ("checkbox", "radio") or "checked" in given)
            ):
                owner.sent.setdefault(name, []).append(value)

    def handle_data(self, data):
        if self.textarea:
            name, owner = self.textarea
            owner.sent[name][-1] += data

    def handle_endtag(self, tag):
        if tag == "form":
            self.form = None
        elif tag == "textarea":
            self.textarea = None
        elif tag == "select" and self.select:
            name, options, owner = self.select
            owner.offered[name] |= {value for value, _ in options}
            chosen = [value for value, is_selected in options if is_selected] or [v for v, _ in options[:1]]
            owner.sent.setdefault(name, []).extend(chosen)
            self.select = None


class Form:
    """``sent`` is what goes with an untouched form, ``offered`` what each field has to choose from, ``typed`` are the
    fields into which somebody types, ``chosen`` the lists, ``pressed`` the buttons that say something."""

    def __init__(self, action, method, id):
        self.action, self.method, self.id = action, method, id
        self.sent, self.offered, self.pressed, self.typed, self.chosen = {}, {}, {}, set(), set()

    def filled(self, value):
        """Return what it sends with the same in each field into which somebody types, and in each list."""
        return {**self.pressed, **self.sent, **dict.fromkeys(self.typed | self.chosen, value)}


def forms_of(html):
    page = _Reader()
    page.feed(html)
    return page.forms


def forms_that_write(html, page):
    """Yield the address to which each form goes that changes something, the name of that address, and the form."""
    for form in forms_of(html):
        if form.method == "post":
            address = urljoin(page, form.action or page)
            yield address, resolve(urlsplit(address).path).view_name, form


def forms_on(client, pages):
    """Yield the same of all these pages that answer."""
    for page in pages:
        answer = client.get(page)
        if answer.status_code == 200:
            yield from forms_that_write(answer.content.decode(), page)
