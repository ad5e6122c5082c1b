"""The five roles with the least rights that work, and the workflow of two signatures.

Wagtail's own groups and workflow give editors and moderators rights on everything, publication
included: they are taken away first.
"""

from django.db import migrations

ROOT_DEPTH = 1
WORKFLOW = "Thẩm định và phê duyệt"
# Each step of the workflow and the group that signs it.
STEPS = [("Thẩm định", "Reviewers"), ("Phê duyệt", "Approvers")]
ADMIN = ("wagtailadmin", "admin", "access_admin", "Can access Wagtail admin")
PAGE_RIGHTS = {
    "Editors": [
        ("pages", "portalpage", "add_portalpage", "Can add page"),
        ("pages", "portalpage", "change_portalpage", "Can change page"),
    ],
}
# Wagtail checks rights on files against its own models, whatever model a project puts in place.
CHOOSE_FILES = [
    ("wagtailimages", "image", "choose_image", "Can choose image"),
    ("wagtaildocs", "document", "choose_document", "Can choose document"),
]
COLLECTION_RIGHTS = {
    "Editors": [
        ("wagtailimages", "image", "add_image", "Can add image"),
        ("wagtailimages", "image", "change_image", "Can change image"),
        ("wagtaildocs", "document", "add_document", "Can add document"),
        ("wagtaildocs", "document", "change_document", "Can change document"),
        *CHOOSE_FILES,
    ],
    # Signers open the files of the drafts they sign.
    "Reviewers": CHOOSE_FILES,
    "Approvers": CHOOSE_FILES,
}
GROUPS = ["Editors", "Reviewers", "Approvers", "Council", "Staff"]
IN_ADMIN = ["Editors", "Reviewers", "Approvers"]


def permission(apps, app_label, model, codename, name):
    """The Permission row; `post_migrate` would make it too late."""
    content_type, _ = apps.get_model("contenttypes.ContentType").objects.get_or_create(
        app_label=app_label, model=model
    )
    found, _ = apps.get_model("auth.Permission").objects.get_or_create(
        content_type=content_type, codename=codename, defaults={"name": name}
    )
    return found


def clear_rights(apps, groups):
    """Take every right of these groups away."""
    apps.get_model("wagtailcore.GroupPagePermission").objects.filter(group__in=groups).delete()
    apps.get_model("wagtailcore.GroupCollectionPermission").objects.filter(
        group__in=groups
    ).delete()
    for group in groups:
        group.permissions.clear()


def remove_wagtail_defaults(apps):
    """Wagtail's moderators, and workflows that nothing went through."""
    Group = apps.get_model("auth.Group")
    Workflow = apps.get_model("wagtailcore.Workflow")
    clear_rights(apps, Group.objects.filter(name__in=["Editors", "Moderators"]))
    Workflow.objects.filter(name="Moderators approval", workflow_states__isnull=True).delete()
    apps.get_model("wagtailcore.Task").objects.filter(
        name="Moderators approval", task_states__isnull=True
    ).delete()
    Group.objects.filter(name="Moderators").delete()


def create_roles(apps):
    """The groups and their rights."""
    Group = apps.get_model("auth.Group")
    PagePermission = apps.get_model("wagtailcore.GroupPagePermission")
    CollectionPermission = apps.get_model("wagtailcore.GroupCollectionPermission")
    root = apps.get_model("pages.PortalPage").objects.get(depth=ROOT_DEPTH)
    collection = apps.get_model("wagtailcore.Collection").objects.get(depth=ROOT_DEPTH)
    for name in GROUPS:
        group, _ = Group.objects.get_or_create(name=name)
        if name in IN_ADMIN:
            group.permissions.add(permission(apps, *ADMIN))
        for right in PAGE_RIGHTS.get(name, []):
            PagePermission.objects.get_or_create(
                group=group, page=root, permission=permission(apps, *right)
            )
        for right in COLLECTION_RIGHTS.get(name, []):
            CollectionPermission.objects.get_or_create(
                group=group, collection=collection, permission=permission(apps, *right)
            )


def create_workflow(apps):
    """Two steps, for every page below the root."""
    Group = apps.get_model("auth.Group")
    PeerReviewTask = apps.get_model("pages.PeerReviewTask")
    content_type, _ = apps.get_model("contenttypes.ContentType").objects.get_or_create(
        app_label="pages", model="peerreviewtask"
    )
    workflow = apps.get_model("wagtailcore.Workflow").objects.create(name=WORKFLOW, active=True)
    for order, (name, group) in enumerate(STEPS):
        task = PeerReviewTask.objects.create(name=name, content_type=content_type, active=True)
        task.groups.set(Group.objects.filter(name=group))
        apps.get_model("wagtailcore.WorkflowTask").objects.create(
            workflow=workflow, task_id=task.pk, sort_order=order
        )
    root = apps.get_model("pages.PortalPage").objects.get(depth=ROOT_DEPTH)
    apps.get_model("wagtailcore.WorkflowPage").objects.update_or_create(
        page=root, defaults={"workflow": workflow}
    )


def forwards(apps, schema_editor):
    remove_wagtail_defaults(apps)
    create_roles(apps)
    create_workflow(apps)


def backwards(apps, schema_editor):
    """Without the workflow; the groups stay, because users are in them, without their rights."""
    apps.get_model("wagtailcore.Workflow").objects.filter(name=WORKFLOW).delete()
    tasks = apps.get_model("pages.PeerReviewTask").objects.values_list("pk", flat=True)
    apps.get_model("wagtailcore.Task").objects.filter(pk__in=list(tasks)).delete()
    clear_rights(apps, apps.get_model("auth.Group").objects.filter(name__in=GROUPS))


class Migration(migrations.Migration):
    dependencies = [
        ("contenttypes", "0002_remove_content_type_name"),
        ("pages", "0005_peer_review_task"),
        ("wagtailadmin", "0006_formstate"),
        ("wagtailcore", "0098_apitoken"),
        ("wagtaildocs", "0014_alter_document_file_size"),
        ("wagtailimages", "0027_image_description"),
    ]

    operations = [migrations.RunPython(forwards, backwards)]
