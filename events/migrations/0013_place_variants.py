import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('events', '0012_least_lengths'),
    ]

    operations = [
        migrations.AlterModelOptions(
            name='namevariant',
            options={'ordering': ['person', 'organisation', 'place', 'language', 'name']},
        ),
        migrations.RemoveConstraint(
            model_name='namevariant',
            name='variant_of_exactly_one',
        ),
        migrations.AddField(
            model_name='namevariant',
            name='place',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='variants', to='events.place'),
        ),
        migrations.AddConstraint(
            model_name='namevariant',
            constraint=models.UniqueConstraint(fields=('place', 'language', 'name'), name='place_variant_once'),
        ),
        migrations.AddConstraint(
            model_name='namevariant',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('organisation__isnull', True), ('person__isnull', False), ('place__isnull', True)), models.Q(('organisation__isnull', False), ('person__isnull', True), ('place__isnull', True)), models.Q(('organisation__isnull', True), ('person__isnull', True), ('place__isnull', False)), _connector='OR'), name='variant_of_exactly_one'),
        ),
    ]
