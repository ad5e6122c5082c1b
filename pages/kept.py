"""What is the same for every reader, kept in the process until the content changes."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import Any

from django.http import HttpRequest

from pages.page_cache.freshness import state

KEPT: dict[Hashable, tuple[str, Any]] = {}


def state_of(request: HttpRequest) -> str:
    """The state of the content, asked once a request, before the content is read."""
    if not getattr(request, "content_state", ""):
        request.content_state = state()
    return str(request.content_state)


def kept(request: HttpRequest, name: Hashable, make: Callable[[], Any]) -> Any:
    """What `make` gives, made again when the content has changed since.

    name: from few, each is kept for the life of the process. What is kept may depend on `name` and
    the content, never on the reader, and nobody may change it.
    """
    now = state_of(request)
    found = KEPT.get(name)
    if found is None or found[0] != now:
        found = KEPT[name] = (now, make())
    return found[1]
