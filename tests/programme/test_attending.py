from dataclasses import replace

from events.programme.attending import attending
from events.programme.choices import Answer, Kind, Manner, Role
from events.programme.people import Contribution, Party
from events.programme.text import Text
from tests.programme.agendas import agenda, item, person, speech
from tests.programmes import empty, exhibition, seminar

RAHMAN = person("rahman", "Khalid Rahman")
YAMIN = person("yamin", "Tughral Yamin")


def names(programme):
    return [each.person.name.wording("en").text for each in attending(programme)]


def taking_part(uid, *contributions):
    return item(uid, Kind.ADDRESS, 10, contributions=contributions)


def test_speakers_of_the_seminar_come_in_the_order_of_the_agenda():
    assert names(seminar()) == [
        "Khazar Farhadov",
        "Khalid Rahman",
        "Seyid Abrar Huseyin",
        "Khalid Teymur Akram",
        "Tughral Yamin",
    ]


def test_those_of_a_ceremony_held_within_an_exhibition_come_too():
    assert names(exhibition()) == ["Parviz Musayev"]


def test_nobody_comes_to_an_event_without_items():
    assert attending(empty()) == ()


def test_person_with_two_parts_is_there_once_with_the_items_of_both():
    first, second = speech("a", 10, RAHMAN), speech("b", 10, YAMIN, RAHMAN)

    found = attending(agenda(first, second))

    assert [(each.person, len(each.speaks_in)) for each in found] == [(RAHMAN, 2), (YAMIN, 1)]


def test_whoever_lays_a_wreath_does_not_stand_at_the_lectern():
    found = attending(agenda(taking_part("a", Contribution(Party(RAHMAN), Role.WREATH_LAYER))))

    assert [(each.person, each.speaks_in) for each in found] == [(RAHMAN, ())]


def test_other_person_comes_for_one_who_was_replaced_and_nobody_for_one_who_declined():
    replaced = Contribution(Party(RAHMAN), answer=Answer.REPLACED, replaced_by=YAMIN)
    declined = Contribution(Party(person("x", "Somebody Else")), answer=Answer.DECLINED)

    assert names(agenda(taking_part("a", replaced, declined))) == ["Tughral Yamin"]


def test_whoever_is_represented_does_not_come():
    contribution = Contribution(Party(YAMIN), manner=Manner.REPRESENTING, other=Party(RAHMAN))

    assert names(agenda(taking_part("a", contribution))) == ["Tughral Yamin"]


def test_whoever_has_not_answered_comes_only_where_guests_read_such_names():
    programme = agenda(taking_part("a", Contribution(Party(RAHMAN), answer=Answer.INVITED)))

    assert names(programme) == []
    assert [each.is_confirmed for each in attending(replace(programme, prints_unconfirmed=True))] == [False]


def test_plain_words_are_nobody():
    assert names(agenda(taking_part("a", Contribution(Party(words=Text.of({"en": "Students"})))))) == []
