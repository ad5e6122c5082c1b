"""The page of the search: its addresses, filters, ways out and what it says when all is down."""

from __future__ import annotations

import datetime as dt

import pytest
from django.db import connection
from django.http import QueryDict
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from accounts.audience import Audience
from pages.models import PortalSettings
from regulations.models import Relation
from search.narrowing import SHOWN, groups
from search.request import FIELD_OF, address, read_request, with_value, without_value
from search.results import NEWEST, Facet, FacetValue, Query, SearchRequest, SearchResults
from tests.builders import make_honoree, make_news, make_regulation

PAGE = "/tim-kiem/"
PUBLIC = {"audience": Audience.PUBLIC}
values = st.frozensets(st.sampled_from(["newspage", "law", "bo noi vu", "2024", "in-force"]))
requests = st.builds(
    SearchRequest,
    text=st.sampled_from(["", "thi đua", "06/2022/QH15", '"a" -b & c=d #é']),
    day=st.sampled_from([None, dt.date(2024, 6, 1)]),
    order=st.sampled_from(["", NEWEST]),
    with_expired=st.booleans(),
    **dict.fromkeys(FIELD_OF.values(), values),
)


def read(query, **options):
    return read_request(QueryDict(query.lstrip("?")), **options)


def ask(client, **parameters):
    return client.get(PAGE, parameters)


def titles(response):
    return [result.page.title for result in response.context["found"].results]


@pytest.fixture
def old_and_new(db):
    """A regulation that was replaced, and what replaced it; both about "hoa sen"."""
    old, new = (
        make_regulation(
            f"Quy chế hoa sen {year}",
            number=f"{year}/QC-HS",
            issued_on=dt.date(year, 1, 1),
            effective_on=dt.date(year, 1, 1),
        )
        for year in (2020, 2024)
    )
    Relation.objects.create(
        source=new, target=old, kind="replaces", takes_effect_on=dt.date(2024, 1, 1)
    )
    return old, new


@pytest.fixture
def reader(client, staff):
    client.force_login(staff)
    return client


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(requests)
def test_an_address_holds_the_whole_question(asked):
    assert read(address(asked), day=asked.day) == SearchRequest(
        **{name: getattr(asked, name) for name in asked.__slots__} | {"page": None}
    )


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(requests)
def test_a_value_that_is_chosen_and_dropped_leaves_no_trace(asked):
    chosen = read(with_value(asked, "nam", "1999"), day=asked.day)
    assert without_value(chosen, "nam", "1999") == address(asked)


def test_one_question_has_one_address():
    mixed = read("trang=&nam=2024&sap-xep=moi-nhat&la=1&q= thi đua &nam=2023&hieu-luc=&trang=1")
    assert address(mixed) == "?q=thi+%C4%91ua&nam=2023&nam=2024&sap-xep=moi-nhat"
    assert address(mixed, page=3).endswith("&trang=3")


def test_nonsense_chooses_nothing():
    asked = read("sap-xep=nguoc&ca-het-hieu-luc=co&nam=%00&loai=&giai-thich=1&q=%00")
    assert address(asked) == "?"


def test_expired_documents_are_left_out_and_told_of(reader, old_and_new):
    response = ask(reader, q="hoa sen")
    assert titles(response) == ["Quy chế hoa sen 2024"]
    assert "Không gồm văn bản hết hiệu lực" in response.content.decode()
    assert "Có 1 văn bản đã hết hiệu lực cũng khớp." in response.content.decode()
    with_expired = reader.get(PAGE + response.context["expired_url"])
    assert titles(with_expired) == ["Quy chế hoa sen 2024", "Quy chế hoa sen 2020"]
    (chip,) = with_expired.context["chips"]
    assert chip.url == response.wsgi_request.get_full_path().removeprefix(PAGE)


def test_every_choice_leads_to_as_many_as_it_says(reader, old_and_new):
    make_news("Hoa sen nở")
    start = ask(reader, q="hoa sen", **{"ca-het-hieu-luc": "1"})
    seen = 0
    for group in start.context["groups"]:
        for choice in [*group.shown, *group.folded]:
            found = reader.get(PAGE + choice.url)
            assert found.context["found"].total == choice.value.count, choice.url
            by_box = ask(
                reader,
                q="hoa sen",
                **{"ca-het-hieu-luc": "1", group.parameter: choice.value.value},
            )
            assert titles(by_box) == titles(found)
            seen += 1
    assert seen > 4


def test_every_filter_at_work_can_be_dropped(reader, old_and_new):
    start = ask(reader, q="hoa sen", nam="2024", **{"loai-van-ban": "statute"})
    html = start.content.decode()
    assert html.count(", bỏ lọc</span></a>") >= 3
    for chip in start.context["chips"]:
        fewer = reader.get(PAGE + chip.url).context["chips"]
        assert chip.label not in {other.label for other in fewer}
    assert len(reader.get(PAGE + start.context["no_filters_url"]).context["chips"]) == 1


def test_long_facets_are_folded_and_what_is_chosen_is_not():
    years = [FacetValue(str(year), str(year), 1, year == 1990) for year in range(2010, 1980, -1)]
    found = SearchResults(Query("a"), facets=[Facet("nam", "năm", years)])
    (group,) = groups(found, SearchRequest("a", years=frozenset({"1990"})), with_kinds=True)
    assert [choice.value.label for choice in group.shown][:2] == ["1990", "2010"]
    assert (len(group.shown), len(group.folded)) == (SHOWN, 30 - SHOWN)


def test_visitors_choose_the_kind_by_tabs(client, db):
    make_news("Hoa sen nở")
    make_honoree("Hoa Sen")
    response = ask(client, q="hoa sen")
    assert [choice.value.count for choice in response.context["tabs"]] == [2, 1, 1]
    assert response.context["groups"] == []
    one = client.get(PAGE + response.context["tabs"][1].url)
    assert one.context["found"].total == 1
    assert one.context["chips"] == []
    assert [choice.value.count for choice in one.context["tabs"]] == [2, 1, 1]


def test_a_number_shows_its_document_first(reader, old_and_new):
    html = ask(reader, q="so 2024-qc-hs").content.decode()
    assert "Văn bản số\u00a02024/QC-HS" in html
    make_regulation("Quy chế khác", number="2024/QC-HS", issued_on=dt.date(2024, 5, 1))
    html = ask(reader, q="2024/QC-HS").content.decode()
    assert "2 văn bản cùng mang số\u00a02024/QC-HS. Chọn văn bản bạn cần:" in html


def test_a_number_of_an_expired_document_still_shows_it(reader, old_and_new):
    assert "Văn bản số\u00a02020/QC-HS" in ask(reader, q="2020/QC-HS").content.decode()


def test_a_citation_can_be_copied(reader, old_and_new):
    html = ask(reader, q="hoa sen").content.decode()
    assert 'data-copy="' in html
    assert "số 2024/QC-HS ngày 01 tháng 01 năm 2024" in html


def test_the_citation_names_the_article_that_was_found(reader):
    make_regulation(
        "Luật thử",
        document_type="law",
        number="6/2022/QH15",
        text="Điều 23. Danh hiệu hoa sen\nDanh hiệu hoa sen để tặng.",
        audience=Audience.PUBLIC,
    )
    html = ask(reader, q="danh hiệu hoa sen").content.decode()
    assert 'data-copy="Điều 23 Luật' in html


def test_where_nothing_is_found_the_ways_out_tell_what_they_give(reader, old_and_new):
    PortalSettings.objects.update_or_create(
        site_id=old_and_new[0].get_site().pk, defaults={"email": "vt@hoa-sen.example"}
    )
    response = ask(reader, q="hoa sen 2024", nam="2020")
    html = response.content.decode()
    assert "Chưa tìm thấy “hoa sen 2024”" in html
    assert f"Đã tìm trong {response.context['store_size']} trang" in html
    assert "mailto:vt@hoa-sen.example" in html
    (way,) = response.context["ways_out"]
    assert reader.get(PAGE + way.url).context["found"].total == way.count == 1


def test_visitors_are_told_to_sign_in(client, old_and_new):
    html = ask(client, q="quy che 2024").content.decode()
    assert "/dang-nhap/?next=/tim-kiem/%3Fq%3Dquy%2Bche%2B2024" in html


@pytest.mark.skipif(
    connection.vendor == "postgresql", reason="an error there ends the transaction of the test"
)
@pytest.mark.parametrize("path", [PAGE, "/tim-kiem/goi-y/", "/tim-kiem/tai-ve/"])
def test_an_index_that_is_down_is_said_to_be(client, staff, path):
    make_news("Hoa sen nở")
    client.force_login(staff)
    with connection.cursor() as cursor:
        for table in ("search_page", "search_suggestion"):
            cursor.execute(f"ALTER TABLE {table} RENAME TO {table}_away")
    response = client.get(path, {"q": "hoa sen"})
    assert response.status_code == 503
    if path == PAGE:
        html = response.content.decode()
        assert "Chưa tra cứu được." in html
        assert "Hãy thử lại, hoặc mở danh mục văn bản." in html
        assert 'href="/tin-tuc/"' in html


def test_suggestions_stay_in_the_browser_of_their_reader(client, db):
    make_news("Hoa sen nở")
    response = client.get("/tim-kiem/goi-y/", {"q": "hoa s"})
    (item,) = response.json()["suggestions"]
    assert (item["title"], item.keys()) == ("Hoa sen nở", {"title", "url", "kind"})
    assert {"private", "no-cache"} <= set(response["Cache-Control"].split(", "))
    again = client.get("/tim-kiem/goi-y/", {"q": "hoa s"}, HTTP_IF_NONE_MATCH=response["ETag"])
    assert again.status_code == 304


@pytest.mark.parametrize(("who", "may"), [("staff", False), ("admin", True)])
def test_only_administrators_see_why(client, request, old_and_new, who, may):
    client.force_login(request.getfixturevalue(who))
    response = ask(client, q="hoa sen", **{"giai-thich": "1"})
    assert response.context["question"].explain == may
    assert ("Vì sao ở đây" in response.content.decode()) == may


def test_pages_name_the_one_before_and_after(client, db):
    for number in range(25):
        make_news(f"Hoa sen {number}")
    html = ask(client, q="hoa sen", trang="2").content.decode()
    assert '<a rel="prev" href="?q=hoa+sen&amp;trang=1">' in html
    assert '<a rel="next" href="?q=hoa+sen&amp;trang=3">' in html


def test_it_is_kept_out_of_search_engines(client, db):
    assert ask(client, q="a")["X-Robots-Tag"] == "noindex"
    assert ask(client)["X-Robots-Tag"] == "noindex"


def test_a_very_long_question_does_not_swell_the_page(reader, old_and_new):
    html = ask(reader, q="hoa sen " * 2000).content
    assert len(html) < 150_000


# Not the first request of a process; a signed-in reader and what they may do are four of them.
@pytest.mark.parametrize("who", [None, "staff"])
def test_the_number_of_queries_does_not_grow(
    client, request, old_and_new, django_assert_max_num_queries, who
):
    if who:
        client.force_login(request.getfixturevalue(who))
    for number in range(12):
        make_regulation(f"Hoa sen {number}", number=f"{number}/QC-X", **PUBLIC)
    ask(client, q="không có gì")
    with django_assert_max_num_queries(12):
        ask(client, q="hoa sen")
