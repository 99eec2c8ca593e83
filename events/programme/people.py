"""People and organisations, as a programme names them, and what they contribute."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from events.programme.choices import Answer, Manner, OrganisationKind, Role
from events.programme.text import NOTHING, Text

TO_BE_ANNOUNCED = Text.of(
    {
        "az": "Sonradan elan olunacaq",
        "en": "To be announced",
        "ru": "Будет объявлено позднее",
        "tr": "Daha sonra açıklanacaktır",
        "ur": "اعلان بعد میں کیا جائے گا",
    }
)

# Where somebody stood who was erased from the register.
NAME_NOT_STATED = Text.of(
    {
        "az": "Ad göstərilmir",
        "en": "Name not stated",
        "ru": "Имя не указано",
        "tr": "Ad belirtilmemiştir",
        "ur": "نام درج نہیں",
    }
)


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


def upwards(organisation: Organisation | None) -> Iterator[Organisation]:
    """Yield the organisation and those to which it belongs, the nearest first."""
    while organisation:
        yield organisation
        organisation = organisation.parent


@dataclass(frozen=True, slots=True)
class Office:
    title: Text
    organisation: Organisation | None = None


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody with the offices held on the day of the event.

    ``first_mention``, ``second_mention``, ``spoken`` and ``place_card`` are what the person's office wants where the
    rules of ``names`` give something else. ``confirmed`` says that it has confirmed the spelling.
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
    first_mention: Text = NOTHING
    place_card: Text = NOTHING


@dataclass(frozen=True, slots=True)
class Party:
    """A person, an organisation or plain words: exactly one of them."""

    person: Person | None = None
    organisation: Organisation | None = None
    words: Text = NOTHING


@dataclass(frozen=True, slots=True)
class Contribution:
    """Who does what in an item. Equal ``group`` numbers belong together (a pair of wreath-layers).

    ``replaced_by`` is the person who comes in the place of ``who`` once ``answer`` is *replaced*.
    """

    who: Party
    role: Role = Role.SPEAKER
    manner: Manner = Manner.OWN
    other: Party | None = None
    group: int | None = None
    answer: Answer = Answer.CONFIRMED
    replaced_by: Person | None = None


def as_guests_see(
    contributions: Iterable[Contribution], prints_unconfirmed: bool
) -> tuple[Contribution, ...]:
    """Return who comes, as far as it is certain: the rest is to be announced, told once for each role.

    Who was replaced is represented by the other person. Nobody who declined is named.
    """
    seen: list[Contribution] = []
    for each in contributions:
        shown = _as_guests_see(each, prints_unconfirmed)
        if shown is each or shown not in seen:
            seen.append(shown)
    return tuple(seen)


def _as_guests_see(each: Contribution, prints_unconfirmed: bool) -> Contribution:
    if each.answer is Answer.REPLACED and each.replaced_by:
        return replace(
            each,
            who=Party(each.replaced_by),
            manner=Manner.REPRESENTING if each.manner is Manner.OWN else each.manner,
            other=each.other or each.who,
            answer=Answer.CONFIRMED,
            replaced_by=None,
        )
    if each.answer is Answer.CONFIRMED or (each.answer is Answer.INVITED and prints_unconfirmed):
        return each
    return replace(each, who=Party(words=TO_BE_ANNOUNCED), answer=Answer.CONFIRMED, replaced_by=None)


def without_voice(each: Contribution) -> Contribution:
    """Leave out how names are spoken, which is for whoever reads them aloud."""
    return replace(
        each,
        who=_party_without_voice(each.who),
        other=each.other and _party_without_voice(each.other),
        replaced_by=each.replaced_by and replace(each.replaced_by, spoken=NOTHING),
    )


def _party_without_voice(party: Party) -> Party:
    return replace(party, person=replace(party.person, spoken=NOTHING)) if party.person else party
