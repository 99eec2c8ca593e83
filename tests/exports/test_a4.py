"""The A4 programme: what stands on it, in which order, in which language, and that nothing is torn or lost."""

from dataclasses import replace

import pytest

from events.exports.pdf import a4
from events.exports.wishes import Beside, Wishes
from events.programme.choices import HostRole, Role, Shown, Status
from events.programme.people import Organisation, Party
from events.programme.value import Host
from tests.exports.printed import canonical, drawn, pages, reader, right_to_left_text, stand_in_order, text
from tests.exports.released import MARK, SITE, at, english, item, small, speaker
from tests.programmes import empty, seminar

SHEETS = [("seminar", language) for language in ("en", "az", "ru", "ur")] + [("exhibition", "az")]


# What stands on it


def test_seminar_takes_both_sides_of_one_sheet_in_each_of_its_languages():
    counts = {language: len(pages(canonical("seminar", language))) for language in ("en", "az", "ru", "ur")}

    assert counts == {"en": 2, "az": 2, "ru": 2, "ur": 2}


def test_front_says_who_invites_to_what_when_and_where_and_in_which_order():
    front, _ = pages(canonical("seminar", "en"))

    assert stand_in_order(
        front,
        "Embassy of Azerbaijan in Pakistan",
        "Institute of Policy Studies",
        "SEMINAR · IN MEMORY OF THE MARTYRS OF JANUARY 20",
        "National will and determination of the Azerbaijani people",
        "Commemoration of January 20, 1990",
        "Azərbaycan xalqının milli iradəsi və əzmi",
        "Friday, 20 January 2023 · 10:00–12:20 · Islamabad",
        "Institute of Policy Studies, Seminar hall",
        "ORDER OF PROCEEDINGS",
        "09:30 Arrival and registration",
        "10:06 National anthems of both countries Please rise.",
        "10:09 MINUTE OF SILENCE in memory of the martyrs of January 20 Please remain standing.",
        "10:15 Address by the Ambassador H.E. Khazar Farhadov",
        "11:15 Video about the events of January 20",
        "11:50 Tea",
    )


def test_back_remembers_with_sources_and_names_the_speakers_in_their_order():
    _, back = pages(canonical("seminar", "en"))

    assert stand_in_order(
        back,
        "IN REMEMBRANCE",
        "20 January – National Mourning Day",
        "33rd anniversary of the 20 January tragedy",
        "150 people were killed. 744 people were seriously injured.",
        "Source: the Ambassador of Azerbaijan to Pakistan, 20 January 2023",
        "SPEAKERS",
        "H.E. Khazar Farhadov Ambassador of Azerbaijan to Pakistan",
        "Khalid Rahman Director, Institute of Policy Studies",
        "Tughral Yamin Associate Professor; Dean, International Peace and Stability Center, National University",
        "FOR OUR GUESTS",
        "Please rise for the national anthems",
        "https://planner.example/v/k7m2p9qx/",
    )


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        (
            "az",
            (
                "20 YANVAR ŞƏHİDLƏRİNİN XATİRƏSİNƏ",
                "Azərbaycan xalqının milli iradəsi və əzmi",
                "20 yanvar 2023, cümə",
                "BİR DƏQİQƏLİK SÜKUT",
                "Zati-aliləri Xəzər Fərhadov",
                "20 Yanvar faciəsinin 33-cü ildönümü",
            ),
        ),
        (
            "ru",
            (
                "Национальная воля и решимость азербайджанского народа",
                "пятница, 20 января 2023 г.",
                "МИНУТА МОЛЧАНИЯ",
                "33-я годовщина трагедии 20 Января",
            ),
        ),
    ],
)
def test_each_language_has_its_own_capitals_dates_and_names(language, expected):
    assert stand_in_order(text(canonical("seminar", language)), *expected)


def test_turkish_falls_back_where_it_has_no_text_of_its_own():
    assert stand_in_order(
        text(drawn(small(item(), status=Status.HELD), "tr")), "20 Ocak 2023 Cuma", "An address"
    )


def test_urdu_can_be_searched_and_read_aloud():
    assert stand_in_order(
        right_to_left_text(canonical("seminar", "ur")),
        "پاکستان میں آذربائیجان کا سفارت خانہ",
        "انسٹی ٹیوٹ آف پالیسی اسٹڈیز",
        "آذربائیجانی عوام کا قومی عزم و ارادہ",
        "دونوں ممالک کے قومی ترانے",
        "ایک منٹ کی خاموشی",
        "عزت مآب خضر فرہادوف",
        "خالد رحمان",
    )


def test_exhibition_prints_its_days_its_closed_day_with_the_reason_and_the_ceremony_within():
    assert stand_in_order(
        text(canonical("exhibition", "en")),
        "19–27 January 2015 · Baku",
        "foreigners and stateless persons",
        "OPENING HOURS",
        "Monday, 19 January 12:20–17:00 After the ceremony",
        "Tuesday, 20 January Closed 20 January – National Mourning Day",
        "Wednesday, 21 January 10:00–17:00",
        "Saturday, 24 January Closed",
        "CEREMONY OF COMMEMORATION",
        "Monday, 19 January 2015 · 11:00–12:20 · Baku",
        "11:05 MINUTE OF SILENCE",
        "11:06 Address Parviz Musayev",
        "147 people were killed. More than 700 people were wounded.",
        "Deputy chief, State Migration Service; III rank",
    )


@pytest.mark.parametrize("language", ["az", "en", "ru"])
def test_exhibition_with_its_ceremony_is_one_sheet_of_paper(language):
    assert len(pages(canonical("exhibition", language))) == 2


def test_staff_items_never_reach_the_sheet():
    for name, language in SHEETS:
        assert "09:00" not in text(canonical(name, language))
    assert "sound check" not in text(canonical("seminar", "en"))


def test_what_is_not_known_is_said_to_be_announced():
    (page,) = pages(drawn(empty()))

    assert stand_in_order(
        page,
        "To be planned",
        "Date to be announced",
        "Place to be announced",
        "ORDER OF PROCEEDINGS To be announced",
    )


@pytest.mark.parametrize(
    ("status", "word"),
    [(Status.CANCELLED, "CANCELLED"), (Status.POSTPONED, "POSTPONED"), (Status.TENTATIVE, "TENTATIVE")],
)
def test_status_stands_above_the_title(status, word):
    assert stand_in_order(text(drawn(small(item(), status=status))).replace(" ", ""), word, "Tobeplanned")


def test_item_is_timed_exactly_or_about_or_not_at_all():
    page = pages(
        drawn(
            small(
                item("Anthem", at(10)),
                item("Concert", at(10, 5), shown=Shown.ABOUT),
                item("Supper", at(10, 30), shown=Shown.NOT_AT_ALL),
            )
        )
    )[0]

    assert stand_in_order(page, "10:00 Anthem", "about 10:05 Concert", "Supper")
    assert "10:30" not in page


def test_no_column_of_times_where_no_time_is_shown():
    page = pages(drawn(small(item("Supper", at(19), shown=Shown.NOT_AT_ALL))))[0]

    assert "PROCEEDINGS SPEAKER" in page
    assert "TIME" not in page


def test_contributor_is_named_with_role_and_in_whose_name():
    chair = speaker("Aynur", Role.CHAIR)
    envoy = replace(speaker("Bilal"), manner="on-behalf-of", other=Party(words=english("the Minister")))

    page = pages(drawn(small(item(contributions=(chair, envoy)))))[0]

    assert stand_in_order(page, "Chair Aynur", "Bilal on behalf of the Minister")


def test_supporters_are_thanked_and_hold_no_flag():
    broadcaster = Host(Organisation("b", english("A broadcaster"), country="TR"), HostRole.MEDIA_PARTNER)

    assert stand_in_order(
        text(drawn(small(hosts=(broadcaster,)))), "WITH THANKS TO", "A broadcaster Media partner"
    )


def test_dedication_in_a_hostile_text_is_printed_and_not_obeyed():
    hostile = '<img src="file:///etc/passwd"></style><script>1</script>&amp; 100%(x)s'

    assert "".join(hostile.split()) in "".join(
        text(drawn(small(item(hostile), title=english(hostile)))).split()
    )


# Releases and drafts


def test_every_page_of_a_release_says_which_it_is_whose_time_it_tells_and_which_page():
    front, back = pages(canonical("seminar", "en"))

    stamp = "Programme, release 2 of 18 January 2023. All times are those of Islamabad (UTC+5)."
    assert stamp in front
    assert "Page 1 of 2" in front
    assert stamp in back
    assert "Page 2 of 2" in back
    assert "DRAFT" not in front + back


def test_every_page_of_a_draft_says_so_and_no_page_can_be_checked():
    draft = drawn(seminar())

    for page in pages(draft):
        assert "DRAFT" in page
        assert "Programme, not released." in page
    assert "/v/" not in text(draft)
    assert "/CreationDate" not in reader(draft).metadata


def test_date_of_the_release_is_that_of_the_place():
    late = replace(MARK, released_at=MARK.released_at.replace(hour=20))

    assert "release 2 of 19 January 2023" in text(drawn(replace(small(item()), release=late)))


def test_russian_stamp_has_no_second_point_after_the_year():
    assert "2023 г. " in text(canonical("seminar", "ru"))
    assert ".." not in text(canonical("seminar", "ru"))


# What stands beside the items


def test_lengths_or_running_numbers_stand_in_the_place_of_times_where_they_are_wished():
    first, second = (
        item("Address", at(10)),
        item("Discussion", at(10, 10), minutes=90, shown=Shown.NOT_AT_ALL),
    )
    programme = small(first, second)

    lengths = text(a4.render(programme, ("en",), SITE, Wishes(Beside.LENGTHS)))
    numbers = text(a4.render(programme, ("en",), SITE, Wishes(Beside.NUMBERS)))

    assert stand_in_order(lengths, "LENGTH", "10 min Address", "1 h 30 min Discussion")
    assert stand_in_order(numbers, "NO.", "1 Address", "2 Discussion")
    assert "10:10" not in lengths + numbers
