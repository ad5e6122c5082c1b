"""Ways to go on typing: numbers, titles, people and headings that begin as the words typed do."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from accounts.audience import audiences_of
from pages.models import PortalPage
from search.asking.articles import EXPIRED_LAST, ORDER_OF_FORCE, article_named, is_article
from search.asking.reading import Reading, read
from search.asking.scope import Scope
from search.engine.expression import Term
from search.engine.matching import matching_sql
from search.engine.tables import LIVE
from search.engine.terms import in_title, pair, words_of
from search.finding.statements import STATIC_ORDER, fetch
from search.models import KEY_LENGTH, POSITION_BITS
from search.results import SearchRequest, Suggestion
from vietnamese import NumberFamily

SHOWN, SHORTEST = 8, 2
# Rows read of each audience: the first keys of the alphabet that go on as was typed.
MOST_ROWS = 40
# Articles of one number among which those in force are looked for.
MOST_ARTICLES = 100
Kind = LIVE.suggestion.Kind
_TABLE = LIVE.suggestion._meta.db_table
_PASSAGE, _PAGE = LIVE.passage._meta.db_table, LIVE.page._meta.db_table
# Sorts after whatever a key may go on with.
_END = "\U0010fffd"


class _Row(NamedTuple):
    """What a key leads to: a page, or the passage of it that has a label."""

    kind: int
    page_id: int
    title: str
    label: str
    anchor: str

    @property
    def text(self) -> str:
        """What is suggested, without where it stands."""
        return self.label if self.kind == Kind.PROVISION else self.title


def suggestions(text: str, user: Any) -> list[Suggestion]:
    """Up to SHOWN suggestions for `text`, each leading to a page that `user` may see.

    Numbers first, then titles, people and headings; of one kind those with the marks that were
    typed, then the shorter ones. "điều 23" alone is that article of whatever document, those in
    force first, laws before others. At most two statements.
    """
    reading = read(text)
    typed = " ".join(reading.query.words)
    if len(typed.replace(" ", "")) < SHORTEST:
        return []
    article = article_named(reading.words)
    if article:
        return _suggestions(_articles(article, user), user)
    rows = [row for row in _rows(_beginnings(reading, typed), user) if _goes_on(row, typed)]
    marked = [word.exactly for word in reading.words] if reading.query.marked else []
    return _suggestions(sorted(rows, key=lambda row: _place(row, " ".join(marked))), user)


def _beginnings(reading: Reading, typed: str) -> list[str]:
    """What keys may begin with: the words, or the number as documents bear it."""
    numbers = [
        number.key.rpartition("-")[0] + " "
        if number.family is NumberFamily.PARTIAL
        else number.key.replace("-", " ")
        for number in reading.numbers
    ]
    return list(dict.fromkeys(begin[:KEY_LENGTH].replace("-", " ") for begin in (typed, *numbers)))


def _rows(beginnings: Sequence[str], user: Any) -> list[_Row]:
    ranges, parameters = [], []
    for audience in audiences_of(user):
        for begin in beginnings:
            ranges.append(
                f"SELECT * FROM (SELECT kind, passage FROM {_TABLE} WHERE audience = %s"  # noqa: S608
                f" AND key >= %s AND key < %s ORDER BY key, passage LIMIT {MOST_ROWS}) k"
            )
            parameters += [str(audience), begin, begin + _END]
    rows = fetch(
        f"SELECT k.kind, p.page_id, p.title, s.label, s.anchor"  # noqa: S608 - our own names
        f" FROM ({' UNION ALL '.join(ranges)}) k"
        f" JOIN {_PAGE} p ON p.slot = k.passage >> {POSITION_BITS}"
        f" JOIN {_PASSAGE} s ON s.id = k.passage",
        parameters,
    )
    return [_Row(*row) for row in dict.fromkeys(rows)]


def _articles(name: str, user: Any) -> list[_Row]:
    """The articles with this name, one of each document."""
    scope = Scope.of(SearchRequest(), user)
    passages, of_passages = matching_sql(Term(in_title(pair(*name.split()))))
    visible, of_visible = scope.visible
    records, of_records = scope.effects
    rows = fetch(
        f"SELECT p.page_id, p.title, s.label, s.anchor, s.folded_label"  # noqa: S608
        f" FROM (SELECT m.id FROM ({passages}) m"
        f" JOIN {_PAGE} p ON p.slot = m.id >> {POSITION_BITS} WHERE {visible}"
        f" ORDER BY {ORDER_OF_FORCE}, {STATIC_ORDER}, m.id LIMIT {MOST_ARTICLES}) f"
        f" JOIN {_PASSAGE} s ON s.id = f.id"
        f" JOIN {_PAGE} p ON p.slot = f.id >> {POSITION_BITS} {records}"
        f" ORDER BY {EXPIRED_LAST}, {ORDER_OF_FORCE}, {STATIC_ORDER}, f.id",
        [*of_passages, *of_visible, *of_records],
    )
    found: dict[int, _Row] = {}
    for page, title, label, anchor, folded_label in rows:
        if is_article(folded_label, name):
            found.setdefault(page, _Row(Kind.PROVISION, page, title, label, anchor))
    return list(found.values())


def _goes_on(row: _Row, typed: str) -> bool:
    """Keys are cut: what was typed beyond their end must stand in the words themselves."""
    is_whole = len(typed) <= KEY_LENGTH or row.kind == Kind.NUMBER
    return is_whole or typed in words_of(row.text).joined


def _place(row: _Row, marked: str) -> tuple[int, bool, int, str, int]:
    return (
        row.kind,
        bool(marked) and marked not in " ".join(words_of(row.text).marked),
        len(row.text),
        row.text,
        row.page_id,
    )


def _suggestions(rows: Sequence[_Row], user: Any) -> list[Suggestion]:
    """The first SHOWN of different places."""
    first = {(row.page_id, row.anchor): row for row in reversed(rows)}
    chosen = [row for row in dict.fromkeys(rows) if first[row.page_id, row.anchor] is row]
    pages = (
        PortalPage.objects.visible_to(user)
        .select_related("record")
        .only("url_path", "title", "content_type", "record__number", "record__document_type")
        .in_bulk(list({row.page_id for row in chosen[: 2 * SHOWN]}))
    )
    seen = (row for row in chosen if _is_shown(row, pages))
    return [
        _suggestion(row, pages[row.page_id]) for row, _ in zip(seen, range(SHOWN), strict=False)
    ]


def _is_shown(row: _Row, pages: Mapping[int, Any]) -> bool:
    """Whether the page may be seen; a number is told by the record, which may be gone by now."""
    page = pages.get(row.page_id)
    return page is not None and (row.kind != Kind.NUMBER or hasattr(page, "record"))


def _suggestion(row: _Row, page: Any) -> Suggestion:
    url = f"{page.url}#{row.anchor}" if row.anchor else page.url
    return Suggestion(" ".join(_title(row, page)), url, _kind(row, page))


def _title(row: _Row, page: Any) -> Iterator[str]:
    if row.kind == Kind.NUMBER:
        yield f"{page.record.number}:"
    if row.kind == Kind.PROVISION:
        yield f"{row.label} ({row.title})"
    else:
        yield row.title


def _kind(row: _Row, page: Any) -> str:
    """What it is: "Điều" for an article, else the type of the document or of the page."""
    if row.kind == Kind.PROVISION:
        word = row.label.split()[0]
        return word if word.isalpha() else str(Kind.PROVISION.label)
    record = getattr(page, "record", None)
    if record is not None and record.document_type:
        return str(record.get_document_type_display())
    return str(page.type_name)
