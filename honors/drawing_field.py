"""The choice of a drawn portrait in the admin: each with its picture."""

from __future__ import annotations

from typing import Any

from django import forms

from honors.drawings import drawn_for

SAMPLE = "mẫu"


class DrawingSelect(forms.RadioSelect):
    """Radio buttons with the drawing beside the words."""

    template_name = "honors/drawing_select.html"

    def create_option(self, name: str, value: Any, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Adds `drawn` (a `Drawn`); None for initials and for the portal's own choice."""
        option = super().create_option(name, value, *args, **kwargs)
        option["drawn"] = drawn_for(SAMPLE, str(value)) if value else None
        return option

    class Media:
        css = {"all": ["css/tokens/tokens.css", "css/components/drawn.css"]}
