"""What Wagtail tests for free of decisions and profiles."""

from __future__ import annotations

from home.models import HomePage
from honors.models import DecisionIndexPage, DecisionPage, HonoreeIndexPage, HonoreePage
from tests.builders import make_award, make_decision, make_honoree, make_index
from tests.page_types import PageTypeTestCase


class HonorPageTypesTest(PageTypeTestCase):
    def test_tree_rules(self):
        self.assertCanCreateAt(HomePage, HonoreeIndexPage)
        self.assertCanCreateAt(HonoreeIndexPage, HonoreePage)
        self.assertCanCreateAt(DecisionIndexPage, DecisionPage)
        self.assertCanNotCreateAt(HonoreeIndexPage, DecisionPage)

    def test_pages_render_edit_and_preview(self):
        honoree, decision = make_honoree(), make_decision()
        make_award(decision, honoree.title, honoree=honoree)
        pages = (honoree, decision, make_index(HonoreeIndexPage), make_index(DecisionIndexPage))
        for page in pages:
            with self.subTest(page=str(page)):
                self.assertWorksForAdministrator(page)
