"""A thousand items behind every page, as rows: made by an editor's way they would take minutes."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

from django.db.models import F, Max

from benchmarks.bulk_rows import insert, settle
from campaigns.models import Milestone
from honors.models import Award
from news.models import NewsPage, TaggedNews
from pages.models import PortalPage
from regulations.models import DocumentRecord, Relation, RelationSpan, Tie

# Steps in the tree that no page made otherwise has.
FIRST_STEP = 5000


def more_rows(row: Any, count: int, **varied: Any) -> list[int]:
    """`count` copies of `row` but for `varied`: column to its values, or to one for all.

    Returns their keys.
    """
    model = type(row)
    key = model._meta.pk.attname
    if key not in varied:
        first = (model.objects.aggregate(last=Max("pk"))["last"] or 0) + 1
        varied[key] = range(first, first + count)
    columns = {
        name: values if isinstance(values, list | range) else [values] * count
        for name, values in varied.items()
    }
    insert(row, list(columns), zip(*columns.values(), strict=True))
    return list(columns[key])


def more_pages(page: Any, count: int) -> list[int]:
    """`count` copies of the published `page` beside it; their keys."""
    base = PortalPage.objects.get(pk=page.pk)
    parent = base.get_parent()
    steps = range(FIRST_STEP, FIRST_STEP + count)
    slugs = [f"{page.slug}-{step}" for step in steps]
    keys = more_rows(
        base,
        count,
        path=[PortalPage._get_path(parent.path, base.depth, step) for step in steps],
        slug=slugs,
        url_path=[f"{parent.url_path}{slug}/" for slug in slugs],
        translation_key=[uuid4() for _ in steps],
    )
    more_rows(page, count, portalpage_ptr_id=keys)
    PortalPage.objects.filter(pk=parent.pk).update(numchild=F("numchild") + count)
    return keys


def more_documents(page: Any, count: int) -> list[int]:
    """Copies of an official document, with the records that lists are made of."""
    keys = more_pages(page, count)
    more_rows(DocumentRecord.objects.get(page=page.pk), count, page_id=keys)
    return keys


def more_of_everything(tied: Any, count: int) -> None:
    """`count` more of everything that the pages in `tied` list, tied to them."""
    story, honoree, campaign, decision, plan, regulation = (
        tied[name] for name in ("news", "honoree", "campaign", "decision", "plan", "regulation")
    )
    honorees, stories = more_pages(honoree, count), more_pages(story, count)
    more_pages(campaign, count)
    decisions, plans = more_documents(decision, count), more_documents(plan, count)
    named = NewsPage.honorees.through
    example = named.objects.filter(newspage=story).first()
    more_rows(example, count, newspage_id=story.pk, honoreepage_id=honorees)
    more_rows(example, count, newspage_id=stories, honoreepage_id=honoree.pk)
    tag = TaggedNews.objects.filter(content_object=story).first()
    more_rows(tag, count, content_object_id=stories)
    award = Award.objects.filter(decision=decision).first()
    more_rows(award, count, decision_id=decision.pk, honoree_id=honorees)
    more_rows(award, count, decision_id=decisions, honoree_id=honoree.pk)
    more_rows(Milestone.objects.filter(campaign=campaign).first(), count)
    relation = Relation.objects.filter(target=plan).first()
    relations = more_rows(relation, count, source_id=plans)
    span = RelationSpan.objects.get(relation=relation)
    more_rows(span, count, relation_id=relations)
    for target in (plan, regulation):
        more_rows(Tie.objects.first(), count, page_id=plans, target_id=target.pk, wanted_id=None)
    settle(PortalPage, named, TaggedNews, Award, Milestone, Relation, Tie)
