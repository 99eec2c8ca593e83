"""Addresses of the registers and of the speakers' answers, below /desk/<mission>/."""

from django.urls import path, register_converter

from events.views import (
    answers,
    answers_people,
    naming,
    personal_data,
    private_calendars,
    register_entry,
    register_merge,
    register_spelling,
    registers,
)

register_converter(registers.RegisterConverter, "register")

HERE = "<slug:mission>/<register:register>/"

register_patterns = [
    path(HERE, registers.entries, name="register"),
    path("<slug:mission>/people/naming/", naming.naming, name="naming"),
    path(f"{HERE}new/", register_entry.new_entry, name="new_entry"),
    path(f"{HERE}doubles/", register_merge.doubles, name="doubles"),
    path(f"{HERE}<int:pk>/", registers.entry, name="entry"),
    path(f"{HERE}<int:pk>/change/", register_entry.change_entry, name="change_entry"),
    path(f"{HERE}<int:pk>/data/", personal_data.person_data, name="person_data"),
    path(f"{HERE}<int:pk>/data.json", personal_data.person_data_file, name="person_data_file"),
    path(f"{HERE}<int:pk>/erase/", personal_data.erase, name="erase"),
    path(f"{HERE}<int:pk>/spellings/", register_spelling.add_spelling, name="add_spelling"),
    path(
        f"{HERE}<int:pk>/spellings/<int:spelling>/print/",
        register_spelling.print_spelling,
        name="print_spelling",
    ),
    path(
        f"{HERE}<int:pk>/spellings/<int:spelling>/remove/",
        register_spelling.remove_spelling,
        name="remove_spelling",
    ),
    path(f"{HERE}<int:pk>/calendars/", private_calendars.private_calendars, name="speaker_calendars"),
    path(
        f"{HERE}<int:pk>/calendars/<int:feed>/renew/",
        private_calendars.renew_calendar,
        name="renew_speaker_calendars",
    ),
    path(
        f"{HERE}<int:pk>/calendars/<int:feed>/revoke/",
        private_calendars.revoke_calendar,
        name="revoke_speaker_calendars",
    ),
    path("<slug:mission>/<slug:slug>/answers/", answers.answers, name="answers"),
    path("<slug:mission>/<slug:slug>/answers/people/", answers_people.answer_people, name="answer_people"),
]
