"""How a sheet says the texts of a programme: in one language, and what is there only in another one marked as such."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from textwrap import shorten

from django.utils.html import escape, format_html, format_html_join
from django.utils.safestring import SafeString

from events.exports.pdf.errors import ProgrammeTooLongError
from events.exports.pdf.labels import MANNERS
from events.exports.pdf.measure import GOES_ON, balanced
from events.programme import names
from events.programme.choices import Manner
from events.programme.languages import direction
from events.programme.people import Contribution, Party, Person
from events.programme.phrases import Phrase, pieces
from events.programme.text import Text, Wording

LONGEST_TEXT = 4_000
LONGEST_WORD = 100
# A word of more letters than any line surely takes may be broken after so many of them, wherever it stands.
LONG_WORD, BROKEN_AFTER = 60, 5
# WeasyPrint has no "unicode-bidi: isolate"; these marks do the same.
OPEN_ISOLATE = {"ltr": "\N{LEFT-TO-RIGHT ISOLATE}", "rtl": "\N{RIGHT-TO-LEFT ISOLATE}"}
# The blank keeps the words apart in bookmarks and in copied text.
LINE_BREAK = SafeString('<span class="gap"> </span><br>')
# Around a word they are no letters of it.
MARKS = "“”‘’«»\"'()[]…,.;:!?،؛؟۔\u2066\u2067\u2068\u2069"
CLOSE_ISOLATE = "\N{POP DIRECTIONAL ISOLATE}"
NUMBER_WITH_ENDING = re.compile(r"\b\d+-[^\W\d_]+")
# A number to call is read from the left, group by group; within Urdu its groups would change places.
TELEPHONE = re.compile(r"\+\d[\d ()/-]{5,}\d")
NUMBER_WITH_NOUN = re.compile(r"\b\d+(?:-[^\W\d_]+| [^\W\d_]{1,12}\b)")
# Two words of so many letters fit every column, or every one of a sheet for guests; there a name of this length does.
NARROW, WIDE, WHOLE = 13, 20, 26
# A text that surely has one line.
SURE_LINE = 30
NO_BREAK = "\N{NO-BREAK SPACE}"
NOTHING = SafeString("")


@dataclass(frozen=True, slots=True)
class Voice:
    """Says texts in ``language``, else in the first of ``fallback`` that has them.

    Each method returns HTML, escaped; empty where there is nothing to say. The last two words of a text stay
    together where they have no more letters than it ``keeps``: NARROW columns have room for fewer than WIDE ones, in
    which no name is parted either, and no number from its noun. ``phrases`` keep their own language within any
    text. In ``nastaliq`` Urdu takes more room.
    """

    language: str
    fallback: tuple[str, ...] = ()
    keeps: int = 0
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

    def title(self, text: Text, measure: float) -> SafeString:
        """Return a heading in its lines, in a column that is ``measure`` sizes of the type wide; one with a phrase in
        it is left to the typesetter."""
        wording = text.wording(self.language, self.fallback)
        if self._has_a_phrase(wording):
            return self.mark(wording)
        return self.broken(wording, self.title_lines(text, measure))

    def title_lines(self, text: Text, measure: float) -> list[str]:
        wording = text.wording(self.language, self.fallback)
        return balanced(_fit(wording.text), measure, direction(wording.language))

    def person(self, person: Person) -> SafeString:
        return self._name(names.full_name(person, self.language, self.fallback))

    def offices(self, person: Person) -> SafeString:
        return self.mark(names.offices(person, self.language, self.fallback))

    def party(self, party: Party) -> SafeString:
        return self._name(names.party_name(party, self.language, self.fallback))

    def _name(self, wording: Wording) -> SafeString:
        """A name is to be found in the file in every reader: no other blank stands in one from right to left."""
        return self.mark(wording) if direction(wording.language) == "rtl" else self.whole(wording)

    def mark(self, wording: Wording) -> SafeString:
        """Return the wording; with its language and direction where they are not those of the sheet."""
        if not wording:
            return NOTHING
        if self._has_a_phrase(wording):
            return self._within(wording, self._with_phrases(wording))
        text = _fit(wording.text)
        if direction(wording.language) == "rtl":
            return self._within(wording, self._from_the_right(text, SURE_LINE if self.keeps >= WIDE else 0))
        # Of a text against the run of the sheet the typesetter would break the line before them as well.
        keeps = self.keeps if direction(self.language) == "ltr" else 0
        text, last = _last_two(text, keeps)
        if last and (keeps < WIDE or len(wording.text) > SURE_LINE):
            # Where a text has several lines the typesetter breaks one too early before a box that it may not break.
            text, last = f"{text} {last.replace(' ', NO_BREAK)}", ""
        numbers = NUMBER_WITH_NOUN if keeps >= WIDE else NUMBER_WITH_ENDING
        kept = [_kept_together(text, numbers), last and _together(last)]
        return self._within(wording, joined(" ", kept))

    def _from_the_right(self, text: str, sure_line: int) -> SafeString:
        """Readers of PDFs mix up the words of a line from right to left that is drawn in pieces, and some of them those
        beside a no-break space as well: none stands in a text that surely has one line."""
        if len(text) > sure_line:
            text, last = _last_two(text, min(self.keeps, NARROW))
            text = f"{text} {last.replace(' ', NO_BREAK)}" if last else text
        return _kept_together(_from_the_left(text), NUMBER_WITH_ENDING)

    def whole(self, wording: Wording) -> SafeString:
        """Return a short wording in one line, where columns are wide; any other one as it comes."""
        is_short = 0 < len(wording.text) <= WHOLE
        if not (self.keeps >= WIDE and is_short) or self._has_a_phrase(wording):
            return self.mark(wording)
        if direction(wording.language) == "rtl":
            return self._within(wording, self._from_the_right(wording.text, 0))
        return self._within(wording, _together(wording.text))

    def broken(self, wording: Wording, lines: Iterable[str]) -> SafeString:
        """Return the wording in these lines; after one that ends in GOES_ON its word does."""
        html = format_html_join(LINE_BREAK, "{}", ((line,) for line in lines))
        return self._within(wording, SafeString(html.replace(GOES_ON + LINE_BREAK, "<br>")))

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
                said.append(_kept_together(piece.text, NUMBER_WITH_ENDING))
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
    longest = max((word.strip(MARKS) for word in text.split()), key=len, default="")
    if len(longest) > LONGEST_WORD:
        raise ProgrammeTooLongError(
            f"A word of {len(longest)} letters does not fit a line; {LONGEST_WORD} at most. "
            f"It begins “{longest[:60]}”."
        )
    if len(longest) > LONG_WORD:
        return "".join(_with_breaks(word) for word in re.split(r"(\s+)", text))
    return text


def _with_breaks(word: str) -> str:
    """Return a word that is too long for a line with places to break it."""
    if len(word) <= LONG_WORD:
        return word
    return re.sub(rf"(\w{{{BROKEN_AFTER}}})(?=\w)", rf"\1{GOES_ON}", word)


def _from_the_left(text: str) -> str:
    return TELEPHONE.sub(rf"{OPEN_ISOLATE['ltr']}\g<0>{CLOSE_ISOLATE}", text)


def _kept_together(text: str, numbers: re.Pattern[str]) -> SafeString:
    """Escape the text; an ending stays with its number ("1990-cı", "33-я"), and its noun where that is asked for."""
    return SafeString(numbers.sub(r'<span class="together">\g<0></span>', escape(text)))


def _together(text: str) -> SafeString:
    return format_html('<span class="together">{}</span>', text)


def _last_two(text: str, most: int) -> tuple[str, str]:
    """Return the text and its last two words, if they have so many letters at ``most``."""
    words = text.rsplit(" ", 2)
    if len(words) < 3 or len(words[1]) + len(words[2]) > most:
        return text, ""
    return words[0], f"{words[1]} {words[2]}"


def in_whose_name(contribution: Contribution, name: Callable[[Party], SafeString]) -> SafeString:
    """Name who contributes, and in whose name; ``name`` has the offices of each right behind the name."""
    if contribution.manner is Manner.OWN or not contribution.other:
        return name(contribution.who)
    manner = str(MANNERS[contribution.manner])
    return sentence(manner, who=name(contribution.who), other=name(contribution.other))
