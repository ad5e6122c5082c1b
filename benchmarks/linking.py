"""Are citations linked to the right documents? `python -m benchmarks.linking DATA [--texts FOLDER]`

DATA holds ground_truth.csv, which says who cites what. Everything that the papers cite is put into
a library of its own (SQLite, in a temporary folder), and beside each of these documents its
doubles: the same number of another issuer, and of another year. Then the papers themselves are
published. A link is right when it leads to the cited document itself; the second run has the
doubles only, so that every link to one of them is wrong.

Recall is over the cited documents of the table that the reading found; those whose number the
reading of a scan missed are counted apart, since no library could link them.
--texts: where read texts are kept, so that a second run reads no scan again. --plan: the plan of
the school, as text; its eight citations must all be right.
"""

from __future__ import annotations

import argparse
import os
import tempfile
from pathlib import Path


def main() -> None:
    """Make the library in a folder of its own, measure, and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("--texts", type=Path, help="folder for texts that were read")
    parser.add_argument("--plan", type=Path, help="the real plan, as text")
    parser.add_argument("-v", "--verbose", action="store_true", help="show what was missed")
    options = parser.parse_args()
    plan = options.plan or options.data.parent / "plan-yen-hoa-2025.txt"
    with tempfile.TemporaryDirectory(prefix="linking-") as folder:
        os.environ["PORTAL_DATA"] = folder
        os.environ.pop("DATABASE_URL", None)
        os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings.test")
        # Django reads its settings on import: the folder must be named before.
        import django

        django.setup()
        from benchmarks.linking_library import measure

        measure(options.data, options.texts, plan, verbose=options.verbose)


if __name__ == "__main__":
    main()
