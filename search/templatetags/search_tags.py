"""Results in a template."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from django import template

from regulations.standard_citation import Cited, cite_in, document_citation
from search.results import Hit

register = template.Library()
ARTICLE = re.compile(r"Điều \d+[a-zđ]*(?!\w)")


@register.simple_tag
def short_citation(page: Any, hits: Sequence[Hit] = ()) -> str:
    """How the document at `page` is cited, told from its record: type, number, day and issuer.

    With the article of the first of `hits` before it. Its abstract is left out, which only the page
    itself knows; a law is named by its title.
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
    article = ARTICLE.match(hits[0].label) if hits else None
    document = document_citation(cited)
    return cite_in(article[0], document) if article else document
