"""A phrase that is never translated is explained once, where it first stands in what somebody reads.

A title gets no explanation; what follows it does. Data keep the phrase and its gloss apart: see ``Programme.phrases``.
"""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from events.programme.agenda import Item
from events.programme.phrases import Phrase, pieces
from events.programme.text import Text
from events.programme.value import Programme

BEFORE = ("dedication", "subtitle", "theme", "objective")
AFTER = ("guest_notes", "dress", "note")


def glossed(programme: Programme, languages: Iterable[str]) -> Programme:
    """Return the programme with the meaning of each phrase behind its first mention, in each of the languages.

    A text that is nothing but a phrase counts as said in every language. Doing it again changes nothing.
    """
    if not programme.phrases:
        return programme
    for language in languages:
        programme = _Reader(programme, language).read(programme)
        explained = tuple(phrase.without_gloss(language) for phrase in programme.phrases)
        programme = replace(programme, phrases=explained)
    return programme


class _Reader:
    """Reads in one language from the first text to the last."""

    def __init__(self, programme: Programme, language: str) -> None:
        self.language = language
        self.unexplained = [each for each in programme.phrases if each.explained(language)]

    def read(self, event: Programme) -> Programme:
        event = self._fields(event, BEFORE)
        if event.edition:
            event = replace(event, edition=self._fields(event.edition, ("message",)))
        parts = tuple(replace(part, items=tuple(map(self._item, part.items))) for part in event.parts)
        event = replace(
            event,
            parts=parts,
            days=tuple(self._fields(day, ("note",)) for day in event.days),
            works=tuple(self._fields(work, ("caption",)) for work in event.works),
        )
        event = replace(event, children=tuple(map(self.read, event.children)))
        read: Programme = self._fields(event, AFTER)
        return read

    def _item(self, item: Item) -> Item:
        read: Item = self._fields(item, ("dedication", "text", "staff_text"))
        return read

    def _fields(self, row: Any, names: Iterable[str]) -> Any:
        return replace(row, **{name: self._read(getattr(row, name)) for name in names})

    def _read(self, text: Text) -> Text:
        if not self.unexplained or not text:
            return text
        versions = dict(text.versions)
        words = versions.get(self.language) or next(filter(self._is_phrase, versions.values()), "")
        said = "".join(self._said(piece.text, piece.phrase) for piece in pieces(words, self.unexplained))
        return Text.of({**versions, self.language: said}) if said != words else text

    def _is_phrase(self, words: str) -> bool:
        return all(piece.phrase for piece in pieces(words, self.unexplained))

    def _said(self, words: str, phrase: Phrase | None) -> str:
        if phrase is None or phrase not in self.unexplained:
            return words
        self.unexplained.remove(phrase)
        return f"{words} ({phrase.explained(self.language)})"
