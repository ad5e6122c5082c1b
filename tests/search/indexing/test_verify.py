"""`manage.py verify` finds what differs, says it in Vietnamese and mends it."""

from __future__ import annotations

import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from pages.models import PortalPage
from search.engine import postgresql
from search.engine.matching import engine_of
from search.engine.tables import LIVE
from search.engine.writing import stored
from search.file_texts.models import FileUse
from search.index import remove_page
from search.indexing.verifying import compare, mend
from search.models import Passage, SearchedPage, SuggestionEntry, Totals, VocabularyTerm
from search.similar.models import SignatureValue
from tests.builders import make_news, make_regulation
from tests.search.file_texts.papers import make_file, story_with


@pytest.fixture
def story(db):
    make_regulation(text="Điều 1. Phạm vi\nNội dung.")
    return story_with(make_file(), title="Tin chim yến")


def draft():
    """A page that nobody reads, so that nothing is kept of it."""
    return make_news("Bản nháp", live=False)


def lose_words():
    engine = engine_of(connection.vendor)
    passage = Passage.objects.latest("id")
    rows = stored(LIVE, [passage.page_id])
    with connection.cursor() as cursor:
        engine.remove_words(cursor, LIVE.words, [rows.words[-1]])


DAMAGES = {
    "missing": (lambda story: remove_page(story.pk), "chưa có trong chỉ mục"),
    "different": (
        lambda story: Passage.objects.filter(page_id=story.pk).update(folded="x"),
        "chỉ mục ghi khác",
    ),
    "facts": (
        lambda story: SearchedPage.objects.filter(page_id=story.pk).update(audience="staff"),
        "chỉ mục ghi khác",
    ),
    "left over": (
        lambda story: PortalPage.objects.filter(pk=story.pk).update(live=False),
        "ngừng xuất bản",
    ),
    "words": (lambda story: lose_words(), "từ của các đoạn"),
    "vocabulary": (
        lambda story: VocabularyTerm.objects.filter(term="chim_yen").update(df=7),
        "kho từ",
    ),
    "totals": (lambda story: Totals.objects.update(length=1), "tổng số"),
    "suggestions": (
        lambda story: SuggestionEntry.objects.filter(key="yen").delete(),
        "gợi ý",
    ),
    "signature lost": (
        lambda story: SignatureValue.objects.filter(page=story.pk).delete(),
        "dữ liệu so trùng lặp",
    ),
    "signature of other words": (
        lambda story: SignatureValue.objects.create(value=1, page=story),
        "dữ liệu so trùng lặp",
    ),
    "signature left over": (
        lambda story: SignatureValue.objects.create(value=1, page=draft()),
        "dữ liệu so trùng lặp",
    ),
    "file lost": (
        lambda story: FileUse.objects.filter(page=story.pk).delete(),
        "danh sách tệp",
    ),
    "file renamed": (
        lambda story: FileUse.objects.filter(page=story.pk).update(title="Tên cũ"),
        "danh sách tệp",
    ),
    "file left over": (
        lambda story: FileUse.objects.filter(page=story.pk).update(page=draft()),
        "danh sách tệp",
    ),
}


def test_an_index_in_step_agrees(story, capsys):
    call_command("verify")
    assert "khớp" in capsys.readouterr().out


@pytest.mark.parametrize("name", DAMAGES)
def test_what_differs_is_found_and_mended(story, capsys, name):
    damage, words = DAMAGES[name]
    damage(story)
    with pytest.raises(CommandError) as refused:
        call_command("verify")
    assert refused.value.returncode == 1
    assert words in capsys.readouterr().out
    call_command("verify", mend=True)
    assert compare().agrees


def test_pages_and_counts_are_mended_in_one_run(story):
    DAMAGES["missing"][0](story)
    DAMAGES["totals"][0](story)
    call_command("verify", mend=True)
    assert compare().agrees


def test_words_without_their_index_are_told(story):
    if connection.vendor == "sqlite":
        pytest.skip("the table is the index")
    with connection.cursor() as cursor:
        for index in postgresql._indexes_of_words(cursor, LIVE.words):
            cursor.execute(f"DROP INDEX {index}")
    assert compare().counts == ["index"]
    call_command("verify", mend=True)
    assert compare().agrees


def test_what_is_published_after_the_comparison_stays(story):
    DAMAGES["missing"][0](story)
    report = compare()
    hidden = make_news("Tin đại bàng")
    report.left_over.append(hidden.pk)
    mend(report)
    assert compare().agrees


def test_words_that_are_not_apart_from_their_rows_are_the_same_words(story):
    """Rows of before migration 0008 answer until `reindex` writes them anew."""
    if connection.vendor == "sqlite":
        pytest.skip("the table is the index")
    with connection.cursor() as cursor:
        cursor.execute("UPDATE search_words SET words = rtrim(words, E' \\n')")
    assert compare().agrees
    before = _rows_of_words()
    remove_page(story.pk)
    assert _rows_of_words() < before


def test_postgresql_keeps_words_apart_from_the_rows_of_the_index(story):
    if connection.vendor == "sqlite":
        pytest.skip("the table is the index")
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT reltoastrelid::regclass FROM pg_class WHERE relname = %s", [LIVE.words]
        )
        apart = cursor.fetchone()[0]
        cursor.execute(f"SELECT count(DISTINCT chunk_id) FROM {apart}")  # noqa: S608 - a name
        assert cursor.fetchone()[0] == _rows_of_words()


def _rows_of_words():
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT count(*) FROM {LIVE.words}")  # noqa: S608 - a name of ours
        return cursor.fetchone()[0]
