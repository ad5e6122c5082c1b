"""Dates as documents print them."""

from __future__ import annotations

import datetime as dt

import pytest

from vietnamese import find_dates, parse_date


@pytest.mark.parametrize(
    ("printed", "value"),
    [
        ("17/8/2024", dt.date(2024, 8, 17)),
        ("24/09/2024", dt.date(2024, 9, 24)),
        ("03/04/2025", dt.date(2025, 4, 3)),
        ("ngày 05 tháng 3 năm 2020", dt.date(2020, 3, 5)),
        ("Hà Nội, ngày 26\ntháng 11 năm 2025", dt.date(2025, 11, 26)),
        ("31-7-2017", dt.date(2017, 7, 31)),
        ("15.7.2022", dt.date(2022, 7, 15)),
    ],
)
def test_day_comes_before_month(printed, value):
    assert parse_date(printed) == value


@pytest.mark.parametrize(
    "printed", ["", "31/02/2025", "12/13/2025", "tháng 6 năm 2022", "06/2022/QH15", "ngày   tháng"]
)
def test_what_no_calendar_has_is_no_date(printed):
    assert parse_date(printed) is None


def test_places_of_dates():
    text = "từ ngày 01/7/2025 đến 31/12/2025"
    assert [text[day.start : day.end] for day in find_dates(text)] == [
        "ngày 01/7/2025",
        "31/12/2025",
    ]
