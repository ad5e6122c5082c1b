"""Addresses of the review queue."""

from __future__ import annotations

from django.urls import path

from regulations.review import views

urlpatterns = [
    path("van-ban-can-ra-soat/", views.queue, name="review"),
    path("van-ban-can-ra-soat/<int:pk>/da-xem/", views.checked, name="review_checked"),
]
