"""News stories and their list."""

from __future__ import annotations

from typing import Any

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
from pages.blocks import StoryBlock
from pages.models import IndexPageMixin, PortalPage
from pages.querysets import PortalPageQuerySet
from regulations.listing import year_asked_for, year_filter, years_of
from vietnamese import slugify

NEWEST_FIRST = ("-published_on", "-pk")


class Category(models.TextChoices):
    """The sections of the news."""

    EVENT = "su-kien", _("News and events")
    EXEMPLAR = "guong-dien-hinh", _("Exemplary people")
    GOOD_DEED = "nguoi-tot-viec-tot", _("Good people, good deeds")
    MOVEMENT = "phong-trao", _("Emulation movements")


class NewsPageQuerySet(PortalPageQuerySet):
    """News stories, in the words of the newsroom."""

    def for_cards(self) -> NewsPageQuerySet:
        """Newest first, with what a card prints."""
        pictured = self.select_related("cover").prefetch_related("cover__renditions")
        return pictured.defer("body").order_by(*NEWEST_FIRST)


class NewsIndexPage(IndexPageMixin, PortalPage):
    """The news that the reader may see, newest first."""

    show_in_menus_default = True
    parent_page_types = ["home.HomePage"]
    subpage_types = ["news.NewsPage"]
    feed_filters = ("chuyen-muc", "nam", "the")

    class Meta:
        verbose_name = _("list of news")
        verbose_name_plural = _("lists of news")

    def stories(self, request: HttpRequest) -> Any:
        """All stories of this list that the reader may see."""
        return NewsPage.objects.child_of(self).visible_to(request.user)

    def children_visible_to(self, request: HttpRequest) -> Any:
        """Stories, narrowed by `?chuyen-muc=` (category), `?nam=` (year) and `?the=` (tag)."""
        found = year_filter(self.stories(request), request, "published_on")
        category = request.GET.get("chuyen-muc", "")
        if category in Category.values:
            found = found.filter(category=category)
        tag = slugify(request.GET.get("the", "")[:100])
        if tag:
            found = found.filter(tagged_items__tag__slug=tag)
        return found.for_cards()

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Adds `categories` and `years` to choose from; `category`, `year` and `tag` chosen."""
        context = super().get_context(request, *args, **kwargs)
        context["categories"] = Category.choices
        context["years"] = years_of(self.stories(request), "published_on")
        context["year"] = year_asked_for(request)
        context["category"] = request.GET.get("chuyen-muc", "")
        context["tag"] = request.GET.get("the", "")[:100]
        return context


class NewsPage(PortalPage):
    """A story about the people and deeds that emulation brings forth."""

    parent_page_types = ["news.NewsIndexPage"]
    subpage_types: list[str] = []
    read_with = ("campaign", "cover")
    read_ahead = ("cover__renditions",)

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

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Adds `honorees` and `campaign` the reader may see, `tags`, `related` (three cards)."""
        context = super().get_context(request, *args, **kwargs)
        context["honorees"] = self.honorees_for(request)
        campaign = self.campaign
        seen = campaign is not None and campaign.is_visible_to(request.user)
        context["campaign"] = campaign if seen else None
        context["tags"] = list(self.tags.all())
        others = NewsPage.objects.visible_to(request.user).exclude(pk=self.pk)
        context["related"] = others.filter(category=self.category).for_cards()[:3]
        return context

    def honorees_for(self, request: HttpRequest) -> Any:
        """The honorees the reader may see."""
        return [honoree for honoree in self.honorees.all() if honoree.is_visible_to(request.user)]
