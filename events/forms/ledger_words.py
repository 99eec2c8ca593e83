"""What the ledger calls kinds of documents, their weight, how a figure is stated and what it counts."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from events.models import Source
from events.programme.choices import Qualifier

KINDS: Mapping[str, str | Promise] = {
    "statement": _("Official statement"),
    "news-report": _("News report"),
    "interview": _("Interview"),
    "commentary": _("Commentary"),
    "report": _("Report"),
    "document": _("Another document"),
}
AUTHORITIES: Mapping[str, str | Promise] = {
    Source.Authority.HIGH: _("high"),
    Source.Authority.MEDIUM: _("medium"),
    Source.Authority.LOW: _("low"),
}
QUALIFIERS: Mapping[str, str | Promise] = {
    Qualifier.EXACTLY: _("exactly"),
    Qualifier.ABOUT: _("about"),
    Qualifier.AT_LEAST: _("at least"),
    Qualifier.MORE_THAN: _("more than"),
    Qualifier.BETWEEN: _("between two numbers"),
    Qualifier.HUNDREDS: _("hundreds"),
    Qualifier.HUNDREDS_OF_THOUSANDS: _("hundreds of thousands"),
    Qualifier.MANY: _("many"),
    Qualifier.NOT_STATED: _("no number"),
}
WITH_NUMBER = {Qualifier.EXACTLY, Qualifier.ABOUT, Qualifier.AT_LEAST, Qualifier.MORE_THAN, Qualifier.BETWEEN}
SUBJECTS: Mapping[str, str | Promise] = {
    "killed": _("Killed"),
    "wounded": _("Wounded"),
    "missing": _("Missing"),
    "arrested": _("Arrested"),
    "deported": _("Deported"),
    "anniversary": _("Anniversary"),
    "night": _("The night"),
    "places": _("Places"),
    "statement-in-moscow": _("The statement in Moscow"),
    "act-of-1994": _("The act of 1994"),
    "name-of-the-day": _("Name of the day"),
}
