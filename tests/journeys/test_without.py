"""The main journeys without pictures, and without script: each ends where it should."""

from __future__ import annotations

import pytest

from tests.journeys.walks import WALKS, nowhere, publish_a_draft

# The editor is Wagtail's, which is made of script: that journey alone cannot do without.
UNSCRIPTED = {name: walk for name, walk in WALKS.items() if walk is not publish_a_draft}
DRAWN = "() => [...document.images].filter((image) => image.naturalWidth > 0).length"


def no_pictures(route):
    """Nothing that is a picture arrives."""
    if route.request.resource_type == "image":
        route.abort()
    else:
        route.fallback()


@pytest.fixture
def opener(site):
    """Makes what opens the pages of a walk, in contexts of a kind; all are closed at the end."""
    pages = []

    def make(prepare=nowhere, **context):
        def opened(user: str = "", width: int = 1280):
            page = (
                site.sign_in(user, width, **context) if user else site.visit(width=width, **context)
            )
            pages.append(page)
            prepare(page)
            return page

        return opened

    yield make
    for page in pages:
        page.context.close()


@pytest.mark.parametrize("walk", WALKS.values(), ids=WALKS.keys())
def test_without_pictures(opener, walk):
    def prepare(page):
        page.context.route("**/*", no_pictures)
        page.reload()

    drawn = []
    walk(opener(prepare), lambda page: drawn.append(page.evaluate(DRAWN)))
    assert drawn
    assert set(drawn) == {0}


@pytest.mark.parametrize("walk", UNSCRIPTED.values(), ids=UNSCRIPTED.keys())
def test_without_script(opener, walk):
    walk(opener(java_script_enabled=False), nowhere)
