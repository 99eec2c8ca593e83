"""The order of hosts with their flags, and of anthems: taken over by a rule as a whole, taken back as a whole."""

from collections.abc import Sequence
from datetime import datetime

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from events.models import Event, Host, Item, Member, OrderRule, User
from events.models.fields import text_of
from events.operations.deeds import deed
from events.operations.order import moved, numbered
from events.operations.order_rules import keep_rule, rule_before
from events.operations.speaking import HOSTING
from events.operations.stale import StaleError, locked_event
from events.programme.choices import Kind, Ordered
from events.programme.state_orders import (
    AnthemOrder,
    HostOrder,
    StateLine,
    States,
    anthems_in_order,
    hosts_in_order,
)

OFFICER = Member.Role.OFFICER


def states_of(event: Event) -> States:
    return States(event.mission.country, event.place.country if event.place else "")


def hosts_of(event: Event) -> tuple[StateLine, ...]:
    """Return hosts and co-hosts in their order; supporters and the like have no flag and keep their places."""
    return tuple(
        StateLine(str(host.pk), text_of(host.organisation.name), host.organisation.country)
        for host in Host.objects.filter(event=event, role__in=HOSTING).select_related("organisation")
    )


def countries_of(event: Event) -> tuple[str, ...]:
    """Return the states of the hosts in their order, each once: those whose flags and anthems there are."""
    return tuple(dict.fromkeys(host.country for host in hosts_of(event) if host.country))


def anthem_items(event: Event) -> list[Item]:
    return list(
        Item.objects.filter(part__event=event, kind=Kind.ANTHEM.value).order_by("part__order", "order", "pk")
    )


@deed(OFFICER)
def order_hosts(
    event: Event,
    version: int,
    rule: HostOrder,
    *,
    shown: Sequence[str],
    by: User,
    now: datetime,
    language: str = "",
    because: str = "",
) -> None:
    """Put the hosts into the order of the rule, by which their keys were ``shown``.

    Raises StaleError where it gives another order by now, ValidationError where it is by hand and nobody says why.
    """
    event = locked_event(event, version)
    _reasoned(rule is HostOrder.BY_HAND, because)
    hosts = hosts_of(event)
    order = [each.line.key for each in hosts_in_order(hosts, rule, states_of(event), language or "en")]
    if list(shown) != order:
        raise StaleError(event, version)
    told = language if rule is HostOrder.ALPHABETICAL else ""
    keep_rule(event, Ordered.HOSTS, rule.value, language=told, because=because, by=by, now=now)
    _put(event, order)
    event.raise_version(by)


@deed(OFFICER)
def take_hosts_back(event: Event, version: int, order: Sequence[str], *, by: User) -> None:
    """Put the hosts back into the order that they had, and bring back the rule before. Raises StaleError."""
    event = locked_event(event, version)
    if sorted(order) != sorted(host.key for host in hosts_of(event)):
        raise StaleError(event, version)
    rule_before(event, Ordered.HOSTS)
    _put(event, order)
    event.raise_version(by)


@deed(OFFICER)
def order_anthems(
    event: Event,
    version: int,
    rule: AnthemOrder,
    *,
    by: User,
    now: datetime,
    listed: Sequence[str] = (),
    because: str = "",
) -> None:
    """Keep the order of the anthems by the rule; by hand that of the countries ``listed``.

    Raises StaleError, and ValidationError where it is by hand and nobody says why.
    """
    event = locked_event(event, version)
    _reasoned(rule is AnthemOrder.BY_HAND, because)
    anthems = [StateLine(country, text_of(""), country) for country in countries_of(event)]
    if rule is AnthemOrder.BY_HAND and sorted(listed) != sorted(each.country for each in anthems):
        raise StaleError(event, version)
    order = [each.line.country for each in anthems_in_order(anthems, rule, states_of(event), listed)]
    keep_rule(event, Ordered.ANTHEMS, rule.value, listed=order, because=because, by=by, now=now)
    event.raise_version(by)


@deed(OFFICER)
def take_anthems_back(event: Event, version: int, *, by: User) -> None:
    """Bring back the order of anthems before, none where that was the first. Raises StaleError."""
    event = locked_event(event, version)
    rule_before(event, Ordered.ANTHEMS)
    event.raise_version(by)


def kept_rule(event: Event, ordered: Ordered) -> OrderRule | None:
    return OrderRule.objects.filter(event=event, ordered=ordered.value).select_related("by").first()


def _reasoned(by_hand: bool, because: str) -> None:
    if by_hand and not because:
        raise ValidationError({"because": _("Say why the order is as it is.")})


def _put(event: Event, order: Sequence[str]) -> None:
    """Fill the places of hosts and co-hosts in this order."""
    rows = list(Host.objects.filter(event=event))
    hosts = {str(row.pk): row for row in rows if row.role in HOSTING}
    places = iter(order)
    arranged = [hosts[next(places)] if row.role in HOSTING else row for row in rows]
    told = moved(list(hosts), list(order))
    numbered(arranged, told=[hosts[str(key)] for key in told])
