"""Why a file could not be read. The code is for programs, the English sentence for logs."""

from __future__ import annotations


class ReadError(Exception):
    """A file that cannot become text. `code` tells why, `data` fills in a translated message."""

    code = "unreadable"

    def __init__(self, message: str, **data: str) -> None:
        super().__init__(message)
        self.data = data


class UnsupportedFormatError(ReadError):
    """No reader for this kind of file; `data["suffix"]` names it."""

    code = "unsupported-format"


class UnknownEncodingError(ReadError):
    """The bytes are no text in any encoding that is known here."""

    code = "unknown-encoding"


class FileTooLargeError(ReadError):
    """The file is larger than a document can be; `data["limit"]` is the limit in megabytes."""

    code = "file-too-large"
