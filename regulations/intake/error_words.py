"""Why a file was not read, in sentences with the way out, from codes and data."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

# Codes of `extraction.errors.ReadErrorCode`, then those of `regulations.intake.failing`.
ERRORS = {
    "unreadable": gettext_noop("The file could not be read. Open it, save it anew and try again."),
    "unsupported-format": gettext_noop(
        "This kind of file is not read here. Word, PDF, ODT, RTF, HTML, text files and scans are: "
        "save it as one of them."
    ),
    "unknown-encoding": gettext_noop(
        "The letters of this file are in an encoding that nobody here knows. Save it as Unicode "
        "(UTF-8) or as a Word file."
    ),
    "empty-file": gettext_noop("The file is empty: it was not copied whole. Copy it again."),
    "damaged-file": gettext_noop(
        "The file is damaged. Open it, save it anew, or ask for it again."
    ),
    "encrypted-file": gettext_noop(
        "The file is locked with a password. Remove the password, then bring it in again."
    ),
    "macro-document": gettext_noop(
        "The file carries programs (macros). Save it as a document without macros (DOCX) or PDF."
    ),
    "archive": gettext_noop("This is a package of files. Unpack it and bring in what is inside."),
    "ambiguous-file": gettext_noop(
        "The file pretends to be of two kinds at once, so it is not opened. Ask its sender for a "
        "clean copy."
    ),
    "unsafe-package": gettext_noop(
        "The inside of the file breaks the rules of office files, so it is not opened. Save it "
        "anew with Word or LibreOffice."
    ),
    "unsafe-xml": gettext_noop(
        "The file holds entities that no office program writes, so it is not opened. Save it anew "
        "with Word or LibreOffice."
    ),
    "file-too-large": gettext_noop(
        "The file is larger than %(limit)s MB. Scan at 300 dpi in grey, or split it."
    ),
    "unpacks-too-large": gettext_noop(
        "The file unpacks to more than %(limit)s MB, so it is not opened."
    ),
    "too-many-pages": gettext_noop(
        "The file has more than %(limit)s pages. Split it into several files."
    ),
    "picture-too-large": gettext_noop(
        "A picture in the file has more than %(limit)s megapixels. Scan at 300 dpi."
    ),
    "text-too-long": gettext_noop(
        "The file has more than %(limit)s letters. Split it into several files."
    ),
    "took-too-long": gettext_noop(
        "Reading took longer than %(limit)s seconds and was stopped. Split the file, or type the "
        "page by hand."
    ),
    "out-of-memory": gettext_noop(
        "Reading needed more than %(limit)s MB of memory and was stopped. Split the file."
    ),
    "reader-failed": gettext_noop(
        "The reader met something it does not know. The log of the server tells where; type the "
        "page by hand meanwhile."
    ),
    "reader-died": gettext_noop("The reader broke off at this file. Try again once more."),
    "no-such-page": gettext_noop("The file has no page %(page)s."),
    "reader-gone": gettext_noop(
        "Reading this file broke off %(attempts)s times. Save it anew, or type the page by hand."
    ),
    "no-place": gettext_noop("The page below which the draft should go is gone. Choose another."),
    "file-gone": gettext_noop("The kept file is no longer in the storage. Bring it in again."),
    "unopened": gettext_noop("The file cannot be opened: %(said)s."),
    "internal": gettext_noop(
        "The draft could not be made. The log of the server tells why; nothing was changed."
    ),
}
# What stands behind a name that says otherwise; kinds as `extraction.content` names them.
NAMED = {
    "program": gettext_noop("The name ends in .%(named)s, but the file is a program."),
    "archive": gettext_noop("The name ends in .%(named)s, but the file is a package of files."),
    "": gettext_noop("The name ends in .%(named)s, but the file is no such file inside."),
}


class SaidData(dict):
    """What an older row does not say stays a dash, never an error on the screen."""

    def __missing__(self, name: str) -> str:
        return "—"


def error_sentence(code: str, data: Mapping[str, Any] | None = None) -> str:
    """Why a file was not read, and the way out; first, if so, that its name says otherwise."""
    said = SaidData(data or {})
    sentence = _(ERRORS.get(code, ERRORS["unreadable"])) % said
    if "named" not in said:
        return sentence
    kind = "archive" if code == "archive" else str(said.get("format", ""))
    return f"{_(NAMED.get(kind, NAMED[''])) % said} {sentence}"
