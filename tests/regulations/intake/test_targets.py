"""Where drafts go: by id, slug or path, and only what the page tree allows."""

from __future__ import annotations

import pytest

from campaigns.models import CampaignIndexPage, PlanIndexPage, PlanPage
from honors.models import DecisionIndexPage, DecisionPage
from regulations.intake import RefusedError, parents_for, types_below
from regulations.intake.targets import check_right, find_parent, type_below
from regulations.models import RegulationIndexPage, RegulationPage
from tests.builders import make_index

pytestmark = pytest.mark.django_db


@pytest.fixture
def lists():
    """The lists of plans, decisions and regulations, and one that takes no documents."""
    make_index(CampaignIndexPage)
    return [make_index(one) for one in (RegulationIndexPage, PlanIndexPage, DecisionIndexPage)]


def test_a_list_is_found_by_id_slug_or_path(lists):
    plans = lists[1]
    for wanted in (str(plans.pk), "ke-hoach", "/ke-hoach/", "trang-chu/ke-hoach"):
        assert find_parent(wanted).pk == plans.pk


def test_no_list_is_needed_where_only_one_takes_the_type(lists):
    assert find_parent("", "decision").pk == lists[2].pk


@pytest.mark.parametrize("wanted", ["khong-co", "", "phong-trao"])
def test_another_page_is_refused_with_the_lists_there_are(lists, wanted):
    with pytest.raises(RefusedError) as refused:
        find_parent(wanted)
    assert refused.value.data["known"] == "van-ban, ke-hoach, quyet-dinh"


def test_the_type_follows_from_the_list(lists):
    models = [type_below(one) for one in lists]

    assert models == [RegulationPage, PlanPage, DecisionPage]
    assert types_below(lists[1]) == [PlanPage]


@pytest.mark.parametrize("wanted", ["plan", "PlanPage", "campaigns.PlanPage", "Kế hoạch"])
def test_a_type_is_called_by_any_of_its_names(lists, wanted):
    assert type_below(lists[1], wanted) is PlanPage


def test_a_type_that_may_not_stand_there_is_refused(lists):
    with pytest.raises(RefusedError):
        type_below(lists[1], "decision")


def test_only_those_who_may_add_pages_are_offered_lists(lists, editor, staff):
    assert [one.pk for one in parents_for(editor)] == [one.pk for one in lists]
    assert parents_for(staff) == []
    with pytest.raises(RefusedError):
        check_right(staff, lists[0])
