"""The ledger of the five sources, as floor 0 reads it."""

from datetime import date

from events.programme.choices import Qualifier
from events.programme.disagreements import Ledger
from events.programme.text import Text
from events.programme.value import Claim
from tests.programmes import document

REGISTERS = document("registers")
WEIGHTS = ("high", "medium", "low")


def claims():
    """What the sources claim, the best first."""
    sources = {source["key"]: source for source in REGISTERS["sources"]}
    ranked = sorted(REGISTERS["claims"], key=lambda each: WEIGHTS.index(sources[each["source"]]["authority"]))
    for each in ranked:
        source = sources[each["source"]]
        on = source["published_on"]
        yield Claim(
            subject=each["subject"],
            qualifier=Qualifier(each["qualifier"]),
            value=each["value"],
            wording=Text.of(each["wording"]),
            issuer=Text.of(each["speaker"] or source["issuer"]),
            document=Text.of(source["title"]),
            on=date.fromisoformat(on) if on else None,
            source=source["key"],
        )


def ledger_with(record):
    """The ledger where the source with this key is that of record."""
    found = tuple(claims())
    return Ledger(found, tuple(claim for claim in found if claim.source == record))
