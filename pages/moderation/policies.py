"""Who may do what with files and pictures, where it differs from Wagtail."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from wagtail.permission_policies.collections import CollectionOwnershipPermissionPolicy
from wagtail.permissions import register_permission_policy

from pages.models import PortalDocument, PortalImage
from pages.moderation.uses import ids_read_by, is_kept

# Wagtail checks rights on files against its own models, whatever model a project puts in place.
RIGHTS_OF = {PortalDocument: "wagtaildocs.Document", PortalImage: "wagtailimages.Image"}


class SignedFilePolicy(CollectionOwnershipPermissionPolicy):
    """What was signed is not deleted, and who only signs meets only what they may read.

    A draft that nobody handed in tells no signer the names of its files.
    """

    def user_has_any_permission_for_instance(
        self, user: Any, actions: Iterable[str], instance: Any
    ) -> bool:
        """Whether `user` may do one of `actions`; not even a superuser deletes a signed file."""
        return any(self._may(user, action, instance) for action in actions)

    def _may(self, user: Any, action: str, instance: Any) -> bool:
        if not super().user_has_any_permission_for_instance(user, [action], instance):
            return False
        if action == "delete":
            return not is_kept(instance)
        if action == "choose" and not self._may(user, "change", instance):
            return instance.pk in ids_read_by(user, type(instance))
        return True

    def instances_user_has_any_permission_for(self, user: Any, actions: Iterable[str]) -> Any:
        """The files with which `user` may do one of `actions` (a queryset)."""
        found = super().instances_user_has_any_permission_for(user, actions)
        if "choose" not in actions or not user.is_authenticated or user.is_superuser:
            return found
        others = (set(actions) - {"choose"}) | {"change"}
        theirs = super().instances_user_has_any_permission_for(user, others)
        chosen = super().instances_user_has_any_permission_for(user, ["choose"])
        return theirs | chosen.filter(pk__in=ids_read_by(user, self.model))


def register_policies() -> None:
    """Called once by `PagesConfig.ready()`; an exact class goes before what Wagtail registers."""
    for model, auth_model in RIGHTS_OF.items():
        policy = SignedFilePolicy(model, auth_model=auth_model, owner_field_name="uploaded_by_user")
        register_permission_policy(model, policy, exact_class=True)
