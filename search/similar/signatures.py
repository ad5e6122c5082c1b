"""Signatures of published pages: written when they are, gone when they go."""

from __future__ import annotations

from collections.abc import Sequence

from search.similar.models import SignatureValue
from search.similar.shingles import signature

BATCH = 500


def keep_signature(page_id: int, words: Sequence[str]) -> None:
    """Write the signature of the page's `words`, in the transaction of its publication.

    What stays is not written again: most publications change little.
    """
    wanted = set(signature(words))
    rows = SignatureValue.objects.filter(page=page_id)
    known = set(rows.values_list("value", flat=True))
    if known - wanted:
        rows.filter(value__in=known - wanted).delete()
    SignatureValue.objects.bulk_create(
        [SignatureValue(value=value, page_id=page_id) for value in sorted(wanted - known)],
        batch_size=BATCH,
    )


def has_signature(page_id: int, words: Sequence[str]) -> bool:
    """Whether the signature that is kept of the page is that of `words`."""
    kept = SignatureValue.objects.filter(page=page_id).values_list("value", flat=True)
    return set(kept) == set(signature(words))


def forget_signature(page_id: int) -> None:
    """The page is no longer published."""
    SignatureValue.objects.filter(page=page_id).delete()
