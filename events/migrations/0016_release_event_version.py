from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('events', '0015_fill_search_text'),
    ]

    operations = [
        migrations.AddField(
            model_name='release',
            name='event_version',
            field=models.PositiveIntegerField(editable=False, help_text="The event's version at that moment.", null=True),
        ),
    ]
