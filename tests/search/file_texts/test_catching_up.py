"""An upgraded site: files of pages that were published before anybody listed them."""

from __future__ import annotations

import pytest
from django.core.management import call_command

from search.file_texts.models import FileUse
from tests.builders import make_news
from tests.search.file_texts.papers import make_file, regulation_with, story_with

pytestmark = pytest.mark.django_db


def test_reindex_lists_what_pages_from_before_offer():
    make_news("Không có tệp")
    pages = {regulation_with(make_file("một")).pk, story_with(make_file("hai")).pk}
    FileUse.objects.all().delete()
    call_command("reindex")
    assert set(FileUse.objects.values_list("page", flat=True)) == pages
    assert set(FileUse.objects.values_list("text__state", flat=True)) == {"waiting"}
