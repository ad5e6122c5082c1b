"""The floor of `benchmarks.pages_cost`: one view that returns 20 KB of HTML and does nothing.

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


def empty(request: HttpRequest) -> HttpResponse:
    """The same bytes for everybody."""
    return HttpResponse(BODY)


urlpatterns = [path("", empty)]


def door() -> Any:
    """The WSGI application."""
    from django.core.wsgi import get_wsgi_application

    return get_wsgi_application()
