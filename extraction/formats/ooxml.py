"""The package of a Word file: its parts as XML, how they refer to each other.

Office Open XML, ECMA-376 parts 1 and 2. The strict variant is read as the usual one. Entities are
never resolved and nothing is fetched.
"""

from __future__ import annotations

import posixpath
import zipfile
from pathlib import Path
from types import TracebackType
from typing import Final

from lxml import etree

from extraction.errors import DamagedFileError, UnpacksTooLargeError

MEGABYTE: Final = 2**20
_LARGEST_PART: Final = 64
_MOST_DIGITS = 6
W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
MC: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
A: Final = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
V: Final = "{urn:schemas-microsoft-com:vml}"
M: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_STRICT: Final = (
    (
        b"http://purl.oclc.org/ooxml/wordprocessingml/main",
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    ),
    (
        b"http://purl.oclc.org/ooxml/officeDocument/relationships",
        b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    ),
    (
        b"http://purl.oclc.org/ooxml/drawingml/main",
        b"http://schemas.openxmlformats.org/drawingml/2006/main",
    ),
)
_FALSE: Final = frozenset({"0", "false", "off"})


class Package:
    """An open Word file. A part that is missing or damaged counts as not there.

    damaged: names of the parts that could not be read.
    """

    def __init__(self, path: Path) -> None:
        try:
            self._zip = zipfile.ZipFile(path)
        except (zipfile.BadZipFile, NotImplementedError, ValueError) as error:
            raise DamagedFileError(f"No package: {error}") from error
        self._names = {name.lower(): name for name in self._zip.namelist()}
        self.damaged: list[str] = []

    def __enter__(self) -> Package:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._zip.close()

    def main_part(self) -> str:
        """The name of the part with the body. Raises DamagedFileError if there is none."""
        for target, kind in self._relations("_rels/.rels").values():
            if kind.endswith("/officeDocument"):
                return target.lstrip("/")
        if "word/document.xml" in self._names:
            return "word/document.xml"
        raise DamagedFileError("No main part")

    def related(self, part: str, kind: str) -> list[str]:
        """Names of the parts of this kind ("header", "styles") that `part` refers to."""
        relations = self.relations(part).values()
        return [target for target, found in relations if found.rpartition("/")[2] == kind]

    def relations(self, part: str) -> dict[str, tuple[str, str]]:
        """What `part` refers to: id to (name of the part, kind)."""
        folder, name = posixpath.split(part)
        found = self._relations(posixpath.join(folder, "_rels", f"{name}.rels"))
        return {
            key: (posixpath.normpath(posixpath.join(folder, target)).lstrip("/"), kind)
            for key, (target, kind) in found.items()
        }

    def _relations(self, name: str) -> dict[str, tuple[str, str]]:
        root = self.xml(name)
        if root is None:
            return {}
        return {
            element.get("Id", ""): (element.get("Target", ""), element.get("Type", ""))
            for element in root
            if isinstance(element.tag, str) and element.get("TargetMode") != "External"
        }

    def xml(self, name: str) -> etree._Element | None:
        """The root of the part called `name`, None if it is not there or damaged."""
        stored = self._names.get(name.lower())
        if stored is None:
            return None
        try:
            return etree.fromstring(self._bytes(stored), parser())
        except (etree.XMLSyntaxError, zipfile.BadZipFile, RuntimeError, EOFError, OSError):
            self.damaged.append(name)
            return None

    def _bytes(self, name: str) -> bytes:
        with self._zip.open(name) as part:
            data = part.read(_LARGEST_PART * MEGABYTE + 1)
        if len(data) > _LARGEST_PART * MEGABYTE:
            raise UnpacksTooLargeError(f"{name} is too large", limit=str(_LARGEST_PART))
        if b"purl.oclc.org/ooxml" in data[:4096]:
            for strict, usual in _STRICT:
                data = data.replace(strict, usual)
        return data


def parser() -> etree.XMLParser:
    """A parser that resolves no entity, fetches nothing and ends on huge trees."""
    return etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_pis=True
    )


def is_on(element: etree._Element | None) -> bool:
    """Whether a property such as <w:caps/> is there and not turned off."""
    return element is not None and element.get(f"{W}val", "1") not in _FALSE


def value(element: etree._Element | None, name: str = "val") -> str:
    """The attribute `name` of `element`, "" if either is missing."""
    return "" if element is None else element.get(f"{W}{name}", "")


def whole(stated: str, default: int = 0) -> int:
    """`stated` as a whole number from 0, `default` where it is none or beyond all sense."""
    is_number = stated.isascii() and stated.isdecimal() and len(stated) <= _MOST_DIGITS
    return int(stated) if is_number else default
