"""Phrases that are never translated: kept in their own language wherever they stand, and explained once."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from events.programme.text import NOTHING, Text, Wording


@dataclass(frozen=True, slots=True)
class Phrase:
    """The words in their own ``language``; ``gloss`` says in others what they mean."""

    text: str
    language: str
    gloss: Text = NOTHING

    def explained(self, language: str) -> Wording:
        """Return what the words mean in ``language``; nothing in their own one, or where nobody has said it."""
        if language == self.language or language not in self.gloss.languages:
            return Wording("", language)
        return self.gloss.wording(language)

    def without_gloss(self, language: str) -> "Phrase":
        """Return it as it stands where it has been explained already."""
        versions = {code: words for code, words in self.gloss.versions if code != language}
        return replace(self, gloss=Text.of(versions))


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a text: plain words, or a phrase as it is kept."""

    text: str
    phrase: Phrase | None = None


def pieces(text: str, phrases: Iterable[Phrase]) -> Iterator[Piece]:
    """Return the text cut where phrases begin and end; of two that overlap the longer one is kept."""
    there = (each for each in phrases if each.text in text)
    known = sorted(there, key=lambda each: len(each.text), reverse=True)
    at = begun = 0
    while known and at < len(text):
        phrase = next((each for each in known if text.startswith(each.text, at)), None)
        if phrase is None:
            at += 1
            continue
        if begun < at:
            yield Piece(text[begun:at])
        yield Piece(phrase.text, phrase)
        at = begun = at + len(phrase.text)
    if begun < len(text):
        yield Piece(text[begun:])


def main_language(wording: Wording, phrases: Iterable[Phrase]) -> str:
    """Return the language of most letters of the wording: where a whole text has to be of one language."""
    letters: dict[str, int] = {wording.language: 0}
    for piece in pieces(wording.text, phrases):
        language = piece.phrase.language if piece.phrase else wording.language
        letters[language] = letters.get(language, 0) + sum(map(str.isalpha, piece.text))
    return max(letters, key=lambda language: letters[language])


def stretches(text: str, phrases: Iterable[Phrase]) -> list[range]:
    """Return where the phrases stand in the text."""
    found, at = [], 0
    for piece in pieces(text, phrases):
        if piece.phrase:
            found.append(range(at, at + len(piece.text)))
        at += len(piece.text)
    return found
