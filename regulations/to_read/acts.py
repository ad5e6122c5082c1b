"""Confirming that a document was read, and taking it back."""

from __future__ import annotations

import hashlib
from typing import Any

from django.db import transaction
from django.utils import timezone

from regulations.models import Acknowledgement, DocumentRecord
from regulations.to_read.asked import Asked, required, share_of


class ChangedMeanwhileError(Exception):
    """The document was published anew since the reader opened it."""


def text_of(document: Any) -> str:
    """What tells one text of `document` (the page in its own type) from another: 32 digits."""
    body = document._meta.get_field("body").value_to_string(document)
    words = (document.title, document.number, document.abstract, body, str(document.original_id))
    return hashlib.blake2b("\0".join(words).encode(), digest_size=16).hexdigest()


def asked_of(document: Any, user: Any) -> Asked | None:
    """For the page of `document`; None where nobody, or not this reader, is asked.

    Two queries where somebody is.
    """
    if not document.acknowledge_by:
        return None
    record = required(user).filter(page=document.pk).first()
    if record is None:
        return None
    text = text_of(document)
    changed = record.given_at is not None and record.read_text != text
    return Asked(document.acknowledge_by, share_of(record), text, record.given_at, changed)


@transaction.atomic
def confirm(record: DocumentRecord, user: Any, text: str) -> None:
    """`user` has read the document of `record` with the words `text`.

    Who confirms twice keeps the first day, unless the words changed. Raises ChangedMeanwhileError.
    """
    if text != text_of(record.page.specific):
        raise ChangedMeanwhileError
    known = Acknowledgement.objects.filter(page=record.page_id, reader=user, text=text)
    if not known.exists():
        Acknowledgement.objects.update_or_create(
            page=record.page, reader=user, defaults={"text": text, "given_at": timezone.now()}
        )


def take_back(page: Any, user: Any) -> None:
    """`user` confirmed by mistake."""
    Acknowledgement.objects.filter(page=page, reader=user).delete()
