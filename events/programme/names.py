"""How people and organisations are named: in full, for short, again, aloud, and with the offices they hold.

Every answer stands in one language from beginning to end; where that language lacks a part, another language has the
whole, or the part is left out. Letters are never turned into capitals or small ones: Python knows no dotted İ.
"""

import unicodedata
from collections.abc import Iterable

from events.programme.honorifics import NONE, Honorific, honorific
from events.programme.languages import comma, semicolon
from events.programme.people import Office, Organisation, Party, Person, upwards
from events.programme.text import NOTHING, Text, Wording

# Words that belong to the family name and keep their own letters.
PARTICLES = frozenset(
    {
        *(
            "van",
            "von",
            "der",
            "den",
            "de",
            "del",
            "della",
            "di",
            "da",
            "dos",
            "du",
            "la",
            "le",
            "ten",
            "ter",
        ),
        *(
            "zu",
            "zum",
            "al",
            "el",
            "bin",
            "ibn",
            "bint",
            "ben",
            "фон",
            "ван",
            "де",
            "аль",
            "эль",
            "ибн",
            "бин",
        ),
    }
)
# "Əli oğlu": the name before it is the father's; the word itself has no initial.
PATRONYMICS = frozenset({"oğlu", "qızı", "oglu", "gizi", "qizi", "оглы", "кызы", "оглу", "гызы"})
SUFFIXES = frozenset({"Jr", "Jr.", "Sr", "Sr.", "II", "III", "IV"})


def full_name(person: Person, language: str, fallback: tuple[str, ...] = ()) -> Wording:
    """Return how the person is named first: as their office wants it, else honorific and name.

    "H.E. Khazar Farhadov", "عزت مآب خضر فرہادوف".
    """
    name = short_name(person, language, fallback)
    wanted = _wanted(person.first_mention, name.language)
    before = _honorific(person, name.language).words
    return Wording(wanted or _joined(" ", [before, name.text]), name.language)


def first_mention(person: Person, language: str, fallback: tuple[str, ...] = ()) -> Wording:
    """Return the full name with the offices in the same language.

    "H.E. Khazar Farhadov, Ambassador of Azerbaijan to Pakistan".
    """
    name = full_name(person, language, fallback)
    held = offices(person, name.language)
    said = [name.text, held.text if held.language == name.language else ""]
    return Wording(_joined(comma(name.language), said), name.language)


def short_name(person: Person, language: str, fallback: tuple[str, ...] = ()) -> Wording:
    """Return the name alone: "Khazar Farhadov"."""
    name = person.name.wording(language, fallback)
    return Wording(_single_spaced(name.text), name.language)


def card_name(person: Person, language: str, fallback: tuple[str, ...] = ()) -> Wording:
    """Return how a place card, a lectern card and a reserved seat name the person: as their office wants it, else
    honorific and whole name, without initials; rank, academic title and offices stand beneath it."""
    name = full_name(person, language, fallback)
    return Wording(_wanted(person.place_card, name.language) or name.text, name.language)


def second_mention(person: Person, language: str, fallback: tuple[str, ...] = ()) -> Wording:
    """Return how the person is named when named again: as the person's office wants it, else by the rules.

    With an honorific that goes with the family name "H.E. Mr Farhadov", else with initials "P. Musayev". Both take the
    last word for the family name: where it comes first, as in Chinese or Hungarian, ``Person.second_mention`` has to
    say so. In scripts without capitals the whole name is repeated, with the honorific.
    """
    name = short_name(person, language, fallback)
    wanted = _wanted(person.second_mention, name.language)
    return Wording(wanted or _again(name.text, _honorific(person, name.language)), name.language)


def announced_again(person: Person, language: str, fallback: tuple[str, ...] = ()) -> Wording:
    """Return how the person is called up again: as ``second_mention``, but nobody says initials."""
    name = short_name(person, language, fallback)
    if _wanted(person.second_mention, name.language) or _honorific(person, name.language).again:
        return second_mention(person, language, fallback)
    return full_name(person, language, fallback)


def _again(name: str, before: Honorific) -> str:
    given, family = _halves(name.split())
    if not all(_has_case(word) for word in given):
        return _joined(" ", [before.words, name])
    if before.again:
        return _joined(" ", [before.words, *family])
    return with_initials(name)


def given_and_family(
    person: Person, language: str, fallback: tuple[str, ...] = ()
) -> tuple[Wording, Wording]:
    """Return ("Khalid Teymur", "Akram"); all in the first where nobody can tell the family name.

    The family name is what ``Person.second_mention`` keeps of the name, else the last word.
    """
    name = short_name(person, language, fallback)
    words = name.text.split()
    mention = dict(person.second_mention.versions).get(name.language, "").split()
    if mention:
        given, family = (
            [word for word in words if word not in mention],
            [word for word in words if word in mention],
        )
    else:
        given, family = _halves(words)
    if not given or not family:
        return name, Wording("", name.language)
    return Wording(" ".join(given), name.language), Wording(" ".join(family), name.language)


def spoken_name(person: Person, language: str, fallback: tuple[str, ...] = ()) -> Wording:
    """Return what the master of ceremonies says: how the name is pronounced if that is known, else the full name.

    "His Excellency Mr Khazar Farhadov": what is shortened before the name is said in full.
    """
    name = short_name(person, language, fallback)
    spoken = _wanted(person.spoken, name.language)
    before = _honorific(person, name.language)
    if not spoken and before.spoken and not _wanted(person.first_mention, name.language):
        spoken = _joined(" ", [before.spoken, name.text])
    return Wording(spoken or full_name(person, language, fallback).text, name.language)


def offices(person: Person, language: str, fallback: tuple[str, ...] = ()) -> Wording:
    """Return academic title, offices and rank, in this order.

    "Associate Professor; Dean, International Peace and Stability Center, National University of Science and
    Technology": a comma inside an office, a semicolon between two. All in the first language that has most of it.
    """
    texts = [person.academic_title, person.rank]
    for office in person.offices:
        texts += [office.title, *(organisation.name for organisation in upwards(office.organisation))]
    chosen = _fullest([text for text in texts if text], language, fallback)
    held = [
        _in(person.academic_title, chosen),
        *(_office(office, chosen) for office in person.offices),
        _in(person.rank, chosen),
    ]
    return Wording(_joined(semicolon(chosen), held), chosen)


def first_office(person: Person, language: str, fallback: tuple[str, ...] = ()) -> Wording:
    """Return one office in short, "Director, IPS"; where none is held, what ``offices`` says."""
    if not person.offices:
        return offices(person, language, fallback)
    office = person.offices[0]
    at = office.organisation.short_name or office.organisation.name if office.organisation else NOTHING
    chosen = _fullest([text for text in (office.title, at) if text], language, fallback)
    title, name = _in(office.title, chosen), _in(at, chosen)
    return Wording(_joined(comma(chosen), [title, name if name not in title else ""]), chosen)


def party_name(party: Party, language: str, fallback: tuple[str, ...] = ()) -> Wording:
    """Return the person's full name, the organisation's name, or the plain words."""
    if party.person:
        return full_name(party.person, language, fallback)
    if party.organisation:
        return organisation_name(party.organisation, language, fallback)
    return party.words.wording(language, fallback)


def party_offices(party: Party, language: str, fallback: tuple[str, ...] = ()) -> Wording:
    """Return the person's offices, or the line that describes the organisation; plain words have none."""
    if party.person:
        return offices(party.person, language, fallback)
    described = party.organisation.descriptor if party.organisation else NOTHING
    return described.wording(language, fallback)


def organisation_name(organisation: Organisation, language: str, fallback: tuple[str, ...] = ()) -> Wording:
    """Return the name with those of the bodies to which it belongs, the nearest first."""
    names = [each.name for each in upwards(organisation) if each.name]
    chosen = _fullest(names, language, fallback)
    return Wording(_joined(comma(chosen), [_in(name, chosen) for name in names]), chosen)


def with_initials(name: str) -> str:
    """Return "P. Musayev" for "Parviz Musayev", "K. T. Akram" for "Khalid Teymur Akram".

    Particles and the words after the family name stay whole, "oğlu" and the like go. A single word, a name that has
    its initials already and a name in a script without capitals come back as they are.
    """
    given, family = _halves(name.split())
    given = [word for word in given if word not in PATRONYMICS]
    if not given or not all(_has_case(word) for word in given):
        return name
    return " ".join([*(_initial(word) for word in given), *family])


def _halves(words: list[str]) -> tuple[list[str], list[str]]:
    last = len(words) - 1
    while last > 0 and words[last] in SUFFIXES:
        last -= 1
    while last > 0 and words[last - 1] in PARTICLES:
        last -= 1
    return words[: max(last, 0)], words[max(last, 0) :]


def _initial(word: str) -> str:
    """Return the first letter with its marks and a point; each half of "Jean-Pierre" has its own."""
    if word.endswith("."):
        return word
    return "-".join(f"{_first_letter(half)}." for half in word.split("-") if half)


def _first_letter(word: str) -> str:
    end = 1
    while end < len(word) and unicodedata.combining(word[end]):
        end += 1
    return word[:end]


def _has_case(word: str) -> bool:
    return unicodedata.category(word[0]) in ("Lu", "Ll", "Lt")


def _honorific(person: Person, language: str) -> Honorific:
    words = _in(person.honorific, language)
    return honorific(words, language) if words else NONE


def _wanted(form: Text, language: str) -> str:
    """Return what the person's office wants in the language, "" where it says nothing of it."""
    return _single_spaced(_in(form, language))


def _office(office: Office, language: str) -> str:
    """Return the office with its organisations, without those that the title names already."""
    title = _in(office.title, language)
    names = [_in(organisation.name, language) for organisation in upwards(office.organisation)]
    return _joined(comma(language), [title, *(name for name in names if name not in title)])


def _fullest(texts: list[Text], language: str, fallback: tuple[str, ...]) -> str:
    """Return the language that has most of ``texts``, the earlier one of two that have as many."""
    candidates = dict.fromkeys((language, *fallback, *(code for text in texts for code in text.languages)))
    return max(candidates, key=lambda code: sum(code in text.languages for text in texts))


def _in(text: Text, language: str) -> str:
    return dict(text.versions).get(language, "")


def _joined(separator: str, parts: Iterable[str]) -> str:
    return separator.join(part for part in parts if part)


def _single_spaced(text: str) -> str:
    return " ".join(text.split())
