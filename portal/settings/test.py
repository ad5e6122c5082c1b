"""The test-suite: fast passwords, mails in memory, files in a folder of its own."""

from __future__ import annotations

import tempfile
from pathlib import Path

from portal.settings.base import *  # noqa: F403

SECRET_KEY = "test-" + "x" * 50
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
FILES = Path(tempfile.mkdtemp(prefix="portal-test-"))
MEDIA_ROOT = FILES / "media"
STATIC_ROOT = FILES / "static"
STATIC_ROOT.mkdir()
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    DATABASES["default"]["TEST"] = {"NAME": str(FILES / "test.sqlite3")}
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
ALLOWED_HOSTS = ["*"]
AXES_ENABLED = False
# Wagtail's page tests sign in with the first backend that is listed.
AUTHENTICATION_BACKENDS = ["django.contrib.auth.backends.ModelBackend"]
SILENCED_SYSTEM_CHECKS = ["axes.W003"]  # it asks for a backend of its own above
# Every answer is looked at; only tests of the cache keep any.
PAGE_CACHE_SECONDS = 0
PAGE_CACHE_RAISES = True
