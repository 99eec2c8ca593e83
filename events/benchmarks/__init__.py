"""What the planner promises of its speed, measured by itself: ``manage.py bench``.

A case is a function here that is given the scratch event and returns what is measured and what it is measured against,
and one line in CASES.
"""

from events.benchmarks import calendars, printing
from events.benchmarks.measuring import Case

CASES = (
    Case("a4-programme", printing.a4_programme, ratio=1.3),
    Case("builder-preview", printing.builder_preview, ratio=2.0, queries=40),
    Case("unchanged-feed", calendars.unchanged(100), ratio=2.2, queries=1, times=50),
    Case("unchanged-feed-of-10000", calendars.unchanged(10_000), ratio=2.2, queries=1, times=50),
    Case("unchanged-private-feed", calendars.unchanged_private, ratio=7.0, queries=3, times=50),
    Case("changed-feed-of-10000", calendars.one_change_among(10_000), ratio=0.5),
)
