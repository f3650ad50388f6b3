"""Words of a text, as alignment, search and the passage cursor count them."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from diptych.text.spans import Span

# Letters and digits with the marks that join them inside a word or a number.
WORD = re.compile(r"\w+(?:[’'\-.,]\w+)*")
_POSSESSIVE = re.compile(r"[’']s?$")


def words(text: str, span: Span | None = None) -> list[Span]:
    """The words of ``text`` inside ``span``, in order, without punctuation around them."""
    inside = span or Span(0, len(text))
    return [Span(*match.span()) for match in WORD.finditer(text, inside.start, inside.end)]


@lru_cache(maxsize=65_536)
def folded(word: str) -> str:
    """``word`` as it is compared: lower case, without accents, straight apostrophes, no possessive.

    Only for comparing: offsets do not hold in what comes back.
    """
    plain = unicodedata.normalize("NFKD", word.replace("’", "'")).casefold()
    bare = "".join(letter for letter in plain if not unicodedata.combining(letter))
    return _POSSESSIVE.sub("", bare)
