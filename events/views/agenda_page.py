"""What the agenda builder shows of one event: a single reading, turned into rows with what lies between them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any
from zoneinfo import ZoneInfo

from django.utils.translation import gettext as _

from events.forms.agenda import PartForm
from events.models import Event, Item, Member, Part, SettledMatter
from events.programme import value as v
from events.programme.choices import Audience, Phase, StartMode
from events.programme.conflict import Conflict, ConflictKind, Level
from events.programme.conflicts import conflicts
from events.programme.explanations import explain
from events.programme.fit import Cut, Proposal
from events.programme.kinds import item_title
from events.programme.languages import LANGUAGES, clock
from events.programme.mends import Agenda, mends
from events.programme.rules import rule_of
from events.programme.text import NOTHING, Text, Wording
from events.programme.timing import in_utc
from events.snapshot import take_snapshot
from events.views.agenda_rows import Row, Seen, Stretch, Undo, Warned, city_of
from events.views.open_matters import answers_to, where

# What is filled in among the facts of the event, by the name of its field there.
FILLED_IN = {ConflictKind.NO_DAY: "on", ConflictKind.NO_PLACE: "place"}


@dataclass
class Builder:
    """All that the builder shows, from one snapshot."""

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

    def __post_init__(self) -> None:
        self._agenda = Agenda(self.programme)
        self._warned = [self._warn(conflict) for conflict in conflicts(self.programme)]
        self.parts = list(self._stretches())

    @property
    def may_edit(self) -> bool:
        return self.member.may_edit

    @property
    def may_move(self) -> bool:
        return self.may_edit and self.seen.show == "all"

    @property
    def fallback(self) -> tuple[str, ...]:
        return self.programme.languages

    @property
    def rows(self) -> list[Row]:
        return [row for stretch in self.parts for row in stretch.rows]

    @property
    def first(self) -> str:
        return self.rows[0].uid if self.rows else ""

    @property
    def last(self) -> str:
        return self.rows[-1].uid if self.rows else ""

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

    def _warn(self, conflict: Conflict) -> Warned:
        event = self._agenda.event_in(conflict).uid
        matter = conflict.matter(event)
        target = FILLED_IN.get(conflict.kind, conflict.uids[0])
        return Warned(
            conflict,
            words=explain(conflict, self.programme, self.seen.wording),
            mends=mends(conflict, self.programme),
            matter=matter,
            address=where(self.event, self.programme, target, event),
            rule=rule_of(conflict),
            settled=self.answers.get(matter),
            part=self._part_before(conflict),
        )

    def _part_before(self, conflict: Conflict) -> v.Part | None:
        """Return the part of the item behind which there is a gap."""
        if conflict.kind is not ConflictKind.GAP:
            return None
        before = conflict.uids[0]
        return next(
            (part for part in self.programme.parts for item in part.items if item.uid == before), None
        )

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
            yield Stretch(
                part=part,
                title=part.heading.wording(self.seen.wording, self.fallback).text or _("Without a heading"),
                version=self.versions.get(part.uid, 0),
                rows=rows,
                starts_at=part.starts_at or (spans[0].start if spans else None),
                ends_at=max((span.end for span in spans), default=None, key=in_utc),
                hard_end=self._end_words() if hard_end == "" and part.uid == last else "",
                fit=self.proposal if kept == "" and part.uid == last else None,
                form=form_of_part(part, self.programme, self.event) if self.may_edit else None,
            )

    def _row(
        self,
        item: v.Item,
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
        shown = self.seen.show
        hidden = (shown == "public" and item.audience is Audience.STAFF) or (
            shown == "staff" and item.audience is not Audience.STAFF
        )
        return Row(
            item=item,
            version=self.versions.get(item.uid, 0),
            number=number,
            title=item_title(item, self.seen.wording, self.fallback),
            city=anchor[1] if anchor else NOTHING,
            elsewhere=elsewhere,
            before=before if shown == "all" else (),
            hard_end=self._end_words() if item.uid == hard_end and shown == "all" else "",
            fit=self.proposal if item.uid == kept else None,
            is_hidden=hidden,
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
        return zone, Text.of({"en": city_of(zone)})

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
    programme = more.pop("programme", None) or take_snapshot(event)
    return Builder(
        event=event,
        member=member,
        programme=programme,
        seen=seen,
        versions=versions_of(event),
        page_language=page_language,
        answers=answers_to(event),
        **more,
    )


def form_of_part(part: v.Part | None, programme: v.Programme, event: Event) -> PartForm:
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
    items = Item.objects.filter(part__event=event).values_list("uid", "version")
    parts = Part.objects.filter(event=event).values_list("uid", "version")
    return {str(uid): version for uid, version in (*items, *parts)}
