"""Addresses of saved searches; part of the addresses of the search."""

from __future__ import annotations

from django.urls import path

from search.saved import views

urlpatterns = [
    path("noi-bo/tim-kiem-da-luu/", views.shelf, name="saved"),
    path("noi-bo/tim-kiem-da-luu/<int:pk>/", views.act, name="saved_act"),
    path("thoi-nhan-thu/<str:token>/", views.no_more_mails, name="saved_stop"),
]
