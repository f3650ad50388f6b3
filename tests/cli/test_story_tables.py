"""How two accounts relate, in words for people."""

import pytest

from diptych.cli.story_tables import derivation_line
from diptych.model.story import Derivation, Evidence, EvidenceKind, Side, Verdict


@pytest.mark.parametrize(
    ("derivation", "line"),
    [
        (Derivation(Verdict.COPY, 0.8, Side.LEFT), "B is likely a copy of A (80% of it)"),
        (Derivation(Verdict.REWORDED, 0.8, Side.RIGHT), "A is likely reworded from B (80% of it)"),
        (
            Derivation(Verdict.REWORDED, 0.8),
            "A and B: one is likely reworded from the other (80% of it)",
        ),
        (Derivation(Verdict.SHARED_SOURCE, 0.4), "A and B likely share a source"),
        (Derivation(Verdict.INDEPENDENT, 0.1), "A and B are likely independent"),
        (
            Derivation(Verdict.INDEPENDENT, 0.1, None, (Evidence(EvidenceKind.CREDIT),)),
            "A and B are likely independent; one credits the other, or both a third",
        ),
    ],
)
def test_a_verdict_is_one_sentence(derivation, line):
    assert derivation_line("A", "B", derivation) == line
