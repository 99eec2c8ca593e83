"""Every page of every document: nothing off the sheet, on one another, torn or alone, and all of it to be read aloud.

The everyday run takes one language an event and a few programmes made up; ``pytest -m every_page`` takes the other
languages and 200 programmes for each document. A missing glyph is refused while a page is drawn. Documents come from
the table of formats, so that a new one is looked at here by itself.
"""

from contextlib import contextmanager
from functools import cache
from itertools import permutations

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from events.exports import FORMATS, EmptyProgrammeError, ical
from events.exports.pdf import year as year_of_mission
from events.exports.pdf.errors import NotSetError, ProgrammeTooLongError
from events.exports.wishes import Wishes
from events.programme.agenda import Place
from events.programme.choices import Audience, Shown
from events.programme.languages import LANGUAGES
from events.programme.text import Text
from tests.exports.generated import Writer, programmes, years
from tests.exports.page_checks import faults, latin_marks, missing_in_order
from tests.exports.page_readings import in_order
from tests.exports.printed import CANONICAL, reader
from tests.exports.released import SITE, at, item, released, small

DOCUMENTS = [name for name, format_ in FORMATS.items() if format_.printed]
# Sheets for the folding machine: the pages of a booklet, as drawings, without their tags.
IMPOSED = {name for name in DOCUMENTS if name.endswith("-imposed")}
FOLDED = {"booklet"}
IN_NASTALIQ = ("a4", "booklet", "leaflet")
EVERYDAY = {"seminar": "ur", "exhibition": "az"}
# The same examples on any day; a fault is not made smaller, since drawing is slow.
ALIKE = settings(
    derandomize=True,
    database=None,
    deadline=None,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=list(HealthCheck),
)


# What was once wrong, by the number of its programme.
FOUND = [
    pytest.param("booklet", 1758, ("az", "tr"), id="lines to write on under a heading without words"),
    pytest.param("reserved-signs", 437, ("tr", "ur"), id="a long office beside a code"),
    pytest.param("press", 134300, ("ur", "ru"), id="a running title of two lines"),
    pytest.param("a4", 8796105, ("ur", "en"), id="Urdu with no-break spaces"),
    pytest.param("booklet", 1515360, ("ur", "tr"), id="a cover full of words"),
    pytest.param("run-sheet", 724, ("en", "ru"), id="a mark wider than its column"),
    pytest.param("a4", 30514383, ("en", "tr"), id="a heading whose section has no room"),
    pytest.param("door-sign", 1441528, ("az", "ru"), id="a foot of two lines"),
    pytest.param("booklet", 216408, ("tr", "ur"), id="a row of a page before the last part"),
    pytest.param("script", 84, ("ru", "az"), id="running lines of five rows"),
    pytest.param("script", 3393, ("az", "ur"), id="a part that begins with a silence"),
    pytest.param("script", 5001, ("tr", "az"), id="a heading over an item longer than a page"),
    pytest.param("run-sheet", 2061186, ("az", "tr"), id="a heading over a row longer than a page"),
]

FOUND_IN_NASTALIQ = [
    pytest.param("a4", 29, id="days of an exhibition on the rules between them"),
    pytest.param("booklet", 8412570, id="a title in another language"),
    pytest.param("booklet", 12315777, id="a heading on the rule under it"),
]


def language_pairs():
    return st.sampled_from(list(permutations(reversed(LANGUAGES), 2)))


SHEETS = [
    pytest.param(
        name,
        event,
        language,
        marks=[] if language == EVERYDAY[event] else [pytest.mark.every_page],
        id=f"{name}-{event}-{language}",
    )
    for name in DOCUMENTS
    for event in CANONICAL
    for language in LANGUAGES
]


@cache
def sheet(name, event, language):
    return FORMATS[name].render(released(CANONICAL[event]()), (language,), SITE)


def looked_at(name, programme, language, pdf):
    """Return all that is wrong with a document."""
    items = [item for each in (programme, *programme.children) for item in each.items]
    found = faults(
        pdf,
        language,
        is_tagged=name not in IMPOSED,
        folds=name in FOLDED,
        is_timed=all(item.span and item.shown is not Shown.NOT_AT_ALL for item in items),
    )
    if name not in IMPOSED:
        missing = missing_in_order(pdf, language, in_order(name, programme, language))
        found += [f"“{text}” cannot be read in its place" for text in missing]
    return found


@pytest.mark.parametrize(("name", "event", "language"), SHEETS)
def test_pages_of_a_canonical_programme_are_sound(name, event, language):
    programme = released(CANONICAL[event]())
    if FORMATS[name].printed.suits(programme):
        pdf = sheet(name, event, language)
        marks = list(latin_marks(pdf)) if language == "ur" else []
        assert looked_at(name, programme, language, pdf) + marks == []


@pytest.mark.parametrize("event", CANONICAL)
@pytest.mark.parametrize("name", [name for name in DOCUMENTS if name not in IMPOSED])
def test_document_carries_the_calendar_of_its_event(name, event):
    programme, language = released(CANONICAL[event]()), EVERYDAY[event]
    if not FORMATS[name].printed.suits(programme):
        return
    calendar = ical.render(programme.seen_by(Audience.PUBLIC), (language,), SITE)

    assert reader(sheet(name, event, language)).attachments == {f"{programme.slug}.ics": [calendar]}


@pytest.mark.parametrize("name", [name for name in DOCUMENTS if name not in IMPOSED])
def test_texts_are_missed_where_a_document_does_not_say_them_so_often(name):
    programme = released(CANONICAL["exhibition"]())
    if not FORMATS[name].printed.suits(programme):
        return
    texts = list(in_order(name, programme, "az"))

    # A card says a name on both of its sides.
    assert missing_in_order(sheet(name, "exhibition", "az"), "az", texts * 4)


@settings(ALIKE, max_examples=2)
@given(programmes(), language_pairs(), st.sampled_from(DOCUMENTS))
def test_pages_of_any_programme_are_sound(programme, languages, name):
    check(name, programme, languages)


@pytest.mark.parametrize("language", ["en", "ur"])
def test_foot_of_two_lines_stays_on_the_sheet(language):
    city = (
        "Saint-Petersburg of the Islamic Republic, at the Embassy" if language == "en" else "اسلام آباد " * 8
    )
    place = Place(Text.of({language: "—"}), "Asia/Karachi", city=Text.of({language: city.strip()}))

    check("a4", small(item(start=at(10)), place=place, languages=(language,)), (language, "az"))


@pytest.mark.parametrize(("name", "number", "languages"), FOUND)
def test_pages_that_had_a_fault_are_sound(name, number, languages):
    check(name, Writer(number).programme(), languages)


@pytest.mark.every_page
@pytest.mark.parametrize("name", DOCUMENTS)
@settings(ALIKE, max_examples=200)
@given(programme=programmes(), languages=language_pairs())
def test_pages_of_200_programmes_are_sound(name, programme, languages):
    check(name, programme, languages)


@settings(ALIKE, max_examples=1)
@given(programmes(), st.sampled_from(IN_NASTALIQ))
def test_pages_of_any_programme_are_sound_in_nastaliq(programme, name):
    check_nastaliq(name, programme)


@pytest.mark.parametrize(("name", "number"), FOUND_IN_NASTALIQ)
def test_pages_that_had_a_fault_in_nastaliq_are_sound(name, number):
    check_nastaliq(name, Writer(number).programme())


@pytest.mark.every_page
@pytest.mark.parametrize("name", IN_NASTALIQ)
@settings(ALIKE, max_examples=200)
@given(programme=programmes())
def test_pages_of_200_programmes_are_sound_in_nastaliq(name, programme):
    check_nastaliq(name, programme)


@settings(ALIKE, max_examples=2)
@given(years(), st.sampled_from(list(LANGUAGES)))
def test_pages_of_any_year_are_sound(year, language):
    check_year(year, language)


@pytest.mark.every_page
@settings(ALIKE, max_examples=200)
@given(years(), st.sampled_from(list(LANGUAGES)))
def test_pages_of_200_years_are_sound(year, language):
    check_year(year, language)


@contextmanager
def refused_in_words():
    """What a document does not show or hold is no fault; what was not set is one."""
    try:
        yield
    except NotSetError as error:
        raise AssertionError(str(error)) from error
    except (EmptyProgrammeError, ProgrammeTooLongError):
        return


def check_nastaliq(name, programme):
    """Readers of PDFs tell Nastaliq in no order of their own: what is looked for is on the pages alone."""
    with refused_in_words():
        pdf = FORMATS[name].render(programme, ("ur",), SITE, Wishes(nastaliq=True))
        assert faults(pdf, "ur", folds=name in FOLDED, is_timed=False) == []


def check_year(year, language):
    with refused_in_words():
        pdf = year_of_mission.render(year, language, SITE)
        assert faults(pdf, language) == []


def check(name, programme, languages):
    """``languages`` are two; a document that holds one has the first of them, others have both now and then."""
    both = FORMATS[name].printed.most_languages > 1 and languages[1] in programme.languages
    shown = languages if both else languages[:1]
    with refused_in_words():
        pdf = FORMATS[name].render(programme, shown, SITE)
        assert looked_at(name, programme, languages[0], pdf) == []
