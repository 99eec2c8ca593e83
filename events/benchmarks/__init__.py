"""What the planner promises of its speed, measured by itself: ``manage.py bench``.

A case is a function here that is given the scratch event and returns what is measured and what it is measured against,
and one line in CASES.
"""

from events.benchmarks import printing
from events.benchmarks.measuring import Case

CASES = (
    Case("a4-programme", printing.a4_programme, ratio=1.3),
    Case("builder-preview", printing.builder_preview, ratio=2.0, queries=40),
)
