"""Dates as Vietnamese papers write them, through the editor's own form."""

from __future__ import annotations

import datetime as dt
import html

import pytest
from wagtail.admin.widgets import AdminDateInput, AdminDateTimeInput

from tests.builders import make_regulation
from tests.pages.desk import at_desk, edit_url, open_editor, send


def issued_on(page):
    """The date in the newest draft."""
    page.refresh_from_db()
    return page.get_latest_revision_as_object().issued_on


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("03/04/2025", dt.date(2025, 4, 3)),
        ("20/11/2025", dt.date(2025, 11, 20)),
        ("20-11-2025", dt.date(2025, 11, 20)),
        ("20.11.2025", dt.date(2025, 11, 20)),
        ("2025-11-20", dt.date(2025, 11, 20)),
        ("29/02/2024", dt.date(2024, 2, 29)),
    ],
)
def test_the_day_comes_first(editor, typed, meant):
    page = make_regulation()
    browser = at_desk(editor)
    send(browser, page, open_editor(browser, page), issued_on=typed)
    assert issued_on(page) == meant


@pytest.mark.parametrize("typed", ["31/02/2025", "29/02/2025", "11/20/2025", "hôm nay"])
def test_no_such_day_is_refused_in_vietnamese_and_what_was_typed_stays(editor, typed):
    page = make_regulation(issued_on=dt.date(2025, 4, 3))
    browser = at_desk(editor)
    response = send(browser, page, open_editor(browser, page), issued_on=typed)
    shown = html.unescape(response.content.decode())
    assert "Nhập một ngày hợp lệ." in shown
    assert f'value="{typed}"' in shown
    assert issued_on(page) == dt.date(2025, 4, 3)


def test_a_stored_date_comes_back_as_it_was_written(editor):
    page = make_regulation(issued_on=dt.date(2025, 4, 3))
    form = open_editor(at_desk(editor), page)
    assert form["issued_on"] == "03/04/2025"


def test_weeks_in_the_editors_calendar_begin_on_monday(editor):
    shown = html.unescape(at_desk(editor).get(edit_url(make_regulation())).content.decode())
    assert '"dayOfWeekStart": 1' in shown
    assert '"dayOfWeekStart": 0' not in shown


@pytest.mark.parametrize(
    ("widget", "shown"),
    [(AdminDateInput, "20/11/2025"), (AdminDateTimeInput, "20/11/2025 07:05")],
)
def test_the_admins_widgets_write_the_day_first(widget, shown):
    assert f'value="{shown}"' in widget().render("ngay", dt.datetime(2025, 11, 20, 7, 5))  # noqa: DTZ001


def test_readers_see_the_day_first(client, admin):
    page = make_regulation(issued_on=dt.date(2025, 4, 3), number="12/QC-HĐ")
    client.force_login(admin)
    assert "03/04/2025" in client.get(page.url).content.decode()
