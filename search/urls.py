"""Addresses of the search."""

from __future__ import annotations

from django.urls import include, path

from search import views
from search.similar.check import check_copies

app_name = "search"

urlpatterns = [
    path("tim-kiem/", views.search_page, name="search"),
    path("tim-kiem/goi-y/", views.suggestions, name="suggest"),
    path("tim-kiem/tai-ve/", views.export, name="export"),
    path("noi-bo/kiem-tra-trung/", check_copies, name="check_copies"),
    path("", include("search.desk.urls")),
    path("", include("search.saved.urls")),
]
