"""The share pictures of stories."""

from __future__ import annotations

from django.urls import path

from news import views

app_name = "news"

urlpatterns = [
    path("anh-chia-se/<int:version>/<int:pk>.jpg", views.share_picture, name="share_picture"),
]
