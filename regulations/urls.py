"""Addresses of documents by number."""

from __future__ import annotations

from django.urls import include, path

from regulations import views

app_name = "regulations"

urlpatterns = [
    path("so/<path:number>/", views.by_number, name="by_number"),
    path("", include("regulations.compare.urls")),
    path("", include("regulations.leaving.urls")),
    path("", include("regulations.linked.urls")),
    path("", include("regulations.cascade.urls")),
    path("", include("regulations.review.urls")),
    path("", include("regulations.file_versions.urls")),
    path("", include("regulations.to_read.urls")),
]
