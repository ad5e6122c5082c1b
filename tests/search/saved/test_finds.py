"""What came into saved searches since they were looked through."""

from __future__ import annotations

import datetime as dt

import pytest
from django.utils import timezone

from accounts.audience import Audience
from search.file_texts.models import FileText
from search.file_texts.queue import read_next_file
from search.saved import finds
from search.saved.finds import look_through_all
from search.saved.models import NewFind, SavedSearch
from search.saved.shelf import keep, see
from tests.builders import make_home, make_news, make_user
from tests.search.file_texts.papers import make_file, story_with

pytestmark = pytest.mark.django_db


@pytest.fixture
def saved(staff):
    make_home()
    return keep(staff, "Nghỉ lễ", "q=nghỉ+lễ", "")


def new(saved):
    return sorted(NewFind.objects.filter(saved=saved).values_list("page__title", flat=True))


def test_what_is_published_later_and_matches_is_new(saved):
    make_news("Lịch nghỉ lễ")
    make_news("Chuyện khác")
    look_through_all()
    assert new(saved) == ["Lịch nghỉ lễ"]


def test_what_a_file_says_is_new_once_the_file_is_read(saved):
    story_with(make_file("Lịch nghỉ lễ Quốc khánh"), title="Thông báo")
    published = timezone.now()
    assert look_through_all(published) == 0
    read_next_file()
    # By now the publication itself lies before the last look, and what it overlaps.
    SavedSearch.objects.update(checked_at=published + dt.timedelta(hours=1))
    later = {"finished_at": published + dt.timedelta(hours=2)}
    FileText.objects.update(**later)
    assert look_through_all(published + dt.timedelta(hours=3)) == 1
    assert new(saved) == ["Thông báo"]


def test_a_file_of_a_page_from_before_is_no_news(staff):
    story_with(make_file("Lịch nghỉ lễ Quốc khánh"), title="Thông báo")
    saved = keep(staff, "", "q=nghỉ+lễ", "")
    read_next_file()
    look_through_all()
    assert new(saved) == []


def test_what_was_there_before_is_not(staff):
    make_news("Lịch nghỉ lễ")
    saved = keep(staff, "", "q=nghỉ+lễ", "")
    look_through_all()
    assert new(saved) == []


def test_looking_twice_finds_once_and_what_was_seen_stays_seen(saved):
    make_news("Lịch nghỉ lễ")
    assert look_through_all() == 1
    see(saved)
    assert look_through_all() == 0
    assert look_through_all(timezone.now() + dt.timedelta(days=1)) == 0
    assert NewFind.objects.get().is_seen


@pytest.mark.parametrize(
    ("audience", "expected"), [(Audience.STAFF, ["Lịch nghỉ lễ"]), (Audience.COUNCIL, [])]
)
def test_only_what_its_owner_may_see_is_found(saved, audience, expected):
    make_news("Lịch nghỉ lễ", audience=audience)
    make_news("Bản nháp nghỉ lễ", live=False)
    look_through_all()
    assert new(saved) == expected


def test_filters_hold(staff):
    make_home()
    saved = keep(staff, "", "q=nghỉ+lễ&loai=honoreepage", "")
    make_news("Lịch nghỉ lễ")
    look_through_all()
    assert new(saved) == []


def test_some_of_the_words_are_no_news(staff):
    make_home()
    saved = keep(staff, "", "q=nghỉ+lễ+giáo+viên+vùng+cao", "")
    make_news("Lịch nghỉ lễ")
    look_through_all()
    assert new(saved) == []


def test_those_who_left_are_not_looked_for(saved, staff):
    make_news("Lịch nghỉ lễ")
    staff.groups.clear()
    look_through_all()
    assert new(saved) == []


def test_one_that_fails_does_not_stop_the_others(saved, monkeypatch, caplog):
    broken = keep(make_user("a-hong", "Staff"), "Hỏng", "q=hỏng", "")
    make_news("Lịch nghỉ lễ")
    usual = finds.look_through

    def fail(one, now):
        if one.pk == broken.pk:
            raise RuntimeError("mất điện")
        return usual(one, now)

    monkeypatch.setattr(finds, "look_through", fail)
    look_through_all()
    assert new(saved) == ["Lịch nghỉ lễ"]
    assert "mất điện" in caplog.text
    assert SavedSearch.objects.get(pk=broken.pk).checked_at < timezone.now()
