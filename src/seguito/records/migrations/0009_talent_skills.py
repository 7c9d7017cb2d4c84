from django.db import migrations, models


class Migration(migrations.Migration):
    """What a few people hold of what an opening asks: read from one index, without their rows."""

    dependencies = [("records", "0008_reminders")]

    operations = [
        migrations.AddIndex(
            model_name="talentskill",
            index=models.Index(fields=["talent", "skill", "held"], name="talentskill_of"),
        ),
    ]
