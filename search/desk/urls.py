"""The public address of the desk; part of the addresses of the search."""

from __future__ import annotations

from django.urls import path

from search.desk.verdicts import verdict

urlpatterns = [path("tim-kiem/y-kien/", verdict, name="verdict")]
