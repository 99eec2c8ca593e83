import django.db.models.deletion
import events.models.fields
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('events', '0010_four_eyes'),
    ]

    operations = [
        migrations.AddField(
            model_name='contribution',
            name='answer',
            field=events.models.fields.LineField(choices=[('invited', 'invited'), ('confirmed', 'confirmed'), ('declined', 'declined'), ('replaced', 'replaced')], default='confirmed', max_length=12),
        ),
        migrations.AddField(
            model_name='contribution',
            name='replaced_by',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='events.person'),
        ),
        migrations.AddField(
            model_name='event',
            name='prints_unconfirmed',
            field=models.BooleanField(default=False, help_text='Guests read the names of people who have not answered yet.'),
        ),
        migrations.AddConstraint(
            model_name='contribution',
            constraint=models.CheckConstraint(condition=models.Q(('answer__in', ['invited', 'confirmed', 'declined', 'replaced'])), name='contribution_answer_known'),
        ),
        migrations.AddConstraint(
            model_name='contribution',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('answer', 'replaced'), ('replaced_by__isnull', False)), models.Q(models.Q(('answer', 'replaced'), _negated=True), ('replaced_by__isnull', True)), _connector='OR'), name='contribution_replaced_by_somebody'),
        ),
        migrations.AddConstraint(
            model_name='contribution',
            constraint=models.CheckConstraint(condition=models.Q(('person__isnull', True), ('replaced_by__isnull', True), models.Q(('person', models.F('replaced_by')), _negated=True), _connector='OR'), name='contribution_replaced_by_another'),
        ),
    ]
