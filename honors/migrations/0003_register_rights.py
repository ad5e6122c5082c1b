"""Editors keep organizations and consents; those who sign may look."""

from __future__ import annotations

from django.db import migrations

RIGHTS = {
    "Editors": {
        ("organizations", "organization"): ("add", "change", "view"),
        ("honors", "consent"): ("add", "change", "view"),
        ("honors", "awardtype"): ("view",),
        ("honors", "award"): ("view",),
    },
    "Reviewers": {
        ("organizations", "organization"): ("view",),
        ("honors", "consent"): ("view",),
        ("honors", "awardtype"): ("view",),
        ("honors", "award"): ("view",),
    },
}
RIGHTS["Approvers"] = RIGHTS["Reviewers"]


def rows(apps):
    """(group, permission) of every right; `post_migrate` would make the permissions too late."""
    group, permission = apps.get_model("auth.Group"), apps.get_model("auth.Permission")
    content_type = apps.get_model("contenttypes.ContentType")
    for name, models in RIGHTS.items():
        for (app, model), acts in models.items():
            kind, _ = content_type.objects.get_or_create(app_label=app, model=model)
            for act in acts:
                found, _ = permission.objects.get_or_create(
                    content_type=kind,
                    codename=f"{act}_{model}",
                    defaults={"name": f"Can {act} {model}"},
                )
                yield group.objects.get_or_create(name=name)[0], found


def give(apps, schema_editor) -> None:
    for group, permission in rows(apps):
        group.permissions.add(permission)


def take(apps, schema_editor) -> None:
    for group, permission in rows(apps):
        group.permissions.remove(permission)


class Migration(migrations.Migration):
    dependencies = [
        ("honors", "0002_award_types"),
        ("organizations", "0001_initial"),
        ("pages", "0006_roles_and_workflow"),
    ]

    operations = [migrations.RunPython(give, take)]
