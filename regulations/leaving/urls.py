"""Addresses of downloads; the last step is the name of the file."""

from __future__ import annotations

from django.urls import path

from regulations.leaving import views

urlpatterns = [
    path("tai-ve/<int:pk>/<slug:stem>.docx", views.docx, name="docx"),
    path("tai-ve/<int:pk>/<slug:stem>.xml", views.akoma_ntoso, name="akoma_ntoso"),
]
