"""Numbers of years and of anniversaries in a text, against the edition that the event is of.

What is written as an anniversary ("34th anniversary") or says so ("34 years ago", "34 years have passed") is held
against the edition, whatever its number. A bare "34 years" is taken for an anniversary where it is near to the
edition's own, and nothing beside it says that it counts something else.
"""

import re
from collections.abc import Iterator

from events.programme.finding import Mark, Slip
from events.programme.year_counts import ENDINGS, Form, forms, number_in

# As far as from one round anniversary to the next but one: what a copied text of some years ago says.
NEAR = 12
ROUND = 30
YEAR = re.compile(r"(?<!\d)(?:1[5-9]|20)\d\d(?!\d)")
TELLING = {
    "en": r"\bago\b|\bsince\b|\bpassed\b|\belapsed\b|\bgone by\b|\bmark(?:s|ed|ing)?\b|\bafter the\b|\bto the day\b",
    "az": r"əvvəl|keç|ötür|ötüb|ötd|tamam ol|bundan",
    "ru": r"назад|спустя|прош[лё]|минул|исполн",
    "tr": r"önce|geç[tme]|sonra|doldu",
    "ur": r"قبل|پہلے|گزر|گذر|بیت|مکمل|بعد",
}
OTHERWISE = {
    "en": (
        r"\b(?:aged?|within|(?:next|last|past|coming|first)(?: the)?|up to|every)\s*$"
        r"|^[’'\s-]*(?:old|of (?:age|experience|service|imprisonment|independence|friendship|\w+ relations)"
        r"|in prison|imprisonment|olds?|plan|term)\b"
    ),
    "az": r"\b(?:hər|növbəti|yaxın|son|ilk)\s*$|^\s*(?:azadlıqdan|həbs|müddətinə|müstəqillik|ərzində)",
    "ru": r"\b(?:каждые|ближайшие|последние|первые|возрасте|за|на)\s*$|^\s*(?:заключения|лишения|независимости|дружбы)",
    "tr": r"\b(?:her|son|ilk|gelecek|önümüzdeki)\s*$|^\s*(?:hapis|boyunca|içinde|yaşında)",
    "ur": r"(?:ہر|آئندہ|گزشتہ|پچھلے|اگلے)\s*$|^\s*(?:کی عمر|قید|کے دوران)",
}


def wrong_years(text: str, language: str, anniversary: int, year: int | None) -> Iterator[Slip]:
    """Return what disagrees with the number of the anniversary, or has an ending that its own number does not take.

    ``anniversary`` below 1 means that the event is of no edition; then endings alone are looked at. ``year`` is the
    year of the event: a number that counts from another year named in the text is right.
    """
    counted = {year - int(named) for named in YEAR.findall(text)} if year else set()
    taken: list[range] = []
    for form in forms(language):
        for match in form.pattern.finditer(text):
            if any(match.start() in each for each in taken):
                continue
            taken.append(range(match.start(), match.end()))
            yield from _against(match, form, language, anniversary, counted)
    if language in ENDINGS:
        yield from _endings(text, language, taken)


def _against(
    match: re.Match[str], form: Form, language: str, anniversary: int, counted: set[int]
) -> Iterator[Slip]:
    number = number_in(match, language)
    if number < 1:
        return
    wrong = (
        anniversary > 0
        and number != anniversary
        and number not in counted
        and (form.tells or _is_an_anniversary(match, language, number, anniversary))
    )
    if not wrong and not form.strict:
        return
    proposed = form.right(match, anniversary if wrong else number)
    if proposed != match.group():
        yield Slip(Mark.NUMBER if wrong else Mark.ENDING, match.start(), match.group(), proposed)


def _is_an_anniversary(match: re.Match[str], language: str, number: int, anniversary: int) -> bool:
    text = match.string
    before, after = (
        text[max(0, match.start() - ROUND) : match.start()],
        text[match.end() : match.end() + ROUND],
    )
    if re.search(TELLING[language], before + " … " + after, re.IGNORECASE):
        return True
    otherwise = re.compile(OTHERWISE[language], re.IGNORECASE)
    return abs(number - anniversary) <= NEAR and not (otherwise.search(before) or otherwise.search(after))


def _endings(text: str, language: str, taken: list[range]) -> Iterator[Slip]:
    form = ENDINGS[language]
    for match in form.pattern.finditer(text):
        number = int(match["n"])
        if number < 1 or any(match.start() in each for each in taken):
            continue
        proposed = form.right(match, number)
        if proposed != match.group():
            yield Slip(Mark.ENDING, match.start(), match.group(), proposed)
