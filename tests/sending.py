"""The forms of a page, and what somebody might send with them."""

from dataclasses import dataclass, field
from html.parser import HTMLParser
from urllib.parse import urljoin, urlsplit

from django.urls import resolve

# Longer than any line may be, and no day, hour, number or address.
NONSENSE = "α" * 301


@dataclass
class Form:
    action: str
    kept: dict[str, str] = field(default_factory=dict)
    typed: dict[str, str] = field(default_factory=dict)

    @property
    def key(self) -> tuple[str, ...]:
        """Forms of one address with the same fields are one form, whatever they are about."""
        return (resolve(urlsplit(self.action).path).view_name, *sorted({*self.kept, *self.typed}))

    def as_it_is(self) -> dict[str, str]:
        return {**self.kept, **self.typed}

    def emptied(self) -> dict[str, str]:
        return {**self.kept, **dict.fromkeys(self.typed, "")}

    def filled_with_nonsense(self) -> dict[str, str]:
        return {**self.kept, **dict.fromkeys(self.typed, NONSENSE)}


class _Forms(HTMLParser):
    def __init__(self, address: str) -> None:
        super().__init__()
        self.address, self.forms, self.open = address, [], None
        self.select = self.area = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        name, kind = given.get("name", ""), given.get("type", "text" if tag == "input" else "")
        if tag == "form":
            self.open = None
            if given.get("method", "").lower() == "post":
                self.open = Form(urljoin(self.address, given.get("action", "")) or self.address)
                self.forms.append(self.open)
        form = self.open
        if form is None or not name:
            if tag == "option" and form is not None and self.select and "selected" in given:
                form.typed[self.select] = given.get("value", "")
            return
        if tag == "select":
            self.select = name
            form.typed.setdefault(name, "")
        elif tag == "textarea":
            self.area = name
            form.typed[name] = ""
        elif kind in ("checkbox", "radio"):
            if "checked" in given:
                form.kept[name] = given.get("value", "on")
        elif kind in ("submit", "button", "file"):
            if tag == "button" and kind == "submit":
                form.kept.setdefault(name, given.get("value", ""))
        elif kind == "hidden":
            form.kept[name] = given.get("value", "")
        else:
            form.typed[name] = given.get("value", "")

    def handle_data(self, data: str) -> None:
        if self.open is not None and self.area:
            self.open.typed[self.area] += data

    def handle_endtag(self, tag: str) -> None:
        if tag == "form":
            self.open = None
        elif tag == "select":
            self.select = ""
        elif tag == "textarea":
            self.area = ""


def forms_of(html: str, address: str) -> list[Form]:
    """Return the forms of a page that change something."""
    parser = _Forms(address)
    parser.feed(html)
    return parser.forms
