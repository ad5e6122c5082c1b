"""Files of older office programs (DOC, ODT, RTF) through LibreOffice, when it is installed.

LibreOffice turns them into DOCX, whose fonts and tables the Word reader then sees. Each call runs
by itself: a profile of its own that is thrown away, no window, no macros, no links followed.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from extraction.errors import DamagedFileError, TookTooLongError
from extraction.extracted import Extracted, Note, NoteCode
from extraction.formats import doc_text, odt_text, rtf_text, word
from extraction.formats.assembly import assemble
from extraction.formats.blocks import Block

PROGRAM: Final = "LibreOffice"
PACKAGE: Final = "libreoffice-writer-nogui"
SECONDS: Final = 90
_NAMES: Final = ("soffice", "libreoffice")
_SUFFIXES: Final = {"doc": ".doc", "odt": ".odt", "fodt": ".fodt", "rtf": ".rtf", "wordml": ".xml"}
# What the profile says before anything is opened: no macros, no updates of links, no network.
_SETTINGS: Final = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">
<prop oor:name="MacroSecurityLevel" oor:op="fuse"><value>3</value></prop>
<prop oor:name="DisableMacrosExecution" oor:op="fuse">
<value>true</value></prop><prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse">
<value>true</value></prop><prop oor:name="DisableActiveContent" oor:op="fuse"><value>true</value>
</prop></item>
<item oor:path="/org.openoffice.Office.Writer/Content/Update"><prop oor:name="Link" oor:op="fuse">
<value>0</value></prop></item>
<item oor:path="/org.openoffice.Inet/Settings"><prop oor:name="ooInetProxyType" oor:op="fuse">
<value>2</value></prop><prop oor:name="ooInetHTTPProxyName" oor:op="fuse"><value>127.0.0.1</value>
</prop><prop oor:name="ooInetHTTPProxyPort" oor:op="fuse"><value>9</value></prop>
<prop oor:name="ooInetHTTPSProxyName" oor:op="fuse"><value>127.0.0.1</value></prop>
<prop oor:name="ooInetHTTPSProxyPort" oor:op="fuse"><value>9</value></prop></item>
</oor:items>
"""


def read(path: Path, format: str) -> Extracted:
    """The text of a DOC, ODT or RTF file.

    Without LibreOffice it is what can be known without it, the bare words, and a note says so.
    Raises DamagedFileError when LibreOffice makes nothing of the file, TookTooLongError when it
    does not end, and OSError as opening a file does.
    """
    if program() is None:
        note = Note(NoteCode.PROGRAM_MISSING, {"program": PROGRAM, "package": PACKAGE})
        return assemble(_bare_words(path, format), path.name, format, [note])
    with _converted(path, format, "docx") as docx:
        return word.read(docx, format, path.name)


def _bare_words(path: Path, format: str) -> list[Block]:
    if format == "doc":
        return doc_text.blocks_of(path)
    if format == "rtf":
        return rtf_text.blocks_of(path)
    return odt_text.blocks_of(path, format) if format in {"odt", "fodt"} else []


def as_pdf(path: Path, format: str = "", seconds: int = SECONDS) -> bytes | None:
    """The file as LibreOffice prints it to PDF, None when LibreOffice is not installed.

    format: its kind by its content, "" to go by its name.

    Raises as `read` does.
    """
    if program() is None:
        return None
    with _converted(path, format or path.suffix[1:].lower(), "pdf", seconds) as pdf:
        return pdf.read_bytes()


def program() -> str | None:
    """The path of LibreOffice, None when it is not installed."""
    return next(filter(None, map(shutil.which, _NAMES)), None)


@contextmanager
def _converted(path: Path, format: str, to: str, seconds: int = SECONDS) -> Iterator[Path]:
    """A file converted by LibreOffice; it goes with the folder when the block ends."""
    with TemporaryDirectory(prefix="office-") as folder:
        # A name of our own: that of the upload may be an option or a path.
        source = Path(folder, f"source{_SUFFIXES.get(format, f'.{format}')}")
        shutil.copyfile(path, source)
        profile = Path(folder, "profile", "user")
        profile.mkdir(parents=True)
        (profile / "registrymodifications.xcu").write_text(_SETTINGS, encoding="utf-8")
        _run(Path(folder), source, to, seconds)
        result = Path(folder, "out", f"source.{to}")
        if not result.exists():
            raise DamagedFileError("LibreOffice could not open the file", format=format)
        yield result


def _run(folder: Path, source: Path, to: str, seconds: int) -> None:
    command = [
        *(program() or PROGRAM, f"-env:UserInstallation=file://{folder}/profile", "--headless"),
        *("--norestore", "--nologo", "--nodefault", "--nolockcheck", "--nofirststartwizard"),
        *("--convert-to", to, "--outdir", str(folder / "out"), str(source)),
    ]
    environment = {
        "HOME": str(folder),
        "TMPDIR": str(folder),
        "LC_ALL": "C.UTF-8",
        "PATH": os.environ.get("PATH", os.defpath),
        "SAL_USE_VCLPLUGIN": "svp",
        **dict.fromkeys(("http_proxy", "https_proxy"), "http://127.0.0.1:9"),
    }
    # A group of its own: the launcher starts the real program, and both must end.
    process = subprocess.Popen(  # noqa: S603 - our own command, no shell
        command,
        env=environment,
        cwd=folder,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        process.wait(seconds)
    except subprocess.TimeoutExpired:
        raise TookTooLongError(f"LibreOffice took over {seconds} s", limit=str(seconds)) from None
    finally:
        _end(process)


def _end(process: subprocess.Popen[bytes]) -> None:
    """Ends the whole group, whatever is left of it."""
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()
