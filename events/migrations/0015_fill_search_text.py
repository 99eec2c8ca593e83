"""What was kept before it could be searched."""

import json

from django.db import migrations

from events.programme.fold import search_text

TEXTS = {
    "Event": ("title", "short_title", "subtitle", "theme"),
    "Organisation": ("name", "short_name"),
    "Person": ("name", "second_mention"),
    "Place": ("name", "city", "address"),
}


def texts_of(value):
    value = getattr(value, "data", value) or {}
    return (json.loads(value) if isinstance(value, str) else value).values()


def searched(row, fields):
    for field in fields:
        yield from texts_of(getattr(row, field))
    if getattr(row, "edition", None):
        occasion = row.edition.occasion
        yield from (*texts_of(occasion.name), *texts_of(occasion.day_name))
        for alias in occasion.aliases.all():
            yield from texts_of(alias.name)
    if hasattr(row, "variants"):
        yield from row.variants.values_list("name", flat=True)


def fill(apps, schema_editor):
    for name, fields in TEXTS.items():
        model = apps.get_model("events", name)
        for row in model.objects.iterator():
            model.objects.filter(pk=row.pk).update(search_text=search_text(searched(row, fields)))


class Migration(migrations.Migration):
    dependencies = [("events", "0014_search_text")]
    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]
