"""What is found of the quantities that several accounts of the sample library give.

The gold's rows are the figures that matter there, each with its value and qualifier; floors are
half a point under what was measured when they were last set.
"""

from collections.abc import Iterator
from typing import Any

from tests.accuracy.gold import ENGLISH, GOLD, article, plain, reading

from diptych.model.reading import Quantity

# The gold gives the lane's length in kilometres, whatever unit an account has it in.
KILOMETRES = {"nautical mile": 1.852}


def wanted() -> Iterator[dict[str, Any]]:
    for row in GOLD["quantities"]:
        yield from (value for value in row["values"] if value["article"] in ENGLISH)


def found_at(value: dict[str, Any]) -> list[Quantity]:
    """Return what was found in the words of the gold; these may go on to the noun."""
    text = article(value["article"]).text
    words = plain(value["text"]) + " "
    return [
        one
        for one in reading(value["article"]).quantities
        if words.startswith(plain(one.span.text_in(text)) + " ")
    ]


def test_quantities_that_accounts_share_have_their_value_and_qualifier(figure):
    right = [
        any(
            abs(one.value * KILOMETRES.get(one.unit, 1) - value["value"]) < 0.001
            and one.qualifier == value["qualifier"]
            for one in found_at(value)
        )
        for value in wanted()
    ]
    figure("sample: shared quantities right", sum(right) / len(right), at_least=0.98)


def test_quantities_that_accounts_share_say_what_they_count(figure):
    counting = [one for value in wanted() for one in found_at(value)[:1]]
    named = [bool(one.what) for one in counting]
    figure("sample: shared quantities with what they count", sum(named) / len(named), at_least=0.9)
