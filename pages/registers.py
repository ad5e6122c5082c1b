"""What all registers share: a thin base on modeladmin."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from wagtail_modeladmin.helpers import PermissionHelper
from wagtail_modeladmin.options import ModelAdmin
from wagtail_modeladmin.views import HistoryView


class RegisterHistoryView(HistoryView):
    """The history of a row, for those who may look at the row: modeladmin asks for no right."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Raises PermissionDenied for others."""
        if not self.permission_helper.user_can_inspect_obj(request.user, self.instance):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)


class Register(ModelAdmin):
    """A register in the admin. `menu_label` is set by each: modeladmin would title-case it."""

    inspect_view_enabled = True
    history_view_class = RegisterHistoryView
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
