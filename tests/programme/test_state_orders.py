"""The order of hosts, flags and anthems by a named rule, and what the texts of both states ask for."""

import pytest

from events.programme.state_orders import (
    ANTHEM_OF_AZERBAIJAN,
    ANTHEM_RULES,
    FLAG_OF_AZERBAIJAN,
    FLAGS_IN_PAKISTAN,
    FOREIGN_ANTHEM_FIRST,
    HALF_MAST,
    HOST_RULES,
    PLACE_OF_HONOUR,
    AnthemOrder,
    HostOrder,
    StateLine,
    States,
    anthem_provisions,
    anthem_rule,
    anthems_in_order,
    flag_provisions,
    host_rule,
    hosts_in_order,
)
from events.programme.text import Text

ISLAMABAD = States("AZ", "PK")


def line(key, country="", **names):
    return StateLine(key, Text.of(names or {"en": key}), country)


INSTITUTE = line("Institute of Policy Studies", "PK")
EMBASSY = line("Embassy of Azerbaijan in Pakistan", "AZ")
TURKISH = line("Embassy of Türkiye", "TR")


def order(hosts, rule, states=ISLAMABAD, language="en"):
    return [each.line for each in hosts_in_order(hosts, rule, states, language)]


def test_the_sending_state_comes_first_by_its_law():
    assert order([INSTITUTE, TURKISH, EMBASSY], HostOrder.SENDING_FIRST) == [EMBASSY, INSTITUTE, TURKISH]
    assert host_rule(HostOrder.SENDING_FIRST, ISLAMABAD).sources == (FLAG_OF_AZERBAIJAN,)


def test_the_receiving_state_has_the_place_of_honour_which_among_three_is_the_middle():
    assert order([EMBASSY, INSTITUTE], HostOrder.RECEIVING_HONOURED) == [INSTITUTE, EMBASSY]
    assert order([EMBASSY, TURKISH, INSTITUTE], HostOrder.RECEIVING_HONOURED) == [EMBASSY, INSTITUTE, TURKISH]
    assert host_rule(HostOrder.RECEIVING_HONOURED, ISLAMABAD).sources == (PLACE_OF_HONOUR,)


def test_a_text_is_no_source_for_other_states():
    assert host_rule(HostOrder.SENDING_FIRST, States("TR", "PK")).sources == ()
    assert host_rule(HostOrder.RECEIVING_HONOURED, States("AZ", "TR")).sources == ()


def test_without_a_host_of_the_state_the_order_stays_and_says_so():
    standings = hosts_in_order([INSTITUTE, TURKISH], HostOrder.SENDING_FIRST, ISLAMABAD)

    assert [(each.line, str(each.why)) for each in standings] == [
        (INSTITUTE, "Stays: no host is of that state."),
        (TURKISH, "Stays: no host is of that state."),
    ]
    assert order([INSTITUTE, line("A club")], HostOrder.RECEIVING_HONOURED, States("AZ", "")) == [
        INSTITUTE,
        line("A club"),
    ]


def test_hosts_by_the_alphabet_of_a_language_and_one_without_a_name_in_it_stays():
    embassy, council, club = (
        line("e", az="Səfirlik"),
        line("c", az="Şura"),
        line("k", en="Club"),
    )

    assert order([council, club, embassy], HostOrder.ALPHABETICAL, language="az") == [embassy, club, council]


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        (AnthemOrder.SENDING_LAST, ["PK", "AZ"]),
        (AnthemOrder.RECEIVING_LAST, ["AZ", "PK"]),
        (AnthemOrder.AS_HOSTS, ["AZ", "PK"]),
        (AnthemOrder.BY_HAND, ["PK", "AZ"]),
    ],
)
def test_anthems_stand_as_their_rule_says(rule, expected):
    anthems = [line("AZ", "AZ"), line("PK", "PK")]

    standings = anthems_in_order(anthems, rule, ISLAMABAD, ["PK", "AZ"])

    assert [each.line.country for each in standings] == expected


def test_texts_about_flags_are_told_with_whether_the_order_keeps_them():
    told = flag_provisions(["AZ", "PK"], ISLAMABAD, mourns=True)

    assert [(each.words, each.kept) for each in told] == [
        (FLAG_OF_AZERBAIJAN, True),
        (PLACE_OF_HONOUR, False),
        (HALF_MAST, None),
        (FLAGS_IN_PAKISTAN, None),
    ]
    assert [each.kept for each in flag_provisions(["PK", "AZ"], ISLAMABAD, mourns=False)] == [
        False,
        True,
        None,
    ]


def test_three_flags_may_keep_both_texts():
    told = flag_provisions(["AZ", "PK", "TR"], ISLAMABAD, mourns=False)

    assert [each.kept for each in told] == [True, True, None]


def test_texts_about_anthems_clash_whichever_comes_last():
    def kept(countries):
        return {each.words: each.kept for each in anthem_provisions(countries, ISLAMABAD)}

    first, second = kept(["PK", "AZ"]), kept(["AZ", "PK"])
    assert (first[ANTHEM_OF_AZERBAIJAN], first[FOREIGN_ANTHEM_FIRST]) == (True, False)
    assert (second[ANTHEM_OF_AZERBAIJAN], second[FOREIGN_ANTHEM_FIRST]) == (False, True)


def test_flags_of_one_country_alone_ask_for_no_place():
    assert flag_provisions(["AZ"], States("AZ", "AZ"), mourns=False) == ()


def test_every_rule_has_a_name_and_the_texts_of_the_field_are_sources():
    assert set(HOST_RULES) == set(HostOrder)
    assert set(ANTHEM_RULES) == set(AnthemOrder)
    assert anthem_rule(AnthemOrder.RECEIVING_LAST, ISLAMABAD).sources == (FOREIGN_ANTHEM_FIRST,)
    assert ANTHEM_OF_AZERBAIJAN in anthem_rule(AnthemOrder.SENDING_LAST, ISLAMABAD).sources
