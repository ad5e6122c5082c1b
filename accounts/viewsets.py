"""Where administrators add and edit users, and see the roles."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import TitleColumn
from wagtail.users.forms import UserCreationForm, UserEditForm
from wagtail.users.views.groups import GroupViewSet
from wagtail.users.views.groups import IndexView as GroupIndexView
from wagtail.users.views.users import UserViewSet

from accounts.roles import role_name

OWN_FIELDS = {"organization", "position"}


class NamesRoles:
    """A form for users that tells the roles in the reader's language."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["groups"].label_from_instance = role_name


class PortalUserCreationForm(NamesRoles, UserCreationForm):
    """A new user, with organization and position."""

    class Meta(UserCreationForm.Meta):
        fields = UserCreationForm.Meta.fields | OWN_FIELDS


class PortalUserEditForm(NamesRoles, UserEditForm):
    """A user, with organization and position."""

    class Meta(UserEditForm.Meta):
        fields = UserEditForm.Meta.fields | OWN_FIELDS


class PortalUserViewSet(UserViewSet):
    """Users in the admin."""

    create_template_name = "accounts/users/create.html"
    edit_template_name = "accounts/users/edit.html"

    def get_form_class(self, for_update: bool = False) -> type[Any]:
        return PortalUserEditForm if for_update else PortalUserCreationForm


class PortalGroupIndexView(GroupIndexView):
    """The list of roles, by the names that people know."""

    columns = [
        TitleColumn(
            "name",
            label=_("Name"),
            accessor=role_name,
            url_name="wagtailusers_groups:edit",
        )
    ]


class PortalGroupViewSet(GroupViewSet):
    """Roles in the admin."""

    index_view_class = PortalGroupIndexView
