from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('events', '0025_release_files'),
    ]

    operations = [
        migrations.RemoveField(
            model_name='keptfeed',
            name='changed_at',
        ),
        migrations.AddField(
            model_name='keptfeed',
            name='changed_seconds',
            field=models.PositiveBigIntegerField(default=0),
            preserve_default=False,
        ),
    ]
