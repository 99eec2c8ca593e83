"""What is asked of a database that is copied, or was restored, whichever it is."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from django.apps import apps
from django.db.models import FileField

Query = Callable[[str], list[tuple]]


@dataclass(frozen=True)
class Copy:
    """The database at one instant: how many rows each table has, and the files in the storage that it names."""

    path: Path
    rows: dict[str, int]
    migrations: list[str]
    files: list[str]


def copied(path: Path, query: Query, tables: Iterable[str]) -> Copy:
    names = set(tables)
    return Copy(
        path,
        counted(query, names),
        [f"{app}.{name}" for app, name in query("SELECT app, name FROM django_migrations ORDER BY id")],
        sorted(
            {row[0] for table, column in _columns_of_files(names) for row in query(_named(table, column))}
        ),
    )


def counted(query: Query, tables: Iterable[str]) -> dict[str, int]:
    # Names of tables come from the database itself.
    return {table: query(f'SELECT count(*) FROM "{table}"')[0][0] for table in sorted(tables)}  # noqa: S608


def _columns_of_files(tables: set[str]) -> list[tuple[str, str]]:
    return [
        (model._meta.db_table, str(field.column))
        for model in apps.get_models(include_auto_created=True)
        for field in model._meta.concrete_fields
        if isinstance(field, FileField) and model._meta.db_table in tables
    ]


def _named(table: str, column: str) -> str:
    return f'SELECT "{column}" FROM "{table}" WHERE "{column}" <> \'\''  # noqa: S608 - from the models
