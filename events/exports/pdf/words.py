"""The words of an anthem, an ode, a prayer in full: the original beside the translation, stanza by stanza."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.safestring import SafeString

from events.exports.pdf.voice import LINE_BREAK, Voice
from events.programme.agenda import Item
from events.programme.kinds import item_title
from events.programme.languages import LANGUAGES, direction
from events.programme.text import Text, Wording
from events.programme.value import Programme

BETWEEN_STANZAS = re.compile(r"\n\s*\n")


@dataclass(frozen=True, slots=True)
class Cell:
    """A stanza in one language; its lines are as they were written."""

    language: str
    direction: str
    html: SafeString


@dataclass(frozen=True, slots=True)
class Words:
    """``heads`` name the languages, ``stanzas`` have a cell for each of them; ``also`` is the title in the language
    that the sheet has beside its own."""

    title: SafeString
    also: Cell | None
    heads: list[Cell]
    stanzas: list[list[Cell]]


def words_of(programme: Programme, voice: Voice, beside: str = "") -> list[Words]:
    """Return them in the original and the language of the voice, or in this one and that ``beside`` it."""
    return list(_words(programme, voice, beside))


def stanzas_of(words: Text, voice: Voice) -> list[list[SafeString]]:
    """Return the lines of each stanza, in one language."""
    wording = words.wording(voice.language, voice.fallback)
    parted = BETWEEN_STANZAS.split(wording.text.strip())
    return [voice.lines(Text.of({wording.language: stanza})) for stanza in parted if stanza]


def _words(programme: Programme, voice: Voice, beside: str) -> Iterator[Words]:
    for held in (programme, *programme.children):
        for item in held.items:
            if item.words:
                versions = [
                    item.words.wording(language) for language in _languages(item.words, held, voice, beside)
                ]
                yield Words(
                    title=voice.mark(item_title(item, voice.language, voice.fallback)),
                    also=_also(item, voice, beside),
                    heads=[_cell(_named(each.language), each.language) for each in versions],
                    stanzas=_stanzas(versions),
                )


def _also(item: Item, voice: Voice, beside: str) -> Cell | None:
    """Return the title in the language beside, unless it says the same."""
    title, own = item_title(item, beside), item_title(item, voice.language, voice.fallback)
    if not beside or title.language != beside or title.text == own.text:
        return None
    return _cell(title.text, beside)


def _languages(words: Text, programme: Programme, voice: Voice, beside: str) -> list[str]:
    """Return two at most: those of the sheet, or the mission's or another one first, then that of the sheet."""
    if {voice.language, beside} <= set(words.languages):
        return [voice.language, beside]
    order = (programme.own_language, *programme.languages, *words.languages)
    others = [code for code in order if code in words.languages and code != voice.language]
    own = [voice.language] if voice.language in words.languages else []
    return others[:1] + own


def _stanzas(versions: list[Wording]) -> list[list[Cell]]:
    """Return the stanzas level where both versions have as many, else each version as one."""
    parted = [BETWEEN_STANZAS.split(each.text.strip()) for each in versions]
    if len({len(each) for each in parted}) > 1:
        parted = [[each.text] for each in versions]
    languages = [each.language for each in versions]
    return [
        [_cell(stanza, language) for stanza, language in zip(row, languages, strict=True)]
        for row in zip(*parted, strict=True)
    ]


def _cell(text: str, language: str) -> Cell:
    voice = Voice(language)
    lines = [voice.mark(Wording(line.strip(), language)) for line in text.splitlines()]
    return Cell(language, direction(language), SafeString(LINE_BREAK.join(lines)))


def _named(language: str) -> str:
    return LANGUAGES[language].native_name if language in LANGUAGES else language
