"""The words of the desk's lists, and where each leads."""

from collections.abc import Sized
from datetime import timedelta
from typing import Protocol

from django import template
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext, pgettext_lazy

from events.programme.choices import Phase
from events.programme.languages import LANGUAGES, comma, direction, length
from events.programme.pattern import Pattern
from events.programme.text import Wording

register = template.Library()


class Report(Protocol):
    def of(self, outcome: str) -> Sized: ...


# For each need: its word, its look, its icon, what the button does, and where that is done.
NEEDS = {
    "approve": (_("To approve"), "tag-next", "ok", _("Review it"), "desk:release"),
    "clashing": (_("Clashing"), "tag-must", "cross", _("Open the clash"), "desk:agenda"),
    "decide": (_("To decide"), "tag-must", "warn", _("Choose the figure"), "desk:release"),
    "wording": (_("To put right"), "tag-must", "warn", _("See words and names"), "desk:event"),
    "sent-back": (_("Sent back"), "tag-must", "undo", _("Go on with it"), "desk:release"),
    "prepare": (_("To prepare"), "tag-next", "clock", _("See the tasks"), "desk:preparation"),
    "changed": (_("Changed"), "tag-warn", "swap", _("See what changed"), "desk:release"),
    "incomplete": (_("Incomplete"), "tag-warn", "dash", _("Complete it"), "desk:event"),
}
VIEWS = {
    "list": pgettext_lazy("a way to show events", "List"),
    "month": pgettext_lazy("a way to show events", "Month"),
    "year": pgettext_lazy("a way to show events", "Year"),
}

ROWS = {
    "new": (pgettext_lazy("a row of a file", "new"), "tag-good"),
    "changed": (pgettext_lazy("a row of a file", "changed"), "tag-warn"),
    "unchanged": (pgettext_lazy("a row of a file", "unchanged"), ""),
    "refused": (pgettext_lazy("a row of a file", "to mend"), "tag-must"),
}


@register.filter
def need_word(need: str) -> str:
    return str(NEEDS[need][0])


@register.filter
def need_class(need: str) -> str:
    return NEEDS[need][1]


@register.filter
def need_icon(need: str) -> str:
    return NEEDS[need][2]


@register.filter
def need_deed(need: str) -> str:
    return str(NEEDS[need][3])


@register.simple_tag
def need_url(need: str, mission: str, event: str) -> str:
    anchor = "#open-matters" if need == "wording" else ""
    return reverse(NEEDS[need][4], args=[mission, event]) + anchor


@register.simple_tag
def days_before(days: int) -> str:
    """Say when a task is due while the day of its event is not known."""
    if days > 0:
        return ngettext("%(days)s day after the event", "%(days)s days after the event", days) % {
            "days": days
        }
    return ngettext("%(days)s day before the event", "%(days)s days before the event", -days) % {
        "days": -days
    }


@register.filter
def view_word(view: str) -> str:
    return str(VIEWS[view])


@register.simple_tag(takes_context=True)
def in_words(context: template.Context, wording: Wording) -> SafeString:
    """Say a sentence that may stand in another language than the page; without a language it is a member's own."""
    if wording.language not in LANGUAGES:
        return format_html('<bdi dir="auto">{}</bdi>', wording.text)
    if wording.language == context["language"]:
        return format_html("{}", wording.text)
    return format_html(
        '<span lang="{}" dir="{}">{}</span>', wording.language, direction(wording.language), wording.text
    )


@register.simple_tag(takes_context=True)
def pattern_words(context: template.Context, pattern: Pattern) -> str:
    """Say how long the programme of a pattern is: "14 items, 2 h 20 min"."""
    items = [item for part in pattern.parts if part.phase is Phase.PROGRAMME for item in part.items]
    if not items and pattern.children:
        return str(_("with an opening"))
    if not items:
        return str(_("begin with nothing"))
    lasts = sum((item.duration for item in items), timedelta(0))
    counted = ngettext("%(count)s item", "%(count)s items", len(items)) % {"count": len(items)}
    return f"{counted}{comma(context['language'])}{length(lasts, context['language'])}"


@register.filter
def row_word(outcome: str) -> str:
    return str(ROWS[outcome][0])


@register.filter
def row_class(outcome: str) -> str:
    return ROWS[outcome][1]


@register.filter
def row_counts(report: Report) -> list[tuple[str, int]]:
    """Return how many rows there are of each outcome, without those of which there are none."""
    counts = [(outcome, len(report.of(outcome))) for outcome in ROWS]
    return [(outcome, count) for outcome, count in counts if count]
