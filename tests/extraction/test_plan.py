"""The real plan, oddities and all."""

from __future__ import annotations

import datetime as dt

from extraction import Confidence, NodeKind, ProblemCode
from tests.extraction.samples import PLAN, read
from vietnamese import NumberFamily


def test_exactly_eight_plans_are_cited_with_type_day_and_issuer():
    numbered = [citation for citation in read(PLAN).citations if citation.number]
    assert {citation.document_type.code for citation in numbered} == {"plan"}
    assert {citation.family for citation in numbered} == {NumberFamily.ADMINISTRATIVE}
    assert [(c.number, c.issued_on, c.issuer) for c in numbered] == [
        ("4552/KH-SGDĐT", dt.date(2024, 12, 20), "Sở Giáo dục và Đào tạo Hà Nội"),
        ("133/KH-HĐTĐKT", dt.date(2020, 12, 31), "Ủy ban nhân dân quận Hà Đông"),
        ("396/KH-UBND", dt.date(2024, 12, 26), "UBND quận Hà Đông"),
        ("397/KH-UBND", dt.date(2024, 12, 26), "UBND quận Hà Đông"),
        ("01/KH-HĐTĐKT", dt.date(2025, 1, 8), "phòng giáo dục đào tạo quận Hà Đông"),
        ("291/KH-BTC", dt.date(2024, 8, 17), "Ban Tổ chức Cuộc thi Quận"),
        ("3276/KH-SGDĐT", dt.date(2024, 9, 24), "Sở Giáo dục và Đào tạo Hà Nội"),
        ("118/KH-PGDĐT", dt.date(2024, 9, 30), "phòng GDĐT quận Hà Đông"),
    ]


def test_the_first_five_are_what_it_rests_on():
    assert [citation.number_key for citation in read(PLAN).bases] == [
        "4552-kh-sgddt",
        "133-kh-hdtdkt",
        "396-kh-ubnd",
        "397-kh-ubnd",
        "1-kh-hdtdkt",
    ]


def test_the_law_is_cited_by_name_and_year():
    (law,) = [citation for citation in read(PLAN).citations if not citation.number]
    assert law.law_name == "Luật Thi đua, khen thưởng"
    assert law.law_key == "luat-thi-dua-khen-thuong-2022"
    assert not law.is_basis


def test_the_outline_is_as_printed():
    outline = read(PLAN).outline
    romans = [(node.number, node.heading) for node in outline.nodes]
    assert romans == [
        ("I", "MỤC ĐÍCH YÊU CẦU"),
        ("II", "NỘI DUNG, GIẢI PHÁP THỰC HIỆN"),
        ("III", "TỔ CHỨC THỰC HIỆN"),
    ]
    assert {node.kind for node in outline.nodes} == {NodeKind.ROMAN}
    assert [child.number for child in outline.nodes[1].children] == ["1", "4", "5"]
    assert outline.find("phan-ii-muc-4").heading.startswith("Tăng cường công tác lãnh đạo")


def test_its_oddities_are_reported():
    found = {problem.code: problem for problem in read(PLAN).problems}
    assert found[ProblemCode.OUTLINE_GAP].data == {"label": "4.", "after": "1.", "missing": "2, 3"}
    assert found[ProblemCode.STRAY_HEADER].data == {
        "line": "PHÒNG GIÁO DỤC VÀ ĐÀO TẠO QUẬN HÀ ĐÔNG"
    }
    assert found[ProblemCode.BROKEN_SENTENCE].data == {"before": "triển", "after": "khai"}
    assert found[ProblemCode.UNBALANCED_QUOTES].data == {"opening": "10", "closing": "9"}
    assert {ProblemCode.MISSING_NUMBER, ProblemCode.MISSING_DATE} <= set(found)


def test_number_and_stated_issuer_disagree_and_both_are_kept():
    mismatches = [
        problem.data
        for problem in read(PLAN).problems
        if problem.code is ProblemCode.ISSUER_MISMATCH
    ]
    assert {"number": "133/KH-HĐTĐKT", "issuer": "Ủy ban nhân dân quận Hà Đông"} in mismatches


def test_what_is_not_printed_is_missing():
    header = read(PLAN).header
    for field in (header.number, header.issued_on, header.place, header.parent_body):
        assert field.confidence is Confidence.MISSING
        assert field.value is None


def test_the_issuer_is_only_named_in_a_sentence_and_so_unsure():
    issuer = read(PLAN).header.issuer
    assert (issuer.value, issuer.confidence) == ("trường mầm non Yên Hoà", Confidence.UNSURE)
    assert issuer.span.of(read(PLAN).text) == issuer.value


def test_type_and_abstract_are_found():
    header = read(PLAN).header
    assert header.document_type.value.name == "Kế hoạch"
    assert header.abstract.value == (
        "Công tác Thi đua - Khen thưởng của trường mầm non Yên Hoà năm 2025"
    )


def test_recipients_with_their_purpose():
    assert [(one.name, one.purpose) for one in read(PLAN).recipients] == [
        ("Phòng GD", "để b/c"),
        ("Cb, gv, nv", "để t/h"),
        ("VT", "Lưu"),
    ]


def test_the_signer_signs_as_head():
    signature = read(PLAN).signature
    assert signature.name.value == "Dương Thị Hiền"
    assert signature.office.value == "HIỆU TRƯỞNG"
    assert signature.capacity.is_missing


def test_nothing_of_the_text_is_lost_between_the_pieces():
    draft = read(PLAN)
    pieces = [draft.text[: draft.outline.preamble.end], draft.text[draft.outline.foot.start :]]
    for node in draft.outline.walk():
        pieces += [node.label, node.heading, node.text]
    assert sorted(" ".join(pieces).split()) == sorted(draft.text.split())
