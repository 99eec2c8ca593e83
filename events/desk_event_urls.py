"""The addresses of one event at the desk, of deleted events, and of the mission's settings."""

from django.urls import path

from events.views import (
    event_lists,
    event_page,
    history,
    mission_settings,
    print_day,
    print_preview,
    release_files,
    releases,
    settling,
    standing,
)

event_page_patterns = [
    path("<slug:mission>/settings/", mission_settings.settings, name="settings"),
    path("<slug:mission>/settings/look/", mission_settings.look, name="look"),
    path("<slug:mission>/settings/emblem.png", mission_settings.emblem, name="emblem"),
    path("<slug:mission>/settings/history/", mission_settings.settings_history, name="settings_history"),
    path("<slug:mission>/deleted/", history.deleted, name="deleted"),
    path("<slug:mission>/deleted/<slug:slug>/restore/", history.restore, name="restore"),
    path("<slug:mission>/<slug:slug>/", event_page.event, name="event"),
    path("<slug:mission>/<slug:slug>/groups/", event_lists.groups, name="groups"),
    path("<slug:mission>/<slug:slug>/opening-days/", event_lists.opening_days, name="opening_days"),
    path("<slug:mission>/<slug:slug>/works/", event_lists.works, name="works"),
    path("<slug:mission>/<slug:slug>/delete/", event_page.delete_event, name="delete_event"),
    path("<slug:mission>/<slug:slug>/history/", history.history, name="history"),
    path("<slug:mission>/<slug:slug>/settle/", settling.settle, name="settle"),
    path("<slug:mission>/<slug:slug>/settle/again/", settling.ask_again, name="ask_again"),
    path("<slug:mission>/<slug:slug>/release/", releases.release, name="release"),
    path("<slug:mission>/<slug:slug>/release/submit/", releases.submit, name="submit"),
    path("<slug:mission>/<slug:slug>/release/send-back/", releases.send_back, name="send_back"),
    path("<slug:mission>/<slug:slug>/release/approve/", releases.approve, name="approve"),
    path("<slug:mission>/<slug:slug>/release/cancel/", standing.cancel, name="cancel"),
    path("<slug:mission>/<slug:slug>/release/postpone/", standing.postpone, name="postpone"),
    path("<slug:mission>/<slug:slug>/release/withdraw/", standing.withdraw, name="withdraw"),
    path("<slug:mission>/<slug:slug>/release/publish-again/", standing.publish_again, name="publish_again"),
    path("<slug:mission>/<slug:slug>/releases/compare/", release_files.compare, name="compare"),
    path("<slug:mission>/<slug:slug>/releases/<int:number>/", release_files.kept, name="kept_release"),
    path(
        "<slug:mission>/<slug:slug>/releases/<int:number>/programme.pdf",
        release_files.printed,
        name="kept_release_pdf",
    ),
    path("<slug:mission>/<slug:slug>/print/", print_preview.preview, name="print"),
    path("<slug:mission>/<slug:slug>/print/day/", print_day.day, name="print_day"),
    path("<slug:mission>/<slug:slug>/print/day.pdf", print_day.day_pdf, name="print_day_pdf"),
    path("<slug:mission>/<slug:slug>/print/<slug:name>.pdf", print_preview.pdf, name="print_pdf"),
    path("<slug:mission>/<slug:slug>/print/<slug:name>/", print_preview.document, name="print_document"),
    path(
        "<slug:mission>/<slug:slug>/print/<slug:name>/<int:page>.png",
        print_preview.page_image,
        name="print_page",
    ),
]
