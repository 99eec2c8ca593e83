"""The typesetter: HTML in, PDF out, by processes that know no secret, open no connection and are stopped in time.

It stands beside the planner and imports nothing of it. ``client`` is what the planner calls; ``keeper``, ``guard`` and
``press`` run on the other side. Plain data alone crosses between them.
"""
