"""Hosts with their flags, and anthems: the order that a rule gives, with what the texts of both states ask for."""

from collections.abc import Callable, Mapping
from typing import Any

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from events.forms.order_rules import AcceptForm, AlphabetRuleForm, AnthemRuleForm
from events.models import Event, Member
from events.operations import state_orders as operations
from events.operations.stale import StaleError
from events.programme.choices import Ordered
from events.programme.state_orders import (
    ANTHEM_RULES,
    HOST_RULES,
    AnthemOrder,
    HostOrder,
    StateLine,
    anthem_provisions,
    anthem_rule,
    anthems_in_order,
    flag_provisions,
    host_rule,
    hosts_in_order,
)
from events.snapshot.registers import state_name
from events.views.access import membership_or_404
from events.views.agenda import deed, done, number, undo_at
from events.views.agenda_rows import Undo
from events.views.event_frame import event_or_404, framed


@require_http_methods(["GET", "HEAD", "POST"])
def hosts(request: HttpRequest, mission: str, slug: str) -> HttpResponse:
    """See what a rule gives, and accept it."""
    if request.method == "POST":
        return accept_hosts(request, mission, slug)
    member = membership_or_404(request, mission)
    return _hosts_page(request, member, event_or_404(member, slug), AcceptForm())


@deed
def accept_hosts(request: HttpRequest, member: Member, event: Event) -> HttpResponse:
    before = [("host", host.key) for host in operations.hosts_of(event)]

    def accept(said: Mapping[str, Any], because: str) -> None:
        operations.order_hosts(
            event,
            number(request),
            HostOrder(said["rule"]),
            shown=request.POST.getlist("host"),
            language=said["language"],
            because=because,
            by=member.user,
            now=timezone.now(),
        )

    choice = _host_choice(request.POST, event)
    told = _("The order of the hosts is kept.")
    return _accepted(request, member, event, choice, accept, _hosts_page, told, "hosts_back", before)


@deed
def hosts_back(request: HttpRequest, member: Member, event: Event) -> HttpResponse:
    """Undo the order that was accepted last."""
    operations.take_hosts_back(event, number(request), request.POST.getlist("host"), by=member.user)
    return done(request, member, event, said=_("The order is as it was before."))


@require_http_methods(["GET", "HEAD", "POST"])
def anthems(request: HttpRequest, mission: str, slug: str) -> HttpResponse:
    """See what a rule gives, and accept it."""
    if request.method == "POST":
        return accept_anthems(request, mission, slug)
    member = membership_or_404(request, mission)
    return _anthems_page(request, member, event_or_404(member, slug), AcceptForm())


@deed
def accept_anthems(request: HttpRequest, member: Member, event: Event) -> HttpResponse:
    def accept(said: Mapping[str, Any], because: str) -> None:
        operations.order_anthems(
            event,
            number(request),
            AnthemOrder(said["rule"]),
            listed=said["listed"].split(","),
            because=because,
            by=member.user,
            now=timezone.now(),
        )

    if len(operations.countries_of(event)) < 2:
        return _anthems_page(request, member, event, AcceptForm(), status=422)
    choice = _anthem_choice(request.POST, event)
    told = _("The order of the anthems is kept.")
    return _accepted(request, member, event, choice, accept, _anthems_page, told, "anthems_back", [])


@deed
def anthems_back(request: HttpRequest, member: Member, event: Event) -> HttpResponse:
    """Undo the order that was accepted last."""
    operations.take_anthems_back(event, number(request), by=member.user)
    return done(request, member, event, said=_("The order is as it was before."))


def _accepted(
    request: HttpRequest,
    member: Member,
    event: Event,
    choice: Any,
    accept: Callable[[Mapping[str, Any], str], None],
    page: Callable[..., HttpResponse],
    told: str,
    back: str,
    before: list[tuple[str, str]],
) -> HttpResponse:
    """Do what was accepted, or show the page again with what is wrong at its field; offer to undo it."""
    words = AcceptForm(request.POST)
    if not choice.is_valid() or not words.is_valid():
        return page(request, member, event, words, status=422)
    try:
        accept(choice.cleaned_data, words.cleaned_data["because"])
    except StaleError:
        return page(request, member, event_or_404(member, event.slug), words, status=409)
    except ValidationError as error:
        words.add_error("because", error.message_dict["because"])
        return page(request, member, event, words, status=422)
    event.refresh_from_db(fields=["version"])
    address = undo_at(member, event, told, back).address
    undo = Undo(told, address, [("version", str(event.version)), *before])
    return done(request, member, event, undo=undo, said=told)


def _host_choice(data: Any, event: Event) -> AlphabetRuleForm:
    kept = operations.kept_rule(event, Ordered.HOSTS)
    usual = kept.rule if kept else HostOrder.SENDING_FIRST.value
    language = kept.language if kept else ""
    return AlphabetRuleForm(data, rules=HOST_RULES, usual=usual, languages=event.languages, kept=language)


def _anthem_choice(data: Any, event: Event) -> AnthemRuleForm:
    kept = operations.kept_rule(event, Ordered.ANTHEMS)
    usual = kept.rule if kept else AnthemOrder.SENDING_LAST.value
    language = get_language() or "en"
    states = {
        country: state_name(country).wording(language).text for country in operations.countries_of(event)
    }
    return AnthemRuleForm(
        data, rules=ANTHEM_RULES, usual=usual, states=states, kept=kept.listed if kept else ()
    )


def _asked(request: HttpRequest) -> Any:
    return request.POST if request.method == "POST" else request.GET


def _hosts_page(
    request: HttpRequest, member: Member, event: Event, words: AcceptForm, status: int = 200
) -> HttpResponse:
    choice = _host_choice(_asked(request), event)
    valid = choice.is_valid()
    rule = HostOrder(choice.cleaned_data["rule"]) if valid else HostOrder.BY_HAND
    language = choice.cleaned_data.get("language") or "en"
    now, states = operations.hosts_of(event), operations.states_of(event)
    standings = hosts_in_order(now, rule, states, language)
    kept = operations.kept_rule(event, Ordered.HOSTS)
    context = framed(request, member, event, "event")
    register = context["programme"].register if context["programme"] else None
    countries = tuple(dict.fromkeys(each.line.country for each in standings if each.line.country))
    context |= {
        "choice": choice,
        "words": words,
        "stale": status == 409,
        "kept": kept,
        "kept_rule": HOST_RULES.get(HostOrder(kept.rule)) if kept else None,
        "follows": kept is not None and _hosts_follow(kept, now, event),
        "rule": host_rule(rule, states),
        "rows": list(zip(now, standings, strict=True)),
        "same": [each.line for each in standings] == list(now),
        "provisions": flag_provisions(countries, states, mourns=bool(register and register.mourns)),
        "sketch": [(country, state_name(country)) for country in countries],
    }
    status = status if valid else 422
    return render(request, "events/desk/orders/hosts.html", context, status=status)


def _hosts_follow(kept: Any, now: tuple[StateLine, ...], event: Event) -> bool:
    states = operations.states_of(event)
    standings = hosts_in_order(now, HostOrder(kept.rule), states, kept.language or "en")
    return [each.line for each in standings] == list(now)


def _anthems_page(
    request: HttpRequest, member: Member, event: Event, words: AcceptForm, status: int = 200
) -> HttpResponse:
    countries = operations.countries_of(event)
    context = framed(request, member, event, "agenda") | {
        "words": words,
        "stale": status == 409,
        "countries": countries,
    }
    if len(countries) > 1:
        choice = _anthem_choice(_asked(request), event)
        valid = choice.is_valid()
        status = status if valid else 422
        rule = AnthemOrder(choice.cleaned_data["rule"]) if valid else AnthemOrder.AS_HOSTS
        listed = choice.cleaned_data.get("listed", "").split(",")
        context |= {"choice": choice, **_anthems(event, rule, listed, countries)}
    return render(request, "events/desk/orders/anthems.html", context, status=status)


def _anthems(
    event: Event, rule: AnthemOrder, listed: list[str], countries: tuple[str, ...]
) -> dict[str, Any]:
    """What the page shows where there are anthems of two states or more."""
    kept = operations.kept_rule(event, Ordered.ANTHEMS)
    states = operations.states_of(event)
    lines = [StateLine(country, state_name(country), country) for country in countries]
    standings = anthems_in_order(lines, rule, states, listed)
    order = [each.line.country for each in standings]
    items = operations.anthem_items(event)
    now = kept.listed if kept else []
    by_rule: list[str] = []
    if kept:
        again = anthems_in_order(lines, AnthemOrder(kept.rule), states, kept.listed)
        by_rule = [each.line.country for each in again]
    shown_now = [state_name(country) for country in now] + [None] * len(order)
    return {
        "kept": kept,
        "kept_rule": ANTHEM_RULES.get(AnthemOrder(kept.rule)) if kept else None,
        "follows": kept is not None and by_rule == now,
        "rule": anthem_rule(rule, states),
        "rows": list(zip(shown_now, standings, strict=False)),
        "same": order == now,
        "provisions": anthem_provisions(order, states),
        "tells": len(items) == 1 or (len(items) == len(order) and not any(item.title for item in items)),
        "items": items,
    }
