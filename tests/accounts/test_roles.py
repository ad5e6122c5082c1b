"""The roles that the migration makes hold the least rights that work."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import Group
from wagtail.models import Task, Workflow

pytestmark = pytest.mark.django_db

PAGE_RIGHTS = {
    "Editors": {"add_portalpage", "change_portalpage"},
    "Reviewers": set(),
    "Approvers": set(),
    "Council": set(),
    "Staff": set(),
}


def test_there_are_the_five_roles_and_no_others():
    """Wagtail's moderators are gone."""
    assert set(Group.objects.values_list("name", flat=True)) == set(PAGE_RIGHTS)


@pytest.mark.parametrize("name", PAGE_RIGHTS)
def test_nobody_publishes_by_right(name):
    """Editors write; the signatures publish."""
    rights = Group.objects.get(name=name).page_permissions
    codenames = set(rights.values_list("permission__codename", flat=True))
    assert codenames == PAGE_RIGHTS[name]


@pytest.mark.parametrize(
    ("role", "enters"),
    [
        ("editor", True),
        ("reviewer", True),
        ("approver", True),
        ("admin", True),
        ("staff", False),
        ("council", False),
    ],
)
def test_who_enters_the_admin(client, role, enters, request):
    """Staff and Council read; they have no business there."""
    client.force_login(request.getfixturevalue(role))
    assert (client.get("/quan-tri/").status_code == 200) is enters


def test_the_workflow_has_two_steps_for_every_page():
    """Review, then approval, from the root down."""
    workflow = Workflow.objects.get()
    assert workflow.name == "Thẩm định và phê duyệt"
    assert [task.name for task in workflow.tasks] == ["Thẩm định", "Phê duyệt"]
    assert workflow.workflow_pages.get().page.depth == 1
    assert {type(task.specific).__name__ for task in Task.objects.all()} == {"PeerReviewTask"}
