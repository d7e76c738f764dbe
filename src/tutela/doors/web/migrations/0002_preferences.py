"""Language and colours go with the member."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [("web", "0001_drafts")]

    operations = [
        migrations.CreateModel(
            name="Preference",
            fields=[
                ("member_id", models.UUIDField(primary_key=True, serialize=False)),
                ("language", models.CharField(blank=True, default="", max_length=12)),
                ("theme", models.CharField(max_length=8, null=True)),
            ],
        ),
    ]
