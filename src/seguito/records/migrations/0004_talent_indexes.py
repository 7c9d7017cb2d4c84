from django.db import migrations, models


class Migration(migrations.Migration):
    """The two questions that the recruiter's file asks most: who has this number, and what spoke for them."""

    dependencies = [("records", "0003_keeping")]

    operations = [
        migrations.AddIndex(
            model_name="talent",
            index=models.Index(fields=["workspace", "number"], name="talent_number"),
        ),
        migrations.AddIndex(
            model_name="impression",
            index=models.Index(fields=["workspace", "talent"], name="impression_talent"),
        ),
    ]
