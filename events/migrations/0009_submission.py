import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('events', '0008_soft_removal'),
    ]

    operations = [
        migrations.AddField(
            model_name='event',
            name='submission_at',
            field=models.DateTimeField(editable=False, null=True),
        ),
        migrations.AddField(
            model_name='event',
            name='submission_by',
            field=models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='event',
            name='submission_note',
            field=models.TextField(blank=True, default='', editable=False),
        ),
        migrations.AddField(
            model_name='event',
            name='submission_state',
            field=models.CharField(choices=[('none', 'not submitted'), ('submitted', 'submitted'), ('sent-back', 'sent back')], default='none', editable=False, max_length=12),
        ),
        migrations.AddField(
            model_name='event',
            name='submission_version',
            field=models.PositiveIntegerField(editable=False, null=True),
        ),
        migrations.AddConstraint(
            model_name='event',
            constraint=models.CheckConstraint(condition=models.Q(('submission_state__in', ['none', 'submitted', 'sent-back'])), name='event_submission_known'),
        ),
    ]
