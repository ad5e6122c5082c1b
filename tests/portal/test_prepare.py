"""`manage.py prepare`: a new checkout becomes a portal, and a second time costs nothing."""

from __future__ import annotations

import json
import shutil
import sqlite3
import sys
from pathlib import Path

import pytest

from tests.portal.commands import ROOT, make, run

# One worker makes the one sample site that these tests look at.
pytestmark = pytest.mark.xdist_group("prepare")


NOT_TRACKED = shutil.ignore_patterns(".git", ".venv", "var", "*.mo", "__pycache__", ".*_cache")


@pytest.fixture(scope="module")
def first(tmp_path_factory):
    """The data folder and what `make prepare` printed in a new checkout."""
    checkout = tmp_path_factory.mktemp("new") / "checkout"
    shutil.copytree(ROOT, checkout, ignore=NOT_TRACKED)
    (checkout / ".venv").symlink_to(Path(sys.prefix))
    data = tmp_path_factory.mktemp("portal")
    done = make("prepare", checkout, data)
    assert done.returncode == 0, done.stderr
    return data, done.stdout


def test_the_first_time_prints_the_sample_accounts_in_vietnamese(first):
    _, printed = first
    assert "mật khẩu chỉ hiện một lần" in printed
    assert "bien-tap" in printed


def test_it_makes_the_sample_site_and_the_static_files(first):
    data, _ = first
    with sqlite3.connect(data / "portal.sqlite3") as database:
        (plans,) = database.execute("SELECT count(*) FROM campaigns_planpage").fetchone()
    assert plans == 1
    assert (data / "static" / "staticfiles.json").is_file()


FACTS = """
import json
from wagtail.models import Site
from campaigns.models import CampaignPage, PlanPage
from honors.models import DecisionPage, HonoreePage
from news.models import NewsPage
from organizations.models import Organization
from regulations.models import RegulationPage
plan = PlanPage.objects.get()
invented = (HonoreePage, DecisionPage, NewsPage)
ended = Organization.objects.filter(valid_to="2025-07-01")
print(json.dumps({
    "cited": sorted({c.number_key for c in plan.citations.all() if c.number_key}),
    "problems": [row["code"] for row in plan.record.problems],
    "statutes": RegulationPage.objects.published().count(),
    "campaigns of the plan": CampaignPage.objects.filter(plan=plan).count(),
    "invented": sum(model.objects.count() for model in invented),
    "unmarked": sum(model.objects.filter(is_sample=False).count() for model in invented),
    "ended": {body.name: body.successions.count() for body in ended},
    "site": list(Site.objects.values_list("hostname", "port").get()),
}))
"""


def facts_of(first, **changes):
    """What the sample site's database holds."""
    done = run(first[0], "manage.py", "shell", "--verbosity", "0", "--command", FACTS, **changes)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


@pytest.fixture(scope="module")
def facts(first):
    """`facts_of` the new checkout."""
    return facts_of(first)


def test_the_plan_cites_its_eight_plans_and_keeps_its_oddities(facts):
    assert len(facts["cited"]) == 8
    assert "4552-kh-sgddt" in facts["cited"]
    assert {"outline-gap", "stray-header"} <= set(facts["problems"])


def test_the_shipped_statutes_are_regulations(facts):
    shipped = json.loads((ROOT / "portal/demo/documents/statutes.json").read_text(encoding="utf-8"))
    assert facts["statutes"] == len(shipped)


def test_campaigns_of_the_plan_name_it(facts):
    assert facts["campaigns of the plan"] >= 4


def test_whatever_is_invented_says_so(facts):
    assert facts["invented"] > 0
    assert facts["unmarked"] == 0


def test_the_district_level_ended_with_successors(facts):
    assert facts["ended"]["Phòng Giáo dục và Đào tạo quận Hà Đông"] == 2
    assert facts["ended"]["Ủy ban nhân dân quận Hà Đông"] == 1


def test_the_site_has_the_portals_address(first, facts):
    assert facts["site"] == ["localhost", 8000]
    address = {"PORTAL_ADDRESS": "https://bangvang.example"}
    assert run(first[0], "manage.py", "prepare", **address).returncode == 0
    assert facts_of(first)["site"] == ["bangvang.example", 443]


def test_the_second_time_changes_nothing_and_shows_no_password(first):
    data, _ = first
    before = {path: path.stat().st_mtime for path in (data / "static").rglob("*.css")}
    done = run(data, "manage.py", "prepare")
    assert (done.returncode, done.stderr) == (0, "")
    assert "bien-tap" not in done.stdout
    assert {path: path.stat().st_mtime for path in (data / "static").rglob("*.css")} == before
