"""The ledger of claims: what the sources say of an occasion, side by side, and whose figures a mission gives."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.contrib import messages
from django.db.models import Q
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.functional import Promise
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from events.forms.languages import language_title
from events.forms.ledger import RecordForm
from events.forms.ledger_words import AUTHORITIES, KINDS, QUALIFIERS, SUBJECTS
from events.models import Claim, Edition, Event, Member, Mission, Occasion, Source, SourceOfRecord
from events.models.fields import text_of
from events.operations.ledger import claims_for, set_source_of_record, sources_for
from events.programme import figure_wording
from events.programme.fold import fold
from events.programme.text import Text
from events.snapshot.registers import claim_value
from events.views.access import membership_or_404


@dataclass(frozen=True)
class Stated:
    """A claim as its source has it."""

    claim: Claim

    @property
    def quotation(self) -> Text:
        return text_of(self.claim.wording)

    @property
    def issuer(self) -> Text:
        return claim_value(self.claim).issuer

    @property
    def document(self) -> Text:
        return claim_value(self.claim).document

    @property
    def on(self) -> date | None:
        return claim_value(self.claim).on

    @property
    def place(self) -> Text:
        return text_of(self.claim.place)

    @property
    def language(self) -> str:
        return language_title(self.claim.source.language)

    @property
    def authority(self) -> str | Promise:
        return AUTHORITIES[self.claim.source.authority]

    @property
    def is_shared(self) -> bool:
        return self.claim.mission_id is None


@dataclass
class Standing:
    """One figure or wording of a subject, with those who state it."""

    headline: str
    qualifier: str | Promise
    is_figure: bool
    stated: list[Stated] = field(default_factory=list)

    @property
    def marks(self) -> list[str]:
        return sorted({each.claim.source.key for each in self.stated})

    @property
    def is_single(self) -> bool:
        return self.is_figure and len(self.marks) == 1


@dataclass
class Subject:
    key: str
    label: str | Promise
    standings: list[Standing]


@dataclass
class Record:
    """An edition with its source of record, if one is named."""

    edition: Edition
    source: Source | None


@dataclass
class Page:
    occasion: Occasion
    subjects: list[Subject]
    records: list[Record]


@require_safe
def ledger(request: HttpRequest, mission: str) -> HttpResponse:
    member = membership_or_404(request, mission)
    return _page(request, member)


@require_POST
def source_of_record(request: HttpRequest, mission: str) -> HttpResponse:
    member = membership_or_404(request, mission, Member.Role.OFFICER)
    form = RecordForm(request.POST, mission=member.mission)
    if not form.is_valid():
        if "edition" in form.errors:
            raise Http404
        messages.error(request, _("This source is not in the ledger."))
        return _page(request, member, status=422)
    edition, source = form.cleaned_data["edition"], form.cleaned_data["source"]
    set_source_of_record(member.mission, edition, source, by=member.user)
    messages.success(request, _("Saved. Texts that give other figures are asked about before a release."))
    return redirect("desk:ledger", mission)


def subjects_of(claims: Iterable[Claim], language: str) -> list[Subject]:
    """Return what is claimed by what it counts: first the figures that are looked for in texts."""
    found: dict[str, dict[Any, Standing]] = {}
    for claim in claims:
        standings = found.setdefault(claim.subject, {})
        standing = standings.setdefault(_mark(claim), _standing(claim, language))
        standing.stated.append(Stated(claim))
    known = [*SUBJECTS, *sorted(set(found) - set(SUBJECTS))]
    return [
        Subject(key, SUBJECTS.get(key, key), sorted(found[key].values(), key=lambda each: -len(each.marks)))
        for key in known
        if key in found
    ]


def _mark(claim: Claim) -> Any:
    """Return what is the same for claims of the same."""
    if claim.value is not None or claim.qualifier != "not-stated":
        return claim.qualifier, claim.value, claim.most
    return fold(text_of(claim.wording).wording(claim.source.language).text)


def _standing(claim: Claim, language: str) -> Standing:
    figure = figure_wording.figure_of(claim_value(claim))
    if figure:
        return Standing(figure_wording.say(figure, language), QUALIFIERS[claim.qualifier], True)
    if claim.qualifier == "not-stated":
        return Standing(text_of(claim.wording).wording(claim.source.language).text, "", False)
    return Standing(str(QUALIFIERS[claim.qualifier]), "", False)


def _page(request: HttpRequest, member: Member, status: int = 200) -> HttpResponse:
    mission, language = member.mission, get_language() or "en"
    by_occasion: dict[int | None, list[Claim]] = {}
    for claim in claims_for(mission):
        by_occasion.setdefault(claim.edition.occasion_id if claim.edition else None, []).append(claim)
    editions = list(_editions(mission))
    pages = [
        Page(
            occasion,
            subjects_of(by_occasion.get(occasion.pk, []), language),
            _records(mission, [each for each in editions if each.occasion_id == occasion.pk]),
        )
        for occasion in Occasion.objects.all()
        if occasion.pk in by_occasion or any(each.occasion_id == occasion.pk for each in editions)
    ]
    context = {
        "member": member,
        "mission": mission,
        "fallback": tuple(mission.languages),
        "pages": pages,
        "others": subjects_of(by_occasion.get(None, []), language),
        "sources": [
            (each, KINDS.get(each.kind, each.kind), AUTHORITIES[each.authority])
            for each in sources_for(mission)
        ],
    }
    return render(request, "events/desk/ledger/ledger.html", context, status=status)


def _editions(mission: Mission) -> Iterable[Edition]:
    """Those in which the mission holds something, or of which it has named the source of record."""
    held = Q(pk__in=Event.objects.filter(mission=mission).values("edition"))
    named = Q(pk__in=SourceOfRecord.objects.filter(mission=mission).values("edition"))
    return Edition.objects.filter(held | named).select_related("occasion").order_by("-year")


def _records(mission: Mission, editions: list[Edition]) -> list[Record]:
    named = SourceOfRecord.objects.filter(mission=mission).select_related("source")
    sources = {row.edition_id: row.source for row in named}
    return [Record(edition, sources.get(edition.pk)) for edition in editions]
