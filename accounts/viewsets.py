"""The forms in which administrators add and edit users."""

from __future__ import annotations

from typing import Any

from wagtail.users.forms import UserCreationForm, UserEditForm
from wagtail.users.views.users import UserViewSet

OWN_FIELDS = {"organization", "position"}


class PortalUserCreationForm(UserCreationForm):
    """A new user, with organization and position."""

    class Meta(UserCreationForm.Meta):
        fields = UserCreationForm.Meta.fields | OWN_FIELDS


class PortalUserEditForm(UserEditForm):
    """A user, with organization and position."""

    class Meta(UserEditForm.Meta):
        fields = UserEditForm.Meta.fields | OWN_FIELDS


class PortalUserViewSet(UserViewSet):
    """Users in the admin."""

    create_template_name = "accounts/users/create.html"
    edit_template_name = "accounts/users/edit.html"

    def get_form_class(self, for_update: bool = False) -> type[Any]:
        return PortalUserEditForm if for_update else PortalUserCreationForm
