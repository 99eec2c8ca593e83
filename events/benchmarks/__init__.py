"""What the planner promises of its speed, measured by itself: ``manage.py bench``.

A case is a function here that is given the scratch event and returns what is measured and what it is measured against,
and one line in CASES.
"""

from events.benchmarks import calendars, pages, printing, serving, visits
from events.benchmarks.measuring import Case
from events.programme.languages import LANGUAGES

CASES = (
    Case("a4-programme", printing.a4_programme, ratio=1.3, layouts=1),
    Case("builder-preview", printing.builder_preview, ratio=2.0, queries=40, layouts=1),
    Case("released-again", printing.released_again, layouts=0),
    Case("event-page-of-20", pages.event_page_of_20, queries=6),
    Case("event-page-of-200", pages.event_page_of_200, queries=6, as_many_as="event-page-of-20"),
    Case("event-page-again", pages.event_page_again, ratio=1.67, queries=1, times=50),
    Case("month", pages.month, queries=8),
    Case("list", pages.mission_list, queries=8),
    Case("json-of-1000-items", pages.json_of_1000_items, queries=4),
    Case("unchanged-feed", calendars.unchanged, ratio=2.2, queries=1, times=50),
    Case("unchanged-feed-of-all", calendars.unchanged_of_all, ratio=2.2, queries=1, times=50),
    Case("unchanged-private-feed", calendars.unchanged_private, ratio=7.0, queries=3, times=50),
    Case("changed-feed-of-all", calendars.one_change, ratio=0.5),
    Case("memory-after-feed-of-all", serving.memory_after_feed_of_all, bytes=110 * 1024 * 1024),
    *(Case(f"first-visit-{code}", visits.first_in(code), bytes=100_000) for code in LANGUAGES),
    *(Case(f"later-visit-{code}", visits.later_in(code), bytes=15_000) for code in LANGUAGES),
    *(Case(f"first-visit-desk-{code}", visits.first_at_desk(code), bytes=100_000) for code in LANGUAGES),
    *(Case(f"later-visit-desk-{code}", visits.later_at_desk(code), bytes=15_000) for code in LANGUAGES),
)
