"""Administrators give users an organization, a position and roles."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import Group
from django.urls import reverse

from accounts.models import User
from tests.builders import make_organization

pytestmark = pytest.mark.django_db

NEW = "Bang-Vang-2026-moi"


def test_a_new_user_has_organization_and_position(client, admin):
    """Entered where the name is entered."""
    school = make_organization()
    client.force_login(admin)
    data = {
        "username": "giao-vien",
        "email": "giao-vien@hoa-sen.example",
        "first_name": "Hoa",
        "last_name": "Nguyễn Thị",
        "organization": school.pk,
        "position": "Giáo viên",
        "password1": NEW,
        "password2": NEW,
        "groups": [Group.objects.get(name="Staff").pk],
    }
    response = client.post(reverse("wagtailusers_users:add"), data)
    assert response.status_code == 302
    user = User.objects.get(username="giao-vien")
    assert (user.organization, user.position) == (school, "Giáo viên")
    assert user.group_names == {"Staff"}


@pytest.mark.parametrize("name", ["add", "edit"])
def test_the_forms_show_both_fields(client, admin, staff, name):
    """In adding and in editing."""
    client.force_login(admin)
    args = [staff.pk] if name == "edit" else []
    shown = client.get(reverse(f"wagtailusers_users:{name}", args=args)).content.decode()
    assert 'name="organization"' in shown
    assert 'name="position"' in shown


@pytest.mark.parametrize("name", ["add", "edit"])
def test_roles_have_vietnamese_names(client, admin, staff, name):
    """The groups keep the names that the code asks for; a group of the site's own keeps its own."""
    Group.objects.create(name="Ban phụ huynh")
    client.force_login(admin)
    args = [staff.pk] if name == "edit" else []
    shown = client.get(reverse(f"wagtailusers_users:{name}", args=args)).content.decode()
    for role in ("Biên tập viên", "Người thẩm định", "Người phê duyệt", "Ban phụ huynh"):
        assert role in shown
    assert "Reviewers" not in shown


@pytest.mark.parametrize("role", ["staff", "editor", "reviewer", "approver"])
def test_others_do_not_manage_users(client, role, request):
    """Nobody makes themselves an approver."""
    user = request.getfixturevalue(role)
    client.force_login(user)
    response = client.post(
        reverse("wagtailusers_users:edit", args=[user.pk]), {"is_superuser": "on"}
    )
    assert response.status_code in {302, 403}
    user.refresh_from_db()
    assert not user.is_superuser


def test_the_list_of_roles_has_vietnamese_names(client, admin):
    client.force_login(admin)
    shown = client.get(reverse("wagtailusers_groups:index")).content.decode()
    assert "Người phê duyệt" in shown
    assert "Approvers" not in shown
