"""What is not searched of a page is told to whoever looks after the documents."""

from __future__ import annotations

import pytest

from search.models import MOST_PASSAGES, SearchedPage
from tests.builders import make_news, make_regulation

pytestmark = pytest.mark.django_db


def test_a_page_that_was_cut_stands_in_the_review_queue(client, editor):
    long, short = make_regulation("Bộ luật dài"), make_news("Tin ngắn")
    SearchedPage.objects.filter(page_id=long.pk).update(passages=MOST_PASSAGES)
    client.force_login(editor)
    told = client.get("/van-ban-can-ra-soat/?ly-do=cut-page").content.decode()
    assert long.title in told
    assert short.title not in told
    assert str(MOST_PASSAGES) in told or "4.096" in told
