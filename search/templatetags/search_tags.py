"""Results in a template."""

from __future__ import annotations

from typing import Any

from django import template

from regulations.standard_citation import Cited, document_citation

register = template.Library()


@register.simple_tag
def short_citation(page: Any) -> str:
    """How the document at `page` is cited, told from its record: type, number, day and issuer.

    Its abstract is left out, which only the page itself knows; a law is named by its title.
    """
    record = page.record
    cited = Cited(
        type_code=record.document_type,
        type_name=str(record.get_document_type_display()),
        number=record.number,
        issued_on=record.issued_on,
        issuer=record.issuer_as_printed,
        title=page.title,
    )
    return document_citation(cited)
