"""What is asked of the page of what is coming: a month, a mission, a kind, an occasion."""

import re
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from django.http import Http404, QueryDict
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from events.models.release import ReleaseQuerySet
from events.programme.choices import EventKind

MONTH = re.compile(r"(\d{4})-(\d{2})")
FIRST_YEAR, LAST_YEAR = 1900, 2199


@dataclass(frozen=True, slots=True)
class Row:
    """What the filters need to know of a released event."""

    mission_slug: str
    kind: str
    occasion_slug: str
    starts_on: date | None
    ends_on: date | None

    def is_between(self, first: date, last: date) -> bool:
        return self.starts_on is not None and self.starts_on <= last and self.ends_on >= first  # type: ignore[operator]


@dataclass(frozen=True, slots=True)
class Filters:
    mission: str = ""
    kind: str = ""
    occasion: str = ""

    @property
    def chosen(self) -> dict[str, str]:
        every = {"mission": self.mission, "kind": self.kind, "occasion": self.occasion}
        return {name: value for name, value in every.items() if value}

    def apply(self, releases: ReleaseQuerySet) -> ReleaseQuerySet:
        if self.mission:
            releases = releases.of_mission(self.mission)
        if self.kind:
            releases = releases.of_kind(self.kind)
        if self.occasion:
            releases = releases.of_occasion(self.occasion)
        return releases

    def lets_in(self, row: Row, but: str = "") -> bool:
        """Whether the row passes, without regard to the filter named ``but``."""
        fields = {"mission": row.mission_slug, "kind": row.kind, "occasion": row.occasion_slug}
        return all(fields[name] == value for name, value in self.chosen.items() if name != but)


def read_filters(query: QueryDict, missions: Iterable[str], occasions: Iterable[str]) -> Filters:
    """Return the filters of an address. Raises Http404 for a value that is not there."""
    return Filters(
        mission=_one_of(query, "mission", missions, _("There is no mission “{}” here.")),
        kind=_one_of(query, "kind", EventKind, _("There is no kind of event “{}”.")),
        occasion=_one_of(query, "occasion", occasions, _("There is no occasion “{}” here.")),
    )


def _one_of(query: QueryDict, name: str, known: Iterable[str], missing: str) -> str:
    value = query.get(name, "")
    if value and value not in set(known):
        raise Http404(format_lazy(missing, value[:60]))
    return value


def read_month(query: QueryDict) -> date | None:
    """Return the first day of the month asked for. Raises Http404 where there is no such month."""
    asked = query.get("month", "")
    if not asked:
        return None
    match = MONTH.fullmatch(asked)
    if match and FIRST_YEAR <= int(match[1]) <= LAST_YEAR and 1 <= int(match[2]) <= 12:
        return date(int(match[1]), int(match[2]), 1)
    raise Http404(format_lazy(_("There is no month “{}”. A month is written like 2027-01."), asked[:20]))


def choices(
    rows: Iterable[Row], filters: Filters, name: str, value_of: Callable[[Row], str], first: date, last: date
) -> list[tuple[str, int]]:
    """Return the values that released events have, with how many of the month each would leave."""
    rows = list(rows)
    counts = Counter(
        value_of(row) for row in rows if row.is_between(first, last) and filters.lets_in(row, but=name)
    )
    return [(value, counts[value]) for value in sorted({value_of(row) for row in rows} - {""})]
