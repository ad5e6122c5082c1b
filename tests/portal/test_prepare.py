"""`manage.py prepare`: a new checkout becomes a portal, and a second time costs nothing."""

from __future__ import annotations

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


def test_the_second_time_changes_nothing_and_shows_no_password(first):
    data, _ = first
    before = {path: path.stat().st_mtime for path in (data / "static").rglob("*.css")}
    done = run(data, "manage.py", "prepare")
    assert (done.returncode, done.stderr) == (0, "")
    assert "bien-tap" not in done.stdout
    assert {path: path.stat().st_mtime for path in (data / "static").rglob("*.css")} == before
