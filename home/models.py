"""The front door for everyone, and the desk for staff."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, PageChooserPanel
from wagtail.fields import RichTextField

from accounts.audience import Audience
from home import shelves, tasks
from home.school_year import first_school_year
from home.statements import web_site
from pages.models import PortalPage
from pages.models.files import give_pictures


class HomePage(PortalPage):
    """The public face: who is honoured now, and what is new."""

    parent_page_types = ["pages.PortalPage"]
    subpage_types = [
        "home.StaffDeskPage",
        "regulations.RegulationIndexPage",
        "campaigns.PlanIndexPage",
        "honors.DecisionIndexPage",
        "campaigns.CampaignIndexPage",
        "honors.HonoreeIndexPage",
        "news.NewsIndexPage",
        "pages.InformationPage",
    ]
    max_count = 1

    introduction = models.CharField(_("introduction"), max_length=300, blank=True)
    lead_story = models.ForeignKey(
        "news.NewsPage",
        verbose_name=_("lead story"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("Empty: the newest story."),
    )

    content_panels = [
        *PortalPage.content_panels,
        FieldPanel("introduction"),
        PageChooserPanel("lead_story"),
    ]

    class Meta:
        verbose_name = _("home page")
        verbose_name_plural = _("home pages")

    @property
    def feed_summary(self) -> str:
        """The introduction."""
        return str(self.introduction)

    def statements(self, context: Any) -> list[dict[str, Any]]:
        """The web site, whose it is and how to search it."""
        return [web_site(self, context)]

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Adds `lead_story`, `news`, `honorees`, `campaigns`, `decisions`, `dates` and `lists`.

        `school_year`: the first in which `honorees` were honoured, see `home.school_year`.
        """
        context = super().get_context(request, *args, **kwargs)
        stories = shelves.lead_and_news(self, request, 3)
        honorees = shelves.latest_honorees(request, 6)
        give_pictures((stories, "cover"), (honorees, "portrait"))
        context["lead_story"], *context["news"] = stories or [None]
        context["honorees"] = honorees
        context["school_year"] = first_school_year(one.award_on for one in context["honorees"])
        context["campaigns"] = shelves.running_campaigns(request, 3)
        context["decisions"] = shelves.latest_decisions(request, 5)
        context["dates"] = shelves.coming_dates(request, 4)
        context["lists"] = shelves.addresses_of_lists(request)
        return context


class StaffDeskPage(PortalPage):
    """The intranet's home: what waits for its reader, what is new, what comes."""

    default_audience = Audience.STAFF
    parent_page_types = ["home.HomePage"]
    subpage_types = [
        "regulations.RegulationIndexPage",
        "campaigns.PlanIndexPage",
        "honors.DecisionIndexPage",
    ]
    max_count = 1
    # Rooms beside this one, which know nothing of its class, add to it by this mark.
    is_staff_desk = True

    introduction = RichTextField(_("introduction"), blank=True, features=["bold", "link"])

    content_panels = [*PortalPage.content_panels, FieldPanel("introduction")]

    class Meta:
        verbose_name = _("staff desk")
        verbose_name_plural = _("staff desks")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Adds what waits for the reader, `counters`, `documents`, `dates` and `lists`."""
        context = super().get_context(request, *args, **kwargs)
        context |= tasks.tasks_of(request)
        reading = context["reading"] = tasks.reading_tasks(request.user)
        context["counters"] = tasks.counters_of(reading, context["rounds"], context["review"])
        context["documents"] = tasks.new_documents(request.user)
        context["dates"] = shelves.coming_dates(request, 6)
        context["lists"] = shelves.addresses_of_lists(request)
        return context
