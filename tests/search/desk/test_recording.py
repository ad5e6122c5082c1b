"""What was asked: counted, never in a way that tells who asked, and never at a search's cost."""

from __future__ import annotations

import datetime as dt
from types import SimpleNamespace

import pytest
from django.core.management import call_command
from django.db import DatabaseError, connection
from django.test import RequestFactory
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from search.desk import note, record, recording
from search.desk.counted import AskedDay, AskedText, Verdict
from search.desk.models import PinnedAnswer
from search.desk.recording import _Waiting, flush, flush_quietly
from search.desk.report import ASKED, NOT_FOUND, lines, totals
from search.desk.words import looks_personal
from search.results import Query, SearchRequest
from tests.builders import make_award, make_consent, make_decision, make_honoree

pytestmark = pytest.mark.django_db
TODAY = timezone.localdate()


@pytest.fixture(autouse=True)
def nothing_waits():
    _Waiting.tallies.clear()
    yield
    _Waiting.tallies.clear()


def on(monkeypatch, days_ago):
    day = timezone.localdate() - dt.timedelta(days=days_ago)
    monkeypatch.setattr(recording.timezone, "localdate", lambda: day)


def ask(text, total=1, times=1):
    for _ in range(times):
        record(text, total)
    flush()


def asked_often(text, monkeypatch, total=1):
    for days_ago in (2, 1, 0):
        with monkeypatch.context() as patched:
            on(patched, days_ago)
            ask(text, total)


def texts():
    return list(AskedText.objects.values_list("text", flat=True))


def stored():
    """Everything that the tables of the record hold, as text."""
    rows = [row for model in (AskedDay, AskedText, Verdict) for row in model.objects.values_list()]
    return str(rows).lower()


def test_a_question_of_several_days_is_kept_in_words_with_its_counts(monkeypatch):
    asked_often("Nâng lương trước hạn", monkeypatch, total=0)
    (line,) = lines(NOT_FOUND, TODAY - dt.timedelta(days=7), TODAY)
    assert (line.text, line.asked, line.not_found) == ("Nâng lương trước hạn", 3, 3)


def test_spellings_of_one_question_are_one_question(monkeypatch):
    for days_ago, text in enumerate(["nang luong", "NÂNG  LƯƠNG", "Nâng lương"]):
        with monkeypatch.context() as patched:
            on(patched, days_ago)
            ask(text)
    (line,) = lines(ASKED, TODAY - dt.timedelta(days=7), TODAY)
    assert line.asked == 3


def test_what_was_asked_once_or_all_on_one_day_is_stored_in_no_words():
    ask("bệnh của cô hiệu phó", times=20)
    assert texts() == []
    assert "bệnh" not in stored()
    assert "benh" not in stored()
    assert totals(TODAY, TODAY).asked == 20


@pytest.mark.parametrize(
    "text",
    [
        "0912345678",
        "gọi 0912 345 678",
        "0912.345.678",
        "cccd 001085012345",
        "31121999",
        "co-giao@truong.edu.vn",
        "https://a.example/x",
        "Nguyễn Thị Hoa",
        "trần văn nam",
        "nguyen thi hoa",
        "Đỗ Thị Lan",
        "Phạm Vinh Quang",
        "đơn " * 21,
    ],
)
def test_what_looks_personal_leaves_nothing_at_all(text, monkeypatch):
    assert looks_personal(text)
    asked_often(text, monkeypatch)
    assert not AskedDay.objects.exists()


@pytest.mark.parametrize(
    "text",
    [
        "năm học 2024-2025",
        "06/2022/QH15",
        "nghị định 98/2023/NĐ-CP",
        "nguyên tắc khen thưởng",
        "phạm vi áp dụng",
        "hồ sơ khen thưởng",
        "lý do nghỉ",
        "hồ sơ chiến sĩ thi đua",
        "le tong ket nam hoc",
    ],
)
def test_what_only_looks_a_little_like_it_is_counted(text):
    ask(text)
    assert AskedDay.objects.count() == 1


def asking(text="nâng lương", method="get", number=1, request=None, **headers):
    found = SimpleNamespace(
        query=Query(text), request=request or SearchRequest(text), number=number, total=1, cards=[]
    )
    note(getattr(RequestFactory(), method)("/tim-kiem/", headers=headers), found)
    return len(_Waiting.tallies)


def test_a_person_is_counted_with_the_first_page_of_results():
    assert asking() == 1


@pytest.mark.parametrize(
    "asked",
    [
        {"method": "head"},
        {"number": 2},
        {"request": SearchRequest("nâng lương", kinds=frozenset({"newspage"}))},
        {"request": SearchRequest("nâng lương", explain=True)},
        {"user-agent": "Googlebot/2.1"},
        {"dnt": "1"},
        {"sec-gpc": "1"},
        {"sec-purpose": "prefetch"},
        {"text": "?"},
    ],
    ids=str,
)
def test_robots_and_repetitions_are_not(asked):
    assert asking(**asked) == 0


def test_a_search_asks_the_database_nothing():
    with CaptureQueriesContext(connection) as queries:
        record("nâng lương", 0)
    assert len(queries) == 0


def test_nothing_that_fails_reaches_the_search(caplog, monkeypatch):
    note(RequestFactory().get("/tim-kiem/"), None)

    def fail(taken):
        raise DatabaseError("database is locked")

    record("nâng lương", 0)
    with monkeypatch.context() as patched:
        patched.setattr(recording, "_write", fail)
        flush_quietly()
    assert "locked" in caplog.text
    record("nâng lương", 1)
    flush()
    assert AskedDay.objects.values_list("asked", "not_found").get() == (2, 1)


def test_the_memory_of_a_process_has_an_end(monkeypatch):
    monkeypatch.setattr(recording, "MOST_WAITING", 3)
    for number in range(10):
        record(f"câu thứ {number}", 1)
    assert len(_Waiting.tallies) == 3


def test_after_ninety_days_nothing_is_left(monkeypatch):
    with monkeypatch.context() as patched:
        on(patched, 92)
        ask("nâng lương")
    with monkeypatch.context() as patched:
        on(patched, 91)
        ask("nâng lương", times=2)
    ask("thi đua")
    Verdict.objects.create(day=TODAY - dt.timedelta(days=91), digest="a" * 32, no=1)
    assert texts() == ["nâng lương"]
    call_command("prune_searches")
    assert texts() == []
    assert AskedDay.objects.count() == 1
    assert not Verdict.objects.exists()


def test_the_name_of_an_honoree_is_never_written_down(monkeypatch):
    make_honoree("Ánh Tuyết Mai")
    asked_often("gương ánh tuyết mai", monkeypatch)
    asked_often("gương khác", monkeypatch)
    assert texts() == ["gương khác"]


def test_the_name_of_somebody_awarded_is_never_written_down(monkeypatch):
    make_award(make_decision(), "Ánh Tuyết Mai")
    asked_often("ánh tuyết mai", monkeypatch)
    asked_often("gương khác", monkeypatch)
    assert texts() == ["gương khác"]


def test_who_withdraws_consent_is_pinned_no_more():
    honoree = make_honoree("Ánh Tuyết Mai", consent=False, live=False)
    PinnedAnswer.objects.create(questions="ánh tuyết mai", page=honoree)
    consent = make_consent(honoree)
    assert PinnedAnswer.objects.exists()
    consent.withdrawn_at = timezone.now()
    consent.save()
    assert not PinnedAnswer.objects.exists()


def test_who_withdraws_consent_is_not_asked_for_any_more(monkeypatch):
    asked_often("gương ánh tuyết mai", monkeypatch)
    asked_often("gương khác", monkeypatch)
    # The page came later than the questions.
    honoree = make_honoree("Ánh Tuyết Mai", consent=False, live=False)
    consent = make_consent(honoree)
    assert len(texts()) == 2
    consent.withdrawn_at = timezone.now()
    consent.save()
    assert texts() == ["gương khác"]
    assert "tuyet mai" not in stored()
