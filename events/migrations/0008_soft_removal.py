from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('events', '0007_versions'),
    ]

    operations = [
        migrations.AddField(
            model_name='event',
            name='deleted_at',
            field=models.DateTimeField(blank=True, editable=False, null=True),
        ),
        migrations.AddField(
            model_name='item',
            name='removed_at',
            field=models.DateTimeField(blank=True, editable=False, null=True),
        ),
        migrations.AddField(
            model_name='part',
            name='removed_at',
            field=models.DateTimeField(blank=True, editable=False, null=True),
        ),
    ]
