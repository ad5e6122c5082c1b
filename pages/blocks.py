"""The pieces a body is made of. No raw HTML: it would be stored script for any editor."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.blocks import (
    CharBlock,
    PageChooserBlock,
    RichTextBlock,
    StreamBlock,
    StructBlock,
    TextBlock,
)
from wagtail.contrib.typed_table_block.blocks import TypedTableBlock
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.images.blocks import ImageChooserBlock

PROSE_FEATURES = ["h2", "h3", "bold", "italic", "ol", "ul", "link", "document-link", "hr"]


class PictureChooserBlock(ImageChooserBlock):
    """A picture, read with its sizes: a body full of them costs no more queries than one."""

    def bulk_to_python(self, values: Any) -> list[Any]:
        """The pictures with these numbers, in their order; None for one that is gone."""
        # Imported here: a page type of this room is made of these blocks.
        from pages.models.files import pictures_with_sizes

        found = pictures_with_sizes(values)
        return [found.get(value) for value in values]


class FigureBlock(StructBlock):
    """A picture with its caption; alternative text comes from the picture's description."""

    image = PictureChooserBlock(label=_("image"))
    caption = CharBlock(label=_("caption"), required=False, max_length=300)

    class Meta:
        icon = "image"
        label = _("Figure")
        template = "components/figure_block.html"


class QuoteBlock(StructBlock):
    """Words of a person, and whose they are."""

    text = TextBlock(label=_("words"), max_length=1000)
    attribution = CharBlock(label=_("who said it"), required=False, max_length=160)

    class Meta:
        icon = "openquote"
        label = _("Quotation")
        template = "components/quote_block.html"


def table_block() -> TypedTableBlock:
    """A table whose cells are plain text: header cells are real header cells."""
    return TypedTableBlock(
        [("text", CharBlock(label=_("text"), required=False, max_length=2000))],
        label=_("Table"),
        template="components/table_block.html",
    )


class StoryBlock(StreamBlock):
    """The body of a news story, a campaign or a profile."""

    paragraph = RichTextBlock(features=PROSE_FEATURES, label=_("Text"), icon="pilcrow")
    figure = FigureBlock()
    quote = QuoteBlock()
    table = table_block()
    document = DocumentChooserBlock(
        label=_("File to download"), icon="doc-full", template="components/document_block.html"
    )
    page = PageChooserBlock(
        label=_("Link to a page of the portal"), template="components/page_block.html"
    )

    class Meta:
        label = _("Body")


class FigureInWordsBlock(StructBlock):
    """A number and what it counts."""

    number = CharBlock(label=_("number"), max_length=12)
    words = CharBlock(label=_("what it counts"), max_length=80)

    class Meta:
        icon = "order"
        label = _("Figure in words")


def few(block: type[StructBlock], most: int = 4) -> StreamBlock:
    """Up to `most` of one kind of block, and nothing else."""
    return StreamBlock([("item", block())], max_num=most)


class LegalTextBlock(TextBlock):
    """The words of an official document, one paragraph a line, exactly as printed."""

    class Meta:
        icon = "doc-full"
        label = _("Text of the document")


class OfficialBodyBlock(StreamBlock):
    """The body of an official document: its text, tables and figures in their order."""

    legal_text = LegalTextBlock(
        rows=12,
        help_text=_(
            "One paragraph a line, exactly as printed. Parts, chapters, articles, clauses and "
            "points are recognised on their own."
        ),
    )
    table = table_block()
    figure = FigureBlock()
