"""The way to the desk, and addresses for machines: feed, sitemap, robots."""

from __future__ import annotations

from django.urls import path
from django.views.decorators.http import require_safe

from home import feeds, views

app_name = "home"

urlpatterns = [
    path("dang-nhap/xong/", views.desk, name="desk"),
    path("tin-tuc.atom", require_safe(feeds.NewsFeed()), name="feed"),
    path("sitemap.xml", views.sitemap, name="sitemap"),
    path("robots.txt", views.robots, name="robots"),
]
