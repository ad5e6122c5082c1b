"""A question, asked and read as the tests of this folder do."""

from __future__ import annotations

import datetime as dt

from django.contrib.auth.models import AnonymousUser

from regulations.models.relation import Relation
from search.query import search
from search.results import SearchRequest

VISITOR = AnonymousUser()
LAW = """Điều 1. Phạm vi
Thi đua trong trường học.
Điều 23. Danh hiệu “Chiến sĩ thi đua cơ sở”
Danh hiệu để tặng cho cá nhân đạt tiêu chuẩn.
Điều 24. Danh hiệu “Lao động tiên tiến”
Chiến sĩ được khen, cơ sở thi đua."""


def ask(text, user=VISITOR, **fields):
    return search(SearchRequest(text, **fields), user)


def titles(found):
    return [result.page.title for result in found.results]


def replace_with(old, new, day=dt.date(2024, 1, 1)):
    """`new` replaces `old` from `day` on."""
    new.relations.add(Relation(target=old, kind=Relation.Kind.REPLACES, takes_effect_on=day))
    new.save_revision().publish()
