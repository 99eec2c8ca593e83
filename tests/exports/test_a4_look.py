"""The A4 programme's flags, motif and register."""

from dataclasses import replace

import pytest

from events.exports.pdf import a4
from events.programme.choices import Register
from events.programme.people import Organisation
from events.programme.value import Host
from tests.exports.printed import canonical, drawn, words
from tests.exports.released import SITE, english, item, small
from tests.programmes import empty, seminar


def flags_of(programme, language="en"):
    shown = a4.sheet(programme, language, SITE)["masthead"]
    return [host.flag.address if host.flag else None for host in shown.hosts]


def test_flags_stand_in_the_order_of_the_hosts_whatever_the_direction_of_the_text():
    turned = replace(seminar(), hosts=seminar().hosts[::-1])

    assert flags_of(seminar(), "en") == flags_of(seminar(), "ur") == ["art:flag-az.svg", "art:flag-pk.svg"]
    assert flags_of(turned) == ["art:flag-pk.svg", "art:flag-az.svg"]


def test_first_host_stands_at_the_left_in_urdu_too():
    # Words come as they are drawn, from left to right.
    left = {word: box for _, word, *box in words(canonical("seminar", "ur"))[:16]}

    assert left["سفارت"[::-1]][0] < left["انسٹی"[::-1]][0]


def test_country_has_its_flag_once_and_none_is_made_up():
    hosts = tuple(Host(Organisation(str(n), english(c), country=c)) for n, c in enumerate(("AZ", "AZ", "DE")))

    assert flags_of(replace(empty(), hosts=hosts)) == ["art:flag-az.svg", None, None]


@pytest.mark.parametrize(
    ("slug", "register", "motif"),
    [
        ("20-january", Register.MOURNING, "art:carnation.svg"),
        ("20-january", Register.FESTIVE, None),
        ("another-day", Register.MOURNING, None),
    ],
)
def test_carnation_stands_only_for_the_mourning_of_20_january(slug, register, motif):
    edition = seminar().edition
    programme = replace(
        seminar(), edition=replace(edition, occasion=replace(edition.occasion, slug=slug, register=register))
    )

    shown = a4.sheet(programme, "en", SITE)["masthead"].motif

    assert (shown.address if shown else None) == motif


@pytest.mark.parametrize("register", Register)
def test_each_register_has_a_look(register):
    edition = seminar().edition
    occasion = replace(edition.occasion, register=register)

    assert drawn(small(item(), edition=replace(edition, occasion=occasion))).startswith(b"%PDF-1.7")
