"""What the desk adds to the page of results: a question to readers, and a way to keep a search."""

from __future__ import annotations

from typing import Any

from django import template

from accounts.audience import Audience, audiences_of
from search.desk.verdicts import verdict_on
from search.request import address
from search.saved.models import SavedSearch

register = template.Library()


@register.inclusion_tag("search/desk/verdict.html", takes_context=True)
def verdict_form(context: Any, found: Any) -> dict[str, Any]:
    """“Was this what you looked for?” below the results `found`; nothing where there are none."""
    request = context["request"]
    return {"asked": verdict_on(request, found), "csrf_token": context.get("csrf_token")}


@register.inclusion_tag("search/saved/save_form.html", takes_context=True)
def save_search(context: Any, found: Any) -> dict[str, Any]:
    """A form that keeps the search `found.request`, for staff; nothing for others."""
    user = context["request"].user
    return {
        "may_save": Audience.STAFF in audiences_of(user) and user.is_authenticated,
        "query": address(found.request).lstrip("?"),
        "name": found.query.text[:120],
        "alerts": SavedSearch.Alert.choices,
        "csrf_token": context.get("csrf_token"),
    }
