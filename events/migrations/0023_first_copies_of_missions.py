from django.db import migrations
from django.utils import timezone


def copy_missions(apps, schema_editor):
    """Begin each mission's history with what it is now, so that the first change can be told."""
    mission_model, copy_model = apps.get_model("events", "Mission"), apps.get_model("events", "HistoricalMission")
    names = [field.attname for field in mission_model._meta.concrete_fields]
    for mission in mission_model._base_manager.all():
        values = {name: getattr(mission, name) for name in names}
        copy_model._base_manager.create(
            **values, of_mission_id=mission.pk, history_type="+", history_date=timezone.now()
        )


class Migration(migrations.Migration):
    dependencies = [("events", "0022_mission_history")]

    operations = [migrations.RunPython(copy_missions, migrations.RunPython.noop)]
