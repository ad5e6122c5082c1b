"""A start-up check: every page type says how it is searched."""

from __future__ import annotations

from typing import Any

from django.core.checks import Error, register
from wagtail.models import get_page_models

from search.indexing.texts import has_nothing_to_find, is_searched


@register()
def every_page_type_is_decided(app_configs: Any, **kwargs: Any) -> list[Error]:
    """search.E001 for a page type that is neither searched nor left out on purpose."""
    return [
        Error(
            f"{model.__name__} does not say how it is searched.",
            hint="Add it to TEXTS in search/indexing/texts.py, or make it a list (IndexPageMixin).",
            obj=model,
            id="search.E001",
        )
        for model in get_page_models()
        if not is_searched(model) and not has_nothing_to_find(model)
    ]
