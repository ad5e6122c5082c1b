"""A thousand broken and hostile files: each ends as a draft or in one clear error.

    python -m benchmarks.malformed --count 1000 [--data FOLDER] [--seconds 20] [--jobs 2]

Files are made from the real ones of FOLDER and from samples made here, by a seed and a number: the
same number is the same file on every machine. Prints how the files ended, and fails when one ended
neither way or took longer than the limit.
"""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path

from benchmarks.attacks import ATTACKS
from benchmarks.mutations import MUTATIONS
from benchmarks.originals import Original, originals
from extraction import ReadError
from extraction.limits import DEFAULT, Limits
from extraction.sandbox import ReaderPool

# A file is read within the limit; ending a process and its helpers takes a moment more.
_GRACE_SECONDS = 5
_NAMES = (
    "van-ban",
    "../../x",
    "a\nb",
    "\u202efdp.x",
    "Kế hoạch",
    "x" * 100,
    "\x1b[2J",
    "-rf",
    "a b",
)
_HOSTILE_SHARE = 0.4


@dataclass(frozen=True, slots=True)
class Outcome:
    """How one file ended. word: "read", the code of the error, or what should not be."""

    number: int
    kind: str
    word: str
    seconds: float
    message: str = ""
    is_clear: bool = True


def made(number: int, seed: int, samples: list[Original]) -> tuple[str, bytes]:
    """Kind and bytes of file `number`."""
    rng = random.Random(f"{seed}-{number}")
    if rng.random() < _HOSTILE_SHARE:
        kind = sorted(ATTACKS)[number % len(ATTACKS)]
        return kind, ATTACKS[kind](rng)
    kind = sorted(MUTATIONS)[number % len(MUTATIONS)]
    (sample,) = rng.choices(samples, [sample.weight for sample in samples])
    data = sample.data
    for _ in range(rng.choice((1, 1, 2))):
        data = MUTATIONS[kind](rng, data) or b"x"
    return f"{kind} {sample.kind}", data


def read(number: int, path: Path, kind: str, pool: ReaderPool) -> Outcome:
    """How reading the file at `path` ends."""
    began = time.monotonic()
    try:
        pool.read(path)
    except ReadError as error:
        word, message, is_clear = str(error.code), str(error), True
    except Exception as error:  # noqa: BLE001 - whatever it is, it is counted and fails the run
        word, message, is_clear = type(error).__name__, str(error), False
    else:
        word, message, is_clear = "read", "", True
    return Outcome(number, kind, word, time.monotonic() - began, message, is_clear)


def run(options: argparse.Namespace, limits: Limits) -> list[Outcome]:
    """Make and read all files."""
    samples = originals(options.data)
    with (
        tempfile.TemporaryDirectory() as folder,
        ReaderPool(options.jobs, limits) as pool,
        ThreadPoolExecutor(options.jobs) as threads,
    ):

        def one(number: int) -> Outcome:
            kind, data = made(number, options.seed, samples)
            place = Path(folder) / str(number)
            place.mkdir()
            path = place / _NAMES[number % len(_NAMES)].replace("/", "\\")
            path.write_bytes(data)
            outcome = read(number, path, kind, pool)
            _keep(options.keep, outcome, data)
            path.unlink()
            if options.verbose:
                print(f"{number:5} {outcome.seconds:6.2f} s  {outcome.word:20} {kind}", flush=True)
            return outcome

        first = options.first
        return list(threads.map(one, range(first, first + options.count)))


def report(outcomes: list[Outcome], limits: Limits, kinds: bool) -> bool:
    """Print the figures. Whether all is well."""
    counts = Counter(outcome.word for outcome in outcomes)
    for word, count in counts.most_common():
        print(f"{count:6}  {word}")
    if kinds:
        for (kind, word), count in sorted(Counter((o.kind, o.word) for o in outcomes).items()):
            print(f"{count:6}  {kind}: {word}")
    for outcome in outcomes:
        if outcome.word in {"reader-failed", "reader-died"} or not outcome.is_clear:
            print(f"        {outcome.number} {outcome.kind}: {outcome.message[:160]!r}")
    longest = max(outcomes, key=lambda outcome: outcome.seconds)
    most = limits.scan_seconds + _GRACE_SECONDS
    unclear = sum(not outcome.is_clear for outcome in outcomes)
    hangs = sum(outcome.seconds > most for outcome in outcomes)
    lost = counts["reader-died"]
    print(
        f"files {len(outcomes)}, neither draft nor clear error {unclear}, hangs {hangs},", end=" "
    )
    print(f"reading processes lost {lost}, longest {longest.seconds:.1f} s ({longest.kind})")
    return not unclear and not hangs


def _keep(folder: Path | None, outcome: Outcome, data: bytes) -> None:
    """Files that show a fault of the reader, for whoever mends it."""
    if folder and (outcome.word in {"reader-failed", "reader-died"} or not outcome.is_clear):
        folder.mkdir(parents=True, exist_ok=True)
        (folder / f"{outcome.number}.bin").write_bytes(data)


def main() -> int:
    """0 when every file ended as a draft or in a clear error."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--count", type=int, default=1000, help="how many files")
    parser.add_argument("--first", type=int, default=0, help="number of the first file")
    parser.add_argument("--data", type=Path, help="folder of real files")
    parser.add_argument("--seconds", type=float, default=20, help="limit for each file")
    parser.add_argument("--jobs", type=int, default=2, help="reading processes")
    parser.add_argument("--seed", type=int, default=3)
    parser.add_argument("--kinds", action="store_true", help="print the outcomes of each kind")
    parser.add_argument("--keep", type=Path, help="folder for files that show a fault")
    parser.add_argument("--verbose", action="store_true", help="a line for each file")
    options = parser.parse_args()
    seconds = options.seconds
    whole = int(seconds) or 1
    limits = replace(
        DEFAULT,
        seconds=seconds,
        scan_seconds=2 * seconds,
        cpu_seconds=whole,
        scan_cpu_seconds=2 * whole,
    )
    began = time.monotonic()
    outcomes = run(options, limits)
    is_well = report(outcomes, limits, options.kinds)
    print(f"in {time.monotonic() - began:.0f} s")
    return 0 if is_well else 1


if __name__ == "__main__":
    sys.exit(main())
