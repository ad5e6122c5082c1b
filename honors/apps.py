from __future__ import annotations

from django.apps import AppConfig
from django.db.models.signals import post_save
from django.utils.translation import gettext_lazy as _
from wagtail import hooks


class HonorsConfig(AppConfig):
    name = "honors"
    verbose_name = _("Honours")

    def ready(self) -> None:
        from honors.consent import profile_follows_consent
        from honors.context import honorees_of

        hooks.register("portal_page_context", honorees_of)
        post_save.connect(profile_follows_consent, sender="honors.Consent")
