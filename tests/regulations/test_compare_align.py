"""Hand-made pairs of texts and what a careful reader says of each."""

from __future__ import annotations

from dataclasses import dataclass, field

import pytest

from extraction import read_document
from regulations.compare.align import Change, Wording, align
from regulations.compare.items import items_of

AIM = (
    "Luật này quy định về đối tượng, phạm vi, nguyên tắc, hình thức, tiêu chuẩn, thẩm quyền, "
    "trình tự, thủ tục thi đua, khen thưởng."
)
SCOPE = (
    "Luật này áp dụng đối với cá nhân, tập thể, hộ gia đình người Việt Nam, người Việt Nam định "
    "cư ở nước ngoài và cá nhân, tập thể người nước ngoài."
)
FUND = (
    "Quỹ thi đua, khen thưởng được hình thành từ ngân sách nhà nước, từ đóng góp của tổ chức, cá "
    "nhân và từ các nguồn thu hợp pháp khác; việc sử dụng quỹ phải công khai, minh bạch."
)
TITLES = (
    "Danh hiệu thi đua đối với cá nhân gồm chiến sĩ thi đua toàn quốc, chiến sĩ thi đua bộ, ban, "
    "ngành, tỉnh, chiến sĩ thi đua cơ sở và lao động tiên tiến."
)
GROUPS = (
    "Danh hiệu thi đua đối với tập thể gồm cờ thi đua của Chính phủ, tập thể lao động xuất sắc, "
    "tập thể lao động tiên tiến và thôn, tổ dân phố văn hóa."
)
COUNCIL = (
    "Hội đồng thi đua, khen thưởng các cấp là cơ quan tư vấn cho cấp ủy, chính quyền về công tác "
    "thi đua, khen thưởng; thành phần do người đứng đầu quyết định."
)
COMPLAINT = (
    "Cá nhân, tập thể có quyền khiếu nại, tố cáo về quyết định khen thưởng theo quy định của pháp "
    "luật về khiếu nại, pháp luật về tố cáo trong thời hạn chín mươi ngày."
)


def law(*articles: str) -> str:
    """A text of the articles, numbered from 1: "heading|words", or words alone; "#..." as it is."""
    lines = []
    number = 0
    for article in articles:
        if article.startswith("#"):
            lines += article[1:].split("|")
            continue
        number += 1
        heading, _, words = article.rpartition("|")
        lines += [f"Điều {number}. {heading}", words] if heading else [f"Điều {number}. {words}"]
    return "\n".join(lines)


@dataclass
class Provision:
    """A node of the outline in the shape of a stored row."""

    kind: str
    anchor: str
    label: str
    heading: str
    text: str
    depth: int
    block_id: str = field(default="")


def items(text: str):
    nodes = read_document(text).outline.walk() if text else []
    return items_of(
        Provision(n.kind.value, n.anchor, n.label, n.heading, n.text, n.depth) for n in nodes
    )


def name(item) -> str:
    return item.label.removeprefix("Điều ")


def verdicts(old: str, new: str) -> set[str]:
    """What differs, in short: "2>3 renumbered", "4 removed", "2>2+3 split" ..."""
    found = set()
    for row in align(items(old), items(new)):
        if row.is_untouched:
            continue
        words = [] if row.change is Change.SAME else [row.change.value]
        if row.change is Change.CHANGED and row.wording is not Wording.WORDS:
            words = [row.wording.value]
        words += ["moved"] * row.is_moved + ["renumbered"] * row.is_renumbered
        sides = ["+".join(map(name, side)) for side in (row.old, row.new) if side]
        where = sides[0] if len(set(sides)) == 1 else ">".join(sides)
        found.add(f"{where} {' '.join(words)}")
    return found


BASE = law(AIM, SCOPE, FUND, TITLES, COUNCIL)
HEADED = law(f"Phạm vi|{AIM}", f"Đối tượng|{SCOPE}", f"Quỹ|{FUND}")
CHAPTERS = law("#Chương I|QUY ĐỊNH CHUNG", AIM, SCOPE, "#Chương II|DANH HIỆU", TITLES, GROUPS)

PAIRS = {
    "identical": (BASE, BASE, set()),
    "both empty": ("", "", set()),
    "empty before": ("", law(AIM, SCOPE), {"1 added", "2 added"}),
    "empty after": (law(AIM, SCOPE), "", {"1 removed", "2 removed"}),
    "line breaks and blanks only": (BASE, BASE.replace(", ", ",  "), set()),
    "punctuation only": (BASE, BASE.replace("minh bạch.", "minh bạch!"), {"3 signs"}),
    "capitals only": (BASE, BASE.replace("Quỹ thi đua", "Quỹ Thi đua"), {"3 signs"}),
    "another school of tone marks": (BASE, BASE.replace("hình thành", "hình thành"), set()),
    "one mark of a letter": (BASE, BASE.replace("ngân sách", "ngăn sách"), {"3 changed"}),
    "words changed": (BASE, BASE.replace("công khai, minh bạch", "công khai"), {"3 changed"}),
    "heading only": (HEADED, HEADED.replace("Đối tượng", "Đối tượng áp dụng"), {"2 heading"}),
    "heading and words": (
        HEADED,
        HEADED.replace("Quỹ\n", "Quỹ khen thưởng\n").replace("công khai", "rõ ràng"),
        {"3 changed"},
    ),
    "added at the end": (BASE, law(AIM, SCOPE, FUND, TITLES, COUNCIL, GROUPS), {"6 added"}),
    "added in the middle": (
        law(AIM, SCOPE, FUND),
        law(AIM, COMPLAINT, SCOPE, FUND),
        {"2 added", "2>3 renumbered", "3>4 renumbered"},
    ),
    "removed from the middle": (
        law(AIM, SCOPE, FUND, TITLES),
        law(AIM, FUND, TITLES),
        {"2 removed", "3>2 renumbered", "4>3 renumbered"},
    ),
    "replaced under the same number": (
        law(AIM, SCOPE, FUND),
        law(AIM, COMPLAINT, FUND),
        {"2 removed", "2 added"},
    ),
    "rewritten under the same number and heading": (
        law(f"Phạm vi|{AIM}", f"Quỹ|{FUND}"),
        law(f"Phạm vi|{AIM}", f"Quỹ|{FUND[:60]} do Chính phủ quy định chi tiết hằng năm."),
        {"2 changed"},
    ),
    "renumbered and changed": (
        law(AIM, SCOPE, FUND),
        law(AIM, COUNCIL, SCOPE, FUND.replace("công khai, minh bạch", "công khai")),
        {"2 added", "2>3 renumbered", "3>4 changed renumbered"},
    ),
    "moved to the end": (
        BASE,
        law(AIM, FUND, TITLES, COUNCIL, SCOPE),
        {
            "2>5 moved renumbered",
            "3>2 renumbered",
            "4>3 renumbered",
            "5>4 renumbered",
        },
    ),
    "moved and changed": (
        law(AIM, SCOPE, FUND, TITLES),
        law(FUND.replace("công khai, minh bạch", "rõ ràng"), AIM, SCOPE, TITLES),
        {"3>1 changed moved renumbered", "1>2 renumbered", "2>3 renumbered"},
    ),
    "two exchanged": (
        law(AIM, SCOPE, FUND, TITLES),
        law(AIM, FUND, SCOPE, TITLES),
        {"2>3 moved renumbered", "3>2 renumbered"},
    ),
    "split in two": (
        law(AIM, f"{TITLES} {GROUPS}", FUND),
        law(AIM, TITLES, GROUPS, FUND),
        {"2>2+3 split", "3>4 renumbered"},
    ),
    "split in two, with small changes": (
        law(AIM, f"{TITLES} {GROUPS}", FUND),
        law(AIM, TITLES.replace("và lao động", "hoặc lao động"), f"{GROUPS} Bộ hướng dẫn.", FUND),
        {"2>2+3 split", "3>4 renumbered"},
    ),
    "split in three": (
        law(AIM, f"{TITLES} {GROUPS} {COUNCIL}"),
        law(AIM, TITLES, GROUPS, COUNCIL),
        {"2>2+3+4 split"},
    ),
    "split, the second part at the end": (
        law(AIM, f"{TITLES} {GROUPS}", FUND),
        law(AIM, TITLES, FUND, GROUPS),
        {"2>2+4 split"},
    ),
    "merged": (
        law(AIM, TITLES, GROUPS, FUND),
        law(AIM, f"{TITLES} {GROUPS}", FUND),
        {"2+3>2 merged", "4>3 renumbered"},
    ),
    "merged, with small changes": (
        law(AIM, TITLES, GROUPS, FUND),
        law(AIM, f"{TITLES.replace('và lao động', 'hoặc lao động')} {GROUPS}", FUND),
        {"2+3>2 merged", "4>3 renumbered"},
    ),
    "split and merged in one go": (
        law(f"{TITLES} {GROUPS}", AIM, FUND, COUNCIL),
        law(TITLES, GROUPS, AIM, f"{FUND} {COUNCIL}"),
        {"1>1+2 split", "2>3 renumbered", "3+4>4 merged"},
    ),
    "a sentence that comes from elsewhere is no split": (
        law(AIM, f"{TITLES} {GROUPS}"),
        law(AIM, f"{TITLES} {GROUPS}", "Danh hiệu thi đua đối với tập thể."),
        {"3 added"},
    ),
    "a whole new chapter": (
        CHAPTERS,
        law(
            "#Chương I|QUY ĐỊNH CHUNG",
            AIM,
            SCOPE,
            "#Chương II|QUỸ",
            FUND,
            COUNCIL,
            "#Chương III|DANH HIỆU",
            TITLES,
            GROUPS,
        ),
        {
            "Chương II added",
            "3 added",
            "4 added",
            "Chương II>Chương III renumbered",
            "3>5 renumbered",
            "4>6 renumbered",
        },
    ),
    "divided into chapters for the first time": (
        law(AIM, SCOPE, TITLES, GROUPS),
        CHAPTERS,
        {"Chương I added", "Chương II added"},
    ),
    "a chapter with another heading": (
        CHAPTERS,
        CHAPTERS.replace("DANH HIỆU", "CÁC HÌNH THỨC TÔN VINH"),
        {"Chương II heading"},
    ),
    "moved to another chapter without a new number": (
        CHAPTERS,
        law("#Chương I|QUY ĐỊNH CHUNG", AIM, "#Chương II|DANH HIỆU", SCOPE, TITLES, GROUPS),
        {"2 moved"},
    ),
    "clauses added and exchanged count as words of the article": (
        law(f"Quỹ gồm|1. {AIM}\n2. {SCOPE}", FUND),
        law(f"Quỹ gồm|1. {SCOPE}\n2. {AIM}", FUND),
        {"1 changed"},
    ),
    "a plan, its headings in Roman numbers": (
        f"I. MỤC ĐÍCH\n1. Mục đích\n{AIM}\n2. Yêu cầu\n{SCOPE}\nII. NỘI DUNG\n1. Quỹ\n{FUND}",
        f"I. MỤC ĐÍCH\n1. Yêu cầu\n{SCOPE}\n2. Mục đích\n{AIM}\nII. NỘI DUNG\n1. Quỹ\n{COUNCIL}",
        {"1.>2. moved renumbered", "2.>1. renumbered", "1. changed"},
    ),
}


@pytest.mark.parametrize(("old", "new", "expected"), PAIRS.values(), ids=PAIRS.keys())
def test_a_pair(old, new, expected):
    assert verdicts(old, new) == expected


@pytest.mark.parametrize(("old", "new"), [pair[:2] for pair in PAIRS.values()], ids=PAIRS.keys())
def test_nothing_is_lost_and_nothing_is_shown_twice(old, new):
    rows = align(items(old), items(new))
    for side, text in (("old", old), ("new", new)):
        shown = [item.anchor for row in rows for item in getattr(row, side)]
        assert sorted(shown) == sorted(item.anchor for item in items(text))
