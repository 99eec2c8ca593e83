"""Every pattern is an agenda in order from the first moment, in every register."""

import re
from dataclasses import replace
from datetime import timedelta

import pytest

from events.programme.agenda import Item
from events.programme.choices import Audience, Cue, EventKind, Kind, Phase, Register, Role, StartMode
from events.programme.conflicts import Level, conflicts
from events.programme.kinds import KINDS
from events.programme.languages import LANGUAGES
from events.programme.pattern import ItemPattern, Pattern
from events.programme.pattern_notes import NO_RIBBON
from events.programme.patterns import BLOCKS, PATTERNS, block_for, pattern_for
from events.programme.text import NOTHING, Text
from events.programme.timing import later
from tests.programme.agendas import at, event, part
from tests.programmes import walk

MINUTE = timedelta(minutes=1)
MIXED = [(register, abroad) for register in Register for abroad in (True, False)]
FESTIVE_WORDS = re.compile(
    r"ribbon|toast|gala|music|celebrat|lent|sağlıq|musiqi|лент|тост|музык|فیتہ|موسیقی|kurdele|kadeh|müzik",
    re.IGNORECASE,
)


def line(uid: str, pattern: ItemPattern) -> Item:
    return Item(
        uid,
        pattern.kind,
        pattern.title,
        None,
        pattern.start,
        pattern.duration,
        audience=pattern.audience,
        cues=pattern.cues,
    )


def begun(pattern: Pattern):
    """An event of the pattern that begins at 10:00 on a Wednesday."""
    parts = [
        replace(
            part(
                f"part-{number}",
                [line(f"{number}.{place}", item) for place, item in enumerate(each.items)],
                None if each.begins is None else later(at(10), each.begins),
                each.audience,
                each.phase,
            ),
            heading=each.heading,
        )
        for number, each in enumerate(pattern.parts)
    ]
    return event(*parts)


def items(pattern: Pattern) -> list[ItemPattern]:
    return [each for each in walk(pattern) if isinstance(each, ItemPattern)]


def texts(value) -> list[Text]:
    return [each for each in walk(value) if isinstance(each, Text) and each]


def test_there_is_a_pattern_for_every_kind_of_event():
    assert set(PATTERNS) == set(EventKind)
    assert all(PATTERNS[kind].kind is kind for kind in EventKind)


def test_every_text_is_there_in_five_languages():
    for value in (*PATTERNS.values(), *(pattern_for(kind, Register.FESTIVE, True) for kind in EventKind)):
        assert {text.languages for text in texts(value)} == {tuple(sorted(LANGUAGES))}, value.kind
    assert {text.languages for block in BLOCKS.values() for text in texts(block)} == {
        tuple(sorted(LANGUAGES))
    }


@pytest.mark.parametrize("kind", EventKind)
@pytest.mark.parametrize(("register", "abroad"), MIXED)
def test_nothing_clashes_in_a_new_event(kind, register, abroad):
    pattern = pattern_for(kind, register, abroad)

    for each in (pattern, *pattern.children):
        warnings = [one for one in conflicts(begun(each)) if one.level is Level.WARNING]
        assert warnings == []


@pytest.mark.parametrize("kind", EventKind)
def test_staff_and_guests_come_before_and_the_programme_begins_on_time(kind):
    for each in (PATTERNS[kind], *PATTERNS[kind].children):
        programme = begun(each)
        starts = {one.phase: one.items[0].span.start for one in programme.parts if one.items}
        if Phase.PROGRAMME in starts:
            assert starts[Phase.PROGRAMME] == at(10)
        if Phase.BEFORE in starts:
            first = next(one for one in programme.parts if one.phase is Phase.BEFORE)
            assert (first.items[0].kind, first.items[0].audience) == (Kind.SET_UP, Audience.STAFF)
            assert first.items[-1].span.end == at(10)


@pytest.mark.parametrize("register", [Register.MOURNING, Register.MOURNING_AND_PRIDE])
@pytest.mark.parametrize("kind", EventKind)
def test_mourning_knows_no_ribbon_no_toast_and_no_music(kind, register):
    pattern = pattern_for(kind, register, True)

    # A note for staff says that there is no ribbon.
    said = [text for each in texts(pattern) if each != NO_RIBBON for _, text in each.versions]
    assert [text for text in said if FESTIVE_WORDS.search(text)] == []
    assert Kind.MUSIC not in {item.kind for item in items(pattern)}


def test_ribbon_toasts_and_music_are_there_to_choose_where_the_register_allows():
    festive = [item for kind in EventKind for item in items(pattern_for(kind, Register.FESTIVE, True))]
    titles = {item.title.wording("en").text: item.optional for item in festive}

    assert titles["Ribbon-cutting"]
    assert titles["Toasts"]
    assert {item.kind for item in festive}.isdisjoint({Kind.SILENCE, Kind.RECITATION})


def test_two_anthems_are_played_abroad_and_one_at_home():
    abroad, home = (pattern_for(EventKind.SEMINAR, Register.MOURNING, each) for each in (True, False))

    assert [item.title.wording("en").text for item in items(abroad) if item.kind is Kind.ANTHEM] == [
        "National anthems of both countries"
    ]
    assert [item.title for item in items(home) if item.kind is Kind.ANTHEM] == [NOTHING]


def test_seminar_is_that_of_islamabad_with_its_five_speakers_open():
    seminar = PATTERNS[EventKind.SEMINAR]
    programme = next(each for each in seminar.parts if each.phase is Phase.PROGRAMME)

    assert [item.kind for item in programme.items] == [
        *(Kind.OPENING, Kind.RECITATION, Kind.ANTHEM, Kind.SILENCE, Kind.REMARKS, Kind.ADDRESS),
        *[Kind.REMARKS] * 4,
        *(Kind.VIDEO, Kind.QUESTIONS, Kind.REMARKS),
    ]
    assert [item.roles for item in programme.items if item.roles] == [(Role.SPEAKER,)] * 5
    assert begun(seminar).doors_at == at(9, 30)
    assert begun(seminar).span.end == at(12, 20)


def test_exhibition_has_hours_and_its_ceremony_within():
    exhibition = PATTERNS[EventKind.EXHIBITION]

    assert exhibition.parts == ()
    assert exhibition.hours.weekdays == (0, 1, 2, 3, 4)
    assert [child.kind for child in exhibition.children] == [EventKind.CEREMONY]


def test_flag_goes_to_half_mast_in_mourning_alone():
    def title(register):
        pattern = pattern_for(EventKind.FLAG_RAISING, register, True)
        return [item.title.wording("en").text for item in items(pattern) if item.kind is Kind.FLAG]

    assert title(Register.MOURNING) == ["The flag is lowered to half-mast"]
    assert title(Register.FESTIVE) == title(Register.SOLEMN) == ["Raising of the flag"]


@pytest.mark.parametrize(("register", "abroad"), MIXED)
def test_nobody_is_asked_to_be_seated_who_has_not_stood(register, abroad):
    for kind in EventKind:
        pattern = pattern_for(kind, register, abroad)
        for each in (pattern, *pattern.children):
            standing = False
            for item in (item for one in each.parts for item in one.items):
                assert standing or Cue.BE_SEATED not in item.cues, (kind, item)
                standing = (standing or Cue.RISE in item.cues) and Cue.BE_SEATED not in item.cues


def test_protected_items_and_films_are_never_offered_to_be_cut():
    for kind in EventKind:
        for register, abroad in MIXED:
            for item in items(pattern_for(kind, register, abroad)):
                assert (item.least is None) == (item.cut_order is None)
                if KINDS[item.kind].protected or item.kind is Kind.VIDEO:
                    assert item.least is None, item
                if item.least is not None:
                    assert MINUTE <= item.least < item.duration, item
                    assert item.least % MINUTE == timedelta(0), item


def test_blocks_open_with_silence_last_and_no_item_pinned():
    assert [item.kind for item in BLOCKS["opening"].items] == [Kind.OPENING, Kind.ANTHEM, Kind.SILENCE]
    assert [item.kind for item in block_for("mourning-opening", abroad=False).items] == [
        *(Kind.OPENING, Kind.RECITATION, Kind.ANTHEM, Kind.SILENCE)
    ]
    assert {item.start.mode for block in BLOCKS.values() for item in block.items} == {StartMode.LINKED}
