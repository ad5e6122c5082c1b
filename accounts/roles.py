"""What people call the roles; the groups themselves bear the names that the code asks for."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

NAMES = {
    "Editors": _("Editors"),
    "Reviewers": _("Reviewers"),
    "Approvers": _("Approvers"),
    "Council": _("Council"),
    "Staff": _("Staff"),
}


def role_name(group: Any) -> str:
    """The name of `group` in the reader's language; a group of the site's own keeps its name."""
    return str(NAMES.get(group.name, group.name))
