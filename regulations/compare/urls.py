"""The address of comparisons."""

from __future__ import annotations

from django.urls import path

from regulations.compare.views import compare

urlpatterns = [path("so-sanh/", compare, name="compare")]
