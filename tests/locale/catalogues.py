"""Reads the message catalogues of the packages and of the portal, in memory, with Babel."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import read_mo
from babel.messages.pofile import read_po
from django.apps import apps

ROOT = Path(__file__).resolve().parents[2]
OURS = ROOT / "locale" / "packages"
# Django keeps the messages of its core outside any app; the table block is at hand for pages.
BESIDE_APPS = ("django.conf", "wagtail.contrib.table_block")
KEYWORDS = {
    "_": None,
    "gettext": None,
    "gettext_lazy": None,
    "pgettext": ((1, "c"), 2),
    "pgettext_lazy": ((1, "c"), 2),
    "ngettext": (1, 2),
    "ngettext_lazy": (1, 2),
}
# Only its list filters are at work, and Django's own Vietnamese has their words.
SILENT = "django.contrib.admin"
# Wagtail's group form translates what these permissions are called in the database.
PERMISSIONS = ("Can lock", "Can publish", "Can unlock")
METHODS = [("**/tests/**", "ignore"), ("**/migrations/**", "ignore"), ("**.py", "python")]


class Key(NamedTuple):
    """What gettext looks a message up by."""

    context: str | None
    text: str
    plural: bool


def shipped(domain: str) -> dict[Key, str]:
    """Every message that the installed packages can say, with the package that says it."""
    said = {key: name for name, folder in _packages() for key in _says(folder, domain)}
    if domain == "django":
        said |= {_key(name, None): "wagtail.users" for name in PERMISSIONS}
    return said


def theirs(domain: str) -> set[Key]:
    """The messages that the packages bring in Vietnamese themselves."""
    compiled = (folder / "locale/vi/LC_MESSAGES" / f"{domain}.mo" for _, folder in _packages())
    return {key for path in compiled if path.exists() for key in _translated(_read(path))}


def ours(domain: str) -> Catalog:
    """The portal's own Vietnamese for the packages."""
    return _read(OURS / "vi/LC_MESSAGES" / f"{domain}.po")


def covered(domain: str) -> set[Key]:
    """What is Vietnamese in the end. A plural entry also answers a plain look-up."""
    found = theirs(domain) | _translated(ours(domain))
    return found | {key._replace(plural=False) for key in found}


def _packages() -> list[tuple[str, Path]]:
    installed = [(app.name, Path(app.path)) for app in apps.get_app_configs()]
    beside = [(name, Path(find_spec(name).origin).parent) for name in BESIDE_APPS]
    speaking = [(name, folder) for name, folder in installed + beside if name != SILENT]
    return [(name, folder) for name, folder in speaking if folder.parent != ROOT]


def _says(folder: Path, domain: str) -> set[Key]:
    """What one package says: from its English catalogue, else from its code."""
    english = folder / "locale/en/LC_MESSAGES" / f"{domain}.po"
    if english.exists():
        return {_key(message.id, message.context) for message in _read(english) if message.id}
    if domain == "djangojs":
        return set()
    found = extract_from_dir(folder, METHODS, keywords=KEYWORDS)
    return {_key(text, context) for _, _, text, _, context in found}


def _translated(catalogue: Catalog) -> set[Key]:
    done = (message for message in catalogue if message.id and message.string)
    return {_key(message.id, message.context) for message in done if not message.fuzzy}


def _key(text: str | tuple[str, ...], context: str | None) -> Key:
    if isinstance(text, str):
        return Key(context, text, plural=False)
    return Key(context, text[0], plural=True)


def _read(path: Path) -> Catalog:
    with path.open("rb") as file:
        return read_mo(file) if path.suffix == ".mo" else read_po(file, locale="vi")
