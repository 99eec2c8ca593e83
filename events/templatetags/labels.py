"""The words of the closed lists, as a page says them."""

from enum import StrEnum

from django import template
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from events.programme.choices import Cue, EventKind, HostRole, Manner, Role, Status

register = template.Library()

LABELS: dict[type[StrEnum], dict[str, str | Promise]] = {
    EventKind: {
        EventKind.SEMINAR: _("Seminar"),
        EventKind.EXHIBITION: _("Exhibition"),
        EventKind.CEREMONY: _("Ceremony"),
        EventKind.WREATH_LAYING: _("Wreath-laying"),
        EventKind.FLAG_RAISING: _("Flag raising"),
        EventKind.RECEPTION: _("Reception"),
        EventKind.ROUND_TABLE: _("Round table"),
        EventKind.FILM_EVENING: _("Film evening"),
        EventKind.VISIT: _("Visit"),
        EventKind.OTHER: pgettext_lazy("kind of event", "Event"),
    },
    Status: {
        Status.TENTATIVE: pgettext_lazy("status of an event", "Tentative"),
        Status.CONFIRMED: pgettext_lazy("status of an event", "Confirmed"),
        Status.POSTPONED: pgettext_lazy("status of an event", "Postponed"),
        Status.CANCELLED: pgettext_lazy("status of an event", "Cancelled"),
        Status.HELD: pgettext_lazy("status of an event", "Held"),
    },
    HostRole: {
        HostRole.HOST: _("Host"),
        HostRole.CO_HOST: _("Co-host"),
        HostRole.SUPPORTER: _("Supporter"),
        HostRole.VENUE_PROVIDER: _("Venue provider"),
        HostRole.MEDIA_PARTNER: _("Media partner"),
    },
    # A speaker is known by the item; every other role is said.
    Role: {
        Role.SPEAKER: "",
        Role.CHAIR: _("Chair"),
        Role.MODERATOR: _("Moderator"),
        Role.MASTER_OF_CEREMONIES: _("Master of ceremonies"),
        Role.READER: _("Reader"),
        Role.RECITER: _("Reciter"),
        Role.PERFORMER: _("Performer"),
        Role.WREATH_LAYER: _("Wreath laid by"),
        Role.GUIDE: _("Guide"),
        Role.INTERPRETER: _("Interpreter"),
    },
    Manner: {
        Manner.ON_BEHALF_OF: _("%(who)s on behalf of %(other)s"),
        Manner.REPRESENTING: _("%(who)s, representing %(other)s"),
        Manner.READING_MESSAGE_OF: _("%(who)s, reading the message of %(other)s"),
    },
    Cue: {
        Cue.RISE: _("Please rise."),
        Cue.REMAIN_STANDING: _("Please remain standing."),
        Cue.BE_SEATED: _("Please be seated."),
        Cue.NO_APPLAUSE: _("Please do not applaud."),
    },
}


@register.filter
def label(word: StrEnum) -> str:
    """Return the word of a closed list in the language of the page."""
    return str(LABELS[type(word)][word])
