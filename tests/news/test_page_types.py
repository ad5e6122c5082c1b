"""What Wagtail tests for free of the news."""

from __future__ import annotations

from home.models import HomePage
from news.models import NewsIndexPage, NewsPage
from tests.builders import make_honoree, make_index, make_news
from tests.page_types import PageTypeTestCase


class NewsPageTypesTest(PageTypeTestCase):
    def test_tree_rules(self):
        self.assertCanCreateAt(HomePage, NewsIndexPage)
        self.assertCanCreateAt(NewsIndexPage, NewsPage)
        self.assertCanNotCreateAt(HomePage, NewsPage)

    def test_pages_render_edit_and_preview(self):
        story = make_news(honorees=[make_honoree()])
        for page in (story, make_index(NewsIndexPage)):
            with self.subTest(page=str(page)):
                self.assertWorksForAdministrator(page)
