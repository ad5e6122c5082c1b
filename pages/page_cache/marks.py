"""Who may keep an answer: views say so themselves, none is kept that says nothing."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse

from accounts.audience import Audience

_AUDIENCE = "written_for_audience"
_TAKES_PART = "is_kept_for_visitors"


def kept_for_visitors(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """A view that answers everybody the same, with public pages only: its answers may be kept."""

    @wraps(view)
    def marked(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        return written_for(view(request, *args, **kwargs), Audience.PUBLIC)

    setattr(marked, _TAKES_PART, True)
    return marked


def written_for(response: HttpResponse, audience: str) -> HttpResponse:
    """The answer `response`, with a note for whose eyes it was written."""
    setattr(response, _AUDIENCE, audience)
    return response


def audience_of(response: HttpResponse) -> str | None:
    """For whom the answer was written; None when nobody said."""
    return getattr(response, _AUDIENCE, None)


def takes_part(view: Any) -> bool:
    """Whether the view keeps its answers."""
    return getattr(view, _TAKES_PART, False)
