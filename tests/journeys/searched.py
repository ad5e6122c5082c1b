"""What the search desk and the shelf of saved searches show once people have searched."""

from __future__ import annotations

from django.urls import reverse
from django.utils import timezone

from accounts.models import User
from search.desk.counted import AskedDay, AskedText, Verdict
from search.desk.models import Abbreviation, PinnedAnswer
from search.desk.words import digest_of, key_of
from search.saved.mails import stop_token
from search.saved.models import NewFind
from search.saved.shelf import keep, put_away
from tests.builders import make_news

# question, asked, without result, "no"
QUESTIONS = [
    ("Nghỉ phép trong năm học", 41, 0, 6),
    ("Mẫu báo cáo thành tích", 33, 2, 3),
    ("Nâng lương trước thời hạn", 27, 27, 0),
    ("Quy chế chi tiêu nội bộ", 12, 12, 0),
]


def searched() -> dict[str, str]:
    """Make the states; returns their addresses by name."""
    for question, asked, not_found, no in QUESTIONS:
        _asked(question, asked, not_found, no)
    story = make_news("Cách viết báo cáo thành tích")
    pin = PinnedAnswer.objects.create(
        questions="mẫu báo cáo", page=story, note="Mẫu ở cuối bài.", created_by=User.objects.first()
    )
    reader = User.objects.get(username="can-bo")
    leave = keep(reader, "Nghỉ lễ, nghỉ phép", "q=nghỉ phép", "daily")
    keep(reader, "", "q=thi đua&loai=newspage&nam=2026&hieu-luc=in-force", "")
    for number in range(1, 8):
        page = make_news(f"Lịch nghỉ lễ lần thứ {number} của cán bộ, giáo viên")
        NewFind.objects.create(saved=leave, page_id=page.pk)
    away = keep(reader, "Bỏ đi", "q=bỏ đi", "")
    put_away(away)
    own = Abbreviation.objects.create(abbreviation="MNYH", expansion="mầm non Yên Hòa")
    return {
        "pinned answer": "/tim-kiem/?q=mau+bao+cao",
        "answered no": "/tim-kiem/?q=mau+bao+cao&y-kien=khong",
        "no more mails": reverse("search:saved_stop", args=[stop_token(reader)]),
        "search just deleted": f"{reverse('search:saved')}?da-xoa={away.pk}",
        "pin": f"/quan-tri/search/pinnedanswer/edit/{pin.pk}/",
        "own abbreviation": f"/quan-tri/search/abbreviation/edit/{own.pk}/",
    }


def _asked(question: str, asked: int, not_found: int, no: int) -> None:
    today, digest = timezone.localdate(), digest_of(key_of(question))
    AskedText.objects.create(digest=digest, folded=key_of(question), text=question)
    AskedDay.objects.create(day=today, digest=digest, asked=asked, not_found=not_found)
    if no:
        Verdict.objects.create(day=today, digest=digest, yes=2 * no, no=no)
