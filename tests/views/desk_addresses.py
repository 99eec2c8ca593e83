"""The address of each page of the desk, with what it names."""

from django.urls import reverse
from django.utils import timezone

from events.models import Event, Phrase, Precedent, PrivateFeed, Task
from events.operations.membership import invite
from events.operations.release import release
from events.scoping import every_mission
from tests.factories import (
    make_claim,
    make_edition,
    make_event,
    make_item,
    make_part,
    make_person,
    make_source,
)

# Addresses of which the mission is the only part.
OF_A_MISSION = (
    "desk:openings",
    "desk:desk",
    "desk:settings",
    "desk:settings_history",
    "desk:identity",
    "desk:look",
    "desk:emblem",
    "desk:deleted",
    "desk:occasions",
    "desk:phrases",
    "desk:new_phrase",
    "desk:members",
    "desk:invite_member",
    "desk:new_event",
    "desk:new_event_hints",
    "desk:copies",
    "desk:import_file",
    "desk:confirm_file",
    "desk:ledger",
    "desk:source_of_record",
    "desk:new_source",
    "desk:new_claim",
)


def parts_of_registers(mission):
    with every_mission():
        person = make_person(mission)
        feed = PrivateFeed.objects.create(person=person, label="Slots", made_at=timezone.now())
        spelling = person.variants.create(mission=mission, name="A. Speaker", language="en", source="A card")
    register = [mission.slug, "people"]
    entry = [*register, person.pk]
    return {
        **dict.fromkeys(("desk:register", "desk:new_entry", "desk:doubles"), register),
        **dict.fromkeys(("desk:entry", "desk:change_entry", "desk:add_spelling"), entry),
        **dict.fromkeys(("desk:person_data", "desk:person_data_file", "desk:erase"), entry),
        "desk:naming": [mission.slug],
        "desk:print_spelling": [*entry, spelling.pk],
        "desk:remove_spelling": [*entry, spelling.pk],
        "desk:speaker_calendars": entry,
        "desk:renew_speaker_calendars": [*entry, feed.pk],
        "desk:revoke_speaker_calendars": [*entry, feed.pk],
        "desk:renew_calendars": [1_000_000],
        "desk:revoke_calendars": [1_000_000],
    }


def parts_of_the_ledger(mission):
    with every_mission():
        source = make_source(mission)
        claim = make_claim(source)
    return {
        **{f"desk:{name}": [mission.slug, source.pk] for name in ("change_source", "remove_source")},
        **{f"desk:{name}": [mission.slug, claim.pk] for name in ("change_claim", "remove_claim")},
    }


def parts_of_an_event(mission):
    """The seminar, released once, and an event that was deleted."""
    with every_mission():
        release(mission_event(mission), name="First programme", released_at=timezone.now())
        make_event(mission, "gone", deleted_at=timezone.now())
        task = Task.objects.create(event=mission_event(mission), rule="print", days=-1)
    event = [mission.slug, "seminar"]
    names = ("decide_figure", "ask_figure_again", "event_figures")
    names += ("event", "delete_event", "history", "release", "submit", "send_back", "approve", "compare")
    names += (
        "still_right",
        "ask_translation_again",
        "parity",
        "groups",
        "opening_days",
        "works",
        "cancel",
        "postpone",
        "withdraw",
        "publish_again",
    )
    names += ("settle", "choose_spelling", "put_right", "ask_again", "preparation", "propose_tasks")
    return {
        **{f"desk:{name}": event for name in names},
        "desk:print": event,
        "desk:print_day": event,
        "desk:print_day_pdf": event,
        "desk:print_pdf": [*event, "a4"],
        "desk:print_editable": [*event, "a4"],
        "desk:print_document": [*event, "a4"],
        "desk:print_page": [*event, "a4", 1],
        "desk:task": [*event, task.pk],
        "desk:tick_task": [*event, task.pk],
        "desk:restore": [mission.slug, "gone"],
        "desk:kept_release": [*event, 1],
        "desk:kept_release_pdf": [*event, 1],
    }


def parts_of_the_agenda(mission):
    with every_mission():
        part = make_part(mission_event(mission))
        item = make_item(part)
        precedent = Precedent.objects.create(
            mission=mission, title="A seminar", elements=["silence"], source="A report", at=timezone.now()
        )
    event = [mission.slug, "seminar"]
    whole = ("", "_order", "_add_part", "_add_block", "_add_item", "_fit", "_mend", "_ask_again")
    of_an_item = ("item", "edit_item", "length", "duplicate", "remove", "restore", "resolve", "people")
    of_an_item += ("find_people", "add_person", "new_person")
    return {
        **{f"desk:agenda{name}": event for name in whole},
        **{f"desk:agenda_{name}": [*event, item.uid] for name in of_an_item},
        **{f"desk:agenda_{name}": [*event, part.uid] for name in ("part", "remove_part", "restore_part")},
        "desk:agenda_remove_person": [*event, item.uid, 1],
        "desk:agenda_name_person": [*event, item.uid, 1],
        "desk:paper": event,
        **dict.fromkeys(("desk:speakers", "desk:speakers_back"), event),
        **dict.fromkeys(("desk:last_time", "desk:last_time_back"), event),
        "desk:remove_precedent": [mission.slug, precedent.pk],
        **dict.fromkeys(("desk:order_of_hosts", "desk:hosts_back"), event),
        **dict.fromkeys(("desk:order_of_anthems", "desk:anthems_back"), event),
    }


def phrase_of(mission):
    with every_mission():
        words = {"en": "in memory of the martyrs"}
        return Phrase.objects.get_or_create(mission=mission, key="own", kind="dedication", text=words)[0]


def occasion_of_its_own():
    return make_edition().occasion.slug


def mission_event(mission):
    return Event.objects.get(mission=mission, slug="seminar")


def addresses_of(mission, member):
    """Make what the addresses of the desk name beside the seminar; return what gives the address of a name."""
    with every_mission():
        administrator = mission.members.order_by("-pk").first()
        pending, token = invite(
            mission, "guest@example.org", "viewer", by=administrator.user, now=timezone.now()
        )
    parts = {
        "desk:invitation": [token],
        "desk:confirm_address": ["nothing"],
        "desk:change_member": [mission.slug, member.pk],
        "desk:remove_member": [mission.slug, member.pk],
        "desk:member_data": [mission.slug, member.pk],
        "desk:member_data_file": [mission.slug, member.pk],
        "desk:invite_again": [mission.slug, pending.pk],
        "desk:withdraw_invitation": [mission.slug, pending.pk],
        **parts_of_registers(mission),
        "desk:answers": [mission.slug, "seminar"],
        "desk:answer_people": [mission.slug, "seminar"],
        **parts_of_an_event(mission),
        **parts_of_the_ledger(mission),
        **parts_of_the_agenda(mission),
        "desk:copy_event": [mission.slug, "seminar"],
        "desk:phrase": [mission.slug, phrase_of(mission).pk],
        "desk:change_phrase": [mission.slug, phrase_of(mission).pk],
        "desk:occasion": [mission.slug, occasion_of_its_own()],
        "desk:empty_sheet": [mission.slug, "xlsx"],
        "desk:agenda_sheet": [mission.slug, "seminar", "csv"],
        "account_reset_password_from_key": ["1", "nothing"],
        "openid_connect_login": ["oidc"],
        "openid_connect_callback": ["oidc"],
    }
    return lambda name: reverse(name, args=parts.get(name, [mission.slug] if name in OF_A_MISSION else []))
