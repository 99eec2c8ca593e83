"""Who may do what at the desk: each of its addresses for each role. A new address needs a row here."""

import pytest
from django.urls import reverse
from django.utils import timezone

from events import account_urls, desk_urls
from events.models import Event, Invitation, Phrase, Precedent, PrivateFeed, Task
from events.operations.membership import invite
from events.operations.release import release
from events.scoping import every_mission
from tests.factories import (
    make_claim,
    make_edition,
    make_event,
    make_item,
    make_member,
    make_mission,
    make_part,
    make_person,
    make_source,
)

pytestmark = pytest.mark.django_db

WHO = ("anonymous", "viewer", "officer", "head", "administrator", "stranger")

# Method, what is sent, and the answer to each of WHO; "in" leads to the login. A stranger administers another mission.
ROWS = {
    "desk:everything": ("get", {}, "in 200 200 200 200 200"),
    "desk:account": ("get", {}, "in 200 200 200 200 200"),
    "desk:language": ("post", {"language": "az"}, "in 302 302 302 302 302"),
    "desk:calendars": ("get", {}, "in 200 200 200 200 200"),
    "desk:renew_calendars": ("post", {}, "in 404 404 404 404 404"),
    "desk:revoke_calendars": ("post", {}, "in 404 404 404 404 404"),
    "desk:speaker_calendars": ("get", {}, "in 404 200 200 200 404"),
    "desk:renew_speaker_calendars": ("post", {}, "in 404 200 200 200 404"),
    "desk:revoke_speaker_calendars": ("post", {}, "in 404 302 302 302 404"),
    "desk:invitation": ("get", {}, "200 200 200 200 200 200"),
    "desk:desk": ("get", {}, "in 200 200 200 200 404"),
    "desk:members": ("get", {}, "in 404 404 404 200 404"),
    "desk:invite_member": ("post", {"email": "a@b.example", "role": "viewer"}, "in 404 404 404 302 404"),
    "desk:change_member": ("post", {"role": "head"}, "in 404 404 404 302 404"),
    "desk:remove_member": ("post", {}, "in 404 404 404 302 404"),
    "desk:invite_again": ("post", {}, "in 404 404 404 302 404"),
    "desk:withdraw_invitation": ("post", {}, "in 404 404 404 302 404"),
    "desk:member_data": ("get", {}, "in 404 404 404 200 404"),
    "desk:member_data_file": ("get", {}, "in 404 404 404 200 404"),
    "desk:person_data": ("get", {}, "in 404 404 404 200 404"),
    "desk:person_data_file": ("get", {}, "in 404 404 404 200 404"),
    "desk:erase": ("get", {}, "in 404 404 404 200 404"),
    "desk:register": ("get", {}, "in 200 200 200 200 404"),
    "desk:new_entry": ("get", {}, "in 404 200 200 200 404"),
    "desk:ledger": ("get", {}, "in 200 200 200 200 404"),
    "desk:source_of_record": ("post", {}, "in 404 404 404 404 404"),
    "desk:new_source": ("get", {}, "in 404 200 200 200 404"),
    "desk:change_source": ("get", {}, "in 404 200 200 200 404"),
    "desk:remove_source": ("post", {}, "in 404 302 302 302 404"),
    "desk:new_claim": ("get", {}, "in 404 200 200 200 404"),
    "desk:change_claim": ("get", {}, "in 404 200 200 200 404"),
    "desk:remove_claim": ("post", {}, "in 404 302 302 302 404"),
    "desk:doubles": ("get", {}, "in 404 200 200 200 404"),
    "desk:entry": ("get", {}, "in 200 200 200 200 404"),
    "desk:change_entry": ("get", {}, "in 404 200 200 200 404"),
    "desk:naming": ("post", {"name_en": "Khazar Farhadov"}, "in 404 200 200 200 404"),
    "desk:add_spelling": ("post", {}, "in 404 422 422 422 404"),
    "desk:print_spelling": ("post", {}, "in 404 302 302 302 404"),
    "desk:remove_spelling": ("post", {}, "in 404 302 302 302 404"),
    "desk:answers": ("get", {}, "in 200 200 200 200 404"),
    "desk:answer_people": ("get", {"row": "1"}, "in 404 200 200 200 404"),
    "desk:search": ("get", {"q": "seminar"}, "in 200 200 200 200 200"),
    "desk:new_event": ("get", {}, "in 404 200 200 200 404"),
    "desk:new_event_hints": ("get", {}, "in 404 200 200 200 404"),
    "desk:copies": ("get", {}, "in 404 200 200 200 404"),
    "desk:copy_event": ("get", {}, "in 404 200 200 200 404"),
    "desk:import_file": ("get", {}, "in 404 200 200 200 404"),
    "desk:confirm_file": ("post", {}, "in 404 302 302 302 404"),
    "desk:empty_sheet": ("get", {}, "in 200 200 200 200 404"),
    "desk:agenda_sheet": ("get", {}, "in 200 200 200 200 404"),
    "desk:settings": ("get", {}, "in 404 404 404 200 404"),
    "desk:settings_history": ("get", {}, "in 404 404 404 200 404"),
    "desk:identity": ("get", {}, "in 404 404 404 200 404"),
    "desk:look": ("get", {}, "in 404 404 404 200 404"),
    "desk:emblem": ("get", {}, "in 404 404 404 404 404"),
    "desk:deleted": ("get", {}, "in 200 200 200 200 404"),
    "desk:occasions": ("get", {}, "in 200 200 200 200 404"),
    "desk:phrases": ("get", {}, "in 200 200 200 200 404"),
    "desk:new_phrase": ("get", {}, "in 404 200 200 200 404"),
    "desk:phrase": ("get", {}, "in 200 200 200 200 404"),
    "desk:change_phrase": ("get", {}, "in 404 200 200 200 404"),
    "desk:occasion": ("get", {}, "in 200 200 200 200 404"),
    "desk:restore": ("post", {}, "in 404 302 302 302 404"),
    "desk:event": ("get", {}, "in 200 200 200 200 404"),
    "desk:parity": ("get", {}, "in 200 200 200 200 404"),
    "desk:still_right": ("post", {}, "in 404 302 302 302 404"),
    "desk:ask_translation_again": ("post", {}, "in 404 302 302 302 404"),
    "desk:groups": ("get", {}, "in 404 200 200 200 404"),
    "desk:works": ("get", {}, "in 404 200 200 200 404"),
    "desk:opening_days": ("get", {}, "in 404 200 200 200 404"),
    "desk:delete_event": ("post", {}, "in 404 302 302 302 404"),
    "desk:settle": ("post", {}, "in 404 302 302 302 404"),
    "desk:decide_figure": ("post", {}, "in 404 302 302 302 404"),
    "desk:ask_figure_again": ("post", {}, "in 404 302 302 302 404"),
    "desk:event_figures": ("get", {}, "in 404 200 200 200 404"),
    "desk:ask_again": ("post", {}, "in 404 302 302 302 404"),
    "desk:choose_spelling": ("post", {}, "in 404 404 404 404 404"),
    "desk:put_right": ("post", {}, "in 404 302 302 302 404"),
    "desk:history": ("get", {}, "in 200 200 200 200 404"),
    "desk:preparation": ("get", {}, "in 200 200 200 200 404"),
    "desk:propose_tasks": ("post", {}, "in 404 302 302 302 404"),
    "desk:task": ("get", {}, "in 404 200 200 200 404"),
    "desk:tick_task": ("post", {}, "in 404 302 302 302 404"),
    "desk:release": ("get", {}, "in 200 200 200 200 404"),
    "desk:submit": ("post", {}, "in 404 409 409 409 404"),
    "desk:send_back": ("post", {}, "in 404 404 422 422 404"),
    "desk:approve": ("post", {}, "in 404 404 422 422 404"),
    "desk:cancel": ("get", {}, "in 404 404 200 200 404"),
    "desk:postpone": ("get", {}, "in 404 404 200 200 404"),
    "desk:withdraw": ("get", {}, "in 404 404 200 200 404"),
    "desk:publish_again": ("post", {}, "in 404 404 302 302 404"),
    "desk:compare": ("get", {"first": "1", "second": "1"}, "in 200 200 200 200 404"),
    "desk:kept_release": ("get", {}, "in 200 200 200 200 404"),
    "desk:kept_release_pdf": ("get", {}, "in 200 200 200 200 404"),
    "desk:print": ("get", {}, "in 200 200 200 200 404"),
    "desk:print_day": ("get", {}, "in 200 200 200 200 404"),
    "desk:print_day_pdf": ("get", {"run-sheet_en": "x"}, "in 422 422 422 422 404"),
    "desk:print_pdf": ("get", {}, "in 200 200 200 200 404"),
    "desk:print_editable": ("get", {}, "in 200 200 200 200 404"),
    "desk:print_document": ("get", {}, "in 200 200 200 200 404"),
    "desk:print_page": ("get", {}, "in 200 200 200 200 404"),
    "desk:agenda": ("get", {}, "in 200 200 200 200 404"),
    "desk:agenda_order": ("post", {}, "in 404 409 409 409 404"),
    "desk:speakers": ("get", {}, "in 200 200 200 200 404"),
    "desk:speakers_back": ("post", {}, "in 404 409 409 409 404"),
    "desk:openings": ("get", {}, "in 200 200 200 200 404"),
    "desk:remove_precedent": ("post", {}, "in 404 302 302 302 404"),
    "desk:last_time": ("get", {}, "in 200 200 200 200 404"),
    "desk:last_time_back": ("post", {}, "in 404 409 409 409 404"),
    "desk:order_of_hosts": ("get", {}, "in 200 200 200 200 404"),
    "desk:hosts_back": ("post", {}, "in 404 409 409 409 404"),
    "desk:order_of_anthems": ("get", {}, "in 200 200 200 200 404"),
    "desk:anthems_back": ("post", {}, "in 404 409 409 409 404"),
    "desk:agenda_add_part": ("post", {}, "in 404 422 422 422 404"),
    "desk:agenda_part": ("post", {}, "in 404 422 422 422 404"),
    "desk:agenda_remove_part": ("post", {}, "in 404 409 409 409 404"),
    "desk:agenda_restore_part": ("post", {}, "in 404 303 303 303 404"),
    "desk:agenda_add_block": ("post", {}, "in 404 404 404 404 404"),
    "desk:agenda_add_item": ("post", {}, "in 404 404 404 404 404"),
    "desk:agenda_item": ("post", {}, "in 404 422 422 422 404"),
    "desk:agenda_edit_item": ("get", {}, "in 404 200 200 200 404"),
    "desk:agenda_length": ("post", {}, "in 404 422 422 422 404"),
    "desk:agenda_duplicate": ("post", {}, "in 404 303 303 303 404"),
    "desk:agenda_remove": ("post", {}, "in 404 303 303 303 404"),
    "desk:agenda_restore": ("post", {}, "in 404 303 303 303 404"),
    "desk:agenda_resolve": ("post", {}, "in 404 409 409 409 404"),
    "desk:agenda_people": ("get", {}, "in 404 200 200 200 404"),
    "desk:agenda_find_people": ("post", {}, "in 404 200 200 200 404"),
    "desk:agenda_add_person": ("post", {}, "in 404 422 422 422 404"),
    "desk:agenda_new_person": ("post", {}, "in 404 422 422 422 404"),
    "desk:agenda_name_person": ("post", {}, "in 404 404 404 404 404"),
    "desk:agenda_remove_person": ("post", {}, "in 404 404 404 404 404"),
    "desk:agenda_fit": ("get", {}, "in 404 200 200 200 404"),
    "desk:agenda_mend": ("post", {}, "in 404 409 409 409 404"),
    "desk:agenda_ask_again": ("post", {}, "in 404 303 303 303 404"),
    "desk:paper": ("get", {}, "in 200 200 200 200 404"),
    "desk:name": ("post", {}, "in 422 422 422 422 422"),
    "desk:address": ("get", {}, "in 302 302 302 302 302"),
    "desk:confirm_address": ("get", {}, "in 404 404 404 404 404"),
    "account_login": ("get", {}, "200 302 302 302 302 302"),
    "account_logout": ("get", {}, "in 200 200 200 200 200"),
    "account_inactive": ("get", {}, "200 200 200 200 200 200"),
    "account_signup": ("get", {}, "200 200 200 200 200 200"),
    "account_reauthenticate": ("get", {}, "in 200 200 200 200 200"),
    "account_change_password": ("get", {}, "in 200 200 200 200 200"),
    "account_set_password": ("get", {}, "in 302 302 302 302 302"),
    "account_reset_password": ("get", {}, "200 200 200 200 200 200"),
    "account_reset_password_done": ("get", {}, "200 200 200 200 200 200"),
    "account_reset_password_from_key": ("get", {}, "200 200 200 200 200 200"),
    "account_reset_password_from_key_done": ("get", {}, "200 200 200 200 200 200"),
    "mfa_index": ("get", {}, "in 200 200 200 200 200"),
    "mfa_authenticate": ("get", {}, "in 302 302 302 302 302"),
    "mfa_reauthenticate": ("get", {}, "in 302 302 302 302 302"),
    "mfa_activate_totp": ("get", {}, "in 302 302 302 302 302"),
    "mfa_deactivate_totp": ("get", {}, "in 404 404 404 404 404"),
    "mfa_view_recovery_codes": ("get", {}, "in 404 404 404 404 404"),
    "mfa_generate_recovery_codes": ("get", {}, "in 302 302 302 302 302"),
    "socialaccount_connections": ("get", {}, "in 200 200 200 200 200"),
    "socialaccount_login_cancelled": ("get", {}, "200 200 200 200 200 200"),
    "socialaccount_login_error": ("get", {}, "401 401 401 401 401 401"),
    "openid_connect_login": ("get", {}, "404 404 404 404 404 404"),
    "openid_connect_callback": ("get", {}, "404 404 404 404 404 404"),
}

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


def address_of(name, mission, member):
    """An address with every part filled in from the mission."""
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
    return reverse(name, args=parts.get(name, [mission.slug] if name in OF_A_MISSION else []))


def names_of(patterns):
    """The names of addresses, those that are included among them."""
    for each in patterns:
        if hasattr(each, "url_patterns"):
            yield from names_of(each.url_patterns)
        else:
            yield each.name


def test_every_address_of_the_desk_has_a_row():
    names = {f"desk:{name}" for name in names_of(desk_urls.urlpatterns)}

    assert names | {each.name for each in account_urls.urlpatterns} == set(ROWS)


@pytest.mark.parametrize("who", WHO)
@pytest.mark.parametrize("name", ROWS)
def test_address_answers_each_role_as_the_table_says(client, name, who):
    method, sent, answers = ROWS[name]
    with every_mission():
        mission, elsewhere = make_mission(), make_mission(slug="migration-service")
        make_event(mission)
        people = {role: make_member(mission, role=role, name=role) for role in WHO[1:-1]}
        people["stranger"] = make_member(elsewhere, role="administrator", name="stranger")
        address = address_of(name, mission, people["viewer"])
    if who != "anonymous":
        client.force_login(people[who].user)

    answer = getattr(client, method)(address, sent)

    leads_in = answer.status_code == 302 and answer.url.startswith("/desk/login/")
    assert ("in" if leads_in else str(answer.status_code)) == answers.split()[WHO.index(who)]
    if answer.status_code == 404:
        assert Invitation._base_manager.filter(email="a@b.example").count() == 0


def test_address_that_is_nobodys_asks_a_stranger_to_log_in_like_any_other(client):
    make_mission()

    there = client.get("/desk/azembassy-islamabad/")
    not_there = client.get("/desk/no-such-mission/")

    assert (there.status_code, not_there.status_code) == (302, 302)
