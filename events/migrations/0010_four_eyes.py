from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('events', '0009_submission'),
    ]

    operations = [
        migrations.AddField(
            model_name='mission',
            name='four_eyes',
            field=models.BooleanField(default=False, help_text='Nobody releases their own work alone.', verbose_name='four eyes'),
        ),
    ]
