"""People and organisations, as a programme names them, and what they contribute."""

from dataclasses import dataclass

from events.programme.choices import Manner, OrganisationKind, Role
from events.programme.text import NOTHING, Text


@dataclass(frozen=True, slots=True)
class Organisation:
    """``country`` is an ISO 3166 alpha-2 code; its flag stands for the organisation."""

    uid: str
    name: Text
    short_name: Text = NOTHING
    descriptor: Text = NOTHING
    kind: OrganisationKind = OrganisationKind.OTHER
    country: str = ""
    city: Text = NOTHING
    parent: "Organisation | None" = None


@dataclass(frozen=True, slots=True)
class Office:
    title: Text
    organisation: Organisation | None = None


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody with the offices held on the day of the event.

    ``confirmed`` says that the person's own office has confirmed the spelling.
    """

    uid: str
    name: Text
    honorific: Text = NOTHING
    academic_title: Text = NOTHING
    rank: Text = NOTHING
    second_mention: Text = NOTHING
    spoken: Text = NOTHING
    offices: tuple[Office, ...] = ()
    confirmed: bool = False


@dataclass(frozen=True, slots=True)
class Party:
    """A person, an organisation or plain words: exactly one of them."""

    person: Person | None = None
    organisation: Organisation | None = None
    words: Text = NOTHING


@dataclass(frozen=True, slots=True)
class Contribution:
    """Who does what in an item. Equal ``group`` numbers belong together (a pair of wreath-layers)."""

    who: Party
    role: Role = Role.SPEAKER
    manner: Manner = Manner.OWN
    other: Party | None = None
    group: int | None = None
