"""What intake refuses to do, as a code and data; `wording.refusal_sentence` has the words."""

from __future__ import annotations

from enum import StrEnum


class RefusalCode(StrEnum):
    """Why not. Each is a mistake in what was asked for, not in a file."""

    NO_PARENT = "no-parent"  # data: wanted, known
    PARENT_UNCLEAR = "parent-unclear"  # data: wanted, known
    NO_DOCUMENTS_BELOW = "no-documents-below"  # data: parent
    NO_SUCH_TYPE = "no-such-type"  # data: wanted, known
    NO_RIGHT = "no-right"  # data: parent
    NO_USER = "no-user"  # data: wanted
    NO_PATH = "no-path"  # data: path
    NO_FILES = "no-files"  # data: path
    NOT_A_FOLDER = "not-a-folder"  # data: path
    NOT_A_SHEET = "not-a-sheet"  # data: path
    NO_COLUMNS = "no-columns"  # data: known
    COLUMN_TWICE = "column-twice"  # data: column
    TOO_MANY_ROWS = "too-many-rows"  # data: limit
    NOTHING_TO_DO = "nothing-to-do"
    SHEET_ALONE = "sheet-alone"
    NO_FOLDER_FOR_SHEET = "no-folder-for-sheet"
    REPORT_UNWRITABLE = "report-unwritable"  # data: path
    STATE = "state"  # data: state


class RefusedError(Exception):
    """Raised before anything is done. `data` fills in the translated sentence."""

    def __init__(self, code: RefusalCode, **data: str) -> None:
        super().__init__(f"{code}: {data}")
        self.code = code
        self.data = data
