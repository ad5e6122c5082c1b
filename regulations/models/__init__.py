"""Official documents: their text, what they cite, how they act on each other, their effect."""

from __future__ import annotations

from regulations.models.acknowledgement import Acknowledgement
from regulations.models.derived import Citation, DocumentRecord, Provision
from regulations.models.document import OfficialDocument
from regulations.models.document_index import DocumentIndexPage
from regulations.models.intake import IntakeFile
from regulations.models.kind import DocumentType
from regulations.models.pages import RegulationIndexPage, RegulationPage
from regulations.models.parts import Annex, Recipient
from regulations.models.relation import Relation, RelationSpan
from regulations.models.review_check import ReviewCheck
from regulations.models.served import FileVersion, ServedAddress
from regulations.models.tie import Tie, WantedDocument

__all__ = [
    "Acknowledgement",
    "Annex",
    "Citation",
    "DocumentIndexPage",
    "DocumentRecord",
    "DocumentType",
    "FileVersion",
    "IntakeFile",
    "OfficialDocument",
    "Provision",
    "Recipient",
    "RegulationIndexPage",
    "RegulationPage",
    "Relation",
    "RelationSpan",
    "ReviewCheck",
    "ServedAddress",
    "Tie",
    "WantedDocument",
]
