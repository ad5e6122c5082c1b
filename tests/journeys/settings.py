"""Production settings, and a note of every template that the server renders."""

from __future__ import annotations

from portal.settings.production import *  # noqa: F403

MIDDLEWARE = ["tests.journeys.recorder.note_templates", *MIDDLEWARE]  # noqa: F405
TEMPLATES_SEEN = VAR / "templates-seen"  # noqa: F405
