"""A rule of protocol that an officer may choose: its name, what it says, and where it stands."""

from dataclasses import dataclass

from events.programme.sentence import Sentence


@dataclass(frozen=True, slots=True)
class NamedRule:
    """Without sources it is a usage for which no text is known here."""

    name: Sentence
    words: Sentence
    sources: tuple[Sentence, ...] = ()
