"""Addresses of the intake screen, below the admin."""

from __future__ import annotations

from django.urls import path

from regulations.intake_screens import acts, originals, progress, screen, sheets

app_name = "intake"

urlpatterns = [
    path("", screen.screen, name="screen"),
    path("tinh-hinh/", progress.progress, name="progress"),
    path("bang-ke/", sheets.bring_in_listed, name="sheet"),
    path("bang-ke/mau.xlsx", sheets.template, name="sheet_template"),
    path("<int:pk>/doc-lai/", acts.retry, name="retry"),
    path("<int:pk>/bo/", acts.discard, name="discard"),
    path("<int:pk>/van-tao/", acts.draft_anyway, name="draft_anyway"),
    path("<int:pk>/da-doi-chieu/<slug:field>/", acts.confirm, name="confirm"),
    path("<int:pk>/tep/", originals.original, name="original"),
    path("<int:pk>/ban-goc/", originals.pages, name="pages"),
    path("<int:pk>/ban-goc/<int:number>/", originals.picture, name="picture"),
]
