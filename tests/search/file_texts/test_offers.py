"""Which files a page offers, and that nobody opens them before a reader does."""

from __future__ import annotations

import pytest

from search.file_texts.models import FileText, FileUse
from tests.builders import make_honoree, make_news, make_regulation
from tests.search.file_texts.papers import make_file, regulation_with, story_with

pytestmark = pytest.mark.django_db


def waiting():
    return [use.title for use in FileUse.objects.filter(text__state="waiting").order_by("title")]


def test_the_annexes_of_a_document_wait_to_be_read():
    regulation_with(file := make_file())
    assert waiting() == [f"Phụ lục {file.pk}"]


def test_the_original_is_read_where_the_page_has_no_text():
    make_regulation(original=make_file(title="Bản ký"))
    assert waiting() == ["Bản ký"]


def test_the_original_whose_text_is_on_the_page_is_not():
    make_regulation(original=make_file(title="Bản ký"), text="Điều 1. Như trên")
    assert waiting() == []


def test_files_in_a_story_and_links_to_files_in_its_prose():
    shown, linked = make_file("một", "Thể lệ"), make_file("hai", "Mẫu đơn")
    prose = f'<p>Xem <a linktype="document" id="{linked.pk}">mẫu</a>.</p>'
    make_news(body=[("document", shown), ("paragraph", prose)])
    assert waiting() == ["Mẫu đơn", "Thể lệ"]


def test_the_profile_of_somebody_offers_files_too():
    make_honoree(body=[("document", make_file(title="Báo cáo thành tích"))])
    assert waiting() == ["Báo cáo thành tích"]


def test_the_same_bytes_wait_once():
    story_with(make_file("như nhau", "A"))
    story_with(make_file("như nhau", "B"), make_file("như nhau", "C"))
    assert FileText.objects.count() == 1
    assert waiting() == ["A", "B"]


def test_a_draft_offers_nothing():
    make_news(body=[("document", make_file())], live=False)
    assert waiting() == []


def test_what_is_taken_off_the_page_is_offered_no_longer():
    story = story_with(make_file("một", "A"), make_file("hai", "B"))
    story.body = story.body.raw_data[1:]
    story.save_revision().publish()
    assert waiting() == ["B"]
    story.unpublish()
    assert waiting() == []


def test_a_file_that_the_storage_has_lost_stops_no_publication():
    file = make_file()
    file.file.storage.delete(file.file.name)
    assert story_with(file).live
    assert waiting() == []
