"""Pages alike are found, with shares that are true, as far as the reader may see them."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.cache import cache
from django.db import transaction

from accounts.audience import Audience
from pages.models import PortalPage
from search.file_texts.queue import read_next_file
from search.similar.finder import similar_to, similar_to_text
from search.similar.keeping import keep_all
from search.similar.models import SignatureValue, StoryTie
from tests.builders import make_news, make_plan, make_regulation
from tests.search.file_texts.papers import make_file, story_with
from tests.search.similar.papers import edited, text

pytestmark = pytest.mark.django_db
VISITOR = AnonymousUser()
PLAN = text("kế hoạch")


def found(words, user):
    return [one.page.title for one in similar_to_text(words, user)]


def make_others():
    for number in range(5):
        make_plan(f"Kế hoạch {number}", text=text(number))


@pytest.mark.parametrize("share", [0, 0.05, 0.2, 0.5])
def test_the_plan_of_last_year_is_found_however_much_was_edited(staff, share):
    make_others()
    make_plan("Kế hoạch năm trước", text=PLAN)
    assert found(edited(PLAN, share), staff) == ["Kế hoạch năm trước"]


def test_reordered_articles_and_lost_marks_do_not_hide_it(staff):
    make_plan("Kế hoạch năm trước", text=PLAN)
    words = PLAN.split()
    assert found(" ".join(words[200:] + words[:200]).upper(), staff) == ["Kế hoạch năm trước"]


def test_an_initiative_is_found_in_a_file_of_a_page(staff):
    story_with(make_file(PLAN), title="Sáng kiến được công nhận")
    read_next_file()
    # A file that was read later belongs to the text of its page as any other.
    assert found(edited(PLAN, 0.2), staff) == ["Sáng kiến được công nhận"]


def test_a_part_is_found_in_the_whole_and_the_shares_say_which_is_which(staff):
    make_plan("Kế hoạch dài", text=f"{text('trước', 800)} {PLAN} {text('sau', 800)}")
    [one] = similar_to_text(PLAN, staff)
    assert (one.percent, one.percent_there) == (100, pytest.approx(20, abs=1))


def test_what_is_unlike_is_not_found(staff):
    make_others()
    assert found(PLAN, staff) == []
    assert found("", staff) == []
    assert found("thi đua", staff) == []


def test_the_likest_comes_first(staff):
    for share in (0.5, 0.05, 0.2):
        make_plan(f"Sửa {share}", text=edited(PLAN, share))
    assert found(PLAN, staff) == ["Sửa 0.05", "Sửa 0.2", "Sửa 0.5"]


def test_nobody_finds_what_they_may_not_read(staff, council):
    make_plan("Của Hội đồng", text=PLAN, audience=Audience.COUNCIL)
    make_plan("Của cán bộ", text=PLAN)
    make_plan("Bản nháp", text=PLAN, live=False)
    assert found(PLAN, VISITOR) == []
    assert found(PLAN, staff) == ["Của cán bộ"]
    assert sorted(found(PLAN, council)) == ["Của Hội đồng", "Của cán bộ"]


def test_a_page_is_not_like_itself(staff):
    one, other = (make_plan(title, text=PLAN) for title in ("Năm nay", "Năm trước"))
    assert [alike.page.pk for alike in similar_to(one, staff)] == [other.pk]


def test_few_queries_and_none_to_compare_again(staff, django_assert_num_queries):
    make_others()
    one, _ = (make_plan(title, text=PLAN) for title in ("Năm nay", "Năm trước"))
    assert similar_to(one, staff)
    cache.clear()
    with django_assert_num_queries(3):
        first = similar_to(one, staff)
    with django_assert_num_queries(2):
        assert similar_to(one, staff) == first
    cache.clear()
    assert similar_to(one, staff) == first


def test_a_new_text_is_compared_anew(staff):
    one, other = (make_plan(title, text=PLAN) for title in ("Năm nay", "Năm trước"))
    assert similar_to(one, staff)[0].percent == 100
    other.body = [("legal_text", edited(PLAN, 0.5))]
    other.save_revision().publish()
    assert similar_to(one, staff)[0].percent < 70


def test_what_is_taken_down_or_deleted_is_found_no_longer(staff):
    first, second = (make_plan(title, text=PLAN) for title in "AB")
    first.unpublish()
    assert found(PLAN, staff) == ["B"]
    PortalPage.objects.get(pk=second.pk).delete()
    assert found(PLAN, staff) == []
    assert not SignatureValue.objects.exists()


def publish_in_vain(revision):
    with transaction.atomic():
        revision.publish()
        raise ZeroDivisionError


def test_a_publication_that_fails_leaves_the_signature_as_it_was(staff):
    page = make_regulation(text=PLAN)
    before = set(SignatureValue.objects.values_list("pk", flat=True))
    page.body = [("legal_text", text("khác"))]
    revision = page.save_revision()
    with pytest.raises(ZeroDivisionError):
        publish_in_vain(revision)
    assert set(SignatureValue.objects.values_list("pk", flat=True)) == before


def test_kept_anew_it_is_the_same():
    make_regulation(text=PLAN)
    make_news()
    models = (SignatureValue, StoryTie)
    before = [set(model.objects.values_list("pk", flat=True)) for model in models]
    for model in models:
        model.objects.all().delete()
    assert keep_all() >= 2
    assert [set(model.objects.values_list("pk", flat=True)) for model in models] == before
