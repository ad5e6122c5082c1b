"""Days in words, as documents print them."""

from __future__ import annotations

import datetime as dt


def day_in_words(on: dt.date) -> str:
    """ "ngày 05 tháng 01 năm 2026".

    Days below 10 and the months 1 and 2 with a zero: Decree 30/2020/ND-CP, annex I, part II, 4b.
    """
    month = f"{on.month:02}" if on.month < 3 else str(on.month)
    return f"ngày {on.day:02} tháng {month} năm {on.year}"
