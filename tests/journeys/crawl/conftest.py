"""The portal as its readers find it by following links, fetched once for all tests here."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from django.template.loader import get_template

from tests.journeys.addresses import ADMIN, PUBLIC, PUBLIC_STATES, STAFF
from tests.journeys.crawl.crawler import OUTSIDE, Answer, Reader, crawl
from tests.journeys.test_accessible import index_away

Found = dict[str, dict[str, Answer]]
WRONG = "khong-dung"


@pytest.fixture(scope="session")
def starts(served: dict[str, Any]) -> dict[str, list[str]]:
    """Where a crawl begins: every page type in its states, none of which need be linked."""
    states = served["states"]
    public = [*PUBLIC.values(), *map(states.get, PUBLIC_STATES), "/sitemap.xml"]
    return {"visitor": public, "staff": [*public, *STAFF.values(), states["council"]]}


@pytest.fixture(scope="session")
def found(served: dict[str, Any], starts: dict[str, list[str]]) -> Found:
    """What readers find, by who found it and address; of those who write, only what is added."""
    site = served["address"]
    found = {
        "visitor": crawl(Reader(site), starts["visitor"]),
        "staff": crawl(Reader(site, "can-bo"), starts["staff"]),
    }
    for username, name, _ in ADMIN.values():
        path = served["states"].get(name, name)
        if not OUTSIDE.match(path):
            answers = found.setdefault(username, {})
            answers[path] = Reader(site, username).get(path)
    return found


@pytest.fixture(scope="session")
def pages(
    served: dict[str, Any],
    filled: dict[str, Any],
    found: Found,
    tmp_path_factory: pytest.TempPathFactory,
) -> list[Path]:
    """A file of every page found, of those filled to the limit and of failures; none twice."""
    folder: Path = tmp_path_factory.mktemp("pages")
    bodies = {
        answer.body: f"{reader} {path}"
        for reader, answers in found.items()
        for path, answer in answers.items()
        if answer.is_page
    }
    bodies |= {body: name for name, body in {**failures(served), **limits(filled)}.items()}
    files = []
    for body, name in bodies.items():
        # The name tells a reader of the test's report which page it was.
        words = name.replace("/", "_").replace("?", "_")[:180]
        file = folder / f"{len(files)} {words}.html"
        file.write_bytes(body)
        files.append(file)
    return files


def failures(served: dict[str, Any]) -> dict[str, bytes]:
    """Forms with errors and the pages of a portal that is not well, by name."""
    visitor, staff = Reader(served["address"]), Reader(served["address"], "can-bo")
    given = {
        "wrong password": visitor.send("/dang-nhap/", username="khong-co-ai", password=WRONG),
        "errors beside fields": staff.send("/doi-mat-khau/", old_password=WRONG),
    }
    with index_away(SimpleNamespace(**served)) as path:
        given["search that is down"] = visitor.get(path)
    plain = {f"{status}": get_template(f"{status}.html").render() for status in (500, 503)}
    return {
        **{name: answer.body for name, answer in given.items()},
        **{name: text.encode() for name, text in plain.items()},
    }


def limits(filled: dict[str, Any]) -> dict[str, bytes]:
    """Pages of the heavy content as staff see them, by name."""
    staff = Reader(filled["address"], "can-bo")
    return {name: staff.get(path).body for name, path in filled["addresses"].items()}
