"""What the values of closed lists are called in the history: as the pages give them."""

from collections.abc import Mapping
from enum import StrEnum

from django.utils.functional import Promise
from django.utils.translation import get_language, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from events.forms.event_fields import HOST_ROLES, STATUSES
from events.forms.event_fields import KINDS as EVENT_KINDS
from events.operations.precedents import PRECEDENT
from events.programme.choices import (
    Answer,
    Audience,
    Cue,
    EventKind,
    FigureChoice,
    Kind,
    Manner,
    Ordered,
    Phase,
    Role,
    Shown,
    StartMode,
)
from events.programme.kinds import KINDS
from events.programme.speaking import SPEAKING_RULES
from events.programme.state_orders import ANTHEM_RULES, HOST_RULES

Words = str | Promise

ORDERED: Mapping[str, Words] = {
    Ordered.SPEAKERS: _("speakers"),
    Ordered.HOSTS: _("hosts and flags"),
    Ordered.ANTHEMS: _("anthems"),
    Ordered.OPENING: _("opening"),
}
ORDER_RULES: Mapping[str, Words] = {
    rule.value: _(named.name.msgid)
    for rules in (SPEAKING_RULES, HOST_RULES, ANTHEM_RULES)
    for rule, named in rules.items()
} | {PRECEDENT: _("as an earlier opening")}

VALUES: Mapping[str, Mapping[StrEnum | str, Words]] = {
    "status": STATUSES,
    "role": {
        **HOST_ROLES,
        Role.SPEAKER: _("Speaker"),
        Role.CHAIR: _("Chair"),
        Role.MODERATOR: _("Moderator"),
        Role.MASTER_OF_CEREMONIES: _("Master of ceremonies"),
        Role.READER: _("Reader"),
        Role.RECITER: _("Reciter"),
        Role.PERFORMER: _("Performer"),
        Role.WREATH_LAYER: _("Wreath-layer"),
        Role.GUIDE: _("Guide"),
        Role.INTERPRETER: _("Interpreter"),
    },
    "ordered": ORDERED,
    "rule": ORDER_RULES,
    "submission_state": {
        "none": _("not submitted"),
        "submitted": _("submitted"),
        "sent-back": _("sent back"),
    },
    "answer": {
        Answer.INVITED: pgettext_lazy("answer of a speaker", "Invited"),
        Answer.CONFIRMED: _("Confirmed"),
        Answer.DECLINED: _("Declined"),
        Answer.REPLACED: _("Replaced"),
    },
    "manner": {
        Manner.OWN: _("in their own"),
        Manner.ON_BEHALF_OF: _("on behalf of another"),
        Manner.REPRESENTING: _("representing another"),
        Manner.READING_MESSAGE_OF: _("reading another’s message"),
    },
    "audience": {
        Audience.PUBLIC: _("Everybody"),
        Audience.INVITED: _("Invited guests"),
        Audience.STAFF: _("Staff alone"),
    },
    "phase": {
        Phase.BEFORE: _("Before the programme"),
        Phase.PROGRAMME: _("The programme itself"),
        Phase.AFTER: _("After the programme"),
    },
    "start": {
        StartMode.LINKED: _("After the one before"),
        StartMode.ALONGSIDE: _("With it"),
        StartMode.FIXED: _("At a fixed time"),
        StartMode.ANCHORED: _("At a time elsewhere"),
    },
    "shown": {
        Shown.EXACT: _("exactly"),
        Shown.ABOUT: _("as “about”"),
        Shown.NOT_AT_ALL: _("not at all"),
    },
    "choice": {
        FigureChoice.RECORD: _("Use the source of record"),
        FigureChoice.ATTRIBUTE: _("Attribute each"),
        FigureChoice.BOTH: _("Give both with their sources"),
    },
    "cues": {
        Cue.RISE: _("Please rise"),
        Cue.REMAIN_STANDING: _("Remain standing"),
        Cue.BE_SEATED: _("Be seated after"),
        Cue.NO_APPLAUSE: _("No applause"),
    },
}


def choice_words(row: str, name: str, value: object) -> str:
    """Return what a value of a closed list is called; any other value as it is."""
    if row == "Item" and name == "kind" and value in set(Kind):
        return KINDS[Kind(str(value))].title.wording(get_language() or "en", ("en",)).text
    if row == "Event" and name == "kind" and value in set(EventKind):
        return str(EVENT_KINDS[EventKind(str(value))])
    return str(VALUES.get(name, {}).get(str(value), value))
