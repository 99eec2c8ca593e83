"""What a document shows that is kept beside its programme: pictures, and how the register writes to people."""

from dataclasses import replace

from events.exports import Format
from events.exports.wishes import Wishes
from events.models import Person, Picture
from events.models.fields import text_of
from events.programme.attending import invited
from events.programme.text import Text
from events.programme.value import Programme


def with_what_is_kept(wishes: Wishes, format_: Format, programme: Programme) -> Wishes:
    """Return the wishes with the pictures that the programme names and, where the format writes to people, addresses.

    To be called in the scope of the programme's mission where it does.
    """
    emblem = programme.mission.look.emblem
    return replace(
        wishes,
        pictures=Picture.kept.octets_of([emblem]) if emblem else {},
        addresses=_addresses_of(programme) if is_made_anew(format_) else {},
    )


def is_made_anew(format_: Format) -> bool:
    """Whether the file tells what the register says today, which is erased where somebody is."""
    return format_.printed is not None and format_.printed.with_addresses


def _addresses_of(programme: Programme) -> dict[str, Text]:
    """Return the lines of envelopes that the register of the programme's mission has of those who are asked."""
    uids = [each.uid for each in invited(programme)]
    people = Person.objects.filter(mission__slug=programme.mission.slug, uid__in=uids)
    return {str(each.uid): text_of(each.envelope) for each in people if each.envelope}
