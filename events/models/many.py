"""Many rows of one model written at once. Each leaves its copy in the history, as if it had been written by itself."""

from collections.abc import Iterable, Sequence
from typing import Any
from uuid import UUID

from django.db import models, router

from events.models.history import keep_copies
from events.models.search import Searchable


def clean_alone(row: models.Model, *, only: Iterable[str] | None = None) -> None:
    """Raise ValidationError where the row is wrong by itself: in its fields, or ``only`` those, and by its ``clean``.

    That asks no database: whether a relation or a unique value can be kept, whoever writes many rows finds out at once.
    """
    columns = row._meta.concrete_fields
    passed_over = {field.name for field in columns if field.is_relation}
    if only is not None:
        passed_over |= {field.name for field in columns} - set(only)
    row.clean_fields(exclude=passed_over)
    row.clean()


def save_all(rows: Sequence[Any]) -> None:
    """Insert the new rows and update the others. They are whole and were checked; ``save`` of theirs is not called."""
    if not rows:
        return
    manager: Any = type(rows[0])._base_manager
    for row in rows:
        if isinstance(row, Searchable):
            row.search_text = row.reckoned_search_text()
    new = [row for row in rows if row._state.adding]
    there = [row for row in rows if not row._state.adding]
    manager.bulk_create(new)
    columns = [field.name for field in manager.model._meta.concrete_fields if not field.primary_key]
    # One statement for all: bulk_update would write a condition for each row and column.
    manager.bulk_create(there, update_conflicts=True, unique_fields=["pk"], update_fields=columns)
    keep_copies(new, "+")
    keep_copies(there, "~")


def delete_all(rows: Sequence[Any]) -> None:
    """Delete rows on which nothing hangs."""
    keep_copies(rows, "-")
    if rows:
        found: Any = type(rows[0])._base_manager.filter(pk__in=[row.pk for row in rows])
        found._raw_delete(router.db_for_write(found.model))


def kept_uids(model: type[models.Model], uids: Iterable[str]) -> set[UUID]:
    """Return those of the uids that a row of any mission has, also one that was taken out."""
    return set(model._base_manager.filter(uid__in=uids).values_list("uid", flat=True))
