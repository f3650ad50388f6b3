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
    """``word`` as it is compared: as `folded_text`, and without a possessive."""
    return _POSSESSIVE.sub("", folded_text(word))


def folded_text(text: str) -> str:
    """``text`` as it is compared: lower case, without accents, with straight apostrophes.

    Only for comparing: offsets do not hold in what comes back, but lines stay lines.
    """
    if text.isascii():
        return text.casefold()
    plain = unicodedata.normalize("NFKD", text.replace("’", "'")).casefold()
    for accent in filter(unicodedata.combining, set(plain)):
        plain = plain.replace(accent, "")
    return plain
