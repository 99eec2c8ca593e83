"""How closely an A4 sheet is set: as if every setting had been tried, and yet laid out once where it is a usual one."""

from dataclasses import replace

import pytest
from django.utils import translation
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from events.exports.pdf import a4, door_sign, side_by_side
from events.exports.pdf.cards import voices_of
from events.exports.pdf.closeness import SIDES, Closeness
from events.exports.pdf.frame import press
from events.exports.wishes import NO_WISHES, Wishes
from events.programme.choices import Audience
from tests.exports.generated import programmes
from tests.exports.printed import CANONICAL
from tests.exports.released import SITE, released
from tests.programmes import seminar

SETTINGS = ("roomy", "close", "closest", "closest brief", "close flowing")


def tried(closeness, pages):
    """The settings that are laid out, where each takes so many pages, and the one that is drawn."""
    names = []
    for name in closeness.settings():
        names.append(name)
        if closeness.is_done(pages[name]):
            break
    return list(dict.fromkeys(names)), names[-1]


def first_of_the_fewest(pages, sides=SIDES):
    return min(pages, key=lambda name: max(pages[name], sides))


def laid_out(programme, *languages, wishes=NO_WISHES):
    """The tries for a programme, and how many pages each of its settings really takes."""
    with translation.override(languages[0]):
        programme = programme.seen_by(Audience.PUBLIC)
        paper = programme.mission.look.paper
        if len(languages) == 2:
            shown = side_by_side.sheet(programme, languages, SITE)
            closeness = a4.closeness_of_pair(shown, paper)
            more = {"template": "a4-pair", "also": ("a4-pair.css",)}
        else:
            shown = a4.sheet(programme, languages[0], SITE)
            closeness, more = a4.closeness_of(shown, paper), {}
        pages = []
        press(
            "a4",
            programme,
            languages,
            shown,
            SITE,
            wishes,
            settings=closeness.names,
            fits=pages.append,
            **more,
        )
    return closeness, dict(zip(closeness.names, pages, strict=True))


def signs_laid_out(programme, language):
    """The same for the sign at the door."""
    with translation.override(language):
        programme = programme.seen_by(Audience.PUBLIC)
        (voice,) = voices_of(programme, (language,), NO_WISHES)
        shown = door_sign.sign(programme, voice, SITE)
        closeness = door_sign.closeness_of(shown, programme.mission.look.paper)
        pages = []
        press(
            "door-sign",
            programme,
            (language,),
            shown,
            SITE,
            NO_WISHES,
            settings=closeness.names,
            fits=pages.append,
        )
    return closeness, dict(zip(closeness.names, pages, strict=True))


def with_items(programme, number):
    """The programme without what comes after so many items, or with its last one again and again."""
    parts, left = [], number
    for part in programme.parts:
        parts.append(replace(part, items=part.items[:left]))
        left -= len(parts[-1].items)
    last = parts[-1].items[-1:]
    again = tuple(replace(each, uid=f"{each.uid[:-2]}{n:02}") for n in range(left) for each in last)
    parts[-1] = replace(parts[-1], items=parts[-1].items + again)
    return replace(programme, parts=tuple(part for part in parts if part.items))


@given(
    st.lists(st.tuples(st.integers(1, 6), st.integers(0, 4)), min_size=1, max_size=5),
)
def test_first_setting_with_the_fewest_pages_is_drawn_whatever_was_known_before(counts):
    pages = {name: least + more for name, (least, more) in zip(SETTINGS, counts, strict=False)}
    least = [(name, least) for name, (least, _) in zip(SETTINGS, counts, strict=False)]

    names, drawn = tried(Closeness(least), pages)

    assert drawn == first_of_the_fewest(pages)
    assert len(names) <= len(pages)


def test_setting_that_surely_takes_more_than_two_sides_is_not_laid_out():
    pages = {"roomy": 4, "close": 3, "closest": 2, "closest brief": 2}

    assert tried(Closeness([("roomy", 3), ("close", 3), ("closest", 2), ("closest brief", 2)]), pages) == (
        ["closest"],
        "closest",
    )


def test_one_page_is_no_better_than_the_two_sides_of_a_sheet():
    assert tried(Closeness([("close", 2), ("close flowing", 1)]), {"close": 2, "close flowing": 1}) == (
        ["close"],
        "close",
    )


@pytest.mark.parametrize(
    ("name", "language", "most"),
    [("seminar", language, 1) for language in seminar().languages] + [("exhibition", "en", 2)],
)
def test_canonical_programme_is_set_as_if_all_had_been_tried(name, language, most):
    closeness, pages = laid_out(released(CANONICAL[name]()), language)

    names, drawn = tried(closeness, pages)

    assert drawn == first_of_the_fewest(pages)
    assert len(names) <= most


@pytest.mark.parametrize(
    ("name", "languages", "most"),
    [("seminar", ("en", "az"), 1), ("seminar", ("en", "ur"), 1), ("exhibition", ("en", "az"), 4)],
)
def test_canonical_programme_in_two_languages_is_set_as_if_all_had_been_tried(name, languages, most):
    closeness, pages = laid_out(released(CANONICAL[name]()), *languages)

    names, drawn = tried(closeness, pages)

    assert drawn == first_of_the_fewest(pages)
    assert len(names) <= most


@pytest.mark.parametrize("languages", [("ur",), ("en", "ur")])
def test_urdu_in_nastaliq_is_set_as_if_all_had_been_tried(languages):
    closeness, pages = laid_out(released(seminar()), *languages, wishes=Wishes(nastaliq=True))

    assert tried(closeness, pages)[1] == first_of_the_fewest(pages)


@pytest.mark.parametrize(
    ("name", "language", "most"), [("seminar", "en", 1), ("seminar", "ur", 1), ("exhibition", "en", 2)]
)
def test_canonical_sign_is_set_as_if_all_had_been_tried(name, language, most):
    closeness, pages = signs_laid_out(released(CANONICAL[name]()), language)

    names, drawn = tried(closeness, pages)

    assert drawn == first_of_the_fewest(pages, sides=1)
    assert len(names) <= most


@pytest.mark.parametrize("language", ["en", "ur"])
def test_usual_agendas_are_laid_out_once_but_near_the_end_of_a_page(language):
    counts = []
    for number in (3, 8, 10, 13, 15, 18):
        closeness, pages = laid_out(released(with_items(seminar(), number)), language)
        names, drawn = tried(closeness, pages)
        assert drawn == first_of_the_fewest(pages)
        counts.append(len(names))

    assert max(counts) <= 2
    assert counts.count(1) >= len(counts) - 2


def check_any_programme(programme, most=1):
    closeness, pages = laid_out(programme, *programme.languages[:most])

    assert tried(closeness, pages)[1] == first_of_the_fewest(pages), pages


@settings(max_examples=5, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
@given(programmes())
def test_programme_of_any_sort_is_set_as_if_all_had_been_tried(programme):
    check_any_programme(programme)


@pytest.mark.every_page
@settings(max_examples=200, deadline=None, suppress_health_check=list(HealthCheck))
@given(programmes())
def test_many_programmes_of_any_sort_are_set_as_if_all_had_been_tried(programme):
    check_any_programme(programme)


@settings(max_examples=4, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
@given(programmes())
def test_programme_of_any_sort_in_two_languages_is_set_as_if_all_had_been_tried(programme):
    check_any_programme(programme, most=2)


@pytest.mark.every_page
@settings(max_examples=200, deadline=None, suppress_health_check=list(HealthCheck))
@given(programmes())
def test_many_programmes_in_two_languages_are_set_as_if_all_had_been_tried(programme):
    check_any_programme(programme, most=2)


@settings(max_examples=5, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
@given(programmes())
def test_sign_of_any_programme_is_set_as_if_all_had_been_tried(programme):
    closeness, pages = signs_laid_out(programme, programme.languages[0])

    assert tried(closeness, pages)[1] == first_of_the_fewest(pages, sides=1), pages
