"""Production serves one stylesheet; every file it names is there, under a hashed name."""

from __future__ import annotations

import re
from pathlib import Path, PurePosixPath

import pytest
from django.conf import settings
from django.contrib.staticfiles.storage import StaticFilesStorage
from django.core.files.base import ContentFile

from portal.staticfiles import PortalStaticFilesStorage, flatten, moved

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


def stylesheet(storage):
    return storage.open(storage.stored_name("css/portal.css")).read().decode()


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


def test_the_portals_stylesheet_is_one_file_whose_addresses_exist(tmp_path):
    storage = collect(tmp_path, own_sources())
    css = stylesheet(storage)
    assert "@import" not in css
    addresses = [found for found in ADDRESS.findall(css) if not found.startswith("data:")]
    assert addresses
    assert [one for one in addresses if not storage.exists(f"css/{one}")] == []
