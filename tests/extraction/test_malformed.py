"""The maker of malformed files: the same number is the same file, and each ends in one word."""

from __future__ import annotations

import argparse
import random
from dataclasses import replace

import pytest

from benchmarks import malformed
from benchmarks.attacks import ATTACKS
from benchmarks.mutations import MUTATIONS
from benchmarks.originals import originals
from extraction.limits import DEFAULT

LIMITS = replace(DEFAULT, seconds=15, scan_seconds=20, cpu_seconds=15)


def options(tmp_path, **given):
    values = {"count": 12, "first": 0, "data": None, "jobs": 2, "seed": 3, "keep": tmp_path}
    return argparse.Namespace(**{**values, "verbose": False, **given})


@pytest.mark.parametrize("name", sorted(MUTATIONS))
def test_a_mutation_depends_on_the_seed_alone(name):
    for sample in originals(None):
        first = MUTATIONS[name](random.Random(1), sample.data)
        assert first == MUTATIONS[name](random.Random(1), sample.data)


def test_a_number_is_always_the_same_file():
    samples = originals(None)
    for number in range(30):
        assert malformed.made(number, 3, samples) == malformed.made(number, 3, samples)


def test_every_kind_gets_its_turn():
    samples = originals(None)
    kinds = {malformed.made(number, 3, samples)[0].split()[0] for number in range(120)}
    assert set(MUTATIONS) <= kinds
    assert len(kinds & set(ATTACKS)) > len(ATTACKS) / 2


def test_samples_come_from_a_folder_too(tmp_path):
    (tmp_path / "a.txt").write_text("Điều 1. Thi đua", "utf-8")
    (tmp_path / "b.exe").write_bytes(b"\x7fELF")
    assert len(originals(tmp_path)) == len(originals(None)) + 1


def test_a_run_is_well_when_each_file_ends_clearly(tmp_path, capsys):
    outcomes = malformed.run(options(tmp_path), LIMITS)
    assert malformed.report(outcomes, LIMITS, kinds=True)
    assert "files 12, neither draft nor clear error 0, hangs 0" in capsys.readouterr().out


def test_a_run_fails_on_an_unclear_end_and_on_a_hang(capsys):
    fine = malformed.Outcome(1, "noise", "read", 0.1)
    assert malformed.report([fine], LIMITS, kinds=False)
    assert not malformed.report([fine, replace(fine, is_clear=False)], LIMITS, kinds=False)
    assert not malformed.report([fine, replace(fine, seconds=99)], LIMITS, kinds=False)
