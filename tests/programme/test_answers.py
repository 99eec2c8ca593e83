"""Guests read the names of those who have said yes; staff see what everybody answered."""

from dataclasses import replace

import pytest

from events.programme.choices import Answer, Audience, Manner, Role
from events.programme.languages import LANGUAGES
from events.programme.people import TO_BE_ANNOUNCED, Contribution, Party, Person, as_guests_see
from events.programme.text import Text
from tests.programmes import seminar

KHALID = Person("khalid", Text.of({"en": "Khalid Rahman"}))
RASHID = Person("rashid", Text.of({"en": "Rashid Wali Janjua"}))
ANNOUNCED_LATER = Contribution(Party(words=TO_BE_ANNOUNCED))


def seen(*contributions, prints_unconfirmed=False):
    return as_guests_see(contributions, prints_unconfirmed)


def asked(answer, person=KHALID, **values):
    return Contribution(Party(person), answer=answer, **values)


def test_to_be_announced_stands_in_every_language():
    assert set(TO_BE_ANNOUNCED.languages) == set(LANGUAGES)


def test_who_confirmed_is_named():
    assert seen(asked(Answer.CONFIRMED)) == (asked(Answer.CONFIRMED),)


@pytest.mark.parametrize("answer", [Answer.INVITED, Answer.DECLINED, Answer.REPLACED])
def test_who_has_not_said_yes_is_announced_later(answer):
    assert seen(asked(answer)) == (ANNOUNCED_LATER,)


def test_officer_may_print_the_invited_but_never_who_declined():
    invited, declined = asked(Answer.INVITED), asked(Answer.DECLINED)

    assert seen(invited, declined, prints_unconfirmed=True) == (invited, ANNOUNCED_LATER)


def test_several_who_have_not_answered_are_announced_once_for_each_role():
    speakers = asked(Answer.INVITED), asked(Answer.INVITED, RASHID)
    chair = asked(Answer.INVITED, RASHID, role=Role.CHAIR)

    assert seen(*speakers, chair) == (ANNOUNCED_LATER, replace(ANNOUNCED_LATER, role=Role.CHAIR))


def test_who_was_replaced_is_represented():
    replaced = asked(Answer.REPLACED, replaced_by=RASHID)

    assert seen(replaced) == (Contribution(Party(RASHID), manner=Manner.REPRESENTING, other=Party(KHALID)),)


def test_message_is_read_by_who_comes_instead():
    message = {"manner": Manner.READING_MESSAGE_OF, "other": Party(words=Text.of({"en": "the Minister"}))}
    replaced = asked(Answer.REPLACED, replaced_by=RASHID, **message)

    assert seen(replaced) == (Contribution(Party(RASHID), **message),)


@pytest.mark.parametrize("audience", [Audience.PUBLIC, Audience.INVITED])
def test_programme_keeps_answers_from_guests(audience):
    programme = seminar()
    uid = next(item.uid for item in programme.items if item.contributions and item.audience == "public")
    parts = tuple(
        replace(part, items=tuple(replace(item, contributions=(asked(Answer.INVITED),)) if item.uid == uid else item
                                  for item in part.items))
        for part in programme.parts
    )  # fmt: skip
    programme = replace(programme, parts=parts)

    def who(programme):
        return next(item.contributions for item in programme.items if item.uid == uid)

    assert who(programme.seen_by(audience)) == (ANNOUNCED_LATER,)
    assert who(replace(programme, prints_unconfirmed=True).seen_by(audience)) == (asked(Answer.INVITED),)
    assert who(programme.seen_by(Audience.STAFF)) == (asked(Answer.INVITED),)
