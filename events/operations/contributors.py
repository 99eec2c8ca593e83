"""Who does what in an item, and what they answered. All of it is of the item: it raises the item's version.

Values that cannot be kept raise ValidationError, with words at the fields.
"""

from collections.abc import Mapping
from typing import Any

from events.models import Contribution, Item, Member, Person, User
from events.models.fields import text_of
from events.operations.deeds import deed, refuse_strangers
from events.operations.order import numbered
from events.operations.stale import locked, locked_event
from events.programme.choices import Answer, Manner
from events.programme.people import TO_BE_ANNOUNCED
from events.programme.text import NOTHING

OFFICER = Member.Role.OFFICER
# One of the three is said; the others are emptied when it changes.
WHO = {"person": None, "organisation": None, "words": NOTHING}
OTHER = {"other_person": None, "other_organisation": None, "other_words": NOTHING}


@deed(OFFICER)
def add_contribution(item: Item, version: int, *, by: User, **values: Any) -> Contribution:
    """Add somebody: in the first place of that role which is still to be announced, else at the end.

    A person is *invited* unless the answer is given. Raises StaleError.
    """
    item = _open(item, version)
    rows = list(item.contributions.all())
    row = next((row for row in rows if _is_open(row, values)), None) or Contribution(
        item=item, order=len(rows)
    )
    _set(row, {"answer": _asked(values), **values})
    _changed(item, by)
    return row


@deed(OFFICER)
def change_contribution(contribution: Contribution, version: int, *, by: User, **values: Any) -> Contribution:
    """Change what the values name; another person has not answered yet. ``version`` is the item's.

    Raises StaleError.
    """
    item = _open(contribution.item, version)
    row = item.contributions.get(pk=contribution.pk)
    person = values.get("person")
    if person and person.pk != row.person_id and "answer" not in values:
        values |= {"answer": Answer.INVITED.value, "replaced_by": None}
    _set(row, values)
    _changed(item, by)
    return row


@deed(OFFICER)
def remove_contribution(contribution: Contribution, version: int, *, by: User) -> None:
    """Raises StaleError; ``version`` is the item's."""
    item = _open(contribution.item, version)
    item.contributions.get(pk=contribution.pk).delete()
    numbered(item.contributions.all())
    _changed(item, by)


@deed(OFFICER)
def answer(
    contribution: Contribution, said: Answer, *, by: User, replaced_by: Person | None = None
) -> Contribution:
    """Note what somebody said, with who comes instead where they are *replaced*."""
    item = _open(contribution.item, None)
    row = item.contributions.get(pk=contribution.pk)
    _set(row, {"answer": said.value, "replaced_by": replaced_by})
    _changed(item, by)
    return row


def _open(item: Item, version: int | None) -> Item:
    locked_event(item.part.event)
    return locked(item, version)


def _changed(item: Item, by: User) -> Item:
    item.version += 1
    item.save()
    item.part.event.raise_version(by)
    return item


def _is_open(row: Contribution, values: Mapping[str, Any]) -> bool:
    return text_of(row.words) == TO_BE_ANNOUNCED and row.role == values.get("role", row.role)


def _asked(values: Mapping[str, Any]) -> str:
    return (Answer.INVITED if values.get("person") else Answer.CONFIRMED).value


def _set(row: Contribution, values: Mapping[str, Any]) -> None:
    values = dict(values)
    for group in (WHO, OTHER):
        if any(values.get(name) for name in group):
            values = {**group, **values}
    if values.get("manner") == Manner.OWN:
        values = {**OTHER, **values}
    refuse_strangers(row.item.part.event.mission_id, values)
    for name, value in values.items():
        setattr(row, name, value)
    row.full_clean()
    row.save()
