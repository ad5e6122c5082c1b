"""The door for web servers."""

from __future__ import annotations

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings.production")
application = get_wsgi_application()

# Imported here: models are there once Django is set up.
from search.desk.recording import enable  # noqa: E402

enable()
