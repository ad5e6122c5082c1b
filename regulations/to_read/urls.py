"""Addresses of what has to be read."""

from __future__ import annotations

from django.urls import path

from regulations.to_read import views

urlpatterns = [
    path("can-doc/", views.to_read, name="to_read"),
    path("can-doc/<int:pk>/", views.acknowledge, name="acknowledge"),
    path("can-doc/<int:pk>/nguoi-doc/", views.readers, name="readers"),
]
