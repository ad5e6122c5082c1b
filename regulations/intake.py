"""From a file to a draft: the only act that joins text and model.

An empty field stays empty and is marked "cần bổ sung"; nothing is guessed silently.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.db import transaction

from extraction import Confidence, DocumentDraft, Field, read_document
from organizations.models import Organization
from pages.models import PortalPage
from regulations.models import DocumentType, Recipient
from vietnamese import slugify


def draft_from_file(path: str | Path, parent: PortalPage, model: Any, user: Any = None) -> Any:
    """A draft of page type `model` below `parent`, made from the text file at `path`.

    Raises `extraction.errors.ReadError` for a file that cannot be read; nothing is made then.
    """
    document = read_document(Path(path))
    page = model(live=False, owner=user, **_fields(document))
    page.title = page.title or Path(path).stem
    page.slug = _free_slug(parent, slugify(page.title)[:200] or "van-ban")
    page.recipients = [
        Recipient(name=recipient.name[:255], purpose=recipient.purpose[:80])
        for recipient in document.recipients
    ]
    with transaction.atomic():
        parent.add_child(instance=page)
        page.save_revision(user=user, log_action=True)
    return page


def sure_value(found: Field[Any]) -> Any:
    """The value when the reader is sure of it, else None: a person decides the rest."""
    return found.value if found.confidence is Confidence.SURE else None


def _fields(document: DocumentDraft) -> dict[str, Any]:
    header, signature = document.header, document.signature
    printed = {
        "number": (header.number, 80),
        "issue_place": (header.place, 80),
        "issuer_as_printed": (header.issuer, 255),
        "parent_body_as_printed": (header.parent_body, 255),
        "abstract": (header.abstract, 1000),
        "signer": (signature.name, 120),
        "signer_office": (signature.office, 160),
        "signer_capacity": (signature.capacity, 20),
    }
    fields: dict[str, Any] = {
        name: (sure_value(found) or "")[:length] for name, (found, length) in printed.items()
    }
    fields["issued_on"] = sure_value(header.issued_on)
    fields["effective_on"] = sure_value(document.effective_on)
    kind = sure_value(header.document_type)
    code = kind.code if kind else ""
    fields["document_type"] = code if code in DocumentType.values else DocumentType.OTHER
    fields["issuer"] = Organization.objects.named(fields["issuer_as_printed"]).first()
    fields["title"] = " ".join(filter(None, [kind.name if kind else "", fields["abstract"]]))[:255]
    fields["body"] = [("legal_text", document.text)]
    return fields


def _free_slug(parent: PortalPage, wanted: str) -> str:
    taken = set(parent.get_children().values_list("slug", flat=True))
    slug, count = wanted, 1
    while slug in taken:
        count += 1
        slug = f"{wanted}-{count}"
    return slug
