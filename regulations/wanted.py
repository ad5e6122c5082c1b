"""The documents that are cited and not here: what each of them is, and how many cite it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.db.models import Count, Q
from django.utils import timezone

from accounts.audience import Audience
from regulations.issuer_names import body_name
from regulations.models.derived import Citation
from regulations.models.tie import Tie, WantedDocument
from regulations.resolve import is_short, is_unique
from vietnamese import fold

BATCH = 500


def key_of(citation: Any) -> str:
    """What makes a cited document one and no other; "" when the citation tells too little."""
    if not citation.number_key:
        return f"law:{citation.law_key}" if citation.law_key else ""
    if is_unique(citation.number_key):
        return citation.number_key
    day = citation.issued_on.isoformat() if citation.issued_on else ""
    issuer = body_name(citation.issuer_as_printed)
    return f"{citation.number_key}|{day}|{issuer.unit} {issuer.words}"[:400]


def want(citations: Iterable[Citation]) -> None:
    """Set `wanted` on each citation without a target, making the rows that are not there yet."""
    waiting = [(key_of(one), one) for one in citations if one.target_id is None]
    _name_short_mentions(waiting)
    waiting.sort(key=lambda one: bool(one[1].issued_on) + bool(one[1].issuer_as_printed))
    # The mention that tells most comes last and describes the row.
    keyed = {key: citation for key, citation in waiting if key}
    rows = [_row(key, citation) for key, citation in keyed.items()]
    if not rows:
        return
    WantedDocument.objects.bulk_create(rows, batch_size=BATCH, ignore_conflicts=True)
    known = WantedDocument.objects.in_bulk(list(keyed), field_name="key")
    for key, citation in waiting:
        citation.wanted = known.get(key)


def _name_short_mentions(waiting: list[tuple[str, Citation]]) -> None:
    """A short mention wants what the same text names in full, when that is one document."""
    full: dict[str, set[str]] = {}
    for key, citation in waiting:
        if citation.number_key and not is_short(citation):
            full.setdefault(citation.number_key, set()).add(key)
    for place, (_key, citation) in enumerate(waiting):
        keys = full.get(citation.number_key, set())
        if is_short(citation) and len(keys) == 1:
            waiting[place] = (next(iter(keys)), citation)


def _row(key: str, citation: Citation) -> WantedDocument:
    words = f"{citation.number} {citation.as_printed} {citation.issuer_as_printed}"
    return WantedDocument(
        key=key,
        number=citation.number,
        number_key=citation.number_key,
        law_key=citation.law_key,
        document_type=citation.document_type,
        issuer_as_printed=citation.issuer_as_printed,
        issued_on=citation.issued_on,
        as_printed=citation.as_printed,
        folded=fold(words)[:800],
    )


def recount(ids: Iterable[int | None]) -> None:
    """Count anew who cites these wanted documents; what nobody cites any more goes."""
    listed = sorted({pk for pk in ids if pk})
    for first in range(0, len(listed), BATCH):
        _recount(listed[first : first + BATCH])


def _recount(ids: list[int]) -> None:
    public_or_staff = Q(audience__in=[Audience.PUBLIC, Audience.STAFF])
    counted = (
        Tie.objects.filter(wanted__in=ids, anchor="")
        .values_list("wanted")
        .annotate(council=Count("pk"), staff=Count("pk", filter=public_or_staff))
        .order_by()
    )
    found = {pk: (council, staff) for pk, council, staff in counted}
    rows = [
        WantedDocument(pk=pk, for_council=council, for_staff=staff)
        for pk, (council, staff) in found.items()
    ]
    WantedDocument.objects.bulk_update(rows, ["for_council", "for_staff"], batch_size=BATCH)
    WantedDocument.objects.filter(pk__in=[pk for pk in ids if pk not in found]).delete()


def still_published() -> Q:
    """Ties whose page is not past its expiry this second."""
    return Q(expire_at__isnull=True) | Q(expire_at__gt=timezone.now())
