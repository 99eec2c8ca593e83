"""What changed between two releases is told in words that name people, times and places, and tells nothing else."""

import re
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from events.programme.agenda import Place
from events.programme.change_telling import SENTENCES
from events.programme.changes import changes
from events.programme.choices import Answer, Audience, Kind, Manner, Role, Status
from events.programme.languages import LANGUAGES
from events.programme.orders import moved
from events.programme.people import TO_BE_ANNOUNCED, Contribution, Office, Party
from events.programme.text import Text
from tests.programme.agendas import HALL, agenda, at, event, fixed, item, part, person, silence, speech
from tests.programmes import empty, exhibition, seminar

RAHMAN = person("rahman", "Khalid Rahman")
HUSEYIN = person("huseyin", "Seyid Abrar Huseyin")
YAMIN = person("yamin", "Tughral Yamin")


def told(before, after, language="en") -> list[str]:
    return [change.wording(language).text for change in changes(before, after)]


def titled(uid: str, *people, title="Remarks", minutes=10):
    return speech(uid, minutes, *people, title=Text.of({"en": title}))


def video(minutes: float = 8):
    return item("video", Kind.VIDEO, minutes, title=Text.of({"en": "Video"}))


@pytest.mark.parametrize("programme", [seminar(), exhibition(), empty()])
def test_same_programme_tells_nothing(programme):
    assert changes(programme, programme) == ()


def test_item_that_moves_is_told_with_both_times():
    before = agenda(titled("a", RAHMAN), silence("silence", title=Text()))
    after = agenda(titled("a", RAHMAN, minutes=13), silence("silence", title=Text()))

    assert told(before, after) == ["Minute of silence begins at 10:13. It was 10:10."]
    assert told(before, after, "ru") == ["Минута молчания: начало в 10:13. Прежде: 10:10."]


def test_length_is_told_where_no_time_tells_it():
    before = agenda(video(8), item("photo", Kind.GROUP_PHOTOGRAPH, 5, start=fixed(10, 30)))
    after = agenda(video(12), item("photo", Kind.GROUP_PHOTOGRAPH, 7, start=fixed(10, 30)))

    assert told(before, after) == [
        "Video lasts 12 min (before: 8 min).",
        "photo lasts 7 min (before: 5 min).",
    ]


def test_speaker_who_comes_forward_is_named_with_the_one_who_now_follows():
    """The items stay, the people in them change places."""
    before = agenda(titled("a", HUSEYIN), titled("b", RAHMAN))
    after = agenda(titled("a", RAHMAN), titled("b", HUSEYIN))

    assert told(before, after) == ["Khalid Rahman now speaks before Seyid Abrar Huseyin."]
    assert told(before, after, "az") == [
        "Çıxışların sırası: əvvəlcə \u2068Khalid Rahman\u2069, sonra \u2068Seyid Abrar Huseyin\u2069."
    ]


def test_items_that_change_places_tell_the_speakers_and_the_times():
    before = agenda(titled("a", HUSEYIN), titled("b", RAHMAN, title="The day"), titled("c", YAMIN))
    after = agenda(titled("b", RAHMAN, title="The day"), titled("a", HUSEYIN), titled("c", YAMIN))

    assert told(before, after) == [
        "The day begins at 10:00. It was 10:10.",
        "Remarks begins at 10:10. It was 10:00.",
        "Khalid Rahman now speaks before Seyid Abrar Huseyin.",
    ]


def test_last_speaker_is_named_after_the_one_before():
    before = agenda(titled("x", RAHMAN), titled("a", HUSEYIN), titled("b", YAMIN))
    after = agenda(titled("x", HUSEYIN), titled("a", YAMIN), titled("b", RAHMAN))

    assert told(before, after) == [
        "Khalid Rahman now speaks after Tughral Yamin.",
        "Seyid Abrar Huseyin now speaks at 10:00. It was 10:10.",
        "Tughral Yamin now speaks at 10:10. It was 10:20.",
    ]


def test_speech_that_comes_forward_is_told_by_its_time_alone():
    before = agenda(video(), titled("a", RAHMAN))
    after = agenda(titled("a", RAHMAN), video())

    assert told(before, after) == [
        "Remarks begins at 10:00. It was 10:08.",
        "Video begins at 10:10. It was 10:00.",
    ]


def test_item_without_people_that_comes_forward_is_told_itself():
    before = agenda(titled("a", RAHMAN), video())
    after = agenda(video(), titled("a", RAHMAN))

    assert told(before, after)[-1] == "“Video” now comes before “Remarks”."


def test_who_is_new_and_who_is_gone_is_named():
    before = agenda(titled("a", RAHMAN), titled("b", HUSEYIN, title="The day"))
    after = agenda(titled("a", RAHMAN, YAMIN), titled("b", title="The day"))

    assert told(before, after) == [
        "Tughral Yamin is new in “Remarks”.",
        "Seyid Abrar Huseyin no longer takes part in “The day”.",
    ]


def test_who_goes_with_a_whole_item_is_not_told_twice():
    before = agenda(titled("a", RAHMAN), titled("b", HUSEYIN, title="The day"))

    assert told(before, agenda(titled("a", RAHMAN))) == ["No longer on the programme: The day."]


def test_who_goes_to_another_item_is_told_once():
    before = agenda(titled("a", RAHMAN), titled("b", title="The day"))
    after = agenda(titled("a"), titled("b", RAHMAN, title="The day"))

    assert told(before, after) == ["Khalid Rahman takes part in “The day”, no longer in “Remarks”."]


def test_who_goes_to_an_item_of_the_same_title_is_told_by_the_time():
    before = agenda(titled("a", RAHMAN), titled("b"))
    after = agenda(titled("a"), titled("b", RAHMAN))

    assert told(before, after) == ["Khalid Rahman now speaks at 10:10. It was 10:00."]


def test_who_represents_somebody_is_told_in_one_sentence():
    represents = Contribution(Party(person=YAMIN), Role.SPEAKER, Manner.REPRESENTING, Party(person=RAHMAN))
    before = agenda(titled("a", RAHMAN))
    after = agenda(replace(titled("a"), contributions=(represents,)))

    assert told(before, after) == ["Tughral Yamin represents Khalid Rahman in “Remarks”."]


def test_another_role_is_told_without_saying_more():
    chair = Contribution(Party(person=RAHMAN), Role.CHAIR)

    assert told(agenda(titled("a", RAHMAN)), agenda(replace(titled("a"), contributions=(chair,)))) == [
        "“Remarks”: who takes part has changed."
    ]


def test_who_has_not_said_yes_is_named_to_nobody():
    asked = Contribution(Party(person=YAMIN), Role.SPEAKER, answer=Answer.INVITED)
    open_place = Contribution(Party(words=TO_BE_ANNOUNCED))
    before = agenda(replace(titled("a"), contributions=(open_place,)))
    after = agenda(replace(titled("a"), contributions=(asked,)))

    assert told(before, after) == []
    assert told(before, replace(after, prints_unconfirmed=True)) == ["Tughral Yamin is new in “Remarks”."]


def test_spelling_is_told_where_it_changes_and_another_confirmation_is_not():
    other = replace(HUSEYIN, name=Text.of({"en": "Syed Abrar Hussain", "az": "Seyid Abrar Hüseyn"}))
    before = agenda(titled("a", replace(other, confirmed=False)))
    after = agenda(
        titled("a", replace(other, name=Text.of({**dict(other.name.versions), "en": "S. A. Huseyin"})))
    )

    (change,) = changes(before, after)

    english = "A name is now written S. A. Huseyin. It was written Syed Abrar Hussain."
    assert change.wording("en").text == english
    assert "az" not in change.languages
    assert told(before, agenda(titled("a", other))) == []


def test_office_is_told_by_its_holder():
    before = agenda(titled("a", replace(RAHMAN, offices=(Office(Text.of({"en": "Director"})),))))
    after = agenda(titled("a", replace(RAHMAN, offices=(Office(Text.of({"en": "Chairman"})),))))

    assert told(before, after) == ["Khalid Rahman: the office has changed."]


def test_place_is_told_by_both_names_and_never_for_what_is_not_printed():
    room = replace(HALL, room=Text.of({"en": "Room 2"}))

    assert told(agenda(), agenda(place=room)) == [
        "The place is Room 2, A hall, Islamabad. It was A hall, Islamabad."
    ]
    assert told(agenda(place=None), agenda()) == ["The place is A hall, Islamabad. It was not stated before."]
    assert told(agenda(), agenda(place=None)) == ["The place has changed."]
    assert told(agenda(), agenda(place=replace(HALL, latitude=33.7))) == []


def test_day_that_was_open_is_told():
    (words,) = told(agenda(on=None), agenda())

    assert words == "The day is 18 January 2023. It was not stated before."
    assert told(agenda(), agenda(on=None)) == ["The day has changed."]


def test_other_words_to_print_are_another_wording():
    anthem = replace(titled("a"), words=Text.of({"en": "First line"}))

    assert told(agenda(titled("a")), agenda(anthem)) == ["Remarks: the wording has changed."]


def test_part_is_told_by_its_heading_and_its_place():
    before = event(part("part", [video()], at(10)))
    renamed = replace(
        before.parts[0],
        heading=Text.of({"en": "Film"}),
        place=Place(Text.of({"en": "Foyer"}), "Asia/Karachi"),
    )

    assert told(before, replace(before, parts=(renamed,))) == [
        "The part part is now called Film.",
        "Film: the place has changed.",
    ]


def test_another_day_is_told_once_and_not_for_every_item():
    before = agenda(titled("a", RAHMAN), video())
    after = event(part("part", before.parts[0].items, at(10, day=date(2023, 1, 19))), on=date(2023, 1, 19))

    assert told(before, after) == ["The day is 19 January 2023. It was 18 January 2023."]


def test_status_comes_first():
    after = replace(agenda(video(9)), status=Status.CANCELLED)

    assert told(agenda(video()), after) == ["The event is cancelled.", "Video lasts 9 min (before: 8 min)."]


def test_what_is_for_staff_is_told_to_nobody():
    before = agenda(titled("a", RAHMAN), replace(video(), audience=Audience.STAFF))
    after = agenda(titled("a", RAHMAN), replace(video(9), audience=Audience.STAFF))

    assert told(before, after) == []


def test_ceremony_within_the_exhibition_is_told_as_well():
    ceremony = exhibition().children[0]
    parts = tuple(
        replace(each, items=tuple(one for one in each.items if one.kind != "tour")) for each in ceremony.parts
    )

    assert told(exhibition(), replace(exhibition(), children=(replace(ceremony, parts=parts),))) == [
        "No longer on the programme: Guided tour."
    ]


def test_every_sentence_is_there_in_five_languages_with_the_same_places():
    for key, sentences in SENTENCES.items():
        assert set(sentences) == set(LANGUAGES), key
        assert len({frozenset(re.findall(r"{(\w+)}", each)) for each in sentences.values()}) == 1, key


@given(st.permutations("abcdefg"), st.permutations("abcdefg"))
def test_fewest_moves_explain_a_new_order(before, after):
    moves = moved(before, after)

    assert (moves == []) == (before == after)
    assert len(moves) < len(after)
    for first, second, _ in moves:
        assert after.index(second) == after.index(first) + 1
    who_moved = [first if first_moved else second for first, second, first_moved in moves]
    assert [uid for uid in before if uid not in who_moved] == [uid for uid in after if uid not in who_moved]


@given(st.lists(st.sampled_from([RAHMAN, HUSEYIN, YAMIN, None]), min_size=1, max_size=4), st.data())
def test_change_of_people_is_never_passed_over_in_silence(people, data):
    others = data.draw(
        st.lists(st.sampled_from([RAHMAN, HUSEYIN, YAMIN, None]), min_size=len(people), max_size=len(people))
    )

    def programme(names):
        return agenda(*(titled(str(number), *([one] if one else [])) for number, one in enumerate(names)))

    assert bool(changes(programme(people), programme(others))) == (people != others)
