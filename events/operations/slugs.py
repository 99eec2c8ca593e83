"""The last part of an event's address, made of its title and year."""

from datetime import date
from itertools import count

from events.models import Event, Mission
from events.models.event import RESERVED_SLUGS
from events.programme.fold import CYRILLIC, fold
from events.programme.text import Text

LONGEST = 60
PREFERRED = ("en", "az", "tr", "ru")


def free_slug(mission: Mission, title: Text, on: date | None) -> str:
    """Return an address that no event of the mission has, deleted ones included, and no page of the desk.

    Whoever makes an event of the mission at the same moment waits for the end of this transaction.
    """
    Mission.objects.select_for_update(no_key=True).get(pk=mission.pk)
    words = next(filter(None, (_words(title.wording(language).text) for language in PREFERRED)), ["event"])
    year = str(on.year) if on else ""
    if year and year not in words:
        words = [*_short(words, LONGEST - len(year) - 1), year]
    slug = "-".join(_short(words, LONGEST))
    kept = Event.with_deleted.filter(mission=mission, slug__startswith=slug)
    taken = {*RESERVED_SLUGS, *kept.values_list("slug", flat=True)}
    return next(each for number in count(1) if (each := _numbered(slug, number)) not in taken)


def _words(text: str) -> list[str]:
    latin = fold(text).translate(CYRILLIC)
    return "".join(letter if letter.isascii() and letter.isalnum() else " " for letter in latin).split()


def _short(words: list[str], longest: int) -> list[str]:
    """Return as many whole words as there is room for, a part of the first one at least."""
    kept = [words[0][:longest]]
    for word in words[1:]:
        if len("-".join([*kept, word])) > longest:
            break
        kept.append(word)
    return kept


def _numbered(slug: str, number: int) -> str:
    return slug if number == 1 else f"{slug}-{number}"
