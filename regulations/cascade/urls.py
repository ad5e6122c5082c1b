"""The address of the map."""

from __future__ import annotations

from django.urls import path

from regulations.cascade.views import cascade

urlpatterns = [path("so-do/<int:pk>/", cascade, name="cascade")]
