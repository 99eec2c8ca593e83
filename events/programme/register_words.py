"""Words that do not suit a day of mourning, with the approved ones in their place.

The approved words are those of the glossary; all of them are to be read by a protocol officer who speaks the language.
"""

import re
from dataclasses import dataclass

ONE_WORD = r"(?<![\w’'-]){}(?![\w])"


@dataclass(frozen=True)
class Unfit:
    """Words that do not suit. ``becomes`` is a template (re) for what to write where the grammar stays the same;
    ``approved`` are words to choose from."""

    pattern: re.Pattern[str]
    becomes: str = ""
    approved: tuple[str, ...] = ()


def _word(pattern: str, becomes: str = "", *approved: str) -> Unfit:
    return Unfit(re.compile(ONE_WORD.format(f"(?:{pattern})"), re.IGNORECASE), becomes, approved)


UNFIT: dict[str, tuple[Unfit, ...]] = {
    "en": (
        _word("celebrat(es?|ed|ing|ions?)", r"commemorat\1"),
        _word("celebratory|festive", "solemn"),
        _word("jubilee", "anniversary"),
        _word("gala(?: (?:dinner|evening|concert|night))?", "", "memorial evening"),
        _word("festivit(?:y|ies)|(?:cocktail|dinner|garden) party", "", "commemoration", "memorial ceremony"),
        _word("happy|happily|joy(?:ful|ous)|cheerful", "", "solemn"),
        _word("congratulat(?:e|es|ed|ing|ions?)", "", "condolences", "respects"),
    ),
    "az": (
        # "qeyd etmək" celebrates a day; "qeyd edib ki" notes that something is so.
        Unfit(
            re.compile(
                r"(?P<day>\b\w*(?:dönümü|günü|tarixi|yanvarı?|yubileyi|bayramı)\w*\s+)qeyd"
                r"(?=\s+(?:et|ed|olun)\w*(?!\w|\s+ki\b))",
                re.IGNORECASE,
            ),
            r"\g<day>yad",
        ),
        _word(r"bayram(?!ov|lı\b)\w*", "", "anım günü", "hüzn günü"),
        _word(r"yubiley\w*", "", "ildönümü"),
        _word(r"təbrik\w*", "", "başsağlığı"),
        _word(r"şənlik\w*|ziyafət\w*", "", "anım mərasimi"),
        _word(r"qala[- ](?:gecə|konsert|axşam)\w*", "", "anım mərasimi"),
        _word(r"xoşbəxt\w*", "", "ehtiramla"),
    ),
    "ru": (
        _word("праздновани(?:е|я|ю|ем|и)", "", "поминовение", "памятное мероприятие"),
        _word(r"(?:от)?праздн(?:у|ова)\w*", "", "чтить память", "почтить память"),
        _word(r"праздни(?:к|ч)\w*", "", "день памяти", "памятный"),
        _word("торжеств(?:о|а|у|ом|е|ам|ах|ами)?", "", "траурное мероприятие", "памятное мероприятие"),
        _word(r"юбиле\w*", "", "годовщина"),
        _word(r"гала(?:-(?:вечер|концерт|ужин)\w*)?", "", "вечер памяти"),
        _word(r"поздравл\w*|поздрави\w*", "", "соболезнования"),
        _word(r"счастлив\w*|весел(?!ов)\w*|радостн\w*", "", "скорбный"),
    ),
    "ur": (
        _word("سالگرہ", "برسی"),
        _word("جشن|جشنِ|تہوار", "", "یادگاری تقریب"),
        _word("مبارک ?باد", "", "تعزیت"),
        _word("خوشی|خوشیاں|خوشیوں", "", "عقیدت"),
        _word("گالا", "", "یادگاری تقریب"),
    ),
    "tr": (
        _word(r"kutlama(\w*)", r"anma\1"),
        _word(r"kutla(?!ma)\w*", "", "anmak", "yad etmek"),
        _word(r"bayram(?!oğlu|ov)\w*", "", "anma günü"),
        _word(r"gala|şölen\w*|şenlik\w*|eğlence\w*", "", "anma töreni"),
        _word(r"jübile\w*", "", "yıl dönümü"),
        _word(r"tebrik\w*", "", "taziye"),
        _word(r"mutlu\w*|neşeli", "", "saygıyla"),
    ),
}
