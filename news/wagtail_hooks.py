"""The register of tags."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _
from wagtail_modeladmin.options import modeladmin_register

from news.models import PortalTag
from pages.registers import Register


@modeladmin_register
class TagRegister(Register):
    """Tags; one folded key each, so that spellings do not multiply."""

    model = PortalTag
    menu_label = _("Tags")
    menu_icon = "tag"
    menu_order = 310
    list_display = ("name", "slug")
    list_export = ("name", "slug")
    search_fields = ("folded_name", "name")
