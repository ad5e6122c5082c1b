"""The text of a document in a template."""

from __future__ import annotations

from typing import Any

from django import template
from django.template.loader import get_template
from django.utils.safestring import SafeString

from regulations.cited_note import cited_note
from regulations.passage_markup import Markup, contents_html
from regulations.printed_day import day_in_words
from regulations.qr_code import qr_svg
from regulations.quotes import cited, quotes_of
from regulations.standard_citation import document_citation
from regulations.written_html import written_html

register = template.Library()
OUT_OF_THE_TEXT = frozenset({"header"})
OUT_OF_THE_SHEET = OUT_OF_THE_TEXT | {"foot"}


@register.simple_tag(takes_context=True)
def law_text(context: Any) -> SafeString:
    """`reading.passages` as the text of a law."""
    return _text(context, OUT_OF_THE_TEXT, is_sheet=False)


@register.simple_tag(takes_context=True)
def sheet_text(context: Any) -> SafeString:
    """`reading.passages` between head and signature of the official sheet."""
    return _text(context, OUT_OF_THE_SHEET, is_sheet=True)


@register.simple_tag(takes_context=True)
def contents(context: Any) -> SafeString:
    """`reading.contents` as a list of links, what was changed marked."""
    entries = context["reading"].contents
    return contents_html((item, _flag(item)) for item in entries)


@register.filter
def citation(document: Any) -> str:
    """How an official document is cited: regulations.standard_citation."""
    return document_citation(cited(document))


register.filter(day_in_words)


@register.simple_tag
def qr(*parts: str | None) -> str:
    """The QR code of an address given in parts; nothing for a page without one."""
    address = "".join(part or "" for part in parts)
    return qr_svg(address) if address else ""


def _text(context: Any, left_out: frozenset[str], *, is_sheet: bool) -> SafeString:
    passages = context["reading"].passages
    markup = Markup(quotes_of(passages, context["document"]), is_sheet=is_sheet)
    parts = []
    for item in passages:
        if item.kind == "block":
            parts.append(_block(item.block, context))
        elif item.kind not in left_out:
            parts.append(markup.passage(item, _notes(item, context)))
    return written_html(*parts)


def _block(block: Any, context: Any) -> str:
    """A table or figure; a row whose block is gone prints nothing."""
    return str(block.render_as_block(context.flatten())) if block is not None else ""


def _notes(item: Any, context: Any) -> str:
    """What happened to the provision, and who cites it, told at its place; most have nothing."""
    told = cited_note(item, context["document"])
    if item.marks:
        marks = get_template("regulations/effect/marks.html").render({"marks": item.marks})
        return f"{marks}{told}"
    return told


def _flag(item: Any) -> str:
    if not item.marks:
        return ""
    return get_template("regulations/effect/toc_mark.html").render({"marks": item.marks})
