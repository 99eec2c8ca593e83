from django.db import migrations, models

RESERVED = (
    "account",
    "admin",
    "calendars",
    "desk",
    "healthz",
    "login",
    "media",
    "new",
    "readyz",
    "robots.txt",
    "search",
    "static",
    "v",
)


class Migration(migrations.Migration):
    dependencies = [("events", "0003_user_language")]
    operations = [
        migrations.AddField(
            model_name="mission",
            name="requires_second_factor",
            field=models.BooleanField(default=False, verbose_name="requires a second factor"),
        ),
        migrations.RemoveConstraint(model_name="mission", name="mission_slug_free"),
        migrations.AddConstraint(
            model_name="mission",
            constraint=models.CheckConstraint(
                condition=~models.Q(slug__in=RESERVED), name="mission_slug_free"
            ),
        ),
    ]
