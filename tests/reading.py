"""What somebody reads on a page, or has read out, with the language that the page says it is in."""

import re
from html.parser import HTMLParser
from typing import NamedTuple

VOID = frozenset({"br", "col", "hr", "img", "input", "link", "meta", "path", "source", "use", "wbr"})
NOT_READ = frozenset({"code", "script", "style"})
READ = ("alt", "aria-description", "aria-label", "aria-valuetext", "abbr", "title", "placeholder")


class Said(NamedTuple):
    """``where`` is the element, with the attribute for what is read out."""

    language: str
    where: str
    text: str


class Reader(HTMLParser):
    def __init__(self, language: str = "") -> None:
        super().__init__()
        self.open: list[tuple[str, str]] = [("html", language)]
        self.read: list[Said] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        language = given.get("lang") or self.open[-1][1]
        names = [*READ, *(name for name in given if name.startswith("data-"))]
        names += ["content"] if given.get("name") == "description" else []
        names += ["value"] if given.get("type") in ("button", "submit") and tag == "input" else []
        for name in names:
            # What a script keeps is a word for itself unless it is a sentence for somebody.
            if not name.startswith("data-") or " " in (given[name] or "").strip():
                self._keep(tag, language, given.get(name) or "", f" {name}")
        if tag not in VOID:
            self.open.append((tag, language))

    def handle_endtag(self, tag: str) -> None:
        if tag in (name for name, _ in self.open[1:]):
            while self.open.pop()[0] != tag:
                pass

    def handle_data(self, data: str) -> None:
        self._keep(*self.open[-1], data)

    def _keep(self, tag: str, language: str, text: str, attribute: str = "") -> None:
        words = " ".join(text.split())
        if words and tag not in NOT_READ:
            self.read.append(Said(language, f"{tag}{attribute}", words))


def read(html: str, language: str = "") -> list[Said]:
    """Return what stands on a page; ``language`` is that of a part of a page, which does not name it."""
    reader = Reader(language)
    reader.feed(html)
    return reader.read


def words_in(text: str) -> list[str]:
    return re.findall(r"[^\W\d_]+(?:[’'][^\W\d_]+)?", text)
