"""Compares what was read with what a careful reader saw, field by field."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from benchmarks.truth import Cited, Truth, same
from extraction import Citation, Confidence, DocumentDraft
from extraction import Field as Read
from vietnamese import parse_date

FIELDS = ("type", "number", "date", "issuer", "abstract", "signer", "office")
_DEGREE = re.compile(r"^(?:(?:PGS|GS|TS|ThS|BS|NGƯT|NGND)\.?\s*)+")
_ROLE = re.compile(r"\s*\([^()]*\)$")
_SUBJECT_SIGN = re.compile(r"^v/v[\s:]*", re.IGNORECASE)
_PLACE = re.compile(r"\b(?:tỉnh|thành phố|quận|huyện|thị xã|phường|xã|đặc khu)\s.+$")


@dataclass(frozen=True, slots=True)
class Outcome:
    """One field of one paper. sure: whether the reader claimed to be sure."""

    file: str
    name: str
    expected: str
    found: str
    right: bool
    sure: bool


@dataclass(slots=True)
class CitationScore:
    """Counts over the citations on which papers rest."""

    right: int = 0
    found: int = 0
    expected: int = 0
    met: int = 0
    wrong: list[str] = field(default_factory=list)
    missed: list[str] = field(default_factory=list)
    unlisted: list[str] = field(default_factory=list)

    def add(self, other: CitationScore) -> None:
        """Sum up with another paper's."""
        self.right += other.right
        self.found += other.found
        self.expected += other.expected
        self.met += other.met
        self.wrong += other.wrong
        self.missed += other.missed
        self.unlisted += other.unlisted


def outcomes(truth: Truth, draft: DocumentDraft) -> Iterator[Outcome]:
    """The seven fields, in the order of FIELDS, and the parent body and urgency after them."""
    header, signature = draft.header, draft.signature
    kind = header.document_type
    day = header.issued_on
    yield _outcome(truth, "type", truth.doc_type, kind, kind.value.name if kind.value else "")
    yield _outcome(truth, "number", truth.number, header.number, header.number.value or "")
    yield _outcome(truth, "date", truth.date, day, day.value.isoformat() if day.value else "")
    yield _outcome(truth, "issuer", truth.issuer, header.issuer, _issuer(truth, draft))
    subject = _SUBJECT_SIGN.sub("", truth.subject)
    yield _outcome(truth, "abstract", subject, header.abstract, header.abstract.value or "")
    if truth.signers:
        yield _signer(truth, draft)
    if truth.offices:
        office = truth.offices[0 if len(truth.signers) > 1 else -1]
        yield _outcome(truth, "office", office, signature.office, signature.office.value or "")
    parent = header.parent_body
    yield _outcome(truth, "parent", truth.parent_body, parent, parent.value or "")
    urgency = header.urgency
    yield _outcome(truth, "urgency", truth.urgency, urgency, urgency.value or "")


def _outcome(truth: Truth, name: str, expected: str, read: Read[object], found: str) -> Outcome:
    found = _SUBJECT_SIGN.sub("", found) if name == "abstract" else found
    right = same(expected) == same(found)
    return Outcome(truth.file, name, expected, found, right, read.confidence is Confidence.SURE)


def _issuer(truth: Truth, draft: DocumentDraft) -> str:
    """The issuer as read; the place of the parent body counts as part of the name if the table
    has it there ("Sở Y tế" below "UBND tỉnh Kiên Giang" is "Sở Y tế tỉnh Kiên Giang")."""
    found = draft.header.issuer.value or ""
    parent = _PLACE.search(same(draft.header.parent_body.value or ""))
    if parent and same(truth.issuer) == f"{same(found)} {parent[0]}":
        return truth.issuer
    return found


def _signer(truth: Truth, draft: DocumentDraft) -> Outcome:
    signature = draft.signature
    found = [signature.name.value or "", *(one.name.value or "" for one in signature.others)]
    expected = {same(_bare(name)) for name in truth.signers}
    got = {same(name) for name in found if name}
    sure = signature.name.confidence is Confidence.SURE
    joined = "; ".join(name for name in found if name)
    return Outcome(truth.file, "signer", "; ".join(truth.signers), joined, expected == got, sure)


def _bare(name: str) -> str:
    return _ROLE.sub("", _DEGREE.sub("", name))


def score_citations(truth: Truth, draft: DocumentDraft) -> CitationScore:
    """How the bases found compare with the list of the table.

    Precision counts what the reader says the paper rests on; recall asks whether each listed
    document was found anywhere. A partial list says nothing of precision.
    """
    score = CitationScore()
    if not truth.cited:
        return score
    for wanted in truth.cited:
        score.expected += 1
        if any(_is(wanted, citation) for citation in draft.citations):
            score.met += 1
        else:
            score.missed.append(f"{truth.file}: {wanted.name} {wanted.day}")
    listed, extra = _parted(truth, draft)
    unlisted = [f"{truth.file}: {one.printed} {one.issued_on or ''}" for one in extra]
    if truth.is_partial or _is_partial(draft.text, listed, extra):
        score.unlisted += unlisted
        return score
    score.found = len(listed) + len(extra)
    score.right = len(listed)
    score.wrong += unlisted
    return score


def _parted(truth: Truth, draft: DocumentDraft) -> tuple[list[Citation], list[Citation]]:
    """The bases that the table lists, and those that it does not."""
    listed = [one for one in draft.bases if any(_is(wanted, one) for wanted in truth.cited)]
    return listed, [one for one in draft.bases if one not in listed]


def _is_partial(text: str, listed: Sequence[Citation], extra: Sequence[Citation]) -> bool:
    """Whether the table leaves out a document of a paragraph from which it lists others."""
    paragraphs = {text.count("\n", 0, one.span.start) for one in listed}
    return any(text.count("\n", 0, one.span.start) in paragraphs for one in extra)


def _is(wanted: Cited, citation: Citation) -> bool:
    day = parse_date(wanted.day) if wanted.day else None
    if day and citation.issued_on and day != citation.issued_on:
        return False
    if wanted.is_number:
        return _tight(wanted.name) == _tight(citation.number)
    name = same(citation.law_name or citation.printed)
    same_name = same(wanted.name) in name or name in same(wanted.name)
    return same_name or (bool(day) and bool(citation.law_name) and day == citation.issued_on)


def _tight(number: str) -> str:
    return "".join(number.split()).casefold()
