"""The index: pages, their passages, the vocabulary and suggestions; written by `search.index`.

Each table exists twice: the set that answers, and its twin (`_next`) that `manage.py reindex`
fills and then swaps in by renaming. Nothing here refers to another room by a foreign key: rows
that no page owns any more are joined away. The words themselves lie in `search_words`, which each
engine keeps in its own way (`search.engine`).
"""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from search.desk import counted  # noqa: F401 - tables of this app
from search.file_texts import models as file_models  # noqa: F401 - tables of this app
from search.packed import PackedTextField
from search.row_id import RowIdField
from search.saved import models as saved_models  # noqa: F401 - tables of this app
from search.similar import models as similar_models  # noqa: F401 - tables of this app

POSITION_BITS = 12
MOST_PASSAGES = 1 << POSITION_BITS
KEY_LENGTH = 32


def ids_at(slot: int) -> tuple[int, int]:
    """The first and the last id that passages at this slot can have."""
    first = slot << POSITION_BITS
    return first, first + MOST_PASSAGES - 1


class Place(models.TextChoices):
    """Where in a page a passage stands."""

    PAGE = "page", _("the page")
    PROVISION = "provision", _("a provision")
    FILE = "file", _("a file")


class AbstractSearchedPage(models.Model):
    """A published page as the index knows it; who may see it is repeated from the page.

    slot: new for every writing, never used again; issuer_key: folded name of the issuer; year: of
    `sorted_on`, which orders "newest first"; passages: how many; terms_version: the version of the
    terms that were written; digest: of all that was indexed.
    """

    slot = RowIdField(primary_key=True)
    page_id = models.BigIntegerField(unique=True)
    kind = models.CharField(max_length=40)
    document_type = models.CharField(max_length=20, blank=True)
    number_key = models.CharField(max_length=80, blank=True, db_index=True)
    issuer = models.CharField(max_length=255, blank=True)
    issuer_key = models.CharField(max_length=255, blank=True)
    year = models.PositiveSmallIntegerField(null=True)
    title = models.CharField(max_length=255)
    audience = models.CharField(max_length=10)
    expires_at = models.DateTimeField(null=True)
    sorted_on = models.DateField(null=True)
    terms_version = models.PositiveSmallIntegerField()
    passages = models.PositiveIntegerField()
    digest = models.CharField(max_length=32)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return self.title


class SearchedPage(AbstractSearchedPage):
    """The pages that answer now."""

    class Meta:
        db_table = "search_page"
        verbose_name = _("searched page")


class NextSearchedPage(AbstractSearchedPage):
    """The twin of SearchedPage that is being built."""

    class Meta:
        db_table = "search_page_next"
        verbose_name = _("searched page")


class AbstractPassage(models.Model):
    """A passage: `id` is `slot << POSITION_BITS | position`, so that it tells the page by itself.

    length: weighted words (body + 3 x label + 3 x title of the page); cited: number keys parted by
    blanks; folded_label, folded: words parted by blanks; body: the original text. The last
    two are packed (`search.packed`).
    """

    id = RowIdField(primary_key=True)
    page_id = models.BigIntegerField()
    position = models.PositiveIntegerField()
    place = models.CharField(max_length=10, choices=Place)
    anchor = models.CharField(max_length=120, blank=True)
    label = models.CharField(max_length=400, blank=True)
    file_page = models.PositiveIntegerField(null=True)
    length = models.PositiveIntegerField()
    cited = models.TextField(blank=True)
    folded_label = models.TextField(blank=True)
    folded = PackedTextField(blank=True)
    body = PackedTextField()

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return f"{self.page_id} {self.label}".strip()

    @property
    def slot(self) -> int:
        """The slot of its page."""
        return self.id >> POSITION_BITS


class Passage(AbstractPassage):
    """The passages that answer now."""

    class Meta:
        db_table = "search_passage"
        verbose_name = _("passage")


class NextPassage(AbstractPassage):
    """The twin of Passage that is being built."""

    class Meta:
        db_table = "search_passage_next"
        verbose_name = _("passage")


class AbstractVocabularyTerm(models.Model):
    """A folded syllable or bigram (`a_b`), and in how many passages it stands."""

    term = models.CharField(max_length=90, primary_key=True)
    df = models.IntegerField()

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return self.term


class VocabularyTerm(AbstractVocabularyTerm):
    """The vocabulary of what answers now."""

    class Meta:
        db_table = "search_vocabulary"
        verbose_name = _("word of the index")


class NextVocabularyTerm(AbstractVocabularyTerm):
    """The twin of VocabularyTerm that is being built."""

    class Meta:
        db_table = "search_vocabulary_next"
        verbose_name = _("word of the index")


class AbstractTotals(models.Model):
    """One row (id 1): how many passages there are, and the sum of their lengths."""

    passages = models.BigIntegerField(default=0)
    length = models.BigIntegerField(default=0)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return f"{self.passages} {self.length}"


class Totals(AbstractTotals):
    """The totals of what answers now."""

    class Meta:
        db_table = "search_totals"
        verbose_name = _("totals of the index")


class NextTotals(AbstractTotals):
    """The twin of Totals that is being built."""

    class Meta:
        db_table = "search_totals_next"
        verbose_name = _("totals of the index")


class AbstractSuggestionEntry(models.Model):
    """What begins with `key` may mean this passage, or its page (position 0).

    key: folded words from a word start on, cut at KEY_LENGTH; passage: id of the passage, which
    tells slot and position; its words are read from the passage or page that it leads to.
    """

    class Kind(models.IntegerChoices):
        """What is suggested, the best first."""

        NUMBER = 0, _("Number of a document")
        TITLE = 1, _("Title of a page")
        PERSON = 2, _("Name of a person")
        PROVISION = 3, _("Heading of a provision")

    pk = models.CompositePrimaryKey("audience", "key", "passage")
    audience = models.CharField(max_length=10)
    key = models.CharField(max_length=KEY_LENGTH)
    passage = models.BigIntegerField()
    kind = models.PositiveSmallIntegerField(choices=Kind)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return str(self.key)


class SuggestionEntry(AbstractSuggestionEntry):
    """The suggestions that answer now."""

    class Meta:
        db_table = "search_suggestion"
        verbose_name = _("suggestion")


class NextSuggestionEntry(AbstractSuggestionEntry):
    """The twin of SuggestionEntry that is being built."""

    class Meta:
        db_table = "search_suggestion_next"
        verbose_name = _("suggestion")


class IndexState(models.Model):
    """One row (id 1), locked by whoever writes: one writer at a time, so no two ever wait for
    each other in a circle.

    slots: the last slot given; is_building: whether the twins are being filled; built_to: the last
    page id that is in them; counted_to: the last slot whose passages are in their counts.
    """

    slots = models.BigIntegerField(default=0)
    is_building = models.BooleanField(default=False)
    built_to = models.BigIntegerField(default=0)
    counted_to = models.BigIntegerField(default=0)

    class Meta:
        db_table = "search_state"
        verbose_name = _("state of the index")

    def __str__(self) -> str:
        return str(self.slots)
