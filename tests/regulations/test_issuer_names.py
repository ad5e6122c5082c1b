"""Whether a body named in a citation is the one that a document names as its issuer."""

from __future__ import annotations

import pytest

from regulations.issuer_names import Issuer, agrees, body_name, context_of, is_central

HA_DONG = context_of("Trường Mầm non Hoa Sen", "UBND quận Hà Đông", "Hà Đông")
BAC_NINH = context_of("UBND tỉnh Bắc Ninh", "", "Bắc Ninh")


def issuer(name, parent="", place=""):
    return Issuer((name, "", parent), context_of(name, parent, place), is_central(name))


@pytest.mark.parametrize(
    "names",
    [
        ("UBND quận Hà Đông", "ỦY BAN NHÂN DÂN QUẬN HÀ ĐÔNG"),
        ("Phòng GD&ĐT quận Hà Đông", "phòng giáo dục đào tạo quận Hà Đông"),
        ("Chủ tịch UBND tỉnh Bắc Ninh", "Ủy ban nhân dân tỉnh Bắc Ninh"),
        ("Ủy ban nhân dân (UBND) quận Hà Đông", "UBND quận Hà Đông"),
        ("Bộ trưởng Bộ Tài chính", "BỘ TÀI CHÍNH"),
    ],
)
def test_one_body_under_two_names(names):
    first, second = map(body_name, names)
    assert first == second


@pytest.mark.parametrize(
    ("stated", "own", "context", "expected"),
    [
        ("UBND tỉnh", issuer("UBND tỉnh Bắc Ninh"), BAC_NINH, True),
        ("UBND tỉnh", issuer("UBND tỉnh Cà Mau"), BAC_NINH, False),
        ("UBND tỉnh Cao Bằng", issuer("UBND thành phố Cao Bằng"), BAC_NINH, False),
        ("Sở Nội vụ", issuer("Sở Nội vụ", "UBND tỉnh Bắc Ninh"), BAC_NINH, True),
        ("Sở Nội vụ", issuer("Sở Nội vụ", "UBND tỉnh Cà Mau"), BAC_NINH, False),
        ("Sở GDĐT Hà Nội", issuer("Sở GDĐT", "UBND thành phố Hà Nội"), HA_DONG, True),
        ("UBND quận Hà Đông", issuer("HĐTĐKT", "UBND quận Hà Đông"), HA_DONG, True),
        ("UBND quận Hà Đông", issuer("UBND phường Hà Đông"), HA_DONG, False),
        ("UBND quận Hà Đông", issuer("UBND quận Thanh Xuân"), HA_DONG, False),
        ("Bộ trưởng Bộ Tài chính thành mức mới", issuer("Bộ Tài chính"), HA_DONG, True),
        ("Ban Bí thư", issuer("BAN CHẤP HÀNH TRUNG ƯƠNG"), HA_DONG, True),
    ],
)
def test_agreement(stated, own, context, expected):
    assert agrees(stated, own, context) is expected
