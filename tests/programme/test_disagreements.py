"""Where a text gives another figure than the source of record, and what each choice makes of it."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from events.programme.choices import FigureChoice
from events.programme.disagreements import disagreements
from events.programme.text import Text
from events.programme.value import Decision
from tests.programme.ledgers import ledger_with
from tests.programmes import exhibition, seminar

NOW = datetime(2023, 1, 10, tzinfo=UTC)
RECORD, ATTRIBUTE, BOTH = FigureChoice


def noted(**note):
    """The seminar, which gives no claims and has this note and no other text with figures."""
    return replace(seminar(), note=Text.of(note), claims=())


def found_in(programme, record="B"):
    return disagreements(programme, {programme.uid: ledger_with(record)})


def rewritten(programme, choice, record="B"):
    (found,) = found_in(programme, record)
    return {place.language: words for place, words in found.rewritten(choice)}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "147 killed"),
        ("en", "more than 700 wounded"),
        ("az", "147 nəfər"),
        ("az", "147 nəfər həlak olub."),
        ("ru", "убито 147"),
        ("tr", "147 kişi şehit oldu."),
        ("ur", "147 افراد شہید ہوئے۔"),
        ("en", "about 150 killed"),
        ("en", "131–170 killed"),
    ],
)
def test_text_with_another_figure_than_that_of_record_has_to_be_decided(language, text):
    (found,) = found_in(noted(**{language: text}))

    assert [each.place.text for each in found.open] == [text]
    assert found.record.source == "B"


@pytest.mark.parametrize(
    "note",
    [
        {"en": "150 killed, 744 severely wounded"},
        {"az": "150 nəfər həlak olub"},
        {"ru": "убито 150"},
        {"en": "4 are missing"},
        {"en": "147 books, 147 guests"},
        {},
    ],
)
def test_text_that_agrees_or_counts_something_else_is_no_matter(note):
    assert found_in(noted(**note)) == []


def test_nothing_is_asked_without_a_source_of_record_or_where_it_does_not_count_the_subject():
    assert found_in(noted(en="147 killed"), record="") == []
    assert found_in(noted(en="5 are missing"), record="A") == []


def test_demonstration_agrees_with_its_sources_of_record():
    assert found_in(seminar(), "A") == []
    assert found_in(exhibition(), "D") == []


def test_source_of_record_puts_its_figure_into_every_language():
    note = {
        "en": "In the night of 19 to 20 January 1990, 147 people were killed.",
        "az": "147 nəfər həlak olub.",
        "ru": "Погибли 147 человек.",
        "tr": "147 kişi hayatını kaybetti.",
        "ur": "۱۴۷ افراد شہید ہوئے۔",
    }

    assert rewritten(noted(**note), RECORD) == {
        "en": "In the night of 19 to 20 January 1990, 150 people were killed.",
        "az": "150 nəfər həlak olub.",
        "ru": "Погибли 150 человек.",
        "tr": "150 kişi hayatını kaybetti.",
        "ur": "۱۵۰ افراد شہید ہوئے۔",
    }


def test_qualifier_of_the_record_comes_with_its_figure():
    note = {
        "en": "744 wounded.",
        "az": "744 nəfər yaralanıb.",
        "ru": "744 раненых",
        "tr": "744 kişi yaralandı",
    }

    assert rewritten(noted(**note), RECORD, record="D") == {
        "en": "More than 700 wounded.",
        "az": "700-dən çox nəfər yaralanıb.",
        "ru": "Более 700 раненых",
        "tr": "700’den fazla kişi yaralandı",
    }


def test_attribution_names_who_gives_each_figure_in_the_language_of_the_text():
    note = {"en": "147 killed; 150 killed, say others.", "ru": "Погибли 147 человек."}
    programme = noted(**note)
    (found,) = found_in(programme)
    first = found.claims[0][1].issuer
    issuer = {code: first.wording(code, programme.languages).text for code in ("en", "ru")}

    assert [claim.source for _, claim in found.claims] == ["C", "B"]
    assert rewritten(programme, ATTRIBUTE) == {
        "en": f"147 killed (according to {issuer['en']}); "
        "150 killed (according to Ministry of Foreign Affairs of Azerbaijan), say others.",
        "ru": f"Погибли 147 человек (как сообщает {issuer['ru']}).",
    }


@pytest.mark.parametrize(
    ("language", "text", "start"),
    [
        ("en", "147 people were killed", "147 or 150 people were killed (147: "),
        ("az", "147 nəfər həlak olub", "147 və ya 150 nəfər həlak olub (147: "),
        ("ru", "Погибли 147 человек", "Погибли 147 или 150 человек (147: "),
        ("tr", "147 kişi şehit oldu", "147 veya 150 kişi şehit oldu (147: "),
        ("ur", "147 افراد شہید ہوئے", "147 یا 150 افراد شہید ہوئے (147: "),
    ],
)
def test_both_are_given_with_their_sources(language, text, start):
    words = rewritten(noted(**{language: text}), BOTH)[language]

    assert words.startswith(start)
    assert "150: " in words


@pytest.mark.parametrize("choice", [ATTRIBUTE, BOTH])
@pytest.mark.parametrize("text", ["147 killed.", "147 killed here, 150 killed there."])
def test_chosen_words_are_decided_and_only_as_long_as_they_name_the_issuers(choice, text):
    programme = noted(en=text)
    (found,) = found_in(programme)
    decided = decision(programme, found, choice, *found.rewritten(choice))

    assert found_in(decided) == []
    (issuer, *_) = (claim.issuer.wording("en").text for _, claim in found.sourced)
    bare = decided.note.wording("en").text.replace(issuer, "somebody")
    assert len(found_in(replace(decided, note=Text.of({"en": bare})))) == 1
    assert len(found_in(replace(decided, decisions=()))) == 1


def decision(programme, found, choice, *written):
    ((_, words),) = written
    kept = Decision(found.subject, choice, found.weighed, "An officer", NOW)
    return replace(programme, note=Text.of({"en": words}), decisions=(kept,))


def test_another_record_or_another_figure_opens_the_matter_again():
    programme = noted(en="147 killed.")
    (found,) = found_in(programme)
    decided = decision(programme, found, ATTRIBUTE, *found.rewritten(ATTRIBUTE))

    assert len(found_in(replace(decided, subtitle=Text.of({"en": "160 killed"})))) == 1
    assert len(found_in(replace(decided, note=Text.of({"en": "147 killed; 150 killed"})), record="C")) == 1


def test_choice_taken_anew_replaces_what_the_first_one_wrote():
    programme = noted(en="147 killed.")
    (found,) = found_in(programme)
    attributed = decision(programme, found, ATTRIBUTE, *found.rewritten(ATTRIBUTE))
    asked_again = replace(attributed, decisions=())

    assert rewritten(asked_again, RECORD) == {"en": "150 killed."}
    assert rewritten(asked_again, BOTH)["en"].startswith("147 or 150 killed (147: ")


def test_issuer_named_by_hand_is_not_named_twice():
    text = "147 people were killed, as the State Migration Service says."
    programme = replace(noted(en=text), claims=exhibition().claims)
    (found,) = found_in(programme)

    assert [claim.source for _, claim in found.claims] == ["D", "B"]
    assert list(found.rewritten(ATTRIBUTE)) == []


def test_figure_of_no_source_can_only_give_way_to_that_of_record():
    (found,) = found_in(noted(en="160 killed"))

    assert found.choices == (RECORD,)
    assert [(figure.value, claim is None) for figure, claim in found.claims] == [(150, False), (160, True)]


def test_event_held_within_has_its_own_matter():
    whole = exhibition()
    child = replace(whole.children[0], note=Text.of({"en": "150 killed"}))
    whole = replace(whole, children=(child,))

    (found,) = disagreements(whole, {child.uid: ledger_with("D")})

    assert (found.event, found.key) == (child.uid, f"killed:{child.uid}")


def with_message(**message):
    programme = noted()
    return replace(programme, edition=replace(programme.edition, message=Text.of(message)))


def test_figure_in_the_message_of_the_year_is_attributed_and_never_rewritten():
    programme = with_message(en="147 were killed.", az="Yüz qırx yeddi nəfər həlak olub.")
    (found,) = found_in(programme)

    assert [(str(each.place.of), each.place.uid, each.place.language) for each in found.open] == [
        ("edition", "20-january-2023", "az"),
        ("edition", "20-january-2023", "en"),
    ]
    assert found.choices == (ATTRIBUTE, BOTH)
    assert [list(found.rewritten(choice)) for choice in FigureChoice] == [[], [], []]

    decision = Decision(found.subject, ATTRIBUTE, found.weighed, "An officer", NOW)
    assert found_in(replace(programme, decisions=(decision,))) == []


def test_figure_of_the_message_that_nobody_issued_waits_for_a_source():
    (found,) = found_in(with_message(en="149 were killed."))

    assert found.choices == ()


def test_message_that_an_event_shares_with_what_is_held_within_it_is_read_once():
    programme = with_message(en="147 were killed.")
    within = replace(programme, uid="within", parts=())

    found = disagreements(
        replace(programme, children=(within,)), {uid: ledger_with("B") for uid in (programme.uid, "within")}
    )

    assert [(each.event, len(each.open)) for each in found] == [(programme.uid, 1)]
