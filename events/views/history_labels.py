"""The names of deeds, rows, fields and values in the history: as the pages give them."""

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

DEEDS: Mapping[str, Words] = {
    "": _("Changed"),
    "new_event": _("Made the event"),
    "copy_event": _("Made the event as a copy"),
    "import_programme": _("Brought the event in from a file"),
    "change_event": _("Changed the facts"),
    "set_hosts": _("Changed the hosts"),
    "set_days": _("Changed the opening days"),
    "set_works": _("Changed the works shown"),
    "set_audience_groups": _("Changed the groups of guests"),
    "add_part": _("Added a part"),
    "change_part": _("Changed a part"),
    "add_item": _("Added an item"),
    "add_block": _("Added a block"),
    "change_item": _("Changed an item"),
    "reorder": _("Changed the order"),
    "duplicate_item": _("Doubled an item"),
    "remove_item": _("Took an item out"),
    "restore_item": _("Brought an item back"),
    "apply_fit": _("Accepted a fit"),
    "order_speakers": _("Put the speakers into order"),
    "take_speakers_back": _("Took an order of speakers back"),
    "order_hosts": _("Put the hosts into order"),
    "take_hosts_back": _("Took an order of hosts back"),
    "order_anthems": _("Chose the order of the anthems"),
    "take_opening_over": _("Took an earlier opening over"),
    "take_opening_back": _("Took an earlier opening back"),
    "take_anthems_back": _("Took an order of anthems back"),
    "submit": _("Sent it for approval"),
    "send_back": _("Sent it back"),
    "approve_and_release": _("Approved and released"),
    "cancel": _("Cancelled and released"),
    "postpone": _("Postponed and released"),
    "withdraw": _("Withdrew it from the public"),
    "publish_again": _("Made it public again"),
    "settle": _("Answered an open matter"),
    "choose_spelling": _("Chose another spelling"),
    "ask_again": _("Opened a matter again"),
    "call_still_right": _("Called a translation still right"),
    "ask_translation_again": _("Opened a translation again"),
    "put_right": _("Put words right"),
    "set_claims": _("Changed the figures that are given"),
    "decide_figure": _("Chose between figures"),
    "ask_figure_again": _("Opened the choice between figures again"),
    "propose_tasks": _("Added the usual tasks"),
    "add_task": _("Added a task"),
    "change_task": _("Changed a task"),
    "finish_task": _("Did a task"),
    "reopen_task": _("Opened a task again"),
    "remove_task": _("Took a task out"),
    "delete_event": _("Deleted the event"),
    "restore_event": _("Brought the event back"),
    "merge": _("Merged entries of a register"),
    "erase_person": _("Erased somebody from the register"),
}
THINGS: Mapping[str, Words] = {
    "Event": _("The event"),
    "Host": _("Host"),
    "AudienceGroup": _("Group of guests"),
    "OpeningDay": _("Opening day"),
    "Work": _("Work"),
    "Part": _("Part"),
    "Item": _("Item"),
    "Contribution": _("Contribution of"),
    "SettledMatter": _("Answer to"),
    "StillRight": _("Text that is still right"),
    "EventClaim": _("Figure"),
    "FigureDecision": _("Choice between figures"),
    "Task": _("Task"),
    "OrderRule": _("Rule of order"),
}
FIELDS: Mapping[str, Mapping[str, Words]] = {
    "Event": {
        "title": _("Title"),
        "kind": _("Kind of event"),
        "short_title": _("Short title"),
        "subtitle": _("Subtitle"),
        "dedication": _("Dedication"),
        "theme": _("Theme"),
        "objective": _("Objective"),
        "note": _("Note"),
        "guest_notes": _("For guests"),
        "dress": _("Dress"),
        "edition_id": _("Occasion"),
        "place_id": _("Place"),
        "room": _("Room"),
        "zone": _("Time zone"),
        "on": _("Date"),
        "until": _("Last day"),
        "ends_by": _("Over by"),
        "status": _("Status"),
        "languages": _("Languages"),
        "prints_unconfirmed": _("Print the names of those who have not answered yet"),
        "day_open": _("The new day is not known yet"),
        "withdrawn_at": _("Withdrawn from the public"),
        "deleted_at": _("Deleted"),
        "submission_state": _("On the way to a release"),
        "submission_note": _("Note"),
    },
    "Host": {"organisation_id": _("Host"), "role": _("Role"), "order": _("Order")},
    "AudienceGroup": {
        "name": pgettext_lazy("of a thing", "Name"),
        "quota": _("How many"),
        "order": _("Order"),
    },
    "Work": {
        "title": _("Title"),
        "maker": _("Maker"),
        "made": _("When made"),
        "caption": _("Caption"),
        "lender": _("Lender"),
        "order": _("Order"),
    },
    "OpeningDay": {
        "on": _("Date"),
        "opens_at": _("Opens at"),
        "closes_at": _("Closes at"),
        "note": _("Note"),
    },
    "Part": {
        "heading": _("Heading"),
        "phase": pgettext_lazy("before, in or after the programme", "Where it stands"),
        "audience": _("Shown to"),
        "place_id": _("Place"),
        "room": _("Room"),
        "starts_at": _("Begins at"),
        "starts_on": _("Date"),
        "removed_at": _("Taken out"),
        "order": _("Order"),
    },
    "Item": {
        "kind": _("Kind"),
        "title": _("Title"),
        "dedication": _("Dedication"),
        "duration": _("Length"),
        "start": _("Start"),
        "start_at": _("Clock time"),
        "start_on": _("Date"),
        "start_zone": _("Time zone"),
        "shown": _("The hour is printed"),
        "audience": _("Shown to"),
        "text": _("For guests"),
        "staff_text": _("For staff"),
        "words": _("Words to print"),
        "cues": _("Cues"),
        "least": _("May be cut to"),
        "responsible": _("Responsible officer"),
        "removed_at": _("Taken out"),
        "order": _("Order"),
    },
    "Contribution": {
        "person_id": _("Person"),
        "organisation_id": _("Organisation"),
        "words": _("In words"),
        "role": _("Role"),
        "manner": _("In whose name"),
        "other_person_id": _("In the name of"),
        "other_organisation_id": _("In the name of"),
        "other_words": _("In the name of"),
        "answer": _("Answer"),
        "replaced_by_id": _("Replaced by"),
        "order": _("Order"),
    },
    "SettledMatter": {"because": _("Because"), "answer": _("Answer")},
    "StillRight": {},
    "OrderRule": {
        "rule": _("Rule"),
        "language": _("Language"),
        "listed": _("Order"),
        "because": _("Because"),
        "source": _("Source"),
    },
    "EventClaim": {"order": _("Order")},
    "FigureDecision": {"choice": _("Choice")},
    "Task": {
        "what": _("What is to be done"),
        "days": _("Days from the event"),
        "responsible": _("Responsible officer"),
        "on": _("Date"),
        "done_at": _("Done"),
    },
}
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
