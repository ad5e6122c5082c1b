"""Addresses of the desk, below the admin."""

from __future__ import annotations

from django.urls import path

from search.desk import screens

app_name = "search_desk"

urlpatterns = [
    path("", screens.asked, name="asked"),
    path("giai-thich/", screens.explain, name="explain"),
]
