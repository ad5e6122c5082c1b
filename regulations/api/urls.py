"""Addresses of the read API: one page for people, one root for programs."""

from __future__ import annotations

from django.urls import path
from wagtail.api.v2.router import WagtailAPIRouter

from regulations.api.documents import DocumentsEndpoint
from regulations.api.parts import CitationsEndpoint, ProvisionsEndpoint, RelationsEndpoint
from regulations.api.views import about

ENDPOINTS = (DocumentsEndpoint, ProvisionsEndpoint, CitationsEndpoint, RelationsEndpoint)

router = WagtailAPIRouter("api")
for endpoint in ENDPOINTS:
    router.register_endpoint(endpoint.called, endpoint)

urlpatterns = [
    path("api/", about, {"endpoints": ENDPOINTS}, name="about_api"),
    path("api/v1/", router.urls),
]
