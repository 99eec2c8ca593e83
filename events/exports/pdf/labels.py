"""The words of the closed lists, as print says them: the same msgids, in the same contexts, as on the pages."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from events.programme.choices import Answer, Cue, EventKind, HostRole, Manner, Role, Status

EVENT_KINDS = {
    EventKind.SEMINAR: _("Seminar"),
    EventKind.EXHIBITION: _("Exhibition"),
    EventKind.CEREMONY: _("Ceremony"),
    EventKind.WREATH_LAYING: _("Wreath-laying"),
    EventKind.FLAG_RAISING: _("Flag raising"),
    EventKind.RECEPTION: _("Reception"),
    EventKind.ROUND_TABLE: _("Round table"),
    EventKind.FILM_EVENING: _("Film evening"),
    EventKind.VISIT: _("Visit"),
}

# What a reader has to know before anything else. A confirmed event says nothing, nor does one that was held.
STATUSES = {
    Status.TENTATIVE: pgettext_lazy("status of an event", "Tentative"),
    Status.POSTPONED: pgettext_lazy("status of an event", "Postponed"),
    Status.CANCELLED: pgettext_lazy("status of an event", "Cancelled"),
}

SUPPORTERS = {
    HostRole.SUPPORTER: _("Supporter"),
    HostRole.VENUE_PROVIDER: _("Venue provider"),
    HostRole.MEDIA_PARTNER: _("Media partner"),
}

# A speaker is known by the item; every other role is said.
ROLES = {
    Role.CHAIR: _("Chair"),
    Role.MODERATOR: _("Moderator"),
    Role.MASTER_OF_CEREMONIES: _("Master of ceremonies"),
    Role.READER: _("Reader"),
    Role.RECITER: _("Reciter"),
    Role.PERFORMER: _("Performer"),
    Role.WREATH_LAYER: _("Wreath laid by"),
    Role.GUIDE: _("Guide"),
    Role.INTERPRETER: _("Interpreter"),
}

# Whom the back page lists, with their offices.
SPEAKING_ROLES = (Role.SPEAKER, Role.CHAIR, Role.MODERATOR)

MANNERS = {
    Manner.ON_BEHALF_OF: _("%(who)s on behalf of %(other)s"),
    Manner.REPRESENTING: _("%(who)s, representing %(other)s"),
    Manner.READING_MESSAGE_OF: _("%(who)s, reading the message of %(other)s"),
}

CUES = {
    Cue.RISE: _("Please rise."),
    Cue.REMAIN_STANDING: _("Please remain standing."),
    Cue.BE_SEATED: _("Please be seated."),
    Cue.NO_APPLAUSE: _("Please do not applaud."),
}

# What the team does, where guests are asked.
STAFF_CUES = {
    Cue.RISE: _("Ask guests to rise"),
    Cue.REMAIN_STANDING: _("Guests remain standing"),
    Cue.BE_SEATED: _("Ask guests to be seated"),
    Cue.NO_APPLAUSE: _("No applause"),
}

ANSWERS = {
    Answer.INVITED: _("has not answered yet"),
    Answer.DECLINED: _("has declined"),
    Answer.REPLACED: _("is replaced by %(who)s"),
}

FLAGS = {
    "AZ": ("flag-az.svg", _("Flag of Azerbaijan")),
    "PK": ("flag-pk.svg", _("Flag of Pakistan")),
    "TR": ("flag-tr.svg", _("Flag of Türkiye")),
}

# The emblem of an occasion, drawn only where its register mourns.
MOTIFS = {"20-january": ("carnation.svg", _("A red carnation"))}
