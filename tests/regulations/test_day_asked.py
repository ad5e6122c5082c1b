"""The day in `?ngay=`: as computers and as people write it; anything else gets a sentence."""

from __future__ import annotations

import datetime as dt

import pytest
from django.test import RequestFactory
from django.utils import timezone

from regulations.day_asked import day_asked, without_day


def asked(text, **more):
    return day_asked(RequestFactory().get("/", {"ngay": text, **more}))


@pytest.mark.parametrize(
    "text", ["2024-06-01", "01/06/2024", "1/6/2024", "01-06-2024", "1.6.2024", " 2024-06-01 "]
)
def test_a_day_is_read(text):
    found = asked(text)
    assert (found.day, found.is_asked, found.error) == (dt.date(2024, 6, 1), True, "")


NO_DAYS = ["31/02/2024", "2024-02-31", "hôm qua", "06/2024", "0001-01-01", "9999-12-31"]
NONSENSE = ["٢٠٢٤-٠١-٠١", "'; drop table--", "\x00", "1" * 5000, "2024-06-01-01", "--", "2024--1"]


@pytest.mark.parametrize("text", [*NO_DAYS, *NONSENSE])
def test_wrong_input_gives_a_sentence_and_today(text):
    found = asked(text)
    assert found.day == timezone.localdate()
    assert not found.is_asked
    assert "01/06/2024" in found.error


def test_nothing_asked_is_today_and_no_error():
    found = day_asked(RequestFactory().get("/"))
    assert (found.day, found.is_asked, found.error) == (timezone.localdate(), False, "")


@pytest.mark.parametrize(
    ("address", "kept"),
    [
        ("/van-ban/a/", "/van-ban/a/?ngay=2024-06-01"),
        ("/van-ban/a/#dieu-5", "/van-ban/a/?ngay=2024-06-01#dieu-5"),
        ("/so/1/?b=2#c", "/so/1/?b=2&ngay=2024-06-01#c"),
        ("", ""),
    ],
)
def test_links_keep_the_day(address, kept):
    assert asked("01/06/2024").keep(address) == kept
    assert asked("").keep(address) == address


def test_the_way_back_to_today_keeps_the_rest():
    request = RequestFactory().get("/?nam=2024&ngay=2024-06-01&trang=3")
    assert without_day(request) == "nam=2024"
