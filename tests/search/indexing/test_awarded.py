"""Who was awarded what is found by whoever is shown it, and by nobody else."""

from __future__ import annotations

import datetime as dt

import pytest
from django.test import Client
from django.utils import timezone

from accounts.audience import Audience
from campaigns.models import Milestone
from honors.consent import withdraw
from search.index import index_page
from search.indexing.verifying import compare
from search.models import Passage, SuggestionEntry
from tests.builders import make_award, make_campaign, make_consent, make_decision, make_honoree
from tests.search.asked import VISITOR, ask, titles

NAME = "Trần Bích Đào"


@pytest.fixture(autouse=True)
def _agrees(db):
    """Whatever an act did, nothing is left that differs."""
    yield
    assert compare().agrees


def decide(title="Khen thưởng", **fields):
    """A public decision without awards."""
    return make_decision(title, **{"audience": Audience.PUBLIC, **fields})


def give(decision, name=NAME, **fields):
    """An award, in the list and in the index."""
    award = make_award(decision, name, **fields)
    index_page(decision)
    return award


@pytest.fixture
def readers(staff, council):
    return {"visitor": VISITOR, "staff": staff, "council": council}


@pytest.mark.parametrize("audience", Audience)
@pytest.mark.parametrize("who", ["visitor", "staff", "council"])
def test_a_name_is_found_by_those_whom_the_page_shows_it(readers, who, audience):
    decision = decide(audience=audience)
    give(decision)
    client = Client()
    if who != "visitor":
        client.force_login(readers[who])
    shown = NAME in client.get(decision.url).content.decode()
    assert titles(ask(NAME, readers[who])) == (["Khen thưởng"] if shown else [])


def test_a_row_is_found_by_all_that_it_says_and_leads_to_itself(client):
    decision = decide()
    award = give(decision, position="Giáo viên", period="Năm học 2025-2026", reason="Vườn rau")
    give(decision, "Người khác", reason="Nấu ăn")
    hit = ask(f"{NAME} giấy khen vườn rau năm học 2025-2026").results[0].hits[0]
    assert hit.label == NAME
    assert hit.url.endswith(f"#khen-{award.pk}")
    assert f'id="khen-{award.pk}"' in client.get(decision.url).content.decode()


def test_names_of_the_list_are_not_suggested():
    give(decide())
    assert not SuggestionEntry.objects.filter(key__contains="bich").exists()


def test_what_was_taken_back_is_not_found_until_it_stands_again():
    giving, taking = decide(), decide("Thu hồi", live=False)
    give(giving, revoked_by=taking)
    assert titles(ask(NAME)) == ["Khen thưởng"]
    taking.save_revision().publish()
    assert titles(ask(NAME)) == []
    taking.refresh_from_db()
    taking.unpublish()
    assert titles(ask(NAME)) == ["Khen thưởng"]


def test_a_deleted_decision_takes_nothing_back(django_capture_on_commit_callbacks):
    giving, taking = decide(), decide("Thu hồi")
    give(giving, revoked_by=taking)
    with django_capture_on_commit_callbacks(execute=True):
        taking.delete()
    assert titles(ask(NAME)) == ["Khen thưởng"]


def test_a_list_goes_with_the_decisions_below_it(django_capture_on_commit_callbacks):
    giving, taking = decide(), decide("Thu hồi")
    give(giving, revoked_by=taking)
    with django_capture_on_commit_callbacks(execute=True):
        giving.get_parent().specific.delete()
    assert not Passage.objects.exists()


def test_a_name_whose_consent_is_withdrawn_is_found_no_more(admin, client):
    decision, honoree = decide(), make_honoree(NAME)
    give(decision, honoree=honoree)
    give(decision, "Người ở lại")
    assert set(titles(ask(NAME))) == {NAME, "Khen thưởng"}
    withdraw(honoree.consents.get(), admin, "rút lại")
    assert titles(ask(NAME)) == []
    assert titles(ask("Người ở lại")) == ["Khen thưởng"]
    # The decision keeps the name, as a legal record.
    assert NAME in client.get(decision.url).content.decode()
    make_consent(honoree)
    assert titles(ask(NAME)) == ["Khen thưởng"]


def test_a_consent_that_is_over_ends_it_with_the_profile():
    decision, honoree = decide(), make_honoree(NAME)
    give(decision, honoree=honoree)
    honoree.consents.update(valid_until=timezone.localdate())
    honoree.unpublish()
    assert titles(ask(NAME)) == []


def test_a_consent_that_changes_nothing_writes_nothing():
    decision, honoree = decide(), make_honoree(NAME)
    give(decision, honoree=honoree)
    before = list(Passage.objects.filter(page_id=decision.pk).values_list("pk", flat=True))
    make_consent(honoree, given_on=timezone.localdate() + dt.timedelta(days=9))
    after = Passage.objects.filter(page_id=decision.pk).values_list("pk", flat=True)
    assert list(after) == before


def test_what_the_teams_handed_in_is_found_where_it_stands(client):
    row = {"team": "Mẫu giáo lớn", "expected": 7, "done": 6, "proven": None}
    page = make_campaign(results=[("item", row)])
    hit = ask("kết quả mẫu giáo lớn").results[0].hits[0]
    assert (hit.label, hit.url) == ("Kết quả theo tổ", f"{page.url}#ket-qua")
    assert 'id="ket-qua"' in client.get(page.url).content.decode()


@pytest.mark.parametrize("word", ["giải pháp đã nộp", "phát động ở sân trường", "thường trực"])
def test_figures_milestones_and_the_office_of_a_campaign_are_found(word):
    page = make_campaign(
        figures=[("item", {"number": "23", "words": "giải pháp đã nộp"})],
        contact_office="Thường trực Hội đồng",
    )
    page.milestones.add(Milestone(day=dt.date(2026, 9, 5), title="Phát động ở sân trường"))
    page.save_revision().publish()
    assert titles(ask(word)) == [page.title]


@pytest.mark.parametrize("word", ["năm công tác", "ghi nguyên văn"])
def test_figures_and_lessons_of_a_profile_are_found(word):
    page = make_honoree(
        NAME,
        figures=[("item", {"number": "14", "words": "năm công tác"})],
        lessons="<p>Ghi <b>nguyên</b> văn lời trẻ.</p>",
    )
    assert titles(ask(word)) == [page.title]
