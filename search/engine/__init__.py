"""The index below the search: one contract, kept by SQLite (FTS5) and PostgreSQL (GIN) alike.

`terms` makes what is written and asked, `expression` a condition of it, `matching` the passages
that have it, `writing` puts passages in and takes them out, `tables` names the two sets of tables.
"""

from __future__ import annotations
