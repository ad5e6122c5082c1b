"""The way to the desk, the site map, and addresses for machines: feed, sitemap, robots."""

from __future__ import annotations

from django.urls import path
from django.views.decorators.http import require_safe

from home import feeds, sitemaps, views
from pages.page_cache.marks import kept_for_visitors

app_name = "home"

urlpatterns = [
    path("dang-nhap/xong/", views.desk, name="desk"),
    path("tin-tuc.atom", kept_for_visitors(require_safe(feeds.NewsFeed())), name="feed"),
    path("so-do-trang/", kept_for_visitors(views.site_map), name="site_map"),
    path("sitemap.xml", kept_for_visitors(sitemaps.sitemap), name="sitemap"),
    path("sitemap-<int:number>.xml", kept_for_visitors(sitemaps.sitemap_part), name="sitemap_part"),
    path("sitemap-tin-tuc.xml", kept_for_visitors(sitemaps.news_sitemap), name="sitemap_news"),
    path("robots.txt", views.robots, name="robots"),
]
