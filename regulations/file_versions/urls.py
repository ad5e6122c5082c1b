"""Addresses of old copies."""

from __future__ import annotations

from django.urls import path

from regulations.file_versions import views

urlpatterns = [path("ban-cu/<int:pk>/<str:name>", views.old_copy, name="old_copy")]
