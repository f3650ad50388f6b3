"""What happened to those that a number counts: dead, hurt, missing; of things found or lost.

Accounts count the same people under many nouns ("nine dead", "the death toll", "killing nine
residents"); what became of them tells such numbers apart, and often nothing else does.
"""

from __future__ import annotations

import re
from typing import Final

from diptych.model.reading import Quantity
from diptych.text.spans import Span

PEOPLE: Final = frozenset(
    """people person others man men woman women child children boy girl baby adult civilian soldier
    troop officer policeman firefighter worker employee staff student passenger victim patient
    prisoner hostage protester resident driver pilot sailor seafarer crew member death casualty
    fatality survivor injury dead killed injured wounded hurt missing toll migrant refugee neighbour
    neighbor villager tourist pupil teacher doctor nurse miner fisherman journalist""".split()
)
_OF_PEOPLE: Final = {
    "dead": r"dead|deaths?|died?|dies|dying|kill\w*|fatal\w*|perish\w*"
    r"|lost (?:his|her|their) li\w+",
    "hurt": r"injur\w*|wound\w*|hurt",
    "missing": r"missing|unaccounted",
    "displaced": r"evacuat\w*|displac\w*|homeless|flee\w*|fled"
    r"|(?:leave|left|leaving) (?:their|his|her) homes?",
    "held": r"arrest\w*|detain\w*|custody|captured|hostages?",
    "rescued": r"rescued|lifted|airlifted|saved|freed|pulled",
    "employed": r"employ\w*|jobs?|workers|workforce|staff",
}
_OF_THINGS: Final = {
    "found": r"found|located|discovered|recovered|seized|lifted|pulled|taken out",
    "lost": r"destroyed|wrecked|sunk|burn(?:ed|t)(?: down)?|shot down",
}


def _pattern(fates: dict[str, str]) -> re.Pattern[str]:
    forms = (rf"(?P<{name}>\b(?:{words})\b)" for name, words in fates.items())
    return re.compile("|".join(forms), re.IGNORECASE)


_PEOPLE_FATE: Final = _pattern(_OF_PEOPLE)
_THING_FATE: Final = _pattern(_OF_THINGS)
_REACH: Final = 60
"""Characters from the number in which its people's fate is looked for."""
_BREAK: Final = re.compile(r"[;:.!?\n]|, (?:and|but|while|with)\b|\d")


def fate(text: str, quantity: Quantity, sentence: Span, *, of_people: bool) -> str:
    """The name of what happened to the people or things that are counted, or empty.

    What is counted says it ("nine dead"), or the nearest words in the clause.
    """
    pattern = _PEOPLE_FATE if of_people else _THING_FATE
    named = pattern.search(quantity.what)
    if named:
        return str(named.lastgroup)
    number = quantity.span
    ahead = text[number.end : max(number.end, min(sentence.end, number.end + _REACH))]
    behind = text[min(number.start, max(sentence.start, number.start - _REACH)) : number.start]
    stop = _BREAK.search(ahead)
    start = max((found.end() for found in _BREAK.finditer(behind)), default=0)
    near = [
        (found.start(), str(found.lastgroup))
        for found in pattern.finditer(ahead[: stop.start()] if stop else ahead)
    ] + [
        (len(behind) - found.end(), str(found.lastgroup))
        for found in pattern.finditer(behind, start)
    ]
    return min(near)[1] if near else ""
