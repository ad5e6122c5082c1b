"""Pages that tell about the portal itself: about, contact, accessibility, personal data."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField

from pages.blocks import StoryBlock
from pages.models.page import PortalPage


class InformationPage(PortalPage):
    """A page of the foot: what a reader should know of the portal and of whose it is.

    The contact beside the text comes from the site settings, so that it is kept in one place.
    """

    parent_page_types = ["home.HomePage"]
    subpage_types: list[str] = []

    lead = models.TextField(
        _("lead"),
        max_length=400,
        blank=True,
        help_text=_("One or two sentences below the title: what the page answers."),
    )
    body = StreamField(
        StoryBlock(),
        verbose_name=_("text"),
        blank=True,
        help_text=_("Headings and short paragraphs. The contact stands beside it by itself."),
    )

    content_panels = [*PortalPage.content_panels, FieldPanel("lead"), FieldPanel("body")]

    class Meta:
        verbose_name = _("information page")
        verbose_name_plural = _("information pages")

    @property
    def feed_summary(self) -> str:
        """The lead."""
        return str(self.lead)

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Adds `siblings`: (title, address, whether it is this one) of all information pages."""
        context = super().get_context(request, *args, **kwargs)
        # Imported here: the menu needs the models.
        from pages.menu import information_menu

        context["siblings"] = information_menu(request)
        return context
