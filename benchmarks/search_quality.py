"""How often the search finds the wanted article.

    python -m benchmarks.search_quality FOLDER --questions FILE [--distractors FOLDER]

FOLDER holds `all_articles_2023.json`; FILE the judged questions. The articles become documents in a
throwaway database of each engine (one a law), the distractors stand between them, and staff ask
every question as it was typed and without any mark. Printed: recall and MRR of the ranked passages
and of what the pages of results show, beside plain searches of the same passages in the same run;
whether both engines give the same order; and what is demanded. Status 1 when a demand is missed.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence
from itertools import zip_longest
from pathlib import Path
from typing import Any

from benchmarks import search_baselines as plain
from benchmarks import search_engines
from benchmarks.search_library import Question, questions_of
from benchmarks.search_measures import HEADER, Measures, measured

MODULE = "benchmarks.search_quality"
SPELLINGS = {"as typed": str, "no marks": plain.without_marks}
WAYS = ("ranked passages", "as shown")
LEAST_RECALL, LEAST_MRR, LEAST_MRR_AMONG, MOST_LOSS = 0.96, 0.86, 0.70, 0.005
PASSAGES = 34_000

Answers = dict[str, list[list[str]]]


def main() -> None:
    """Ask on each engine, print; the status tells whether every demand is met."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--questions", type=Path, required=True)
    parser.add_argument("--distractors", type=Path, help="folder of .txt files")
    parser.add_argument(
        "--passages",
        type=int,
        default=PASSAGES,
        help="about how many passages the distractors are cut into; 0: by their own provisions",
    )
    search_engines.add_arguments(parser)
    options = parser.parse_args()
    if options.engine:
        from benchmarks.search_asking import answer

        search_engines.start()
        search_engines.give(options, answer(options, SPELLINGS))
        return
    sys.exit(0 if _compare(options) else 1)


def _compare(options: argparse.Namespace) -> bool:
    questions = questions_of(options.questions)
    answers: dict[str, Any] = {
        engine: search_engines.answer_of(engine, MODULE, sys.argv[1:], options.postgres)
        for engine in search_engines.engines(options)
    }
    first = next(iter(answers.values()))
    passages = [tuple(row) for row in first["passages"]]
    print(f"{len(questions)} questions, {len(passages):,} passages")
    print(f"{'':44}" + "".join(f"{name:<42}" for name in SPELLINGS))
    print(f"{'':42}" + (HEADER + "  ") * len(SPELLINGS))
    for name, ask in _baselines(passages, options.postgres):
        asked = {
            spelling: [ask(change(question.text)) for question in questions]
            for spelling, change in SPELLINGS.items()
        }
        _print(f"plain: {name}", _judged(asked, questions))
    met = True
    for engine, answer in answers.items():
        for way in WAYS:
            figures = _judged(answer[way], questions)
            _print(f"{engine}: {way}", figures)
            if way == WAYS[0]:
                met &= _demands(figures, bool(options.distractors))
    return _same_order(answers, questions) and met


def _baselines(passages: list[Any], server: str) -> Iterator[tuple[str, plain.Ask]]:
    yield "BM25, syllables", plain.BM25(passages, plain.syllables).ask
    yield "BM25, folded syllables", plain.BM25(passages, plain.folded_syllables).ask
    yield "FTS5 bm25, unicode61", plain.fts5(passages)
    if search_engines.answers(server):
        with plain.ts_rank(server, passages) as ask:
            yield "PostgreSQL ts_rank, 'simple'", ask


def _judged(asked: Answers, questions: Sequence[Question]) -> dict[str, Measures]:
    return {
        spelling: measured(
            [(keys, one.wanted) for keys, one in zip(asked[spelling], questions, strict=True)]
        )
        for spelling in SPELLINGS
    }


def _print(name: str, figures: dict[str, Measures]) -> None:
    print(f"{name:42}" + "  ".join(str(figures[spelling]) for spelling in SPELLINGS), flush=True)


def _demands(figures: dict[str, Measures], among_others: bool) -> bool:
    typed, bare = (figures[spelling] for spelling in SPELLINGS)
    rows = [("MRR@10", typed.mrr, LEAST_MRR_AMONG if among_others else LEAST_MRR)]
    if not among_others:
        rows.append(("R@10", typed.recall[10], LEAST_RECALL))
    rows.append(("R@10 without marks", bare.recall[10], typed.recall[10] - MOST_LOSS))
    rows.append(("MRR@10 without marks", bare.mrr, typed.mrr - MOST_LOSS))
    met = True
    for name, figure, least in rows:
        kept = figure >= least - 1e-9
        print(f"    {name} {figure:.3f}, demanded >= {least:.3f}{'' if kept else '   MISSED'}")
        met &= kept
    return met


def _same_order(answers: dict[str, Any], questions: Sequence[Question]) -> bool:
    """Whether every engine ranks alike, and where they first differ."""
    if len(answers) < 2:
        return True
    one, other = answers
    kept = True
    for way in WAYS:
        for spelling in SPELLINGS:
            pairs = zip(answers[one][way][spelling], answers[other][way][spelling], strict=True)
            different = [place for place, (left, right) in enumerate(pairs) if left != right]
            same = len(questions) - len(different)
            print(f"same order, {way}, {spelling}: {same} of {len(questions)} questions")
            if different:
                kept = False
                place = different[0]
                print(f"    first: {questions[place].text}")
                _print_difference(*(answers[name][way][spelling][place] for name in (one, other)))
    return kept


def _print_difference(left: Sequence[str], right: Sequence[str]) -> None:
    for place, (one, other) in enumerate(zip_longest(left, right, fillvalue="nothing"), 1):
        if one != other:
            print(f"    place {place}: {one} / {other}")
            return


if __name__ == "__main__":
    main()
