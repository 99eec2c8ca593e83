"""The claims that a programme gives, found in the ledger or entered there at once."""

from collections.abc import Sequence

from django.db.models import F, Q

from events.models import Claim, Edition, Mission, Source
from events.models.many import save_all
from events.operations.import_refusal import ImportRefusedError, check, refusing
from events.programme import value as v
from events.programme.sentence import sentence
from events.snapshot.registers import claim_value


def claims_of(
    mission: Mission, wanted: Sequence[v.Claim], edition: Edition | None, where: str
) -> list[Claim]:
    """Return a row for each of the claims. Raises ImportRefusedError, with the place in the programme."""
    ours = Q(mission=mission) | Q(mission__isnull=True)
    shared_first = Source.objects.filter(ours, key__in={each.source for each in wanted}).order_by(
        F("mission").asc(nulls_first=True)
    )
    sources = {source.key: source for source in shared_first}
    there = Claim.objects.filter(ours, source__in=sources.values()).select_related("source")
    known = {claim_value(claim): claim for claim in there.order_by("-pk")}
    new = []
    rows = []
    for index, each in enumerate(wanted):
        at = f"{where}[{index}]"
        if each.source not in sources:
            sources[each.source] = _new_source(mission, each, at)
        if each not in known:
            known[each] = _new_claim(mission, each, sources[each.source], edition)
            check(at, known[each])
            new.append(known[each])
        rows.append(known[each])
    save_all(new)
    return rows


def _new_source(mission: Mission, wanted: v.Claim, where: str) -> Source:
    if not wanted.source:
        raise ImportRefusedError(where, sentence("a claim names its source by a key"))
    source = Source(
        mission=mission,
        key=wanted.source,
        title=wanted.document or wanted.issuer,
        kind="document",
        issuer=wanted.issuer,
        language=(wanted.wording.languages or ("en",))[0],
        authority=Source.Authority.LOW,
    )
    with refusing(where):
        source.full_clean()
        source.save()
    return source


def _new_claim(mission: Mission, wanted: v.Claim, source: Source, edition: Edition | None) -> Claim:
    return Claim(
        mission=mission,
        source=source,
        edition=edition,
        subject=wanted.subject,
        qualifier=wanted.qualifier.value,
        value=wanted.value,
        most=wanted.most,
        wording=wanted.wording,
        speaker=wanted.issuer,
        document=wanted.document,
        stated_on=wanted.on,
    )
