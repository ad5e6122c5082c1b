"""Names of bodies printed in capitals, written as they stand in a sentence.

Decree 30/2020/NĐ-CP, annex II, III: the first letter of each part of the name of a body is a
capital ("Ủy ban nhân dân tỉnh Bắc Ninh", "Trường Mầm non Hoa Sen"). What is no common word is
taken for a proper name, each syllable with a capital.
"""

from __future__ import annotations

import re

from vietnamese.letters import nfc

# As they are written; longer phrases stand before the shorter ones they begin with.
_PHRASES = (
    "Ủy ban nhân dân",
    "Ủy ban Mặt trận Tổ quốc",
    "Ủy ban Thường vụ Quốc hội",
    "Ủy ban",
    "Hội đồng nhân dân",
    "Hội đồng Thi đua - Khen thưởng",
    "Hội đồng Thi đua, Khen thưởng",
    "Hội đồng Thi đua",
    "Hội đồng trường",
    "Hội đồng",
    "Văn phòng Chính phủ",
    "Thủ tướng Chính phủ",
    "Chính phủ",
    "Văn phòng Quốc hội",
    "Quốc hội",
    "Chủ tịch nước",
    "Chủ tịch",
    "Bộ trưởng",
    "Giáo dục và Đào tạo",
    "Văn hóa, Thể thao và Du lịch",
    "Khoa học và Công nghệ",
    "Lao động - Thương binh và Xã hội",
    "Tài nguyên và Môi trường",
    "Nông nghiệp và Môi trường",
    "Nông nghiệp và Phát triển nông thôn",
    "Thông tin và Truyền thông",
    "Kế hoạch và Đầu tư",
    "Công nghiệp và Thương mại",
    "Nội vụ",
    "Tài chính",
    "Tư pháp",
    "Y tế",
    "Xây dựng",
    "Quốc phòng",
    "Công an",
    "Công Thương",
    "Ngoại giao",
    "Ban Thi đua - Khen thưởng",
    "Ban Chấp hành",
    "Ban Bí thư",
    "Ban Chỉ đạo",
    "Ban",
    "Đảng Cộng sản Việt Nam",
    "Đảng bộ",
    "Đảng ủy",
    "Chi bộ",
    "Tỉnh ủy",
    "Thành ủy",
    "Công đoàn",
    "Liên đoàn Lao động",
    "Văn phòng",
    "Trung ương",
    "Mầm non",
    "Mẫu giáo",
    "Tiểu học",
    "Trung học cơ sở",
    "Trung học phổ thông",
    "Trung học",
    "Cao đẳng",
    "Đại học",
    "Nhà trường",
    "Trường",
    "Bộ",
    "Sở",
    "Phòng",
    "Cục",
    "Vụ",
    "Tổng cục",
    "Trung tâm",
    "Viện",
    "Tòa án nhân dân",
    "Viện kiểm sát nhân dân",
    "thành phố",
    "tỉnh",
    "quận",
    "huyện",
    "thị xã",
    "thị trấn",
    "phường",
    "xã",
    "đặc khu",
    "và",
    "của",
    "các",
)
_SHORT = {"GDĐT", "GD&ĐT", "UBND", "HĐND", "THCS", "THPT", "TH", "MN", "TW", "TP", "TP.", "GDTX"}
_WORD = re.compile(r"[^\W\d_]+")


def _pattern() -> re.Pattern[str]:
    ordered = sorted(_PHRASES, key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, ordered))})(?!\w)", re.IGNORECASE)


_KNOWN = _pattern()
_AS_WRITTEN = {phrase.lower(): phrase for phrase in _PHRASES}
# Older spelling of the same words ("UỶ BAN").
_SPELLINGS = {"UỶ": "ỦY", "HOÀ": "HÒA", "KHOẺ": "KHỎE"}


def body_name(printed: str) -> str:
    """ "ỦY BAN NHÂN DÂN TỈNH BẮC NINH" as "Ủy ban nhân dân tỉnh Bắc Ninh".

    A name that is not all in capitals comes back as it is, on one line.
    """
    name = " ".join(nfc(printed).split())
    if not name.isupper():
        return name
    for old, new in _SPELLINGS.items():
        name = re.sub(rf"(?<!\w){old}(?!\w)", new, name)
    written = []
    end = 0
    for known in _KNOWN.finditer(name):
        written.append(_proper(name[end : known.start()]))
        written.append(_AS_WRITTEN[known[0].lower()])
        end = known.end()
    written.append(_proper(name[end:]))
    joined = "".join(written)
    return joined[:1].upper() + joined[1:]


def _proper(text: str) -> str:
    return _WORD.sub(lambda word: word[0] if word[0] in _SHORT else word[0].capitalize(), text)
