"""What Wagtail tests for free of the repository and its pages."""

from __future__ import annotations

from home.models import HomePage, StaffDeskPage
from regulations.models import RegulationIndexPage, RegulationPage
from tests.builders import make_index, make_regulation
from tests.page_types import PageTypeTestCase


class RegulationPageTypesTest(PageTypeTestCase):
    def test_tree_rules(self):
        self.assertCanCreateAt(HomePage, RegulationIndexPage)
        self.assertCanCreateAt(StaffDeskPage, RegulationIndexPage)
        self.assertCanCreateAt(RegulationIndexPage, RegulationPage)
        self.assertCanNotCreateAt(HomePage, RegulationPage)

    def test_pages_render_edit_and_preview(self):
        regulation = make_regulation(text="Điều 1. Phạm vi\n1. Một\na) Điểm")
        for page in (regulation, make_index(RegulationIndexPage)):
            with self.subTest(page=str(page)):
                self.assertWorksForAdministrator(page)
