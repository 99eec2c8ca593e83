"""The registers of the demonstration hold what the five sources claim, with who claimed it."""

from datetime import UTC, date, datetime

import pytest

from events.programme.choices import Qualifier
from events.programme.text import Text
from tests.programmes import document, exhibition, people, seminar

REGISTERS = document("registers")


def test_sources_are_five_of_which_one_has_a_publication_moment():
    sources = {source["key"]: source for source in REGISTERS["sources"]}

    assert list(sources) == ["A", "B", "C", "D", "E"]
    moment = datetime.fromisoformat(sources["B"]["published_at"])
    assert moment.astimezone(UTC) == datetime(2024, 1, 19, 19, 49, tzinfo=UTC)
    assert {key: source["published_on"] for key, source in sources.items()} == {
        "A": "2023-01-20",
        "B": "2024-01-19",
        "C": None,
        "D": None,
        "E": None,
    }
    assert sources["E"]["issuer"] == {}
    assert [key for key, source in sources.items() if source["authority"] == "high"] == ["B"]


@pytest.mark.parametrize(
    ("subject", "claimed"),
    [
        ("killed", {"A": 150, "B": 150, "C": 147, "D": 147, "E": 150}),
        ("wounded", {"A": 744, "B": 744, "C": "hundreds", "D": "more-than 700", "E": 744}),
        ("missing", {"B": 4, "E": 4}),
        ("arrested", {"C": "many"}),
        (
            "deported",
            {
                "A": "hundreds-of-thousands",
                "B": "hundreds-of-thousands",
                "C": "not-stated",
                "D": 250_000,
                "E": "about 300000",
            },
        ),
    ],
)
def test_claims_differ_as_the_sources_do(subject, claimed):
    def figure(claim: dict) -> int | str:
        if claim["qualifier"] == "exactly":
            return claim["value"]
        return " ".join(str(word) for word in (claim["qualifier"], claim["value"]) if word is not None)

    found = [claim for claim in REGISTERS["claims"] if claim["subject"] == subject]

    assert {claim["source"]: figure(claim) for claim in found} == claimed
    assert len(found) == len(claimed)


def test_claims_have_a_value_exactly_where_their_qualifier_asks_for_one():
    with_value = {Qualifier.EXACTLY, Qualifier.ABOUT, Qualifier.AT_LEAST, Qualifier.MORE_THAN}
    for claim in REGISTERS["claims"]:
        assert (claim["value"] is not None) == (Qualifier(claim["qualifier"]) in with_value), claim
        assert claim["wording"]["en"]


@pytest.mark.parametrize("programme", [seminar(), exhibition()], ids=lambda programme: programme.slug)
def test_claims_of_an_event_stand_in_the_register(programme):
    sources = {source["key"]: source for source in REGISTERS["sources"]}

    def facts(claim: dict) -> tuple:
        source = sources[claim["source"]]
        return (
            claim["source"],
            claim["subject"],
            Qualifier(claim["qualifier"]),
            claim["value"],
            Text.of(claim["speaker"] or source["issuer"]),
            Text.of(source["title"]),
            date.fromisoformat(source["published_on"]) if source["published_on"] else None,
        )

    registered = [facts(claim) for claim in REGISTERS["claims"]]
    for claim in programme.claims:
        printed = (claim.source, claim.subject, claim.qualifier, claim.value)
        assert registered.count((*printed, claim.issuer, claim.document, claim.on)) == 1
    assert len(programme.claims) == 2


def test_accounts_are_one_for_each_role_in_each_mission():
    assert [(account["email"], account["role"], account["mission"]) for account in REGISTERS["accounts"]] == [
        (f"{role}@{mission}.example", role, mission)
        for mission in ("azembassy-islamabad", "migration-service")
        for role in ("officer", "head", "viewer", "admin")
    ]


def test_formula_that_is_never_translated_is_explained():
    (formula,) = [phrase for phrase in REGISTERS["phrases"] if phrase["never_translate"]]

    assert formula["text"] == {"az": "Allah rəhmət eləsin!"}
    assert formula["gloss"]["en"]


def test_variants_belong_to_people_of_the_programmes():
    uids = {person.uid for programme in (seminar(), exhibition()) for person in people(programme)}
    variants = {variant["name"] for person in REGISTERS["people"] for variant in person["variants"]}

    assert {person["uid"] for person in REGISTERS["people"]} <= uids
    assert {"Syed Abrar Hussain", "Mr. Farhadov", "P.Musayev"} <= variants


def test_texts_of_the_next_20_january_are_there_in_five_languages():
    for text in REGISTERS["next_20_january"].values():
        assert set(text) == {"en", "az", "ru", "ur", "tr"}
