"""Provisions as people name them: "Điều 5, khoản 2 Điều 7", "điểm a và b khoản 1 Điều 9".

The order is that of citations in Vietnamese documents, from the inside out (Decree 30/2020/ND-CP,
annex I); from the outside in ("Điều 7 khoản 2") is read as well. Plain Python.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from vietnamese import nfc, slugify

# Outermost first: the word, its place in the order, and the word of its anchor.
_UNITS = {
    "phụ lục": (0, "phu-luc"),
    "phần": (1, "phan"),
    "chương": (2, "chuong"),
    "mục": (3, "muc"),
    "tiểu mục": (4, "tieu-muc"),
    "điều": (5, "dieu"),
    "khoản": (6, "khoan"),
    "điểm": (7, "diem"),
}
_ANNEX, _ARTICLE = 0, 5
_NUMBER = r"(?:thứ\s+\w+|\d{1,4}(?:\.\d{1,2})*[a-zđ]?|[ivxlc]{1,7}|[a-zđ]{1,2})(?!\w)"
_JOIN = r"(?:\s*[,;]\s*(?:và\s+)?|\s+(?:và|hoặc)\s+)"
_RANGE = r"(?:\s+đến\s+(?:hết\s+)?(?:(?:điều|khoản|điểm|mục|chương)\s+)?|\s*[-–]\s*)"
_GROUP = re.compile(
    rf"(?P<unit>{'|'.join(sorted(_UNITS, key=len, reverse=True))})\s+(?:số\s+)?"
    rf"(?P<numbers>{_NUMBER}(?:(?:{_JOIN}|{_RANGE}){_NUMBER})*)",
    re.IGNORECASE,
)
_BETWEEN = re.compile(
    r"\s*(?P<apart>[,;]\s*(?:và\s+)?|và\s+|hoặc\s+)?(?:các\s+|tại\s+|của\s+|từ\s+)*",
    re.IGNORECASE,
)
_NOTE = re.compile(r"\([^)]*\)|“[^”]*”|\"[^\"]*\"")
_LONGEST_RANGE = 200


@dataclass(frozen=True, slots=True)
class ProvisionName:
    """A named provision: its `words`, and the `anchors` it can have, the likeliest first."""

    words: str
    anchors: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ProvisionNames:
    """What a line names, in order; `unread` is the first stretch that names nothing."""

    names: tuple[ProvisionName, ...] = ()
    unread: str = ""


@dataclass(frozen=True, slots=True)
class _Step:
    level: int
    word: str
    numbers: tuple[str, ...]


def read_provision_names(text: str) -> ProvisionNames:
    """The provisions that `text` names; remarks in brackets or quotation marks are passed over."""
    chains, unread = _chains(_NOTE.sub(" ", nfc(text)))
    outer: list[_Step] = []
    names: list[ProvisionName] = []
    for chain in reversed(chains):
        steps = _completed(chain, outer)
        outer = steps
        names[:0] = _names(steps)
    return ProvisionNames(tuple(dict.fromkeys(names)), unread)


def first_anchor(text: str) -> str:
    """The likeliest anchor of the first provision that `text` names; "" when it names none."""
    names = read_provision_names(text).names
    return names[0].anchors[0] if names else ""


def anchor_in(name: ProvisionName, has: Callable[[str], bool]) -> str:
    """The anchor of `name` in a text that has the anchors for which `has` holds; "" if none."""
    return next((anchor for anchor in name.anchors if has(anchor)), "")


def _chains(text: str) -> tuple[list[list[_Step]], str]:
    """Runs of units that belong together ("điểm a khoản 2 Điều 7"), and what is no unit."""
    chains: list[list[_Step]] = []
    place, unread = 0, ""
    while place < len(text):
        between = _BETWEEN.match(text, place)
        place = between.end() if between else place
        group = _GROUP.match(text, place)
        if group is None:
            rest = text[place:].strip(" .,;")
            unread = unread or rest
            break
        step = _step(group)
        belongs = bool(chains) and not (between and between["apart"])
        if belongs and all(step.level != other.level for other in chains[-1]):
            chains[-1].append(step)
        else:
            chains.append([step])
        place = group.end()
    return chains, unread


def _step(group: re.Match[str]) -> _Step:
    level, word = _UNITS[" ".join(group["unit"].lower().split())]
    return _Step(level, word, tuple(_numbers(group["numbers"].lower())))


def _numbers(text: str) -> Iterator[str]:
    parts = re.split(rf"({_JOIN}|{_RANGE})", text)
    last = ""
    for place in range(0, len(parts), 2):
        number = parts[place].strip()
        is_range = place > 0 and bool(re.fullmatch(_RANGE, parts[place - 1]))
        if is_range and last.isdecimal() and number.isdecimal():
            between = range(int(last) + 1, int(number))
            yield from (str(one) for one in between[:_LONGEST_RANGE])
        yield number
        last = number


def _completed(chain: list[_Step], following: list[_Step]) -> list[_Step]:
    """`chain` from the outside in; "khoản 1" before "khoản 2 Điều 7" is in that article too."""
    steps = sorted(chain, key=lambda step: step.level)
    outermost = steps[0].level
    if outermost > _ARTICLE:
        steps = [step for step in following if step.level < outermost] + steps
    if any(step.level == _ARTICLE for step in steps):
        return [step for step in steps if step.level >= _ARTICLE or step.level == _ANNEX]
    return steps


def _names(steps: list[_Step]) -> list[ProvisionName]:
    """One name per number of the innermost unit: "điểm a, b khoản 1 Điều 9" names two."""
    paths: list[list[tuple[_Step, str]]] = [[]]
    for step in steps:
        paths = [[*path, (step, number)] for path in paths for number in step.numbers]
    return [ProvisionName(_words(path), tuple(dict.fromkeys(_anchors(path)))) for path in paths]


def _words(path: Iterable[tuple[_Step, str]]) -> str:
    printed = {word: name for name, (_level, word) in _UNITS.items()}
    inside_out = reversed(list(path))
    parts = [f"{printed[step.word]} {_printed(step, number)}" for step, number in inside_out]
    return " ".join(parts).replace("điều ", "Điều ")


def _printed(step: _Step, number: str) -> str:
    return number.upper() if step.level < _ARTICLE and re.fullmatch("[ivxlc]+", number) else number


def _anchors(path: list[tuple[_Step, str]]) -> Iterator[str]:
    """As in a legal text; then as in a plan, whose "Mục II" and "khoản 1" are I. and 1."""
    yield _joined(path, {})
    yield _joined(path, {"khoan": "muc"})
    yield _joined(path, {"muc": "phan", "khoan": "muc", "tieu-muc": "muc"})


def _joined(path: list[tuple[_Step, str]], renamed: dict[str, str]) -> str:
    return "-".join(
        f"{renamed.get(step.word, step.word)}-{slugify(number.replace('đ', 'dd'))}"
        for step, number in path
    )
