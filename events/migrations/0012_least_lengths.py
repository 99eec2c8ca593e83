import datetime
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('events', '0011_answers'),
    ]

    operations = [
        migrations.AddField(
            model_name='item',
            name='cut_order',
            field=models.PositiveSmallIntegerField(blank=True, help_text='The lowest is cut first.', null=True),
        ),
        migrations.AddField(
            model_name='item',
            name='least',
            field=models.DurationField(blank=True, help_text='How far a fit may cut it.', null=True),
        ),
        migrations.AddConstraint(
            model_name='item',
            constraint=models.CheckConstraint(condition=models.Q(('least__isnull', True), models.Q(('least__gt', datetime.timedelta(0)), ('least__lte', models.F('duration'))), _connector='OR'), name='item_least_within_its_duration'),
        ),
    ]
