"""Addresses of the ledger of claims, below /desk/<mission>/figures/."""

from django.urls import path

from events.views import ledger, ledger_entries

HERE = "<slug:mission>/figures/"

ledger_patterns = [
    path(HERE, ledger.ledger, name="ledger"),
    path(f"{HERE}record/", ledger.source_of_record, name="source_of_record"),
    path(f"{HERE}sources/new/", ledger_entries.new_source, name="new_source"),
    path(f"{HERE}sources/<int:source>/", ledger_entries.change_source, name="change_source"),
    path(f"{HERE}sources/<int:source>/remove/", ledger_entries.remove_source, name="remove_source"),
    path(f"{HERE}claims/new/", ledger_entries.new_claim, name="new_claim"),
    path(f"{HERE}claims/<int:claim>/", ledger_entries.change_claim, name="change_claim"),
    path(f"{HERE}claims/<int:claim>/remove/", ledger_entries.remove_claim, name="remove_claim"),
]
