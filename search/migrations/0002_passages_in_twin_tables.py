"""Pages, passages, words, vocabulary and suggestions, each table with a twin for rebuilding."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.db import migrations, models

from search.packed import PackedTextField
from search.row_id import RowIdField

SQLITE = (
    """CREATE VIRTUAL TABLE search_words{twin} USING fts5(
        terms, content='', columnsize=0, detail=none, tokenize="ascii tokenchars '_:=-'")""",
    """CREATE TABLE search_vocabulary{twin} (
        term varchar(90) NOT NULL PRIMARY KEY, df integer NOT NULL) WITHOUT ROWID""",
    """CREATE TABLE search_suggestion{twin} (
        audience varchar(10) NOT NULL, key varchar(32) NOT NULL, passage bigint NOT NULL,
        kind smallint NOT NULL, PRIMARY KEY (audience, key, passage)) WITHOUT ROWID""",
)
# Keys in the order of bytes, as on SQLite; GIN without a pending list, which searches would read.
POSTGRESQL = (
    "CREATE TABLE search_words{twin} (id bigint NOT NULL PRIMARY KEY, words tsvector NOT NULL)",
    "ALTER TABLE search_words{twin} ALTER COLUMN words SET STORAGE MAIN",
    """CREATE INDEX search_words{twin}_terms ON search_words{twin}
        USING gin (words) WITH (fastupdate = off)""",
    """CREATE TABLE search_vocabulary{twin} (
        term varchar(90) COLLATE "C" NOT NULL PRIMARY KEY, df integer NOT NULL)""",
    """CREATE TABLE search_suggestion{twin} (
        audience varchar(10) COLLATE "C" NOT NULL, key varchar(32) COLLATE "C" NOT NULL,
        passage bigint NOT NULL, kind smallint NOT NULL, PRIMARY KEY (audience, key, passage))""",
)
STATEMENTS = {"sqlite": SQLITE, "postgresql": POSTGRESQL}
OWN = ("search_words", "search_vocabulary", "search_suggestion")
TWINS = ("", "_next")


def make_tables(apps: Any, schema_editor: Any) -> None:
    """The tables that each engine keeps in its own way."""
    for twin in TWINS:
        for statement in STATEMENTS[schema_editor.connection.vendor]:
            schema_editor.execute(statement.format(twin=twin))


def drop_tables(apps: Any, schema_editor: Any) -> None:
    """The reverse of `make_tables`."""
    for twin in TWINS:
        for table in OWN:
            schema_editor.execute(f"DROP TABLE {table}{twin}")


def twins(name: str, table: str, fields: Any, label: str) -> list[migrations.CreateModel]:
    """The model and its twin; `fields` makes the fields anew for each."""
    return [
        migrations.CreateModel(
            name=f"{prefix}{name}",
            fields=fields(),
            options={"verbose_name": label, "db_table": f"{table}{twin}"},
        )
        for prefix, twin in (("", ""), ("Next", "_next"))
    ]


def page_fields() -> list[tuple[str, models.Field]]:
    return [
        ("slot", RowIdField(primary_key=True, serialize=False)),
        ("page_id", models.BigIntegerField(unique=True)),
        ("kind", models.CharField(max_length=40)),
        ("document_type", models.CharField(blank=True, max_length=20)),
        ("number_key", models.CharField(blank=True, db_index=True, max_length=80)),
        ("issuer", models.CharField(blank=True, max_length=255)),
        ("issuer_key", models.CharField(blank=True, max_length=255)),
        ("year", models.PositiveSmallIntegerField(null=True)),
        ("title", models.CharField(max_length=255)),
        ("audience", models.CharField(max_length=10)),
        ("expires_at", models.DateTimeField(null=True)),
        ("sorted_on", models.DateField(null=True)),
        ("terms_version", models.PositiveSmallIntegerField()),
        ("passages", models.PositiveIntegerField()),
        ("digest", models.CharField(max_length=32)),
    ]


def passage_fields() -> list[tuple[str, models.Field]]:
    places = [("page", "the page"), ("provision", "a provision"), ("file", "a file")]
    return [
        ("id", RowIdField(primary_key=True, serialize=False)),
        ("page_id", models.BigIntegerField()),
        ("position", models.PositiveIntegerField()),
        ("place", models.CharField(choices=places, max_length=10)),
        ("anchor", models.CharField(blank=True, max_length=120)),
        ("label", models.CharField(blank=True, max_length=400)),
        ("file_page", models.PositiveIntegerField(null=True)),
        ("length", models.PositiveIntegerField()),
        ("cited", models.TextField(blank=True)),
        ("folded_label", models.TextField(blank=True)),
        ("folded", models.TextField(blank=True)),
        ("body", PackedTextField()),
    ]


def vocabulary_fields() -> list[tuple[str, models.Field]]:
    return [
        ("term", models.CharField(max_length=90, primary_key=True, serialize=False)),
        ("df", models.IntegerField()),
    ]


def suggestion_fields() -> list[tuple[str, models.Field]]:
    kinds = [
        (0, "Number of a document"),
        (1, "Title of a page"),
        (2, "Name of a person"),
        (3, "Heading of a provision"),
    ]
    return [
        (
            "pk",
            models.CompositePrimaryKey(
                "audience",
                "key",
                "passage",
                blank=True,
                editable=False,
                primary_key=True,
                serialize=False,
            ),
        ),
        ("audience", models.CharField(max_length=10)),
        ("key", models.CharField(max_length=32)),
        ("passage", models.BigIntegerField()),
        ("kind", models.PositiveSmallIntegerField(choices=kinds)),
    ]


def totals_fields() -> list[tuple[str, models.Field]]:
    return [
        (
            "id",
            models.BigAutoField(
                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
            ),
        ),
        ("passages", models.BigIntegerField(default=0)),
        ("length", models.BigIntegerField(default=0)),
    ]


class Migration(migrations.Migration):
    dependencies = [
        ("search", "0001_passages"),
        migrations.swappable_dependency(settings.WAGTAIL_PAGE_MODEL),
    ]

    operations = [
        migrations.DeleteModel(name="SearchEntry"),
        migrations.CreateModel(
            name="IndexState",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("slots", models.BigIntegerField(default=0)),
                ("is_building", models.BooleanField(default=False)),
                ("built_to", models.BigIntegerField(default=0)),
                ("counted_to", models.BigIntegerField(default=0)),
            ],
            options={"verbose_name": "state of the index", "db_table": "search_state"},
        ),
        *twins("SearchedPage", "search_page", page_fields, "searched page"),
        *twins("Passage", "search_passage", passage_fields, "passage"),
        *twins("Totals", "search_totals", totals_fields, "totals of the index"),
        migrations.SeparateDatabaseAndState(
            database_operations=[migrations.RunPython(make_tables, drop_tables)],
            state_operations=[
                *twins(
                    "VocabularyTerm", "search_vocabulary", vocabulary_fields, "word of the index"
                ),
                *twins("SuggestionEntry", "search_suggestion", suggestion_fields, "suggestion"),
            ],
        ),
    ]
