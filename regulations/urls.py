"""Addresses of documents by number."""

from __future__ import annotations

from django.urls import path

from regulations import views

app_name = "regulations"

urlpatterns = [path("so/<path:number>/", views.by_number, name="by_number")]
