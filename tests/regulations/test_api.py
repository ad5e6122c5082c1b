"""The read API: what each reader sees, how it is narrowed and paged, refusals in words."""

from __future__ import annotations

import datetime as dt

import pytest
from django.utils import timezone

from accounts.audience import Audience
from regulations.models import Relation
from tests.builders import make_organization, make_plan, make_regulation
from tests.standing import standing

pytestmark = [pytest.mark.django_db, pytest.mark.xdist_group("api")]
PUBLIC = {"audience": Audience.PUBLIC}
API = "/api/v1"


@pytest.fixture(scope="module")
def documents(django_db_setup, django_db_blocker):
    """A public law; a plan for staff and a rule for the Council that rest on it; a draft."""
    with standing(django_db_blocker):
        yield make_documents()


def make_documents():
    law = make_regulation(
        "Luật Thi đua, khen thưởng",
        document_type="law",
        number="06/2022/QH15",
        issued_on=dt.date(2022, 6, 15),
        effective_on=dt.date(2024, 1, 1),
        issuer=make_organization("Quốc hội"),
        text="Điều 1. Phạm vi\n1. Luật này quy định.\nĐiều 2. Đối tượng",
        **PUBLIC,
    )
    words = "Căn cứ Luật Thi đua, khen thưởng số 06/2022/QH15 ngày 15/6/2022;\nĐiều 1. Mục tiêu"
    plan = make_plan("Kế hoạch nội bộ", number="12/KH-MNHS", text=words)
    rule = make_regulation("Quy chế Hội đồng", text=words, audience=Audience.COUNCIL)
    draft = make_regulation("Bản nháp", text=words, live=False, **PUBLIC)
    return {"law": law, "plan": plan, "rule": rule, "draft": draft}


def get(client, address, **parameters):
    return client.get(f"{API}{address}", parameters)


def titles(answer, key="title"):
    return sorted(item[key] for item in answer.json()["items"])


@pytest.mark.parametrize(
    ("role", "seen"),
    [
        (None, {"law"}),
        ("staff", {"law", "plan"}),
        ("editor", {"law", "plan"}),
        ("reviewer", {"law", "plan", "rule"}),
        ("approver", {"law", "plan", "rule"}),
        ("council", {"law", "plan", "rule"}),
        ("admin", {"law", "plan", "rule"}),
    ],
)
def test_each_reader_is_told_what_he_may_see(client, documents, request, role, seen):
    if role:
        client.force_login(request.getfixturevalue(role))
    law = documents["law"].pk
    assert titles(get(client, "/documents/")) == sorted(documents[name].title for name in seen)
    citing = get(client, "/citations/", target=law).json()["items"]
    assert {row["document"]["title"] for row in citing} == {
        documents[name].title for name in seen - {"law"}
    }
    for name, page in documents.items():
        status = 200 if name in seen else 404
        assert get(client, f"/documents/{page.pk}/").status_code == status
        count = get(client, "/provisions/", document=page.pk).json()["meta"]["total_count"]
        assert (count > 0) == (name in seen)


def test_a_cited_document_that_is_not_for_the_reader_is_told_like_one_that_is_not_here(
    client, documents
):
    documents["law"].audience = Audience.STAFF
    documents["law"].save_revision().publish()
    words = "Căn cứ Luật Thi đua, khen thưởng số 06/2022/QH15 ngày 15/6/2022;\nĐiều 1. Mục tiêu"
    notice = make_regulation("Thông báo", text=words, **PUBLIC)
    (row,) = get(client, "/citations/", document=notice.pk).json()["items"]
    assert row["target"] is None
    assert get(client, "/citations/", target=documents["law"].pk).json()["items"] == []
    assert get(client, "/citations/", number="06/2022/QH15").json()["meta"]["total_count"] == 1


def test_relations_are_told_where_both_documents_are_for_the_reader(client, documents, staff):
    law, plan = documents["law"], documents["plan"]
    Relation.objects.create(
        source=plan, target=law, kind="replaces", takes_effect_on=dt.date(2025, 1, 1)
    )
    assert get(client, "/relations/").json()["items"] == []
    effect = get(client, f"/documents/{law.pk}/").json()["effect"]
    assert effect["because"] is None or effect["because"]["document"] is None
    client.force_login(staff)
    (row,) = get(client, "/relations/", target=law.pk).json()["items"]
    assert (row["source"]["title"], row["kind"]) == (plan.title, "replaces")


@pytest.mark.parametrize(
    ("day", "status"), [("2023-12-31", "not-yet"), ("2024-01-01", "in-force"), ("", "in-force")]
)
def test_effect_is_told_as_of_the_day(client, documents, day, status):
    asked = {"ngay": day} if day else {}
    answer = get(client, f"/documents/{documents['law'].pk}/", **asked).json()
    assert answer["effect"]["status"] == status
    assert answer["effect"]["day"] == (day or str(timezone.localdate()))
    assert titles(get(client, "/documents/", status=status, **asked)) == [answer["title"]]


def test_what_was_issued_later_is_not_told_as_of_a_day(client, documents):
    assert titles(get(client, "/documents/", ngay="2022-06-14")) == []


@pytest.mark.parametrize(
    ("parameters", "found"),
    [
        ({"type": "law"}, True),
        ({"type": "decree"}, False),
        ({"number": "06/2022/qh15"}, True),
        ({"number": "06-2022-qh15"}, True),
        ({"number": "07/2022/QH15"}, False),
        ({"number": "///"}, False),
        ({"year": "2022"}, True),
        ({"year": "2023"}, False),
        ({"issuer": "quoc hoi"}, True),
        ({"issuer": "Chính phủ"}, False),
        ({"issuer": "-"}, False),
        ({"updated_since": "2020-01-01"}, True),
        ({"updated_since": "2020-01-01T00:00:00+07:00"}, True),
        ({"updated_since": "2999-01-01T00:00:00"}, False),
    ],
)
def test_documents_are_narrowed(client, documents, parameters, found):
    assert bool(titles(get(client, "/documents/", **parameters))) == found


def test_provisions_and_citations_are_narrowed(client, documents, staff):
    client.force_login(staff)
    law = documents["law"].pk
    (article,) = get(client, "/provisions/", document=law, anchor="dieu-2").json()["items"]
    assert (article["label"], article["heading"]) == ("Điều 2", "Đối tượng")
    assert len(get(client, "/provisions/", document=law, kind="article").json()["items"]) == 2
    basis = get(client, "/citations/", document=documents["plan"].pk, basis="1").json()["items"]
    assert [row["target"]["id"] for row in basis] == [law]


@pytest.mark.parametrize("order", ["id", "issued_on", "-issued_on", "updated", "-updated"])
def test_pages_follow_each_other_by_their_next_address(client, documents, order):
    made = {make_regulation(f"Văn bản {number}", **PUBLIC).pk for number in range(4)}
    made.add(documents["law"].pk)
    address, found = f"{API}/documents/?limit=2&order={order}&fields=_,id", []
    while address:
        answer = client.get(address).json()
        found += [item["id"] for item in answer["items"]]
        address = answer["meta"]["next"]
    assert sorted(found) == sorted(made)
    assert answer["meta"]["total_count"] == 5


def test_fields_are_chosen(client, documents):
    law = documents["law"].pk
    short = get(client, f"/documents/{law}/", fields="_,number,abstract").json()
    assert set(short) == {"number", "abstract"}
    listed = get(client, "/documents/", fields="*,-title").json()["items"][0]
    assert "title" not in listed
    assert "abstract" not in listed


def test_the_file_is_told_of_the_document_only(client, documents):
    answer = get(client, f"/documents/{documents['law'].pk}/").json()
    assert answer["original"] is None
    assert "body" not in answer
    assert answer["meta"]["html_url"].endswith(documents["law"].url)


@pytest.mark.parametrize(
    "path",
    [
        "/documents/?offset=100000000000000000000",
        "/documents/?offset=-1",
        "/documents/?offset=10001",
        "/documents/?offset=²",
        "/documents/?limit=0",
        "/documents/?limit=101",
        "/documents/?limit=x",
        "/documents/?after=x",
        "/documents/?after=1&order=-issued_on",
        "/documents/?order=random",
        "/documents/?order=title",
        "/documents/?search=a",
        "/documents/?search_operator=x",
        "/documents/?format=xml",
        "/documents/?audience=staff",
        "/documents/?page__audience=staff",
        "/documents/?type=regulations.RegulationPage",
        "/documents/?year=0",
        "/documents/?year=99999999999999999999",
        "/documents/?ngay=hom-qua",
        "/documents/?ngay=2024-13-01",
        "/documents/?status=gone",
        "/documents/?updated_since=2024-01-01T99:00",
        "/documents/?updated_since=0001-01-01T00:00:00%2B07:00",
        "/documents/?number=%00",
        "/documents/?number=" + "9" * 301,
        "/documents/?issuer=99999999999999999999",
        "/documents/?fields=password",
        "/documents/?fields=owner",
        "/documents/?fields=" + "a(" * 140,
        "/documents/?fields=*,*",
        "/provisions/",
        "/provisions/?document=",
        "/provisions/?document=0",
        "/provisions/?document=99999999999999999999",
        "/provisions/?document=1&kind=x",
        "/citations/",
        "/citations/?target=x",
        "/citations/?document=1&basis=yes",
        "/relations/?kind=x",
        "/relations/?ngay=1",
    ],
)
def test_nonsense_is_refused_in_words(client, documents, path):
    answer = client.get(f"{API}{path}")
    assert answer.status_code == 400
    assert len(answer.json()["message"]) > 10


@pytest.mark.parametrize("pk", ["0", "9" * 30, "1/x", "find"])
def test_what_is_not_there_is_not_found(client, documents, pk):
    assert get(client, f"/documents/{pk}/").status_code == 404


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete", "options"])
def test_nothing_is_written(admin_of, documents, method):
    answer = getattr(admin_of, method)(f"{API}/documents/")
    assert answer.status_code == 405
    assert "GET" in answer.json()["message"]


def test_head_tells_what_get_would(client, documents):
    answer = client.head(f"{API}/documents/")
    assert (answer.status_code, answer.content) == (200, b"")


@pytest.fixture
def admin_of(client, admin):
    client.force_login(admin)
    return client


def test_a_password_alone_opens_nothing(client, documents, staff):
    import base64

    word = base64.b64encode(b"can-bo:mat-khau-thu-nghiem").decode()
    answer = client.get(f"{API}/documents/", headers={"authorization": f"Basic {word}"})
    assert titles(answer) == [documents["law"].title]


@pytest.mark.parametrize("address", ["/api/v3/", "/api/v2/pages/", "/api/v1/pages/", "/api/v1/"])
def test_no_other_api_of_wagtail_is_mounted(client, documents, address):
    assert client.get(address).status_code == 404


def test_answers_may_be_asked_for_again_cheaply(client, documents):
    answer = get(client, f"/documents/{documents['law'].pk}/")
    assert answer["Last-Modified"]
    assert "no-cache" in answer["Cache-Control"]
    again = client.get(answer.request["PATH_INFO"], headers={"if-none-match": answer["ETag"]})
    assert (again.status_code, again.content) == (304, b"")


def test_answers_to_colleagues_stay_out_of_caches(client, documents, staff):
    client.force_login(staff)
    answer = get(client, "/documents/")
    assert {"private", "no-store"} <= set(answer["Cache-Control"].split(", "))
    assert "Cookie" in answer["Vary"]


def test_it_is_json_whatever_is_preferred(client, documents):
    for accept in ("text/html", "application/xml", "nonsense"):
        answer = client.get(f"{API}/documents/", headers={"accept": accept})
        assert answer["Content-Type"] == "application/json"


def test_a_list_costs_few_queries(client, db, staff, django_assert_max_num_queries):
    for number in range(4):
        make_plan(f"Kế hoạch {number}", text="Điều 1. Việc\nCăn cứ Luật số 06/2022/QH15.")
    client.force_login(staff)
    for path in ("/documents/", "/relations/", "/citations/?number=06/2022/QH15"):
        with django_assert_max_num_queries(12):
            client.get(f"{API}{path}")


def test_the_page_for_people_names_every_parameter(client, documents):
    body = client.get("/api/").content.decode()
    for address in ("documents", "provisions", "citations", "relations"):
        assert f"/api/v1/{address}/" in body
    assert "updated_since=" in body
