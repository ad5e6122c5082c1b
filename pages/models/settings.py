"""Site settings: whose portal this is."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.contrib.settings.models import BaseSiteSetting, register_setting
from wagtail.models import Orderable

from organizations.models import Organization


@register_setting(icon="home")
class PortalSettings(BaseSiteSetting, ClusterableModel):
    """The organization whose portal this is, and how to reach it."""

    organization = models.ForeignKey(
        Organization,
        verbose_name=_("organization"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("Whose portal this is, in the register of organizations."),
    )
    name = models.CharField(
        _("name"), max_length=160, blank=True, help_text=_("As shown on top of every page.")
    )
    parent_body = models.CharField(
        _("parent body"), max_length=160, blank=True, help_text=_("Shown above the name.")
    )
    motto = models.CharField(_("motto"), max_length=200, blank=True)
    logo = models.ForeignKey(
        "pages.PortalImage",
        verbose_name=_("logo"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    address = models.CharField(_("address"), max_length=255, blank=True)
    phone = models.CharField(_("phone"), max_length=40, blank=True)
    email = models.EmailField(_("e-mail"), blank=True)
    editor_in_charge = models.CharField(_("responsible for content"), max_length=160, blank=True)

    @property
    def shown_name(self) -> str:
        """The name, or that of the product until there is one."""
        return str(self.name or settings.WAGTAIL_SITE_NAME)

    panels = [
        MultiFieldPanel(
            [
                FieldPanel("organization"),
                FieldPanel("name"),
                FieldPanel("parent_body"),
                FieldPanel("motto"),
                FieldPanel("logo"),
            ],
            heading=_("Organization"),
        ),
        MultiFieldPanel(
            [
                FieldPanel("address"),
                FieldRowPanel([FieldPanel("phone"), FieldPanel("email")]),
                FieldPanel("editor_in_charge"),
            ],
            heading=_("Contact"),
        ),
        InlinePanel("social_accounts", label=_("Account"), heading=_("Social accounts")),
    ]

    class Meta:
        verbose_name = _("organization and contact")

    def __str__(self) -> str:
        return self.name


class SocialAccount(Orderable):
    """An account of the organization on a social network."""

    settings = ParentalKey(PortalSettings, on_delete=models.CASCADE, related_name="social_accounts")
    name = models.CharField(_("network"), max_length=40, help_text=_("For example: Zalo."))
    url = models.URLField(_("address"), max_length=255)

    class Meta(Orderable.Meta):
        verbose_name = _("social account")
        verbose_name_plural = _("social accounts")

    def __str__(self) -> str:
        return self.name
