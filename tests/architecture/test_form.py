"""Rules of form and of safety that no linter knows, and that `test_house` does not hold."""

from __future__ import annotations

import ast
import re
import tomllib

import pytest
from django.apps import apps
from wagtail.blocks import RawHTMLBlock
from wagtail.coreutils import camelcase_to_underscore
from wagtail.fields import StreamField
from wagtail.models import get_page_models

from pages.models import PortalPage
from tests.architecture.test_house import CODE, FLOOR, FLOORS, ROOT, TEMPLATES, name_of

LONGEST_FUNCTION = 60
LONGEST_TEMPLATE = 80
TESTS = sorted((ROOT / "tests").rglob("*.py"))
UNFINISHED = re.compile(r"\b(TODO|FIXME|XXX|HACK)\b")


# Who writes HTML without a template.
WRITERS = {
    f"regulations/{name}.py"
    for name in ("written_html", "passage_markup", "qr_code", "templatetags/reading_tags")
}


def found(pattern, paths):
    """`path: line` of every line in which the pattern is found."""
    return [
        f"{name_of(path)}: {line.strip()[:120]}"
        for path in paths
        for line in path.read_text(encoding="utf-8").splitlines()
        if re.search(pattern, line)
    ]


def test_the_staircase_is_the_one_import_linter_holds():
    with (ROOT / "pyproject.toml").open("rb") as file:
        contracts = tomllib.load(file)["tool"]["importlinter"]["contracts"]
    layers = next(contract["layers"] for contract in contracts if contract["type"] == "layers")
    assert [set(layer.split(" | ")) for layer in reversed(layers)] == FLOORS


def test_every_room_is_on_the_staircase():
    packages = {path.parent.name for path in ROOT.glob("*/__init__.py")}
    assert packages - {"tests", "benchmarks"} == set(FLOOR)


def test_nothing_is_marked_safe_in_code():
    """But in one function, which says why and who may call it."""
    code = [path for path in CODE if name_of(path) != "regulations/written_html.py"]
    assert found(r"\bmark_safe\b|\bSafeString\(|__html__|SafeText", code) == []
    callers = {line.split(": ")[0] for line in found(r"\bwritten_html\(", CODE)}
    assert callers - WRITERS == set()


def test_only_plain_text_mails_are_unescaped():
    others = sorted({*(ROOT / "templates").rglob("*.*")} - {*(ROOT / "templates").rglob("*.txt")})
    files = [path for path in others if path.is_file()]
    assert found("autoescape off", files) == []


def test_templates_load_nothing_from_elsewhere_and_query_nothing():
    assert found(r"(?:src|srcset|action)=\"(?:https?:)?//|javascript:", TEMPLATES) == []
    assert found(r"\.objects\b|\.get_queryset\b", TEMPLATES) == []


def test_templates_name_the_ends_of_their_blocks_and_keep_comments_to_themselves():
    assert found(r"{%\s*endblock\s*%}|<!--", TEMPLATES) == []


def test_templates_are_short():
    lengths = {name_of(path): len(path.read_text().splitlines()) for path in TEMPLATES}
    assert {name for name, length in lengths.items() if length > LONGEST_TEMPLATE} == set()


def test_functions_are_short():
    long = [
        f"{name_of(path)}: {node.name}"
        for path in [*CODE, *TESTS]
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and node.end_lineno - node.lineno >= LONGEST_FUNCTION
    ]
    assert long == []


def test_nothing_is_left_unfinished():
    assert (
        found(UNFINISHED, [path for path in [*CODE, *TESTS] if path.name != "test_form.py"]) == []
    )


def test_every_module_says_what_it_is_for():
    silent = [
        name_of(path)
        for path in CODE
        if path.name != "apps.py"
        and (tree := ast.parse(path.read_text(encoding="utf-8"))).body
        and ast.get_docstring(tree) is None
    ]
    assert silent == []


@pytest.mark.parametrize("model", get_page_models(), ids=lambda model: model.__name__)
def test_page_types_have_tree_rules_and_the_template_wagtail_derives(model):
    if model is PortalPage:
        assert not model.is_creatable
        return
    template = f"{model._meta.app_label}/{camelcase_to_underscore(model.__name__)}.html"
    assert (ROOT / "templates" / template).is_file()
    assert {"parent_page_types", "subpage_types"} <= set(vars(model))


def blocks_of(block):
    """The block and everything below it."""
    yield block
    for child in [
        *getattr(block, "child_blocks", {}).values(),
        getattr(block, "child_block", None),
    ]:
        if child is not None:
            yield from blocks_of(child)


def test_no_block_lets_raw_html_in():
    bodies = {
        field
        for model in apps.get_models()
        for field in model._meta.get_fields()
        if isinstance(field, StreamField)
    }
    assert bodies
    raw = {
        str(field)
        for field in bodies
        for block in blocks_of(field.stream_block)
        if isinstance(block, RawHTMLBlock)
    }
    assert raw == set()


def test_migrations_are_named_for_what_they_do():
    files = [path for room in FLOOR for path in (ROOT / room).glob("migrations/0*.py")]
    assert found(r"_auto_\d", files) == []
    assert [name_of(path) for path in files if re.search(r"_auto_\d|_alter_", path.name)] == []
