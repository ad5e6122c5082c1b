"""Every address that is not a page."""

from __future__ import annotations

from django.conf import settings
from django.urls import include, path, re_path
from django.views.decorators.http import require_safe
from django.views.generic import RedirectView
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as admin_urls
from wagtail.documents import urls as document_urls

from pages.feeds import ListFeed
from pages.page_cache.marks import kept_for_visitors
from pages.views import offline, page_by_id, rendition, service_worker
from portal.gallery.views import gallery

SIGN_IN = RedirectView.as_view(pattern_name="accounts:sign_in", query_string=True)
SIGN_OUT = RedirectView.as_view(pattern_name="accounts:sign_out")
PASSWORD_RESET = RedirectView.as_view(pattern_name="accounts:password_reset")

urlpatterns = [
    # Wagtail's and Django's own sign-in pages would by-pass the portal's.
    path("quan-tri/login/", SIGN_IN),
    path("quan-tri/logout/", SIGN_OUT),
    re_path("^quan-tri/password_reset/", PASSWORD_RESET),
    path("_util/login/", SIGN_IN),
    path("quan-tri/", include(admin_urls)),
    path("tai-lieu/", include(document_urls)),
    path(f"{settings.MEDIA_URL.strip('/')}/<path:name>", rendition, name="rendition"),
    path("ngoai-tuyen/", offline, name="offline"),
    path("sw.js", service_worker, name="service_worker"),
    path("thanh-phan/", gallery, name="gallery"),
    path("trang/<int:pk>/", page_by_id, name="page_by_id"),
    path("nguon-tin/<int:pk>.atom", kept_for_visitors(require_safe(ListFeed())), name="list_feed"),
    path("", include("accounts.urls")),
    path("", include("regulations.urls")),
    path("", include("regulations.api.urls")),
    path("", include("search.urls")),
    path("", include("news.urls")),
    path("", include("home.urls")),
    path("", include(wagtail_urls)),
]

handler403 = "pages.views.forbidden"
handler404 = "pages.views.not_found"
handler500 = "pages.views.server_error"
