"""Which files a page offers: written when it is published, in the same transaction."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from wagtail.models import ReferenceIndex

from pages.models import PortalDocument
from regulations.models import OfficialDocument
from search.file_texts.models import FileText, FileUse

TEXT_BLOCKS = frozenset({"legal_text", "table"})


def note_files(page: Any) -> None:
    """What `page` offers now; a file whose bytes nobody has read yet waits for a reader.

    The texts are locked until the end of the transaction: whoever finishes reading one of them
    meanwhile finds this page afterwards, or this page finds the text.
    """
    wanted = _wanted(page, digest_of)
    with transaction.atomic():
        ids = _locked(sorted(wanted))
        FileUse.objects.filter(page=page.pk).delete()
        FileUse.objects.bulk_create(
            FileUse(page_id=page.pk, file_id=file, text_id=ids[digest], title=title)
            for digest, (file, title) in wanted.items()
        )


def is_listed_as_offered(page: Any) -> bool:
    """Whether the rows of `page` name the files that it offers; nothing is written.

    A file whose hash nobody has taken yet is passed over.
    """
    rows = FileUse.objects.filter(page=page.pk)
    listed = {digest: told for digest, *told in rows.values_list("text__digest", "file", "title")}
    wanted = _wanted(page, lambda file: str(file.file_hash))
    return listed == {digest: list(told) for digest, told in wanted.items()}


def _wanted(page: Any, digest: Callable[[PortalDocument], str]) -> dict[str, tuple[int, str]]:
    """The files that `page` offers: hash, number and title, each hash once."""
    wanted: dict[str, tuple[int, str]] = {}
    for file, title in offered_files(page):
        wanted.setdefault(digest(file), (file.pk, title[:255]))
    wanted.pop("", None)
    return wanted


def _locked(digests: list[str]) -> dict[str, int]:
    """The row of each digest, made where there is none, locked."""
    rows = [FileText(digest=digest) for digest in digests]
    FileText.objects.bulk_create(rows, ignore_conflicts=True)
    texts = FileText.objects.select_for_update().filter(digest__in=digests).order_by("pk")
    return dict(texts.values_list("digest", "pk"))


def forget_files(page_id: int) -> None:
    """Nobody is offered anything on this page any more; texts stay, other pages may have them."""
    FileUse.objects.filter(page=page_id).delete()


def offered_files(page: Any) -> Iterator[tuple[PortalDocument, str]]:
    """The files whose text belongs to `page`, with what the page calls them.

    The signed original only where the page has no text of its own: else it is the same text.
    """
    if isinstance(page, OfficialDocument):
        if page.original is not None and not has_own_text(page):
            yield page.original, page.original.title
        for annex in page.annexes.select_related("file"):
            if annex.file_id != page.original_id:
                yield annex.file, annex.title
        return
    for file in PortalDocument.objects.in_bulk(_linked(page)).values():
        yield file, file.title


def has_own_text(document: Any) -> bool:
    """Whether the words of an official document stand on its page."""
    return any(
        block.block_type in TEXT_BLOCKS and any(block.block.get_searchable_content(block.value))
        for block in document.body
    )


def digest_of(file: PortalDocument) -> str:
    """The hash of the bytes; "" for a file that its storage has lost."""
    try:
        return str(file.get_file_hash())
    except OSError:
        return ""


def _linked(page: Any) -> list[int]:
    """Files to download and links to files in the body, in the order of their numbers."""
    kind = ContentType.objects.get_for_model(PortalDocument).pk
    found = ReferenceIndex._extract_references_from_object(page)
    return sorted({int(pk) for content_type, pk, _, _ in found if content_type == kind})
