"""Production serves one stylesheet; every file it names is there, under a hashed name."""

from __future__ import annotations

import re
from pathlib import Path, PurePosixPath

import pytest
from django.conf import settings
from django.contrib.staticfiles.storage import StaticFilesStorage
from django.core.files.base import ContentFile

from portal.staticfiles import BUNDLES, PortalStaticFilesStorage, flatten, moved

ADDRESS = re.compile(r"url\(\"?([^\")]+)\"?\)")
STATIC = Path(settings.ROOT) / "static"
KINDS = {".css", ".js", ".svg", ".woff2"}


def sources(folder, **files):
    """The files, written to `folder`, as collectstatic hands them over."""
    storage = StaticFilesStorage(location=folder, base_url="/static/")
    for name, css in files.items():
        storage.save(name, ContentFile(css.encode()))
    return {name: (storage, name) for name in files}


def own_sources():
    storage = StaticFilesStorage(location=STATIC, base_url="/static/")
    found = [str(path.relative_to(STATIC)) for path in STATIC.rglob("*") if path.suffix in KINDS]
    return {name: (storage, name) for name in found}


def collect(folder, paths):
    """Collect `paths` into `folder` and process them; the storage."""
    storage = PortalStaticFilesStorage(location=folder, base_url="/static/")
    for name, (source, path) in paths.items():
        if not storage.exists(name):
            storage.save(name, source.open(path))
    for _, _, problem in storage.post_process(dict(paths)):
        if isinstance(problem, Exception):
            raise problem
    return storage


def stylesheet(storage, name="css/portal.css"):
    return storage.open(storage.stored_name(name)).read().decode()


def test_imports_come_in_place_and_in_their_layers(tmp_path):
    files = {
        "css/portal.css": '@import url("a/b.css") layer(base);\n@import url("c.css");',
        "css/a/b.css": "b { color: red }",
        "css/c.css": "c { color: blue }",
    }
    flat = flatten("css/portal.css", sources(tmp_path, **files))
    assert flat == "@layer base {\nb { color: red }\n}\nc { color: blue }"


def test_addresses_are_seen_from_the_list_of_imports():
    css = 'a { mask: url("../../img/drum.svg") } b { src: url(../../fonts/x.woff2) }'
    assert moved(css, PurePosixPath("components")) == (
        'a { mask: url("../img/drum.svg") } b { src: url("../fonts/x.woff2") }'
    )


def test_an_import_of_a_missing_file_fails(tmp_path):
    paths = sources(tmp_path, **{"css/portal.css": '@import url("gone.css");'})
    with pytest.raises(KeyError):
        flatten("css/portal.css", paths)


def test_a_second_collection_takes_up_a_changed_component(tmp_path):
    files = {"css/portal.css": '@import url("c.css");', "css/c.css": "c { color: blue }"}
    collect(tmp_path / "out", sources(tmp_path / "first", **files))
    files["css/c.css"] = "c { color: green }"
    storage = collect(tmp_path / "out", sources(tmp_path / "second", **files))
    assert "green" in stylesheet(storage)


def test_a_theme_takes_in_another_list_with_its_layers(tmp_path):
    files = {
        "css/staff.css": '@import url("portal.css");\n@import url("c.css") layer(tokens);',
        "css/portal.css": '@import url("a/b.css") layer(base);',
        "css/a/b.css": "b { color: red }",
        "css/c.css": "c { color: blue }",
    }
    flat = flatten("css/staff.css", sources(tmp_path, **files))
    assert flat == "@layer base {\nb { color: red }\n}\n@layer tokens {\nc { color: blue }\n}"


@pytest.fixture(scope="module")
def collected(tmp_path_factory):
    return collect(tmp_path_factory.mktemp("static"), own_sources())


@pytest.mark.parametrize("name", BUNDLES)
def test_a_themes_stylesheet_is_one_file_whose_addresses_exist(collected, name):
    storage, css = collected, stylesheet(collected, name)
    assert "@import" not in css
    addresses = [found for found in ADDRESS.findall(css) if not found.startswith("data:")]
    assert addresses
    assert [one for one in addresses if not storage.exists(f"css/{one}")] == []


def test_every_component_is_in_a_stylesheet():
    lists = "".join((STATIC / name).read_text(encoding="utf-8") for name in BUNDLES)
    files = {path.name for path in (STATIC / "css/components").glob("*.css")}
    assert {name for name in files if f'"components/{name}"' not in lists} == set()


def test_only_tokens_hold_colours():
    components = [path for path in (STATIC / "css").rglob("*.css") if path.parent.name != "tokens"]
    painted = {
        path.name: found
        for path in components
        if path.name not in {"admin.css", "intake.css"}
        and (found := re.findall(r":[^;{]*#[0-9a-f]{3,8}\b", path.read_text(encoding="utf-8")))
    }
    assert painted == {}


def test_nothing_moves_for_those_who_ask_for_less():
    moving = {
        path.name
        for path in (STATIC / "css").rglob("*.css")
        if re.search(r"\b(?:transition|animation)\b", path.read_text(encoding="utf-8"))
        and "prefers-reduced-motion" not in path.read_text(encoding="utf-8")
    }
    assert moving == set()
