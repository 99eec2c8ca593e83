"""How a sheet says the texts of a programme: in one language, and what is there only in another one marked as such."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from math import ceil
from textwrap import shorten

from django.utils.html import escape, format_html, format_html_join
from django.utils.safestring import SafeString

from events.exports.pdf.errors import ProgrammeTooLongError
from events.programme import names
from events.programme.languages import direction
from events.programme.people import Party, Person
from events.programme.phrases import Phrase, pieces
from events.programme.text import Text, Wording

LONGEST_TEXT = 4_000
LONGEST_WORD = 100
# WeasyPrint has no "unicode-bidi: isolate"; these marks do the same.
OPEN_ISOLATE = {"ltr": "\N{LEFT-TO-RIGHT ISOLATE}", "rtl": "\N{RIGHT-TO-LEFT ISOLATE}"}
# The blank keeps the words apart in bookmarks and in copied text.
LINE_BREAK = SafeString('<span class="gap"> </span><br>')
CLOSE_ISOLATE = "\N{POP DIRECTIONAL ISOLATE}"
NUMBER_WITH_ENDING = re.compile(r"\b\d+-[^\W\d_]+")
# A number to call is read from the left, group by group; within Urdu its groups would change places.
TELEPHONE = re.compile(r"\+\d[\d ()/-]{5,}\d")
# Two words of so many letters fit every column.
SHORT_PAIR = 13
NO_BREAK = "\N{NO-BREAK SPACE}"
NOTHING = SafeString("")


@dataclass(frozen=True, slots=True)
class Voice:
    """Says texts in ``language``, else in the first of ``fallback`` that has them.

    Each method returns HTML, escaped; empty where there is nothing to say. In a ``narrow`` column no short word is left
    alone in the last line. ``phrases`` keep their own language within any text. In ``nastaliq`` Urdu takes more room.
    """

    language: str
    fallback: tuple[str, ...] = ()
    narrow: bool = False
    phrases: tuple[Phrase, ...] = ()
    nastaliq: bool = False

    def say(self, text: Text) -> SafeString:
        return self.mark(text.wording(self.language, self.fallback))

    def short(self, text: Text, letters: int) -> SafeString:
        """Return what of the text goes into a line of so many letters."""
        wording = text.wording(self.language, self.fallback)
        return self.mark(replace(wording, text=shorten(wording.text, letters, placeholder="…")))

    def lines(self, text: Text) -> list[SafeString]:
        """Return each line of a text that lists one thing a line."""
        wording = text.wording(self.language, self.fallback)
        lines = (Wording(line.strip(), wording.language) for line in wording.text.splitlines())
        return [self.mark(line) for line in lines if line]

    def title(self, text: Text, letters: int) -> SafeString:
        """Return a heading broken into lines of much the same length, of about ``letters`` at most; one with
        a phrase in it is left to the typesetter."""
        wording = text.wording(self.language, self.fallback)
        if self._has_a_phrase(wording):
            return self.mark(wording)
        return self._within(
            wording, format_html_join(LINE_BREAK, "{}", _balanced(_fit(wording.text), letters))
        )

    def person(self, person: Person) -> SafeString:
        return self.mark(names.full_name(person, self.language, self.fallback))

    def offices(self, person: Person) -> SafeString:
        return self.mark(names.offices(person, self.language, self.fallback))

    def party(self, party: Party) -> SafeString:
        return self.mark(names.party_name(party, self.language, self.fallback))

    def mark(self, wording: Wording) -> SafeString:
        """Return the wording; with its language and direction where they are not those of the sheet."""
        if not wording:
            return NOTHING
        if self._has_a_phrase(wording):
            return self._within(wording, self._with_phrases(wording))
        # Of a text against the run of the sheet the typesetter would break the line before them as well.
        keeps = self.narrow and direction(wording.language) == direction(self.language)
        text, last = _last_two(_fit(wording.text)) if keeps else (_fit(wording.text), "")
        # Readers of PDFs mix up the words of a line from right to left that is drawn in pieces.
        if direction(wording.language) == "rtl":
            whole = f"{text} {last.replace(' ', NO_BREAK)}" if last else text
            return self._within(wording, _kept_together(_from_the_left(whole)))
        return self._within(
            wording,
            joined(
                " ", [_kept_together(text), last and format_html('<span class="together">{}</span>', last)]
            ),
        )

    def broken(self, wording: Wording, lines: Iterable[str]) -> SafeString:
        """Return the wording in these lines."""
        return self._within(wording, format_html_join(LINE_BREAK, "{}", ((line,) for line in lines)))

    def plain(self, text: Text) -> str:
        """Return the text as it stands, for places where no mark-up may be."""
        return _fit(text.wording(self.language, self.fallback).text)

    def _has_a_phrase(self, wording: Wording) -> bool:
        return any(phrase.text in wording.text for phrase in self.phrases)

    def _with_phrases(self, wording: Wording) -> SafeString:
        said = []
        for piece in pieces(_fit(wording.text), self.phrases):
            if piece.phrase:
                phrase = Wording(piece.text, piece.phrase.language)
                said.append(replace(self, language=wording.language)._within(phrase, escape(piece.text)))
            else:
                said.append(_kept_together(piece.text))
        return joined("", said)

    def _within(self, wording: Wording, html: SafeString) -> SafeString:
        if wording.language == self.language or not html:
            return html
        way = direction(wording.language)
        if way != direction(self.language):
            html = SafeString(OPEN_ISOLATE[way] + html + CLOSE_ISOLATE)
        return format_html('<span lang="{}" dir="{}">{}</span>', wording.language, way, html)


def joined(separator: str, parts: Iterable[str]) -> SafeString:
    """Return the parts that are not empty with the separator between them."""
    return format_html_join(separator, "{}", ((part,) for part in parts if part))


def sentence(msgid: str, **values: object) -> SafeString:
    """Fill the names in a translated ``%(name)s`` sentence; what is not HTML already is escaped."""
    return SafeString(
        format_html("{}", msgid) % {key: format_html("{}", each) for key, each in values.items()}
    )


def _fit(text: str) -> str:
    if len(text) > LONGEST_TEXT:
        raise ProgrammeTooLongError(
            f"A text of {len(text)} letters does not fit a programme; {LONGEST_TEXT} at most. It begins “{text[:60]}”."
        )
    longest = max(text.split(), key=len, default="")
    if len(longest) > LONGEST_WORD:
        raise ProgrammeTooLongError(
            f"A word of {len(longest)} letters does not fit a line; {LONGEST_WORD} at most. "
            f"It begins “{longest[:60]}”."
        )
    return text


def _from_the_left(text: str) -> str:
    return TELEPHONE.sub(rf"{OPEN_ISOLATE['ltr']}\g<0>{CLOSE_ISOLATE}", text)


def _kept_together(text: str) -> SafeString:
    """Escape the text; an ending stays with its number ("1990-cı", "33-я")."""
    return SafeString(NUMBER_WITH_ENDING.sub(r'<span class="together">\g<0></span>', escape(text)))


def _last_two(text: str) -> tuple[str, str]:
    """Return the text and its last two words, if they are so short that they go into every column."""
    words = text.rsplit(" ", 2)
    if len(words) < 3 or len(words[1]) + len(words[2]) > SHORT_PAIR:
        return text, ""
    return words[0], f"{words[1]} {words[2]}"


def _balanced(text: str, letters: int) -> list[tuple[str]]:
    """Return the lines, each in a tuple of its own; a long last line is better than a word left alone."""
    words = text.split()
    count = ceil(len(text) / letters)
    if count < 2:
        return [(text,)]
    goal = len(text) / count
    lines: list[tuple[str]] = []
    line = ""
    for word in words:
        longer = f"{line} {word}".strip()
        if line and len(lines) < count - 1 and abs(len(line) - goal) <= abs(len(longer) - goal):
            lines.append((line,))
            line = word
        else:
            line = longer
    return [*lines, (line,)]
