"""What the agenda builder shows of one event: a single reading, turned into rows with what lies between them."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import partial
from typing import Any
from zoneinfo import ZoneInfo

from django.utils.translation import gettext as _

from events.forms.agenda import PartForm
from events.models import Event, Member, SettledMatter
from events.programme import value as v
from events.programme.agenda import Item as ItemValue
from events.programme.agenda import Part as PartValue
from events.programme.choices import Audience, Phase, StartMode
from events.programme.conflict import ConflictKind, Level
from events.programme.fit import Cut, Proposal
from events.programme.kinds import item_title
from events.programme.languages import LANGUAGES, clock
from events.programme.text import NOTHING, Text, Wording
from events.programme.timing import in_utc
from events.programme.zone_cities import city_of_zone
from events.snapshot import snapshot_of
from events.views.agenda_rows import Row, Seen, Stretch, Undo, Warned, mark_of
from events.views.agenda_warnings import warned
from events.views.open_matters import answers_to


@dataclass
class Builder:
    """All that the builder shows, from one snapshot; ``known`` are the marks of what the page shows already."""

    event: Event
    member: Member
    programme: v.Programme
    seen: Seen
    versions: Mapping[str, int]
    page_language: str
    editing: str = ""
    proposal: Proposal | None = None
    forms: dict[str, Any] = field(default_factory=dict)
    undo: Undo | None = None
    said: str = ""
    answers: Mapping[str, SettledMatter] = field(default_factory=dict)
    known: Collection[str] = ()

    def __post_init__(self) -> None:
        self._warned = warned(self.event, self.programme, self.seen.wording, self.answers)
        items = list(self.programme.items)
        self._ends = (items[0].uid, items[-1].uid) if items else ("", "")
        self.parts = list(self._stretches())

    @property
    def may_edit(self) -> bool:
        return self.member.may_edit

    @property
    def may_move(self) -> bool:
        return self.may_edit and self.seen.show == "all"

    @property
    def look(self) -> tuple[object, ...]:
        """What everything on the page depends on."""
        return self.seen, self.page_language, self.fallback, self.may_edit

    @property
    def new_part_mark(self) -> str:
        return "" if "new-part" in self.forms else mark_of("new-part", self.look)

    @property
    def fallback(self) -> tuple[str, ...]:
        return self.programme.languages

    @property
    def rows(self) -> list[Row]:
        return [row for stretch in self.parts for row in stretch.rows]

    @property
    def first(self) -> str:
        return self._ends[0]

    @property
    def last(self) -> str:
        return self._ends[1]

    @property
    def tokens(self) -> Iterator[str]:
        for stretch in self.parts:
            yield f"part:{stretch.uid}"
            yield from (f"item:{row.uid}" for row in stretch.rows)

    @property
    def to_settle(self) -> list[Warned]:
        """Warnings first, then what is open; the time of each stays the order within."""
        asked = [
            each for each in self._warned if each.conflict.level is not Level.INFORMATION and not each.settled
        ]
        return sorted(asked, key=lambda each: not each.is_warning)

    @property
    def to_know(self) -> list[Warned]:
        return [
            each
            for each in self._warned
            if each.conflict.level is Level.INFORMATION
            and each.conflict.kind is not ConflictKind.GAP
            and not each.settled
        ]

    @property
    def settled(self) -> list[Warned]:
        """What an officer has answered."""
        return [each for each in self._warned if each.settled]

    @property
    def proposal_rows(self) -> list[tuple[Cut, Wording]]:
        """What each item gives, with its title."""
        titles = {row.uid: row.title for row in self.rows}
        cuts = self.proposal.cuts if self.proposal else ()
        return [(cut, titles[cut.uid]) for cut in cuts if cut.uid in titles]

    def row(self, uid: str) -> Row | None:
        return next((row for row in self.rows if row.uid == uid), None)

    def _stretches(self) -> Iterator[Stretch]:
        number = 0
        anchor = self._anchor()
        hard_end = self._hard_end_before()
        kept = self._kept_at()
        last = self.programme.parts[-1].uid if self.programme.parts else ""
        for part in self.programme.parts:
            rows = []
            for item in part.items:
                number += 1
                rows.append(self._row(item, number, anchor, hard_end, kept))
            spans = [row.item.span for row in rows if row.item.span]
            marks = self._marks_of(part)
            yield Stretch(
                part=part,
                title=part.heading.wording(self.seen.wording, self.fallback).text or _("Without a heading"),
                version=self.versions.get(part.uid, 0),
                rows=rows,
                starts_at=part.starts_at or (spans[0].start if spans else None),
                ends_at=max((span.end for span in spans), default=None, key=in_utc),
                hard_end=self._end_words() if hard_end == "" and part.uid == last else "",
                fit=self.proposal if kept == "" and part.uid == last else None,
                form=partial(form_of_part, part, self.event) if self.may_edit else None,
                marks=marks,
                kept=[name for name, mark in marks.items() if mark in self.known],
            )

    def _marks_of(self, part: PartValue) -> dict[str, str]:
        alone = replace(part, items=())
        menu = mark_of("menu", alone, len(part.items), self.versions.get(part.uid), self.look)
        return {
            "menu": "" if part.uid in self.forms else menu,
            "bar": mark_of("bar", part.uid, part.phase, self.look),
        }

    def _mark(self, item: ItemValue, title: Wording) -> str:
        """Return the mark of a row, of all but its hour and its number; none where it holds what is being typed."""
        if item.uid == self.editing or f"length-{item.uid}" in self.forms:
            return ""
        ends = item.uid == self._ends[0], item.uid == self._ends[1]
        return mark_of(replace(item, span=None), title, self.versions.get(item.uid), ends, self.look)

    def _row(
        self,
        item: ItemValue,
        number: int,
        anchor: tuple[str, Text] | None,
        hard_end: str | None,
        kept: str | None,
    ) -> Row:
        elsewhere = ""
        if anchor and item.span:
            elsewhere = clock(item.span.start.astimezone(ZoneInfo(anchor[0])))
        before = [
            each
            for each in self._warned
            if each.look and len(each.conflict.uids) > 1 and each.conflict.uids[1] == item.uid
        ]
        title = item_title(item, self.seen.wording, self.fallback)
        mark = self._mark(item, title)
        shown = self.seen.show
        hidden = (shown == "public" and item.audience is Audience.STAFF) or (
            shown == "staff" and item.audience is not Audience.STAFF
        )
        return Row(
            item=item,
            version=self.versions.get(item.uid, 0),
            number=number,
            title=title,
            city=anchor[1] if anchor else NOTHING,
            elsewhere=elsewhere,
            before=before if shown == "all" else (),
            hard_end=self._end_words() if item.uid == hard_end and shown == "all" else "",
            fit=self.proposal if item.uid == kept else None,
            is_hidden=hidden,
            mark=mark,
            is_kept=mark in self.known,
        )

    def _anchor(self) -> tuple[str, Text] | None:
        """Return the zone in which something is anchored, with its city; none if it is that of the event."""
        zones = [item.start.zone for item in self.programme.items if item.start.mode is StartMode.ANCHORED]
        zone = next((zone for zone in zones if zone and zone != self.programme.zone), None)
        if not zone:
            return None
        silence = self.programme.edition.occasion.silence if self.programme.edition else None
        if silence and silence.zone == zone and silence.city:
            return zone, silence.city
        return zone, city_of_zone(zone)

    @property
    def silence(self) -> tuple[str, Text] | None:
        """Return when and in which city the occasion's silence is kept everywhere, to be added to the agenda."""
        silence = self.programme.edition.occasion.silence if self.programme.edition else None
        return (clock(silence.at), silence.city or city_of_zone(silence.zone)) if silence else None

    def _hard_end_before(self) -> str | None:
        """Return the item before which the hard end stands, "" for the end of all, None without one."""
        ends_by = self.programme.ends_by
        if ends_by is None:
            return None
        for part in self.programme.parts:
            for item in part.items:
                if (
                    part.phase is not Phase.BEFORE
                    and item.span
                    and in_utc(item.span.start) >= in_utc(ends_by)
                ):
                    return item.uid
        return ""

    def _end_words(self) -> str:
        return clock(self.programme.ends_by) if self.programme.ends_by else ""

    def _kept_at(self) -> str | None:
        """Return the item before which the proposal stands, "" for the end of all, None without one."""
        if self.proposal is None:
            return None
        return self.proposal.keeps[0] if self.proposal.keeps else ""


def build(event: Event, member: Member, seen: Seen, page_language: str, **more: Any) -> Builder:
    """Read the event once; raises NonexistentTimeError for a clock time that the clocks skip."""
    event = Event.objects.with_agenda().get(pk=event.pk)
    return Builder(
        event=event,
        member=member,
        programme=snapshot_of(event),
        seen=seen,
        versions=versions_of(event),
        page_language=page_language,
        answers=answers_to(event),
        **more,
    )


def form_of_part(part: PartValue | None, event: Event) -> PartForm:
    """Return the form of a part, or that of a new one."""
    initial: dict[str, Any] = {"phase": Phase.PROGRAMME.value, "audience": Audience.PUBLIC.value}
    if part:
        starts_at = part.starts_at.timetz().replace(tzinfo=None) if part.starts_at else None
        initial = {
            "phase": part.phase.value,
            "audience": part.audience.value,
            "starts_at": starts_at,
        }
    return PartForm(
        initial=initial,
        languages=tuple(code for code in event.languages if code in LANGUAGES),
        headings=dict(part.heading.versions) if part else {},
        auto_id=f"id_part-{part.uid[:12] if part else 'new'}_%s",
    )


def versions_of(event: Event) -> dict[str, int]:
    """Return the version of each part and item by its uid; the event was read ``with_agenda``."""
    rows = [row for part in event.parts.all() for row in (part, *part.items.all())]
    return {str(row.uid): row.version for row in rows}
