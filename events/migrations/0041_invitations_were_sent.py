from django.db import migrations
from django.db.models import F


def were_sent(apps, schema_editor):
    """Until now an invitation whose mail could not be sent was withdrawn at once."""
    apps.get_model("events", "Invitation")._base_manager.update(sent_at=F("invited_at"))


class Migration(migrations.Migration):
    dependencies = [("events", "0040_invitation_sent_at")]
    operations = [migrations.RunPython(were_sent, migrations.RunPython.noop)]
