"""A real server with the sample site, and a real Chromium."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import sync_playwright

from tests.journeys.running import (
    CHROMIUM,
    FLAGS,
    HEAVY,
    Site,
    environment_of,
    make_sample,
    server,
    told_by,
)

# Items in each list of the heavy content: one is as wide as thirty.
FEW = 3


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what drives a browser; a module that names no group of its own shares one server."""
    for item in items:
        if "journeys" in item.path.parts:
            item.add_marker(pytest.mark.browser)
            if item.get_closest_marker("xdist_group") is None:
                item.add_marker(pytest.mark.xdist_group("journeys"))
            if CHROMIUM is None:
                item.add_marker(pytest.mark.skip(reason="Chromium is not installed"))


@pytest.fixture(scope="session")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, Any]]:
    """`portal.serve` with the sample site and the rarer states: what a Site knows of it."""
    folder: Path = tmp_path_factory.mktemp("portal")
    environment = environment_of(folder)
    made = make_sample(environment)
    with server(environment) as address:
        yield {
            "address": address,
            "plan_id": made["plan"],
            "states": made["states"],
            "templates_seen": folder / "templates-seen",
        }


@pytest.fixture(scope="session")
def filled(
    served: dict[str, Any], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[dict[str, Any]]:
    """A copy of the site with the heavy content in it: its address, and its pages' by name."""
    folder, copy = served["templates_seen"].parent, tmp_path_factory.mktemp("heavy") / "portal"
    shutil.copytree(folder, copy, ignore=shutil.ignore_patterns("portal.sqlite3*"))
    with (
        closing(sqlite3.connect(folder / "portal.sqlite3")) as old,
        closing(sqlite3.connect(copy / "portal.sqlite3")) as new,
    ):
        old.backup(new)
    environment = environment_of(copy)
    addresses = told_by(environment, HEAVY.format(many=FEW))
    with server(environment) as address:
        yield {"address": address, "addresses": addresses}


@pytest.fixture(scope="session")
def site(served: dict[str, Any]) -> Iterator[Site]:
    """The running portal with a browser."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield Site(browser=browser, **served)
        browser.close()
