"""The order of speaking: what a rule gives beside what the agenda has, accepted as a whole or left."""

from typing import Any

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from events.forms.order_rules import AcceptForm, AlphabetRuleForm
from events.models import Event, Item, Member, OrderRule
from events.models.fields import text_of
from events.operations import speaking as operations
from events.operations.stale import StaleError
from events.programme.choices import Kind, Ordered
from events.programme.kinds import KINDS
from events.programme.speaking import SPEAKING_RULES, SpeakingRule, Speech, arranged
from events.programme.text import Text
from events.views.access import membership_or_404
from events.views.agenda import deed, done, number, undo_at
from events.views.agenda_rows import Undo
from events.views.event_frame import event_or_404, framed


@require_http_methods(["GET", "HEAD", "POST"])
def speakers(request: HttpRequest, mission: str, slug: str) -> HttpResponse:
    """See what a rule gives, and accept it."""
    return accept(request, mission, slug) if request.method == "POST" else see(request, mission, slug)


def see(request: HttpRequest, mission: str, slug: str) -> HttpResponse:
    member = membership_or_404(request, mission)
    return _page(request, member, event_or_404(member, slug), AcceptForm())


@deed
def accept(request: HttpRequest, member: Member, event: Event) -> HttpResponse:
    """Take the order over as it was shown. Refused if the agenda or the register has moved on since."""
    choice, words = _choice(request.POST, event), AcceptForm(request.POST)
    if not choice.is_valid() or not words.is_valid():
        return _page(request, member, event, words, status=422)
    before = [speech.uid for speech in operations.speeches_of(event)]
    try:
        operations.order_speakers(
            event,
            number(request),
            SpeakingRule(choice.cleaned_data["rule"]),
            shown=request.POST.getlist("speech"),
            language=choice.cleaned_data["language"],
            because=words.cleaned_data["because"],
            by=member.user,
            now=timezone.now(),
        )
    except StaleError:
        return _page(request, member, event_or_404(member, event.slug), words, status=409)
    except ValidationError as error:
        words.add_error("because", error.message_dict["because"])
        return _page(request, member, event, words, status=422)
    event.refresh_from_db(fields=["version"])
    told = _("The order of speaking is kept.")
    fields = [("version", str(event.version)), *(("speech", uid) for uid in before)]
    undo = Undo(told, undo_at(member, event, told, "speakers_back").address, fields)
    return done(request, member, event, undo=undo, said=told)


@deed
def back(request: HttpRequest, member: Member, event: Event) -> HttpResponse:
    """Undo the order that was accepted last."""
    operations.take_speakers_back(event, number(request), request.POST.getlist("speech"), by=member.user)
    return done(request, member, event, said=_("The order is as it was before."))


def _choice(data: Any, event: Event) -> AlphabetRuleForm:
    kept = OrderRule.objects.filter(event=event, ordered=Ordered.SPEAKERS.value).first()
    return AlphabetRuleForm(
        data,
        rules=SPEAKING_RULES,
        usual=kept.rule if kept else SpeakingRule.HOST_FIRST.value,
        languages=event.languages,
        kept=kept.language if kept else "",
    )


def _page(
    request: HttpRequest, member: Member, event: Event, words: AcceptForm, status: int = 200
) -> HttpResponse:
    choice = _choice(request.POST if request.method == "POST" else request.GET, event)
    if not choice.is_valid():
        status = 422
    kept = OrderRule.objects.filter(event=event, ordered=Ordered.SPEAKERS.value).select_related("by").first()
    speeches = operations.speeches_of(event)
    rule = SpeakingRule(choice.cleaned_data["rule"]) if choice.is_valid() else SpeakingRule.BY_HAND
    standings = arranged(speeches, rule, choice.cleaned_data.get("language") or "en")
    titles = _titles(event)
    context = framed(request, member, event, "agenda") | {
        "choice": choice,
        "words": words,
        "stale": status == 409,
        "kept": kept,
        "kept_rule": SPEAKING_RULES.get(SpeakingRule(kept.rule)) if kept else None,
        "follows": kept is not None and _follows(kept, speeches),
        "rule": SPEAKING_RULES[rule],
        "rows": [
            (place, titles[now.uid], now, titles[standing.speech.uid], standing)
            for place, (now, standing) in enumerate(zip(speeches, standings, strict=True), 1)
        ],
        "same": [standing.speech for standing in standings] == list(speeches),
    }
    return render(request, "events/desk/orders/speakers.html", context, status=status)


def _follows(kept: OrderRule, speeches: tuple[Speech, ...]) -> bool:
    """Whether the agenda still has the order of the rule that is kept."""
    standings = arranged(speeches, SpeakingRule(kept.rule), kept.language or "en")
    return [standing.speech for standing in standings] == list(speeches)


def _titles(event: Event) -> dict[str, Text]:
    rows = Item.objects.filter(part__event=event).only("uid", "title", "kind")
    return {str(row.uid): text_of(row.title) or KINDS[Kind(row.kind)].title for row in rows}
