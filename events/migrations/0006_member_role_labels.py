from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("events", "0005_invitation")]
    operations = [
        migrations.AlterField(
            model_name="member",
            name="role",
            field=models.CharField(
                choices=[
                    ("viewer", "Viewer"),
                    ("officer", "Officer"),
                    ("head", "Head of protocol"),
                    ("administrator", "Administrator"),
                ],
                max_length=20,
            ),
        ),
    ]
