"""The rule by which something of an event stands in its order is kept beside it, with who chose it and why."""

from datetime import datetime
from typing import Any

from events.models import Event, OrderRule, User
from events.programme.choices import Ordered


def keep_rule(
    event: Event, ordered: Ordered, rule: str, *, by: User | None, now: datetime, **values: Any
) -> OrderRule:
    """Keep it in the place of the one before; ``values`` are the columns that say more of it."""
    row = OrderRule.objects.filter(event=event, ordered=ordered.value).first()
    row = row or OrderRule(event=event, ordered=ordered.value)
    told = {"language": "", "listed": [], "because": "", "source": "", **values}
    for name, value in {"rule": rule, "by": by, "at": now, **told}.items():
        setattr(row, name, value)
    row.full_clean()
    row.save()
    return row


def rule_before(event: Event, ordered: Ordered) -> None:
    """Bring back the rule that was kept before the last one, none where that was the first."""
    row = OrderRule.objects.filter(event=event, ordered=ordered.value).first()
    if row is None:
        return
    before = row.history.order_by("-history_id")[1:2].first()
    if before is None:
        row.delete()
        return
    for name in ("rule", "language", "listed", "because", "source", "by_id", "at"):
        setattr(row, name, getattr(before, name))
    row.save()
