"""Names of issuing bodies: how they begin, and whether a symbol can stand for one."""

from __future__ import annotations

import re

from vietnamese import exact, fold, without_marks

# The words that open the name of a body; "sở" is one, "số" is not, so tones count.
_OPENINGS = (
    "ban bảo_hiểm bệnh_viện bộ chi_bộ chi_cục chi_nhánh chính_phủ chủ_tịch_nước công_an công_đoàn "
    "công_ty cục đài đại_học đảng_bộ đảng_đoàn đảng_ủy đoàn đội hđnd học_viện hội hội_đồng "
    "huyện_ủy kho_bạc khoa trạm kiểm_toán liên_đoàn liên_minh mặt_trận ngân_hàng nhà_xuất_bản "
    "phòng quận_ủy "
    "quốc_hội sở tập_đoàn thành_đoàn thành_ủy thanh_tra thị_ủy thủ_tướng thuế tỉnh_đoàn tỉnh_ủy "
    "tòa_án tổng_công_ty tổng_cục tổng_liên_đoàn trung_tâm trung_ương trường ubnd ubmttq ủy_ban "
    "văn_phòng viện vụ xí_nghiệp"
)
_NAMES = "|".join(exact(words.replace("_", " ")) for words in _OPENINGS.split())
_OPENING = re.compile(rf"(?!ban hanh1|khoa hoc5|tram5 y)(?:{_NAMES})\b")
_HALF = re.compile(r"(?:uy|hoi|van|thu|tong|kho|cong|bao|mat|chi|dang|ngan|trung)")
_AUTHORITY = re.compile(
    r"(?:q\. )?(?:pho )?(?:chu tich|bo truong|giam doc|hieu truong|cuc truong|tong cuc truong|"
    r"chi cuc truong|thu tuong|chinh phu|uy ban nhan dan|hoi dong nhan dan|hoi dong|quoc hoi|"
    r"truong phong|truong ban|truong thue|vien truong|thong doc|tong kiem toan|tong giam doc|"
    r"chanh an|chanh thanh tra|chanh van phong|ban thuong vu|ban chap hanh|ban bi thu|"
    r"bo chinh tri|uy ban thuong vu|tong thanh tra|hieu pho|kiem toan truong|bi thu)\b"
)
_PERSON = re.compile(
    "|".join(
        exact(words)
        for words in (
            "chủ tịch ủy",
            "chủ tịch hội đồng",
            "chủ tịch quốc hội",
            "tổng kiểm toán",
            "viện trưởng viện",
            "chánh án tòa",
            "tổng thanh tra",
            "thống đốc ngân hàng",
            "bộ trưởng bộ",
        )
    )
)
_ORGAN = re.compile(
    "|".join(
        exact(words)
        for words in (
            "thủ tướng",
            "ban chấp hành",
            "ban thường vụ",
            "ban thường trực",
            "ủy ban",
            "hội đồng",
            "văn phòng",
            "ban",
            "hội",
            "phòng",
            "trường",
            "trung tâm",
            "ban chỉ đạo",
            "ban tổ chức",
        )
    )
)
_OFFICER = re.compile(
    "|".join(
        exact(words)
        for words in ("chủ tịch", "bộ trưởng", "giám đốc", "tổng giám đốc", "cục trưởng")
    )
)
# Symbols that are not made of the first letters of what they stand for.
_FIXED = {"ttg": "thu tuong", "tw": "trung uong", "tu": "uy", "ctn": "chu tich nuoc"}
_SYLLABLE = re.compile(
    r"(?:ngh|ng|nh|ch|gh|gi|kh|ph|th|tr|qu|[bcdghklmnpqrstvx])?[aeiouy]{1,3}(?:ng|nh|ch|[cmnpt])?"
)
_PARENTHESIS = re.compile(r"\s*\([^()]{1,40}\)")


def opens_body_name(text: str) -> bool:
    """Whether a name of a body begins with `text`."""
    return _OPENING.match(exact(text)) is not None


def opens_person_body(text: str) -> bool:
    """Whether an officer is named who issues in his own name: CHỦ TỊCH ỦY BAN NHÂN DÂN ..."""
    return _PERSON.match(exact(text)) is not None


def waits_for_name(text: str) -> bool:
    """Whether `text` is an organ that needs the name of its body to be whole: BAN CHẤP HÀNH."""
    return _ORGAN.fullmatch(exact(text)) is not None


def is_officer(text: str) -> bool:
    """Whether `text` is only an office whose body stands above or below: CHỦ TỊCH."""
    return _OFFICER.fullmatch(exact(text)) is not None


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
        is_short = word.isupper() and len(word) > 1 and _is_short(word, name)
        letters.append(word if is_short else word[0])
    return without_marks("".join(letters)).lower()


def _is_short(word: str, name: str) -> bool:
    """Whether a word in capitals is an abbreviation: always where names have small letters."""
    return not name.isupper() or not _SYLLABLE.fullmatch(without_marks(word).lower())
