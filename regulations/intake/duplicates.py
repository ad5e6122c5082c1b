"""Whether the portal has a document already: the same file, or the same number, issuer and date.

Identity of a document is number + issuer + date: numbers repeat, within an office and a year too.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from pages.models import PortalPage
from regulations.models import IntakeFile, OfficialDocument
from vietnamese import fold, fold_number


class SameAs(StrEnum):
    """In what two documents are the same; the code of the warning that says so."""

    FILE = "same-file"
    DOCUMENT = "same-document"


@dataclass(frozen=True, slots=True)
class Twin:
    """The page that is there already, a published one or a draft."""

    page: PortalPage
    same: SameAs


def twin_of_file(sha256: str) -> Twin | None:
    """The page that was made from the same bytes, wherever it stands now."""
    made = IntakeFile.objects.filter(
        sha256=sha256, state=IntakeFile.State.DRAFTED, page__isnull=False
    )
    row = made.select_related("page").order_by("pk").first()
    return Twin(row.page, SameAs.FILE) if row else None


def twin_of_document(
    number: str, issued_on: dt.date | None, printed: str, issuer: Any
) -> Twin | None:
    """The page with the same number, date and issuer; None unless all three are known."""
    key = fold_number(number)
    if not key or issued_on is None or not printed:
        return None
    for model in OfficialDocument.__subclasses__():
        same = model.objects.filter(number_key=key, issued_on=issued_on).order_by("pk")
        for page in same.defer("body"):
            if _same_issuer(page, printed, issuer):
                return Twin(PortalPage.objects.get(pk=page.pk), SameAs.DOCUMENT)
    return None


def _same_issuer(page: Any, printed: str, issuer: Any) -> bool:
    if issuer is not None and page.issuer_id is not None:
        return page.issuer_id == issuer.pk
    return fold(page.issuer_as_printed) == fold(printed)


def may_be_named_to(page: PortalPage | None, user: Any) -> bool:
    """Whether `user` may learn that this page exists: a reader of it, or one who may edit it."""
    if page is None or user is None:
        return False
    return page.is_visible_to(user) or page.permissions_for_user(user).can_edit()
