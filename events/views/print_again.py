"""What a release makes stale of the sheets that were printed of the one before it."""

from dataclasses import dataclass, replace

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from events.models import Event, Release
from events.programme.changes import changes
from events.programme.choices import Audience
from events.programme.reprints import reprints
from events.programme.text import Text
from events.views.event_frame import address_of
from events.views.print_choice import DOCUMENTS, Choice

SLIP = "correction-slip"
CARDS = _("A name or an office on them is another one, or other people come.")
WHY: dict[str, str | Promise] = {
    "place-cards": CARDS,
    "badges": _("A name, an organisation or the event's title on them is another one, or other people come."),
    "lectern-cards": _("A name or an office on them, or what is spoken to, is another one."),
    "reserved-signs": _("Hosts, guests or groups are other ones, or are written in another way."),
    "door-sign": _("Title, day, time, place or hosts are other ones."),
}
WHY_GUESTS = _("What guests read has changed.")
WHY_STAFF = _("What the team or the guests read has changed.")


@dataclass(frozen=True, slots=True)
class Stale:
    title: str | Promise
    why: str | Promise
    for_staff: bool
    pdf: str


@dataclass(frozen=True, slots=True)
class Again:
    """What to print again for ``release`` by those who hold sheets of ``before``; ``slip`` may be empty."""

    release: Release
    before: Release
    changes: tuple[Text, ...]
    documents: tuple[Stale, ...]
    slip: str


def to_print_again(event: Event, choice: Choice) -> Again | None:
    """Compare the release chosen, or the latest one, with that before it; None where there is none before it."""
    newest = Release.objects.filter(event=event).order_by("-number")
    if choice.release:
        newest = newest.filter(number__lte=choice.release.number)
    release, before = [*newest[:2], None, None][:2]
    if release is None or before is None:
        return None
    old, new = before.programme, release.programme
    told = changes(old, new)
    languages = tuple(each for each in choice.languages if each in new.languages) or (new.own_language,)
    query = replace(choice, programme=new, release=release, languages=languages).query
    suiting = [name for name, printed in DOCUMENTS.items() if printed.suits(new)]
    stale = tuple(_stale(event, name, query) for name in reprints(old, new, suiting))
    slip = address_of("print_pdf", event, SLIP) + query if told else ""
    return Again(release, before, told, stale, slip)


def _stale(event: Event, name: str, query: str) -> Stale:
    printed = DOCUMENTS[name]
    for_staff = printed.audience is Audience.STAFF
    usual = WHY_STAFF if for_staff else WHY_GUESTS
    return Stale(printed.title, WHY.get(name, usual), for_staff, address_of("print_pdf", event, name) + query)
