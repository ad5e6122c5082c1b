"""What a user may do with a page, where it differs from Wagtail."""

from __future__ import annotations

from wagtail.models.pages import PagePermissionTester


class SignedPagePermissions(PagePermissionTester):
    """The signature is the permission: only a superuser publishes past it.

    Wagtail's publish permission, given to a group, still lets its members unpublish and move.
    """

    def can_publish(self) -> bool:
        """Whether the user may publish the page without the two signatures."""
        return self.user.is_superuser and super().can_publish()

    def can_publish_subpage(self) -> bool:
        """The same for a page that is made or copied below this one."""
        return self.user.is_superuser and super().can_publish_subpage()
