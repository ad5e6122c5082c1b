"""What all registers share: a thin base on modeladmin, and exports that no spreadsheet executes."""

from __future__ import annotations

from typing import Any

from wagtail_modeladmin.helpers import PermissionHelper
from wagtail_modeladmin.options import ModelAdmin
from wagtail_modeladmin.views import IndexView

# What makes a spreadsheet read a cell as a formula (OWASP, CSV injection).
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n")


def harmless(value: Any) -> Any:
    """`value`, a text that would be a formula with an apostrophe before it."""
    text = value if isinstance(value, str) else str(value) if hasattr(value, "_meta") else None
    return f"'{text}" if text is not None and text.startswith(FORMULA_STARTS) else value


class RegisterIndexView(IndexView):
    """The list of a register."""

    def to_row_dict(self, item: Any) -> dict[str, Any]:
        """The cells of a row for CSV and XLSX, made harmless."""
        return {name: harmless(value) for name, value in super().to_row_dict(item).items()}


class Register(ModelAdmin):
    """A register in the admin. `menu_label` is set by each: modeladmin would title-case it."""

    index_view_class = RegisterIndexView
    inspect_view_enabled = True
    list_per_page = 50
    exclude_from_explorer = False


class ReadOnlyPermissions(PermissionHelper):
    """Rows that are made elsewhere: listed, inspected and exported, never edited here."""

    def user_can_create(self, user: Any) -> bool:
        return False

    def user_can_edit_obj(self, user: Any, obj: Any) -> bool:
        return False

    def user_can_delete_obj(self, user: Any, obj: Any) -> bool:
        return False
