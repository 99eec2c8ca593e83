from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('events', '0013_place_variants'),
    ]

    operations = [
        migrations.AddField(
            model_name='event',
            name='search_text',
            field=models.TextField(blank=True, default='', editable=False),
        ),
        migrations.AddField(
            model_name='organisation',
            name='search_text',
            field=models.TextField(blank=True, default='', editable=False),
        ),
        migrations.AddField(
            model_name='person',
            name='search_text',
            field=models.TextField(blank=True, default='', editable=False),
        ),
        migrations.AddField(
            model_name='place',
            name='search_text',
            field=models.TextField(blank=True, default='', editable=False),
        ),
    ]
