"""News stories."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.models import AnonymousUser
from django.db import models
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from modelcluster.contrib.taggit import ClusterTaggableManager
from modelcluster.fields import ParentalManyToManyField
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel, PageChooserPanel
from wagtail.fields import StreamField
from wagtail.models import PageManager

from honors.models import HonoreePage
from news.models.category import Category
from news.reading_time import minutes_to_read, text_of
from news.recognised import recognised
from news.share_picture.address import drawn_picture_of
from news.statements import news_article
from pages.blocks import StoryBlock
from pages.menu import contact_address
from pages.models import PortalPage
from pages.models.files import give_pictures
from pages.querysets import PortalPageQuerySet
from pages.share_picture import SharePicture

NEWEST_FIRST = ("-published_on", "-pk")
VISITOR = AnonymousUser()


class NewsPageQuerySet(PortalPageQuerySet):
    """News stories, in the words of the newsroom."""

    def for_cards(self) -> NewsPageQuerySet:
        """Newest first, with what a card prints."""
        pictured = self.select_related("cover").prefetch_related("cover__renditions")
        return pictured.defer("body").order_by(*NEWEST_FIRST)

    def without_pictures(self) -> NewsPageQuerySet:
        """The same, where the caller gives the pictures (`give_pictures`)."""
        return self.select_related(None).prefetch_related(None)


class NewsPage(PortalPage):
    """A story about the people and deeds that emulation brings forth."""

    parent_page_types = ["news.NewsIndexPage"]
    subpage_types: list[str] = []
    read_with = ("campaign",)
    share_type = "article"

    category = models.CharField(
        _("category"),
        max_length=20,
        choices=Category,
        default=Category.EVENT,
        help_text=_("The section in which readers find it, for example: Người tốt, việc tốt."),
    )
    published_on = models.DateField(
        _("date"),
        default=timezone.localdate,
        help_text=_(
            "The date printed with the story, for example 20/11/2026. The newest stands first."
        ),
    )
    author = models.CharField(
        _("author"),
        max_length=120,
        blank=True,
        help_text=_("Who wrote it, as it should be printed, for example: Tổ Truyền thông."),
    )
    lead = models.TextField(
        _("lead"), max_length=500, help_text=_("Two or three sentences that tell the story.")
    )
    cover = models.ForeignKey(
        "pages.PortalImage",
        verbose_name=_("picture"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_(
            "The picture on top and in lists, for example the event itself; a child's "
            "face only with consent."
        ),
    )
    cover_caption = models.CharField(
        _("caption"),
        max_length=300,
        blank=True,
        help_text=_(
            "Who is seen, where and when, for example: Lớp A2 thu hoạch rau, tháng 10/2026."
        ),
    )
    body = StreamField(
        StoryBlock(),
        verbose_name=_("text"),
        blank=True,
        help_text=_(
            "The story, with headings and quotations, for example: what was done, what came of it."
        ),
    )
    honorees = ParentalManyToManyField(
        HonoreePage,
        verbose_name=_("honorees"),
        blank=True,
        related_name="stories",
        help_text=_(
            "The profiles of those it tells of, for example: Vũ Minh An. Only "
            "published ones are shown."
        ),
    )
    campaign = models.ForeignKey(
        "campaigns.CampaignPage",
        verbose_name=_("campaign"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="stories",
        help_text=_("The movement that it belongs to, for example: Xây dựng trường học hạnh phúc."),
    )
    tags = ClusterTaggableManager(
        through="news.TaggedNews", blank=True, verbose_name=_("tags"), related_name="stories"
    )

    objects = PageManager.from_queryset(NewsPageQuerySet)()

    content_panels = [
        *PortalPage.content_panels,
        MultiFieldPanel(
            [
                FieldPanel("lead"),
                FieldRowPanel([FieldPanel("category"), FieldPanel("published_on")]),
                FieldPanel("author"),
            ],
            heading=_("Story"),
        ),
        MultiFieldPanel([FieldPanel("cover"), FieldPanel("cover_caption")], heading=_("Picture")),
        FieldPanel("body"),
        MultiFieldPanel(
            [
                FieldPanel("honorees"),
                PageChooserPanel("campaign"),
                FieldPanel("tags"),
            ],
            heading=_("About whom and what"),
        ),
    ]

    class Meta:
        verbose_name = _("news story")
        verbose_name_plural = _("news stories")

    @property
    def feed_summary(self) -> str:
        """The lead."""
        return str(self.lead)

    @property
    def share_picture(self) -> Any:
        """The picture on top."""
        return self.cover

    @property
    def drawn_picture(self) -> SharePicture:
        """Its title beside a picture, drawn by the portal: for stories without a picture on top."""
        return drawn_picture_of(self)

    @property
    def reading_minutes(self) -> int:
        """How long it takes to read, in minutes; 0 without a text."""
        return minutes_to_read(text_of(self.body))

    def statements(self, context: Any) -> list[dict[str, Any]]:
        """A news article."""
        return [news_article(self, context)]

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Adds `honorees`, `recognised` (their cards; `more_recognised` counts those left out) and
        `campaign` the reader may see, `tags`, `contact_url` and, for a published public story,
        `share_card`, its drawn picture.
        """
        context = super().get_context(request, *args, **kwargs)
        is_preview = getattr(request, "is_preview", False)
        context["recognised"], context["more_recognised"] = recognised(
            self, request.user, as_edited=is_preview
        )
        context["honorees"] = [card.honoree for card in context["recognised"]]
        give_pictures(([self], "cover"), (context["honorees"], "portrait"), *context["pictured"])
        campaign = self.campaign
        seen = campaign is not None and campaign.is_visible_to(request.user)
        context["campaign"] = campaign if seen else None
        context["tags"] = list(self.tags.all())
        context["contact_url"] = contact_address(request)
        context["share_card"] = self.drawn_picture if self.is_visible_to(VISITOR) else None
        return context
