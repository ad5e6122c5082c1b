"""`make dev`: the autoreloading server, mails on the console."""

from __future__ import annotations

from portal.settings.base import *  # noqa: F403

DEBUG = True
EMAIL_BACKEND = "django.core.mail.backends.console.EmailBackend"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
# Every answer is looked at, none is kept: what changed on disk is seen at once.
PAGE_CACHE_SECONDS = 0
PAGE_CACHE_RAISES = True
