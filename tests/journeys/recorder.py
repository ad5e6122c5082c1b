"""Notes which templates the server renders, so that a test can ask which ones nobody looked at."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.template import Template
from django.test.signals import template_rendered
from django.test.utils import instrumented_test_render


def note_templates(
    get_response: Callable[[HttpRequest], HttpResponse],
) -> Callable[[HttpRequest], HttpResponse]:
    """A middleware that changes nothing; each new name becomes a line of TEMPLATES_SEEN."""
    seen: set[str] = set()

    def note(sender: Any, template: Template, **kwargs: Any) -> None:
        if template.name and template.name not in seen:
            seen.add(template.name)
            with settings.TEMPLATES_SEEN.open("a", encoding="utf-8") as file:
                file.write(f"{template.name}\n")

    # As Django's own test client does; the names of included and extended ones come along.
    Template._render = instrumented_test_render
    template_rendered.connect(note, weak=False)
    return get_response
