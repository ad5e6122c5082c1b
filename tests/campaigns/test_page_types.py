"""What Wagtail tests for free: where pages may be made, and that they render, edit, preview."""

from __future__ import annotations

from campaigns.models import CampaignIndexPage, CampaignPage, PlanIndexPage, PlanPage
from home.models import HomePage, StaffDeskPage
from tests.builders import make_campaign, make_index, make_plan
from tests.page_types import PageTypeTestCase


class CampaignPageTypesTest(PageTypeTestCase):
    def test_tree_rules(self):
        self.assertCanCreateAt(HomePage, CampaignIndexPage)
        self.assertCanCreateAt(CampaignIndexPage, CampaignPage)
        self.assertCanCreateAt(HomePage, PlanIndexPage)
        self.assertCanCreateAt(StaffDeskPage, PlanIndexPage)
        self.assertCanCreateAt(PlanIndexPage, PlanPage)
        self.assertCanNotCreateAt(CampaignIndexPage, PlanPage)
        self.assertCanNotCreateAt(PlanPage, PlanPage)

    def test_pages_render_edit_and_preview(self):
        plan = make_plan(text="I. MỤC ĐÍCH\n1. Mục đích\nThực hiện tốt nhiệm vụ năm học.")
        campaign = make_campaign(plan=plan)
        for page in (plan, campaign, make_index(PlanIndexPage), make_index(CampaignIndexPage)):
            with self.subTest(page=str(page)):
                self.assertWorksForAdministrator(page)
