"""Addresses of how documents hang together."""

from __future__ import annotations

from django.urls import path

from regulations.linked import cited_by, wanted

urlpatterns = [
    path("duoc-dan/<int:pk>/", cited_by.cited_by, name="cited_by"),
    path("van-ban-can-bo-sung/", wanted.wanted, name="wanted"),
    path("van-ban-can-bo-sung/<int:pk>/", wanted.citing, name="wanted_by"),
    path("van-ban-can-bo-sung/<int:pk>/ban-nhap/", wanted.draft, name="wanted_draft"),
]
