"""Which tests say the same whatever database is below: they run on SQLite and are not repeated.

What stays on PostgreSQL touches queries, transactions, locks or the search index. A module may
also mark itself (`pytest.mark.one_engine`), or one of its tests.
"""

from __future__ import annotations

from pathlib import Path

TESTS = Path(__file__).parent
# No database, a database of their own, or one answer that Django's own tests hold for both.
FOLDERS = ("architecture", "extraction", "journeys", "locale", "vietnamese")
MODULES = (
    "accounts/test_password.py",
    "accounts/test_sign_out.py",
    "home/test_error_pages.py",
    "pages/test_atom_schema.py",
    "pages/test_headers.py",
    "pages/test_images.py",
    "portal/test_checks.py",
    "portal/test_dates.py",
    "portal/test_prepare.py",
    "portal/test_settings.py",
    "portal/test_start_up.py",
    "portal/test_staticfiles.py",
    "regulations/intake/test_interrupted.py",
    "regulations/intake/test_readers.py",
    "regulations/test_docx_export.py",
    "security/matrix/test_admin_addresses.py",
    "security/matrix/test_links_in_prose.py",
    "security/matrix/test_sections.py",
    "test_docs.py",
)


def needs_one_engine(path: Path) -> bool:
    """Whether the tests in the module at `path` need not be repeated on PostgreSQL."""
    if not path.is_relative_to(TESTS):
        return False
    place = path.relative_to(TESTS)
    return place.parts[0] in FOLDERS or place.as_posix() in MODULES
