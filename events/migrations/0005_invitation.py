import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models
from django.db.models.functions import Lower

ROLES = [
    ("viewer", "Viewer"),
    ("officer", "Officer"),
    ("head", "Head of protocol"),
    ("administrator", "Administrator"),
]


class Migration(migrations.Migration):
    dependencies = [("events", "0004_mission_second_factor")]
    operations = [
        migrations.CreateModel(
            name="Invitation",
            fields=[
                (
                    "id",
                    models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID"),
                ),
                (
                    "mission",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="invitations",
                        to="events.mission",
                    ),
                ),
                ("email", models.EmailField(max_length=254)),
                ("role", models.CharField(choices=ROLES, default="viewer", max_length=20)),
                ("token_hash", models.CharField(max_length=64, unique=True)),
                (
                    "invited_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("invited_at", models.DateTimeField()),
                ("expires_at", models.DateTimeField()),
                ("accepted_at", models.DateTimeField(blank=True, null=True)),
            ],
            options={
                "ordering": ["invited_at"],
                "constraints": [
                    models.UniqueConstraint(
                        Lower("email"),
                        models.F("mission"),
                        condition=models.Q(accepted_at__isnull=True),
                        name="invitation_pending_once",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(role__in=[role for role, _ in ROLES]),
                        name="invitation_role_known",
                    ),
                ],
            },
        ),
    ]
