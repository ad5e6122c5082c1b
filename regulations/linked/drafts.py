"""The draft of a document that is cited and not here."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from wagtail.log_actions import log

from regulations.intake.issuers import issuer_named
from regulations.intake_screens.rights import Place, places_of
from regulations.models import DocumentType, RegulationPage, WantedDocument


def may_draft(user: Any) -> bool:
    """Whether `user` may add a regulation somewhere."""
    return _place(user) is not None


def _place(user: Any) -> Place | None:
    return next((place for place in places_of(user) if place.model is RegulationPage), None)


def draft_for(wanted: WantedDocument, user: Any) -> Any:
    """A draft with type, number, issuer and date as cited; the one that is there if there is one.

    What the citations do not state stays empty. All or nothing, with its audit entry.
    """
    place = _place(user)
    if place is None:
        raise ValueError("no place for a draft; ask may_draft first")
    known = _known(wanted, place)
    if known is not None:
        return known
    page = place.model(title=_title(wanted), live=False, owner=user, **_stated(wanted))
    with transaction.atomic():
        place.parent.specific.add_child(instance=page)
        revision = page.save_revision(user=user, log_action=False)
        log(instance=page, action="wagtail.create", user=user, revision=revision)
    return page


def _known(wanted: WantedDocument, place: Place) -> Any:
    """A draft of that number and day that somebody began."""
    drafts = place.model.objects.child_of(place.parent).filter(live=False)
    if wanted.number_key:
        same = drafts.filter(number_key=wanted.number_key, issued_on=wanted.issued_on)
    else:
        same = drafts.filter(title=_title(wanted))
    return same.first()


def _title(wanted: WantedDocument) -> str:
    return wanted.as_printed[:255] or wanted.number


def _stated(wanted: WantedDocument) -> dict[str, Any]:
    kind = wanted.document_type
    issuer = issuer_named(wanted.issuer_as_printed, wanted.issued_on).organization
    return {
        "document_type": kind if kind in DocumentType.values else DocumentType.OTHER,
        "number": wanted.number,
        "issued_on": wanted.issued_on,
        "issuer": issuer,
        "issuer_as_printed": wanted.issuer_as_printed,
    }
