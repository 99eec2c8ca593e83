"""The programme as a booklet: A5, or half a letter, in sheets of four pages, in up to three languages."""

from collections.abc import Iterable, Iterator
from typing import Any

from django.utils import translation
from django.utils.safestring import SafeString

from events.exports.pdf.back import Back, back_of
from events.exports.pdf.cover import cover_of
from events.exports.pdf.folding import Folding
from events.exports.pdf.frame import check_languages, frame, press
from events.exports.pdf.proceedings import Proceedings, proceedings_of, running_title
from events.exports.pdf.stamp import release_words
from events.exports.pdf.together import Said, notes_for_guests, pairs, told_in
from events.exports.pdf.voice import WIDE, Voice
from events.exports.pdf.words import words_of
from events.exports.wishes import NO_WISHES, Beside, Wishes
from events.programme.choices import Audience, PaperSize
from events.programme.languages import direction
from events.programme.value import Programme

MOST_LANGUAGES = 3
# About how many lines of one language a closeness holds on its page; there is no use in trying it with more.
CLOSENESS = (("roomy", 26), ("close", 34), ("closest", 50), ("closest brief", 50))
MIXED = "mixed"
# How much higher a line of Urdu is.
RIGHT_TO_LEFT_LINE = 1.3
# In sizes of its type.
DEDICATION_LINE = 17.0
# Lines to write on stand below the notes for guests where these leave room for them.
FEW_NOTES = 6


def render(
    programme: Programme, languages: tuple[str, ...], site_url: str, wishes: Wishes = NO_WISHES
) -> bytes:
    """Return the booklet page by page in reading order as PDF/A-3a and PDF/UA-1; always a multiple of four pages.

    The order of proceedings stands in one language after the other; speakers and notes for guests are told in the first
    two side by side. One whose first language runs from right to left is bound on the right. Raises
    LanguagesNotOfferedError, ProgrammeTooLongError, and MissingGlyphError.
    """
    check_languages(languages, MOST_LANGUAGES)
    programme = programme.seen_by(Audience.PUBLIC)
    with translation.override(languages[0]):
        shown = leaves(programme, languages, site_url, wishes.beside)
        least = _least(shown)
        closeness = _closeness(shown["proceedings"])
        roomier = _roomier(closeness, languages)
        folding = Folding(closeness, least, least + len(languages), roomier)
        return press(
            "booklet",
            programme,
            languages,
            shown,
            site_url,
            wishes,
            settings=folding.settings(),
            fits=folding.is_done,
            also=("half-letter.css",) if _is_half_letter(programme) else (),
        )


def leaves(
    programme: Programme, languages: tuple[str, ...], site_url: str, beside: Beside | None = None
) -> dict[str, Any]:
    """Return what the template shows. ``programme`` is what the public may see."""
    voice = Voice(languages[0], programme.languages, keeps=WIDE, phrases=programme.phrases)
    backs = [told_in(language, back_of, programme) for language in languages[:2]]
    framed = frame(programme, voice, site_url)
    return {
        **framed,
        "running_title": running_title(programme, voice),
        "cover": cover_of(programme, languages, voice),
        "short_address": framed["address"].removeprefix("https://"),
        "release_words": release_words(programme, voice),
        "dedications": list(_dedications(programme, languages)),
        "proceedings": [told_in(language, proceedings_of, programme, beside) for language in languages],
        "words": words_of(programme, voice, *languages[1:2]),
        "back": backs[0],
        "remembered_also": list(_remembered_also(languages, backs)),
        "speakers": pairs(
            languages, *([[each.name, each.offices] for each in back.speakers] for back in backs)
        ),
        "guests": notes_for_guests(languages, backs),
        "supporters": pairs(
            languages, *([[each.name, SafeString(each.role)] for each in back.supporters] for back in backs)
        ),
        "note": pairs(languages, *([back.note] if back.note else [] for back in backs)),
        "has_room_for_notes": len(backs[0].guests) <= FEW_NOTES and not backs[0].supporters,
        "few_lines": range(5),
        "lines_to_write_on": range(17),
        "pages_of_notes": range(1, 4),
    }


def _is_half_letter(programme: Programme) -> bool:
    return programme.mission.look.paper is PaperSize.LETTER


def _closeness(proceedings: list[Proceedings]) -> list[str]:
    lines = max(each.lines * (RIGHT_TO_LEFT_LINE if each.direction == "rtl" else 1) for each in proceedings)
    worth_trying = [name for name, most in CLOSENESS if lines <= most]
    return worth_trying[:3] or [CLOSENESS[0][0]]


def _roomier(closeness: list[str], languages: tuple[str, ...]) -> list[str]:
    """Return what is roomier than that. Where languages run both ways, only what runs from the right is given room: it
    goes over a page long before the others."""
    if len({direction(language) for language in languages}) > 1:
        return [MIXED]
    names = [name for name, _ in CLOSENESS]
    return names[: names.index(closeness[0])]


def _least(shown: dict[str, Any]) -> int:
    """Return how many pages there are where each section takes one."""
    sections = (
        bool(shown["dedications"] or shown["back"].remembrance),
        bool(shown["speakers"]),
        bool(shown["guests"] or shown["supporters"] or shown["note"]),
    )
    return 2 + len(shown["proceedings"]) + len(shown["words"]) + sum(sections)


def _dedications(programme: Programme, languages: Iterable[str]) -> Iterator[Said]:
    """Yield the dedication in each language of the event, those of the booklet first."""
    for language in dict.fromkeys((*languages, *programme.languages)):
        if language in programme.dedication.languages:
            said = _voice(programme, language).title(programme.dedication, DEDICATION_LINE)
            yield Said(language, direction(language), [said])


def _remembered_also(languages: tuple[str, ...], backs: list[Back]) -> Iterator[Said]:
    """Yield what is remembered in the second language, where that has its own words for it."""
    for language, back in zip(languages[1:], backs[1:], strict=False):
        told = back.remembrance
        lines = [line for line in (told.day, told.anniversary) if line] if told else []
        if lines and not any(f'lang="{languages[0]}"' in line for line in lines):
            yield Said(language, direction(language), lines)


def _voice(programme: Programme, language: str) -> Voice:
    return Voice(language, keeps=WIDE, phrases=programme.phrases)
