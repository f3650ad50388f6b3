"""The words by which English puts something as less than certain, or denies it.

Closed lists of our own, in the values of FactBank (Saurí and Pustejovsky 2009). Lemmas, but for
`MODALS`, `ADVERBS`, `ADJECTIVES`, `CONDITIONS` and `NEGATIVES`, which are words as they stand.
"""

from __future__ import annotations

from typing import Final

from diptych.model.statements import Certainty

_PROBABLE, _POSSIBLE = Certainty.PROBABLE, Certainty.POSSIBLE
_INTENDED = Certainty.INTENDED


def _table(rows: dict[Certainty, str]) -> dict[str, Certainty]:
    return {word: certainty for certainty, words in rows.items() for word in words.split()}


MODALS: Final = _table(
    {
        _POSSIBLE: "may might could",
        _INTENDED: "will would shall 'll 'd wo should ought must",
        _PROBABLE: "seem seems seemed appear appears appeared",
        Certainty.CERTAIN: "can ca",
    }
)
"""What is to be and what ought to be are both not the case yet; "can" says that it is able to."""

ADVERBS: Final = _table(
    {
        _PROBABLE: """probably likely presumably apparently seemingly evidently reportedly
            allegedly supposedly purportedly ostensibly doubtless""",
        _POSSIBLE: "perhaps possibly maybe potentially conceivably arguably",
    }
)

ADJECTIVES: Final = _table(
    {
        _PROBABLE: "likely unlikely probable",
        _POSSIBLE: "possible conceivable impossible unclear uncertain",
        _INTENDED: "due set bound poised ready willing prepared eager determined reluctant",
    }
)

STATES: Final = frozenset("ready willing prepared eager determined reluctant".split())
"""Those of `ADJECTIVES` that themselves say what is: it is certain that she is ready to go."""

PERFORMED: Final = frozenset("suggest like argue add prefer rather".split())
"""Verbs that "would" only makes polite: "I would suggest" is a suggestion."""

CLAUSES: Final = _table(
    {
        _PROBABLE: """believe think expect estimate suspect assume anticipate predict forecast
            appear seem reckon presume guess suggest imply indicate doubt consider calculate""",
        _POSSIBLE: """hint fear worry wonder speculate question mull weigh contemplate imagine
            suppose""",
        _INTENDED: "hope wish want demand",
    }
)
"""Verbs that make their clause less than certain. Those of plain saying are none of them."""

INFINITIVES: Final = _table(
    {
        _INTENDED: """want plan intend promise vow pledge agree offer threaten ask urge call tell
            order invite propose hope aim seek try attempt prepare decide demand appeal encourage
            advise commit swear undertake schedule wish mean prefer instruct beg persuade request
            go need oblige require set design""",
        _POSSIBLE: "consider",
        _PROBABLE: "expect believe think",
    }
)
"""Verbs whose infinitive is not the case yet."""

ALONE: Final = frozenset({"seem", "appear", "expect"})
"""Verbs that are uncertain themselves where they have no clause: "she is expected in Vell"."""

DOING: Final = frozenset("try attempt prepare need go oblige require set design".split())
"""Those of `INFINITIVES` that themselves say what happens: she did try."""

NOUNS: Final = _table(
    {
        _POSSIBLE: """risk threat possibility chance fear danger prospect suspicion speculation
            concern worry doubt scenario""",
        _PROBABLE: "belief expectation estimate likelihood prediction view impression",
        _INTENDED: """plan intention promise pledge vow offer proposal hope wish desire aim goal
            effort attempt demand call decision readiness willingness aspiration appeal request
            guarantee assurance commitment""",
    }
)

DENYING: Final = frozenset("deny reject refuse decline fail rebut refute lack avoid".split())
"""Verbs that say of what they govern that it is not, or is not done."""

RAISING: Final = frozenset(
    """believe think expect want plan intend see seem appear suppose imagine wish hope mean find
    have be""".split()
)
"""Verbs whose negation is meant for their clause: "does not believe that it will"."""

NEGATIVES: Final = frozenset(
    "no not n't never nobody none nothing neither nor without hardly scarcely barely".split()
)

CONDITIONS: Final = frozenset("if whether unless".split())

REPORTING: Final = frozenset(
    """say tell add note argue explain stress emphasise emphasize state announce declare reply
    respond answer report claim maintain insist confirm acknowledge admit warn write know learn
    show reveal find conclude recall remind underline reiterate repeat contend assert allege
    concede complain remark observe comment describe post tweet signal mean realise
    realize""".split()
)
"""Verbs whose clause is as certain as that clause itself is put."""
