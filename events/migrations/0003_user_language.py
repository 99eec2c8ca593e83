from django.db import migrations

import events.models.fields


class Migration(migrations.Migration):
    dependencies = [("events", "0002_release_immutable")]
    operations = [
        migrations.AlterModelManagers(name="user", managers=[]),
        migrations.AddField(
            model_name="user",
            name="language",
            field=events.models.fields.LineField(
                choices=[
                    ("en", "English"),
                    ("az", "Azərbaycanca"),
                    ("ru", "Русский"),
                    ("ur", "اردو"),
                    ("tr", "Türkçe"),
                ],
                default="en",
                max_length=2,
                verbose_name="language of the desk",
            ),
        ),
    ]
