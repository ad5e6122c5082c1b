"""Whether a draft stands where documents of its type belong, and where it would rather."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from django.apps import apps

from pages.models import PortalPage
from regulations.intake.findings import Finding, FindingState
from regulations.intake.targets import parents_for, types_below
from regulations.models import DocumentType, IntakeFile
from regulations.models.kind import NORMATIVE_TYPES

Section = tuple[PortalPage, Any]  # a list page, and the type of the pages below it


def placed(findings: Iterable[Finding], row: IntakeFile) -> list[Finding]:
    """The findings, the type marked as misplaced when the section of `row` is for other types."""
    found = {finding.field: finding for finding in findings}
    kind = found.get("document_type")
    if kind is None or not kind.value or row.parent is None:
        return list(found.values())
    if kind.value not in apps.get_model(row.page_type).meant_for:
        number = found["number"].value if "number" in found else ""
        why = _why(row, kind, better_section(row.user, kind.value, number))
        found["document_type"] = replace(kind, state=FindingState.MISPLACED, why=why)
    return list(found.values())


def better_section(user: Any, kind: str, number: str = "") -> Section | None:
    """The section for documents of type `kind` to which `user` may add, None for none.

    The one that is meant for the fewest other types; for a legal normative document, whose number
    tells it ("14/2024/QĐ-UBND"), the one that takes laws.
    """
    sections = [(parent, model) for parent in parents_for(user) for model in types_below(parent)]
    fitting = [(parent, model) for parent, model in sections if kind in model.meant_for]
    for_laws = [section for section in fitting if section[1].meant_for >= NORMATIVE_TYPES]
    if for_laws and for_laws[0][1](document_type=kind, number=number).is_normative:
        return for_laws[0]
    return min(fitting, key=lambda section: len(section[1].meant_for), default=None)


def _why(row: IntakeFile, kind: Finding, better: Section | None) -> dict[str, Any]:
    data = {"type": kind.value, "section": row.parent.title}
    if kind.value == DocumentType.OTHER:
        # The portal has no name for it; the paper has.
        data["printed"] = kind.printed[:80]
    if better is None:
        return {"code": "other-section", "data": data}
    return {"code": "better-section", "data": {**data, "better": better[0].title}}
