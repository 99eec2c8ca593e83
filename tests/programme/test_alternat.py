"""The alternat: each host's own copy lists that host first."""

from dataclasses import replace

from events.programme.alternat import alternating, copy_for
from events.programme.choices import HostRole
from events.programme.people import Organisation
from events.programme.text import Text
from events.programme.value import Host
from tests.programmes import seminar

EMBASSY, INSTITUTE, MEDIA = (
    Organisation(uid, Text.of({"en": uid})) for uid in ("embassy", "institute", "media")
)
HOSTS = (
    Host(EMBASSY),
    Host(INSTITUTE, HostRole.CO_HOST),
    Host(MEDIA, HostRole.MEDIA_PARTNER),
)


def programme(hosts=HOSTS):
    return replace(seminar(), hosts=hosts)


def first_in(copy):
    return [host.organisation.uid for host in copy.hosts]


def test_the_copy_for_a_host_lists_it_first_and_the_others_as_they_stand():
    assert first_in(copy_for(programme(), "institute")) == ["institute", "embassy", "media"]
    assert copy_for(programme(), "embassy") == programme()


def test_the_copy_for_nobody_or_for_no_host_is_the_programme_as_it_is():
    assert copy_for(programme(), "") == programme()
    assert copy_for(programme(), "media") == programme()


def test_copies_are_made_where_there_are_two_hosts_and_for_hosts_alone():
    assert [host.organisation.uid for host in alternating(programme())] == ["embassy", "institute"]
    assert alternating(programme(HOSTS[:1])) == ()
