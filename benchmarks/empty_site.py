"""The floor: a view of 20 KB that does nothing (`pages_cost`), a page with nothing on it (`pages`).

Settings, addresses and door of a site of its own, as `django-admin startproject` writes them.
"""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import path

SECRET_KEY = "floor-" + "x" * 50
ALLOWED_HOSTS = ["localhost", "127.0.0.1"]
ROOT_URLCONF = "benchmarks.empty_site"
INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]
BODY = ("<p>" + "Vang " * 250 + "</p>\n").encode() * 16

BLANK = b"""<!DOCTYPE html>
<html lang="vi"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width"><meta name="description" content="-">
<link rel="icon" href="data:,"><title>-</title></head><body><main><h1>-</h1></main></body></html>
"""


def empty(request: HttpRequest) -> HttpResponse:
    """The same bytes for everybody."""
    return HttpResponse(BODY)


def blank(request: HttpRequest) -> HttpResponse:
    """The least that a browser takes for a whole page."""
    return HttpResponse(BLANK)


urlpatterns = [path("", empty), path("blank/", blank)]


def door() -> Any:
    """The WSGI application."""
    from django.core.wsgi import get_wsgi_application

    return get_wsgi_application()
