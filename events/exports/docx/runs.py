"""The marked-up words that a ``Voice`` says, cut into runs of one language and direction each."""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from html.parser import HTMLParser

from events.exports.pdf.voice import CLOSE_ISOLATE, OPEN_ISOLATE
from events.programme.languages import direction

ISOLATES = {mark: way for way, mark in OPEN_ISOLATE.items()}
FIRST_STRONG = "\N{FIRST STRONG ISOLATE}"
STRONG = {"L": "ltr", "R": "rtl", "AL": "rtl"}
LINE_END = "\n"


@dataclass(frozen=True, slots=True)
class Run:
    """Text in one language; ``direction`` may be another one than that of the language, as with hours in Urdu."""

    text: str
    language: str
    direction: str


class _Reader(HTMLParser):
    def __init__(self, language: str) -> None:
        super().__init__(convert_charrefs=True)
        self.languages = [language]
        self.directions: list[str] = [direction(language)]
        self.runs: list[Run] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "br":
            self._break_line()
        elif tag == "span":
            language = dict(attrs).get("lang") or self.languages[-1]
            self.languages.append(language)
            self.directions.append(direction(language))

    def handle_endtag(self, tag: str) -> None:
        if tag == "span":
            self.languages.pop()
            self.directions.pop()

    def handle_data(self, data: str) -> None:
        """Word has directions of runs, and draws the marks that isolate them: each isolate is a run of its own."""
        text = ""
        for place, letter in enumerate(data):
            if letter not in (*ISOLATES, FIRST_STRONG, CLOSE_ISOLATE):
                text += letter
                continue
            self._add(text)
            text = ""
            if letter == CLOSE_ISOLATE:
                self.directions.pop()
            else:
                self.directions.append(ISOLATES.get(letter) or self._first_strong(data[place:]))
        self._add(text)

    def _first_strong(self, text: str) -> str:
        ways = (STRONG.get(unicodedata.bidirectional(letter)) for letter in text)
        return next((way for way in ways if way), self.directions[-1])

    def _add(self, text: str) -> None:
        if text:
            self.runs.append(Run(text, self.languages[-1], self.directions[-1]))

    def _break_line(self) -> None:
        """End the line; the blank that stands before it in print is not wanted here."""
        if self.runs and self.runs[-1].text == " ":
            self.runs.pop()
        self._add(LINE_END)


def runs_of(html: str, language: str) -> Iterator[Run]:
    """Yield the runs of HTML on a sheet in ``language``; a line ends with a run that is ``LINE_END`` alone."""
    reader = _Reader(language)
    reader.feed(html)
    reader.close()
    yield from reader.runs
