from django.urls import include, path

from events.agenda_urls import agenda_patterns
from events.desk_event_urls import event_page_patterns
from events.ledger_urls import ledger_patterns
from events.register_urls import register_patterns
from events.views import phrases
from events.views.account import account, address, confirm_address, end_sessions, language, name
from events.views.desk_lists import desk, everything
from events.views.import_files import agenda_sheet, confirm_file, empty_sheet, import_file
from events.views.invitations import invitation
from events.views.members import (
    change_member,
    invite_again,
    invite_member,
    members,
    remove_member,
    withdraw_invitation,
)
from events.views.new_event import copies, copy_event, new_event, new_event_hints
from events.views.occasions import occasion, occasions
from events.views.personal_data import member_data, member_data_file
from events.views.private_calendars import private_calendars, renew_calendar, revoke_calendar
from events.views.search import search

app_name = "desk"

# First parts that are no mission's stand in RESERVED_SLUGS beside the Mission model.
urlpatterns = [
    path("", everything, name="everything"),
    path("account/", account, name="account"),
    path("account/name/", name, name="name"),
    path("account/address/", address, name="address"),
    path("account/address/<str:token>/", confirm_address, name="confirm_address"),
    path("account/language/", language, name="language"),
    path("account/sessions/end/", end_sessions, name="end_sessions"),
    path("account/calendars/", private_calendars, name="calendars"),
    path("account/calendars/<int:feed>/renew/", renew_calendar, name="renew_calendars"),
    path("account/calendars/<int:feed>/revoke/", revoke_calendar, name="revoke_calendars"),
    path("account/invitation/<str:token>/", invitation, name="invitation"),
    path("search/", search, name="search"),
    path("new/<slug:mission>/", new_event, name="new_event"),
    path("new/<slug:mission>/hints/", new_event_hints, name="new_event_hints"),
    path("new/<slug:mission>/copy/", copies, name="copies"),
    path("new/<slug:mission>/copy/<slug:slug>/", copy_event, name="copy_event"),
    path("new/<slug:mission>/file/", import_file, name="import_file"),
    path("new/<slug:mission>/file/keep/", confirm_file, name="confirm_file"),
    path("new/<slug:mission>/agenda.<str:suffix>", empty_sheet, name="empty_sheet"),
    path("<slug:mission>/", desk, name="desk"),
    path("<slug:mission>/members/", members, name="members"),
    path("<slug:mission>/members/invite/", invite_member, name="invite_member"),
    path("<slug:mission>/members/<int:pk>/role/", change_member, name="change_member"),
    path("<slug:mission>/members/<int:pk>/remove/", remove_member, name="remove_member"),
    path("<slug:mission>/members/invitations/<int:pk>/again/", invite_again, name="invite_again"),
    path("<slug:mission>/members/<int:pk>/data/", member_data, name="member_data"),
    path("<slug:mission>/members/<int:pk>/data.json", member_data_file, name="member_data_file"),
    path(
        "<slug:mission>/members/invitations/<int:pk>/withdraw/",
        withdraw_invitation,
        name="withdraw_invitation",
    ),
    path("<slug:mission>/occasions/", occasions, name="occasions"),
    path("<slug:mission>/occasions/<slug:occasion>/", occasion, name="occasion"),
    *ledger_patterns,
    path("<slug:mission>/phrases/", phrases.phrases, name="phrases"),
    path("<slug:mission>/phrases/new/", phrases.new_phrase, name="new_phrase"),
    path("<slug:mission>/phrases/<int:pk>/", phrases.phrase, name="phrase"),
    path("<slug:mission>/phrases/<int:pk>/change/", phrases.change, name="change_phrase"),
    *register_patterns,
    path("<slug:mission>/<slug:slug>/agenda.<str:suffix>", agenda_sheet, name="agenda_sheet"),
    path("<slug:mission>/<slug:slug>/", include(agenda_patterns)),
    *event_page_patterns,
]
