"""The map of the bases: up and down, bounded, only what the reader may see."""

from __future__ import annotations

import datetime as dt

import pytest
from django.contrib.auth.models import AnonymousUser

from accounts.audience import Audience
from regulations.cascade import walk
from regulations.cascade.drawing import drawing_of
from regulations.cascade.levels import level_of_name
from regulations.cascade.outline import outline_of
from regulations.cascade.walk import cascade_of
from regulations.models import Tie
from tests.builders import make_plan, make_regulation

PUBLIC = {"audience": Audience.PUBLIC}


def rests_on(number, issuer, *, day=dt.date(2025, 1, 2), base="", **fields):
    text = f"Căn cứ {base};\n" if base else ""
    make = make_regulation if "/NĐ-CP" in number else make_plan
    fields = {"title": f"Văn bản {number}", **PUBLIC, **fields}
    return make(number=number, issued_on=day, issuer_as_printed=issuer, text=text, **fields)


@pytest.fixture
def chain(db):
    """A decree, the plan of a department, of a ward, of a school; each rests on the one before."""
    decree = rests_on("152/2025/NĐ-CP", "CHÍNH PHỦ", document_type="decree")
    base = "Nghị định số 152/2025/NĐ-CP"
    found = [decree]
    for number, issuer in (
        ("10/KH-SGDĐT", "Sở Giáo dục và Đào tạo Hà Nội"),
        ("20/KH-UBND", "UBND phường Hà Đông"),
        ("30/KH-MNHS", "Trường Mầm non Hoa Sen"),
    ):
        found.append(rests_on(number, issuer, base=base))
        base = f"Kế hoạch số {number} ngày 02/01/2025 của {issuer}"
    return found


def shown(page, user=None):
    page.record.refresh_from_db()
    return set(cascade_of(page, user or AnonymousUser()).nodes)


def test_from_anywhere_the_map_reaches_both_ends(chain):
    everything = {page.pk for page in chain}
    assert all(shown(page) == everything for page in chain)


def test_documents_stand_at_their_levels(chain):
    cascade = cascade_of(chain[2], AnonymousUser())
    levels = [cascade.nodes[page.pk].level for page in chain]
    assert levels == ["central", "province", "commune", "institution"]
    boxes = {box.node.page.pk: box for box in drawing_of(cascade).boxes}
    assert [boxes[page.pk].y for page in chain] == sorted(boxes[page.pk].y for page in chain)


@pytest.mark.parametrize(
    ("name", "level"),
    [
        ("CHÍNH PHỦ", "central"),
        ("Bộ trưởng Bộ Giáo dục và Đào tạo", "central"),
        ("UBND TỈNH QUẢNG NGÃI", "province"),
        ("SỞ Y TẾ", "province"),
        ("Phòng GDĐT quận Hà Đông", "district"),
        ("ỦY BAN NHÂN DÂN PHƯỜNG HÀ ĐÔNG", "commune"),
        ("TRƯỜNG MẦM NON HOA SEN", "institution"),
        ("Liên minh Hợp tác", ""),
    ],
)
def test_a_name_tells_its_level(name, level):
    assert level_of_name(name) == level


def test_a_hidden_document_is_neither_shown_nor_walked_through(chain, council):
    middle = chain[1]
    middle.audience = Audience.COUNCIL
    middle.save_revision().publish()
    assert shown(chain[3]) == {chain[3].pk, chain[2].pk}
    assert shown(chain[3], council) == {page.pk for page in chain}


def test_a_cycle_ends(chain):
    top, bottom = chain[0], chain[3]
    Tie.objects.create(
        page=top, target=bottom, is_basis=True, audience="public", day=dt.date(2025, 1, 1)
    )
    assert shown(bottom) == {page.pk for page in chain}
    cascade = cascade_of(bottom, AnonymousUser())
    assert any(line.is_again for line in outline_of(cascade, -1)[0].lines[0].lines[0].lines)


def test_a_crowd_is_cut_and_counted(client, chain):
    base = "Nghị định số 152/2025/NĐ-CP"
    for number in range(walk.MOST_OF_ONE + 3):
        rests_on(f"{number + 40}/KH-THCS", "Trường THCS Lê Lợi", base=base)
    answer = client.get(f"/so-do/{chain[0].pk}/")
    assert answer.context["cascade"].left_out == 4
    assert "4 văn bản" in answer.content.decode()


def test_the_page_draws_the_map_and_says_the_same_in_lists(client, chain):
    page = client.get(f"/so-do/{chain[2].pk}/").content.decode()
    assert page.count('class="tk-map__node') == len(chain)
    assert "style=" not in page
    for document in chain:
        # In the drawing and in the lists; the document itself in the drawing and above it.
        assert page.count(f'href="{document.url}"') >= 2


def test_the_document_leads_to_its_map(client, chain):
    for document in chain:
        assert f'href="/so-do/{document.pk}/"' in client.get(document.url).content.decode()


def test_a_document_without_ties_says_so(client, db):
    alone = rests_on("5/KH-MNHS", "Trường Mầm non Hoa Sen")
    page = client.get(f"/so-do/{alone.pk}/").content.decode()
    assert '<svg class="tk-map"' not in page


@pytest.mark.parametrize("role", ["staff", "editor", "council"])
def test_the_map_costs_few_queries(client, chain, request, role, django_assert_max_num_queries):
    client.force_login(request.getfixturevalue(role))
    with django_assert_max_num_queries(12):
        assert client.get(f"/so-do/{chain[2].pk}/").status_code == 200


def test_a_hidden_document_has_no_map(client, staff):
    hidden = rests_on("5/KH-HĐ", "Hội đồng", audience=Audience.COUNCIL)
    assert client.get(f"/so-do/{hidden.pk}/").status_code == 302
    client.force_login(staff)
    assert client.get(f"/so-do/{hidden.pk}/").status_code == 404
