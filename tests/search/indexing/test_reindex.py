"""The index is made anew beside the old one; a run that is killed is taken up."""

from __future__ import annotations

import threading
from types import SimpleNamespace

import pytest
from django.core.management import call_command
from django.db import connection
from django.utils import timezone

from search.engine.alone import _file, alone
from search.index import index_page, remove_page
from search.indexing import rebuilding
from search.indexing.rebuilding import rebuild
from search.indexing.verifying import compare
from search.models import (
    NextPassage,
    NextSearchedPage,
    Passage,
    SearchedPage,
    SuggestionEntry,
    Totals,
    VocabularyTerm,
)
from tests.builders import make_news, make_regulation

LAW = "Điều 1. Phạm vi\nNội dung.\nĐiều 2. Đối tượng\nTặng giấy khen cho chim yến."


def everything():
    passages = Passage.objects.order_by("page_id", "position")
    totals = Totals.objects.values_list("passages", "length")
    return (
        list(passages.values_list("page_id", "position", "label", "folded", "body", "length")),
        dict(VocabularyTerm.objects.values_list("term", "df")),
        sorted(SuggestionEntry.objects.values_list("audience", "key", "kind")),
        list(totals),
    )


@pytest.fixture
def site(db):
    """Some pages in the index."""
    make_regulation(text=LAW, number="06/2022/QH15")
    return [make_news(f"Tin chim yến {number}") for number in range(5)]


def step():
    rebuilding._step(1)


def test_a_rebuilt_index_is_the_same(site):
    before = everything()
    SearchedPage.objects.all().delete()
    assert rebuild() == len(before[0])
    assert everything() == before
    assert compare().agrees
    assert rebuild() == len(before[0])
    assert everything() == before
    assert not NextPassage.objects.exists()


def test_counting_a_little_at_a_time_comes_to_the_same(site, monkeypatch):
    before = everything()
    monkeypatch.setattr(rebuilding, "PASSAGES_COUNTED_AT_ONCE", 2)
    rebuild()
    assert everything() == before


def test_a_killed_run_is_taken_up_where_it_stopped(site):
    before = everything()
    pages = rebuilding.pages_left()
    rebuilding._begin()
    step()
    step()
    assert rebuilding.pages_left() == pages - 2
    steps = []
    rebuild(steps.append)
    assert sum(steps) == pages - 2
    assert everything() == before


def test_searches_are_answered_from_the_old_index_meanwhile(site):
    before = everything()
    rebuilding._begin()
    step()
    assert everything() == before


@pytest.mark.parametrize("steps", range(9))
def test_what_happens_meanwhile_is_in_both(site, steps):
    rebuilding._begin()
    for _ in range(steps):
        step()
    if steps > 7:
        rebuilding._count()
    site[0].title = "Tin đại bàng"
    site[0].save_revision().publish()
    site[1].unpublish()
    site[2].audience = "staff"
    site[2].save()
    site[3].delete()
    make_news("Tin mới")
    assert compare().agrees
    after = everything()
    rebuild()
    assert everything() == after
    assert compare().agrees


def test_of_two_runs_one_swaps(site):
    before = everything()
    rebuilding._begin()
    while rebuilding._step(9)[0]:
        pass
    rebuild()
    rebuilding._count()
    rebuilding._swap()
    assert everything() == before


@pytest.mark.django_db(transaction=True)
def test_of_two_runs_at_once_the_second_waits_for_the_first():
    make_news("Tin chim yến")
    ran, found = threading.Event(), []

    def second():
        ran.set()
        found.append(rebuild())
        connection.close()

    with alone() as waited:
        assert not waited
        other = threading.Thread(target=second)
        other.start()
        ran.wait()
        other.join(1)
        assert other.is_alive() or connection.is_in_memory_db()
    other.join()
    assert found == [Passage.objects.count()]
    assert compare().agrees


def test_a_second_beginning_counts_nothing_twice(site):
    before = everything()
    rebuilding._begin()
    step()
    rebuilding._begin()
    rebuild()
    assert everything() == before


def test_words_without_their_index_are_never_swapped_in(site):
    if connection.vendor == "sqlite":
        pytest.skip("the table is the index")
    rebuilding._begin()
    while rebuilding._step(9)[0]:
        pass
    with pytest.raises(RuntimeError, match="no index"):
        rebuilding._swap()
    rebuild()


def test_a_killed_run_is_outdated_until_it_is_taken_up(site):
    rebuilding._begin()
    assert rebuilding.is_outdated()
    rebuild()
    assert not rebuilding.is_outdated()


def test_what_is_withdrawn_is_nowhere_after_a_kill_behind_the_swap(site, monkeypatch):
    monkeypatch.setattr(rebuilding, "clear_left_over", lambda: None)
    rebuild()
    site[0].unpublish()
    assert NextPassage.objects.exists()
    assert not NextPassage.objects.filter(page_id=site[0].pk).exists()
    monkeypatch.undo()
    rebuilding.clear_left_over()
    assert not NextPassage.objects.exists()


def test_slots_are_never_used_again(site):
    last = max(SearchedPage.objects.values_list("slot", flat=True))
    remove_page(site[-1].pk)
    index_page(site[-1])
    rebuild()
    assert min(SearchedPage.objects.values_list("slot", flat=True)) > last
    assert not NextSearchedPage.objects.exists()


def test_pages_past_their_expiry_stay_for_when_it_is_put_off(site):
    site[0].expire_at = timezone.now()
    site[0].save()
    rebuild()
    assert SearchedPage.objects.filter(page_id=site[0].pk).exists()


def test_an_upgrade_that_needs_it_is_told(site):
    assert not rebuilding.is_outdated()
    SearchedPage.objects.filter(page_id=site[0].pk).update(terms_version=0)
    assert rebuilding.is_outdated()
    rebuild()
    assert not rebuilding.is_outdated()


def test_the_command_says_how_many(site, capsys):
    call_command("reindex")
    assert "8 đoạn" in capsys.readouterr().out


@pytest.mark.one_engine
def test_on_sqlite_a_file_beside_the_database_is_the_lock(tmp_path):
    database = SimpleNamespace(
        settings_dict={"NAME": tmp_path / "portal.sqlite3"}, is_in_memory_db=lambda: False
    )
    waits = []

    def second():
        with _file(database) as waited:
            waits.append(waited)

    with _file(database) as waited:
        other = threading.Thread(target=second)
        other.start()
        other.join(0.2)
        assert not waited
        assert other.is_alive()
    other.join()
    assert waits == [True]
