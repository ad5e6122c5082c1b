"""Every feed against the schema of RFC 4287 (`atom.rng`) and the rules that stand beside it."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import etree
from wagtail.models import get_page_models

from tests.builders import make_index, make_news
from tests.pages.public_site import PUBLIC, build

pytestmark = pytest.mark.django_db
SCHEMA = etree.RelaxNG(etree.parse(Path(__file__).with_name("atom.rng")))
NS = {"a": "http://www.w3.org/2005/Atom"}
LISTS = [model for model in get_page_models() if getattr(model, "feed_filters", None) is not None]


def read(client, address):
    answer = client.get(address)
    assert answer.status_code == 200
    feed = etree.fromstring(answer.content)
    SCHEMA.assertValid(feed)
    return feed


def addresses():
    lists = [make_index(model, **PUBLIC) for model in LISTS]
    return ["/tin-tuc.atom", *(f"/nguon-tin/{page.pk}.atom" for page in lists)]


@pytest.mark.parametrize("is_filled", [False, True], ids=["empty", "filled"])
def test_every_feed_is_valid(client, is_filled):
    if is_filled:
        build()
        make_news("Chuyện <b>\x0bvà & sau", lead="\x0b" * 3, author="")
    for address in addresses():
        feed = read(client, address)
        assert bool(feed.findall("a:entry", NS)) == is_filled, address


def test_what_the_schema_leaves_to_the_words_of_the_rfc(client):
    """Sections 4.1.1, 4.1.2, 4.2.6 and 4.2.7.2: authors, links that differ, ids that are URIs."""
    build()
    for address in addresses():
        feed = read(client, address)
        for one in (feed, *feed.findall("a:entry", NS)):
            assert "://" in one.findtext("a:id", namespaces=NS)
            assert one.find("a:author", NS) is not None or feed.find("a:author", NS) is not None
            links = one.findall("a:link", NS)
            kinds = [(link.get("rel", "alternate"), link.get("type")) for link in links]
            assert len(set(kinds)) == len(kinds)
            assert "alternate" in dict(kinds)
        ids = [entry.findtext("a:id", namespaces=NS) for entry in feed.findall("a:entry", NS)]
        assert len(set(ids)) == len(ids)


def test_the_schema_is_one(client):
    """What is no feed is refused: a schema that takes everything would prove nothing."""
    make_news()
    feed = read(client, "/tin-tuc.atom")
    for path in ("a:id", "a:title", "a:updated", "a:entry/a:id", "a:entry/a:link/@href"):
        broken = etree.fromstring(etree.tostring(feed))
        target = path.rpartition("/@")
        (node, *_) = broken.findall(target[0] or path, NS)
        if target[0]:
            del node.attrib[target[2]]
        else:
            node.getparent().remove(node)
        assert not SCHEMA.validate(broken), path
