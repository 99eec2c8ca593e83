"""Who may do what at the desk: each of its addresses for each role. A new address needs a row here."""

from types import SimpleNamespace

import pytest

from events import account_urls, desk_urls
from events.models import Invitation
from events.scoping import every_mission
from tests.factories import make_event, make_member, make_mission
from tests.views.desk_addresses import addresses_of

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
    "desk:end_sessions": ("get", {}, "in 302 302 302 302 302"),
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


@pytest.fixture(scope="module")
def made(rows_of_the_file):
    """A mission with what the addresses name, somebody in each role, and who is in another mission."""
    with every_mission():
        mission, elsewhere = make_mission(), make_mission(slug="migration-service")
        make_event(mission)
        people = {role: make_member(mission, role=role, name=role) for role in WHO[1:-1]}
        people["stranger"] = make_member(elsewhere, role="administrator", name="stranger")
        return SimpleNamespace(people=people, address_of=addresses_of(mission, people["viewer"]))


@pytest.mark.parametrize("who", WHO)
@pytest.mark.parametrize("name", ROWS)
def test_address_answers_each_role_as_the_table_says(client, made, name, who):
    method, sent, answers = ROWS[name]
    if who != "anonymous":
        client.force_login(made.people[who].user)

    answer = getattr(client, method)(made.address_of(name), sent)

    leads_in = answer.status_code == 302 and answer.url.startswith("/desk/login/")
    assert ("in" if leads_in else str(answer.status_code)) == answers.split()[WHO.index(who)]
    if answer.status_code == 404:
        assert Invitation._base_manager.filter(email="a@b.example").count() == 0


def test_address_that_is_nobodys_asks_a_stranger_to_log_in_like_any_other(client, made):
    there = client.get("/desk/azembassy-islamabad/")
    not_there = client.get("/desk/no-such-mission/")

    assert (there.status_code, not_there.status_code) == (302, 302)
