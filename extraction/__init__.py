"""From a file to what a clerk would type: text, header, outline, citations, recipients, signature.

Plain Python: pure functions, frozen dataclasses out. `read_document` does it all in one go.
Nothing is guessed silently: each field says where it was found and how sure the reader is.
"""

from __future__ import annotations

from extraction.anchors import provision_anchor
from extraction.citations import Citation, parse_citations
from extraction.document import DocumentDraft, draft_of, read_document
from extraction.effect import parse_effective_on
from extraction.errors import (
    AmbiguousFileError,
    ArchiveError,
    DamagedFileError,
    EmptyFileError,
    EncryptedFileError,
    FileTooLargeError,
    MacroDocumentError,
    NoSuchPageError,
    OutOfMemoryError,
    PictureTooLargeError,
    ReaderDiedError,
    ReaderFailedError,
    ReadError,
    ReadErrorCode,
    TextTooLongError,
    TookTooLongError,
    TooManyPagesError,
    UnknownEncodingError,
    UnpacksTooLargeError,
    UnsafePackageError,
    UnsafeXmlError,
    UnsupportedFormatError,
)
from extraction.extracted import Conversion, Extracted, Note, NoteCode, Table, read_text
from extraction.fields import Confidence, Field, Span
from extraction.files import read_file
from extraction.header import Header, parse_header
from extraction.laws import law_key
from extraction.limits import Limits
from extraction.markers import NodeKind
from extraction.names import safe_name
from extraction.oddities import find_problems
from extraction.outline import Node, Outline, parse_outline
from extraction.problem import Problem, ProblemCode
from extraction.recipients import Recipient, parse_recipients
from extraction.signature import Signature, parse_signature

__all__ = [
    "AmbiguousFileError",
    "ArchiveError",
    "Citation",
    "Confidence",
    "Conversion",
    "DamagedFileError",
    "DocumentDraft",
    "EmptyFileError",
    "EncryptedFileError",
    "Extracted",
    "Field",
    "FileTooLargeError",
    "Header",
    "Limits",
    "MacroDocumentError",
    "NoSuchPageError",
    "Node",
    "NodeKind",
    "Note",
    "NoteCode",
    "OutOfMemoryError",
    "Outline",
    "PictureTooLargeError",
    "Problem",
    "ProblemCode",
    "ReadError",
    "ReadErrorCode",
    "ReaderDiedError",
    "ReaderFailedError",
    "Recipient",
    "Signature",
    "Span",
    "Table",
    "TextTooLongError",
    "TooManyPagesError",
    "TookTooLongError",
    "UnknownEncodingError",
    "UnpacksTooLargeError",
    "UnsafePackageError",
    "UnsafeXmlError",
    "UnsupportedFormatError",
    "draft_of",
    "find_problems",
    "law_key",
    "parse_citations",
    "parse_effective_on",
    "parse_header",
    "parse_outline",
    "parse_recipients",
    "parse_signature",
    "provision_anchor",
    "read_document",
    "read_file",
    "read_text",
    "safe_name",
]
