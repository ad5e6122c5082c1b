"""Names of issuing bodies: how they begin, and whether a symbol can stand for one."""

from __future__ import annotations

import re

from vietnamese import exact, fold, without_marks

# The words that open the name of a body; "sở" is one, "số" is not, so tones count.
_OPENINGS = (
    "ban bảo_hiểm bệnh_viện bộ chi_bộ chi_cục chi_nhánh chính_phủ chủ_tịch_nước công_an công_đoàn "
    "công_ty cục đài đại_học đảng_bộ đảng_đoàn đảng_ủy đoàn đội hđnd học_viện hội hội_đồng "
    "huyện_ủy kho_bạc kiểm_toán liên_đoàn liên_minh mặt_trận ngân_hàng nhà_xuất_bản phòng quận_ủy "
    "quốc_hội sở tập_đoàn thành_đoàn thành_ủy thanh_tra thị_ủy thủ_tướng thuế tỉnh_đoàn tỉnh_ủy "
    "tòa_án tổng_công_ty tổng_cục tổng_liên_đoàn trung_tâm trung_ương trường ubnd ubmttq ủy_ban "
    "văn_phòng viện vụ xí_nghiệp"
)
_OPENING = re.compile(
    rf"(?!ban hanh1)(?:{'|'.join(exact(words.replace('_', ' ')) for words in _OPENINGS.split())})\b"
)
_HALF = re.compile(r"(?:uy|hoi|van|thu|tong|kho|cong|bao|mat|chi|dang|ngan|trung)")
_AUTHORITY = re.compile(
    r"(?:q\. )?(?:pho )?(?:chu tich|bo truong|giam doc|hieu truong|cuc truong|tong cuc truong|"
    r"chi cuc truong|thu tuong|chinh phu|uy ban nhan dan|hoi dong nhan dan|hoi dong|quoc hoi|"
    r"truong phong|truong ban|truong thue|vien truong|thong doc|tong kiem toan|tong giam doc|"
    r"chanh an|chanh thanh tra|chanh van phong|ban thuong vu|ban chap hanh|ban bi thu|"
    r"bo chinh tri|uy ban thuong vu|tong thanh tra|hieu pho|kiem toan truong|bi thu)\b"
)
# Symbols that are not made of the first letters of what they stand for.
_FIXED = {"ttg": "thu tuong", "tw": "trung uong", "tu": "uy", "ctn": "chu tich nuoc"}
_PARENTHESIS = re.compile(r"\s*\([^()]{1,40}\)")


def opens_body_name(text: str) -> bool:
    """Whether a name of a body begins with `text`."""
    return _OPENING.match(exact(text)) is not None


def is_half_opening(text: str) -> bool:
    """Whether `text` is only the first half of such a beginning, as in "ỦY / BAN NHÂN DÂN"."""
    return _HALF.fullmatch(fold(text)) is not None


def opens_authority(text: str) -> bool:
    """Whether `text` begins as the line that says who decides: CHỦ TỊCH ỦY BAN NHÂN DÂN ..."""
    return _AUTHORITY.match(fold(text)) is not None


def without_parentheses(name: str) -> str:
    """A name without the abbreviations put in brackets after its parts."""
    return _PARENTHESIS.sub("", name)


def symbol_fits(symbol: str, issuer: str) -> bool:
    """Whether the symbol of a number ("SGDĐT") can stand for the body called `issuer`.

    It does when one of its parts is among the first letters of the name; abbreviations in the
    name count as letters.
    """
    letters, folded = _letters(issuer), fold(issuer)
    return any(
        part in letters
        or part.endswith(letters)
        or (len(letters) > 2 and part.startswith(letters))
        or _FIXED.get(part, "\0") in folded
        for part in _symbol_parts(symbol)
    )


def _symbol_parts(symbol: str) -> list[str]:
    plain = without_marks(symbol).lower().replace("&", "").replace(".", "")
    return [part.strip("0123456789 \n") for part in re.split(r"[-/]", plain) if part.strip()]


def _letters(name: str) -> str:
    letters: list[str] = []
    for word in re.findall(r"[^\W\d_]+", without_parentheses(name)):
        if word.lower() == "và":
            continue
        is_short = word.isupper() and not name.isupper() and len(word) > 1
        letters.append(word if is_short else word[0])
    return without_marks("".join(letters)).lower()
