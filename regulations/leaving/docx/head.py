"""The head and the foot of a document (Decree 30/2020/ND-CP, annex I, part II)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from regulations.leaving.docx.markup import frameless, line, run
from regulations.leaving.docx.styles import TEXT_WIDTH
from regulations.leaving.letters import one_line
from regulations.printed_day import day_in_words

NATION = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
MOTTO = "Độc lập - Tự do - Hạnh phúc"
LEFT, RIGHT = 68.0, TEXT_WIDTH - 68.0
# The line under the motto is as long as the motto in bold 13 pt.
MOTTO_WIDTH = 57.0
# The line under the issuer is a third to a half as long as its name.
ISSUER_RULE, TITLE_RULE = 24.0, 50.0
RECIPIENTS, SIGNATURE = 82.0, TEXT_WIDTH - 82.0
LINES_TO_SIGN = 4
# The kinds of document that are cited by "Luật số:" instead of "Số:".
NAMED_NUMBERS = {"law": "Luật số", "code": "Bộ luật số", "ordinance": "Pháp lệnh số"}


def head(page: Any) -> Any:
    """Issuer and number on the left; nation, motto, place and day on the right."""
    left = [line(run(one_line(page.parent_body_as_printed).upper()), style="ParentBody")]
    left = left if page.parent_body_as_printed else []
    issuer = one_line(page.issuer_as_printed or page.issuer or "")
    left += [
        line(run(issuer.upper(), bold=True), style="Issuer"),
        _rule(LEFT, ISSUER_RULE),
        line(run(_number(page)), style="Number"),
    ]
    if page.document_type == "dispatch" and page.abstract:
        left.append(line(run(f"V/v {one_line(page.abstract)}"), style="Subject"))
    right = [
        line(run(NATION, bold=True), style="Nation"),
        line(run(MOTTO, bold=True), style="Motto"),
        _rule(RIGHT, MOTTO_WIDTH),
        line(run(place_and_day(page), italic=True), style="Place"),
    ]
    return frameless((LEFT, RIGHT), left, right)


def _number(page: Any) -> str:
    label = NAMED_NUMBERS.get(page.document_type, "Số")
    return f"{label}: {one_line(page.number)}".rstrip()


def place_and_day(page: Any) -> str:
    """ "Hà Đông, ngày 05 tháng 01 năm 2026"; dots to fill in where there is no day."""
    place = one_line(page.issue_place)
    day = day_in_words(page.issued_on) if page.issued_on else "ngày …… tháng …… năm ……"
    return f"{place}, {day}" if place else day


def _rule(width: float, length: float) -> Any:
    side = (width - length) / 2
    return line(style="Rule", rule=(side, side))


def title(page: Any) -> list[Any]:
    """Kind of document and abstract, with a line below; nothing for a dispatch."""
    if page.document_type == "dispatch":
        return []
    kind = "" if page.document_type == "other" else str(page.get_document_type_display()).upper()
    # An abstract that is missing is not made up: a title with a number in it would be read as one.
    words = one_line(page.abstract) or ("" if kind else one_line(page.title))
    lines = [line(run(text, bold=True), style="Title") for text in (kind, words) if text]
    return [line(style="Cell"), *lines, _rule(TEXT_WIDTH, TITLE_RULE)] if lines else []


def foot(page: Any, recipients: Sequence[Any]) -> list[Any]:
    """Recipients on the left, signature on the right; nothing when both are unknown."""
    capacity, office = one_line(page.signer_capacity), one_line(page.signer_office)
    signer = one_line(page.signer)
    if not (recipients or office or signer):
        return []
    left = [line(style="Recipient")]
    if recipients:
        left = [line(run("Nơi nhận:", bold=True, italic=True), style="RecipientsTitle")]
        left += [line(run(text), style="Recipient") for text in _recipients(recipients)]
    right = [line(run(f"{capacity} {office}".strip(), bold=True), style="Signature")]
    right += [line(style="Signature") for _ in range(LINES_TO_SIGN)]
    right.append(line(run(signer, bold=True), style="Signature"))
    return [line(style="Cell"), frameless((RECIPIENTS, SIGNATURE), left, right)]


def _recipients(recipients: Sequence[Any]) -> list[str]:
    """Each with its dash, ended by a semicolon, the last by a full stop."""
    words = [f"- {_recipient(one)}" for one in recipients]
    return [*(f"{one};" for one in words[:-1]), f"{words[-1]}."]


def _recipient(recipient: Any) -> str:
    name, purpose = one_line(recipient.name), one_line(recipient.purpose)
    if purpose.lower() == "lưu":
        return f"Lưu: {name}"
    return f"{name} ({purpose})" if purpose else name
