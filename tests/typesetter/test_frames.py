"""What crosses the border arrives whole, in time and within bounds, or not at all."""

import socket
import time

import pytest

from typesetter.frames import TooMuchError, receive, send


@pytest.fixture
def ends():
    ours, theirs = socket.socketpair()
    with ours, theirs:
        yield ours, theirs


def test_words_and_octets_arrive_as_they_were_sent(ends):
    ours, theirs = ends
    send(ours, {"html": "سفارت"}, b"one", b"", b"\0two")

    assert receive(theirs) == ({"html": "سفارت"}, [b"one", b"", b"\0two"])


def test_more_than_was_agreed_is_not_read(ends):
    ours, theirs = ends
    send(ours, {}, b"x" * 100)

    with pytest.raises(TooMuchError):
        receive(theirs, most=50)


def test_other_side_that_is_gone_in_the_middle_is_noticed(ends):
    ours, theirs = ends
    ours.sendall(b"\0\0\0\x09")
    ours.close()

    with pytest.raises(EOFError):
        receive(theirs)


def test_other_side_that_says_nothing_is_not_waited_for_any_longer(ends):
    with pytest.raises(TimeoutError):
        receive(ends[1], time.monotonic())
