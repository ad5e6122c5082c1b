"""From what was read to a page: the only act that joins text and model.

An empty field stays empty and is marked "cần bổ sung"; an unsure value is filled in and marked
"cần kiểm tra"; nothing is guessed silently.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from django.db import transaction

from extraction import DocumentDraft, read_document
from pages.models import PortalPage
from regulations.intake.body import body_of
from regulations.intake.findings import DATES, Finding, findings_of
from regulations.intake.issuers import issuer_named
from regulations.models import DocumentType, Recipient
from vietnamese import fold, slugify


def draft_from_file(path: str | Path, parent: PortalPage, model: Any, user: Any = None) -> Any:
    """A draft of page type `model` below `parent`, made from the file at `path`, which is trusted.

    Raises `extraction.errors.ReadError` for a file that cannot be read; nothing is made then.
    """
    document = read_document(Path(path))
    page = page_of(document, findings_of(document), model, Path(path).stem)
    with transaction.atomic():
        add_draft(page, parent, user)
    return page


def page_of(document: DocumentDraft, findings: Iterable[Finding], model: Any, name: str) -> Any:
    """The page, unsaved; `name` is its title when the document states neither type nor abstract."""
    fields = _fields(findings)
    page = model(live=False, **fields)
    page.title = _title(_type_name(document, page), page.abstract)[:255].strip() or name[:255]
    page.issuer = issuer_named(page.issuer_as_printed, page.issued_on).organization
    page.body = body_of(document)
    page.recipients = [
        Recipient(name=recipient.name[:255], purpose=recipient.purpose[:80])
        for recipient in document.recipients
        if recipient.name
    ]
    return page


def add_draft(page: Any, parent: PortalPage, user: Any) -> None:
    """Put the page below `parent` with its first revision; the caller holds the transaction."""
    page.owner = user
    page.slug = _free_slug(parent, slugify(page.title)[:200].strip("-") or "van-ban")
    parent.add_child(instance=page)
    page.save_revision(user=user, log_action=True)


def _title(kind: str, abstract: str) -> str:
    """Type and abstract; some papers print the type in the abstract once more."""
    is_said = f"{fold(abstract)} ".startswith(f"{fold(kind)} ")
    return abstract if is_said else " ".join(filter(None, [kind, abstract]))


def _type_name(document: DocumentDraft, page: Any) -> str:
    """As printed: the portal keeps no shelf for every type that a title may name."""
    printed = document.header.document_type.value
    if printed and (printed.code == page.document_type or page.document_type == DocumentType.OTHER):
        return printed.name
    is_named = page.document_type != DocumentType.OTHER
    return str(DocumentType(page.document_type).label) if is_named else ""


def _fields(findings: Iterable[Finding]) -> dict[str, Any]:
    fields: dict[str, Any] = {"document_type": DocumentType.OTHER}
    for finding in findings:
        if finding.value:
            is_date = finding.field in DATES
            fields[finding.field] = (
                dt.date.fromisoformat(finding.value) if is_date else finding.value
            )
    return fields


def _free_slug(parent: PortalPage, wanted: str) -> str:
    taken = set(parent.get_children().values_list("slug", flat=True))
    slug, count = wanted, 1
    while slug in taken:
        count += 1
        slug = f"{wanted}-{count}"
    return slug
