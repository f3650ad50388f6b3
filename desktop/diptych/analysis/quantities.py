"""The quantities of one English article: numbers with what they count, dates, times of day."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Final

from diptych.analysis.counted import ANTECEDENT_WITHIN, Counted, phrase
from diptych.analysis.dates_in_text import Moment, before, moments
from diptych.analysis.english import Parsed
from diptych.analysis.numerals import Numeral, numerals
from diptych.analysis.qualifiers import EXACT, qualified
from diptych.analysis.times_in_text import times_of_day
from diptych.analysis.units import TIME_UNITS
from diptych.model.article import Article
from diptych.model.reading import Quantity
from diptych.text.spans import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

DATE: Final = "date"
TIME: Final = "time"
_AGO: Final = re.compile(r" ago\b")
_AGED: Final = re.compile(
    r"\b(?:aged?|ages|(?:people|those|children|voters|adults|men|women) (?:under|over)) $"
)
_OLD: Final = re.compile(r" ?-? ?(?:year|month|week|day)s? ?-? ?old\b")
_AFTER_NAME: Final = re.compile(r"[^\W\d_], $|[^\W\d_] \($")
_AGE_END: Final = re.compile(r"[,.;)]| (?:and|who|from|of)\b|$")
_OF_THEM: Final = re.compile(r" of (?:them|these|those|whom|which)\b")
_LISTED: Final = re.compile(r"\s*[.)]\s")
_AROUND_DAY: Final = re.compile(r" (?:after|before|later|earlier)\b")
_ADDRESS: Final = re.compile(
    r" (?:[A-Z]\w*\.? |\d+(?:st|nd|rd|th) ){1,3}"
    r"(?:Street|St|Avenue|Ave|Road|Rd|Lane|Boulevard|Square)\b"
)
# "a two-way race", "three-star"
_HYPHENED: Final = re.compile(
    r"-(?:way|sided|fold|faced|handed|piece|tier|star|pronged|edged|step|time|track|term|part)\b"
)
_SUBSECTION: Final = re.compile(r"\d \($")
_CREDIT: Final = re.compile(r"[©#]\s?$|\b(?:tel|phone|call|on)\.?:? \+?$", re.IGNORECASE)


def quantities(article: Article, parsed: Sequence[Parsed]) -> tuple[Quantity, ...]:
    """The quantities in ``parsed``, blocks of ``article``, in the order of the text.

    A span covers the words that qualify a number, the number, its currency and unit, and not the
    noun it counts. Relative dates count from when the article was published, or else updated.
    """
    published = _day(article.published) or _day(article.updated)
    found: list[Quantity] = []
    previous: Counted | None = None
    for piece in parsed:
        text = article.text[piece.start : piece.start + len(piece.doc.text)]
        block = _Block(text, piece, published, found, previous)
        found.extend(sorted(block.quantities(), key=lambda one: one.span))
        previous = block.counted
    return tuple(found)


def _day(moment: str) -> date | None:
    try:
        return date.fromisoformat(moment[:10])
    except ValueError:
        return None


class _Block:
    """One block; ``earlier`` are the quantities before it, ``previous`` the block before."""

    def __init__(
        self,
        text: str,
        piece: Parsed,
        published: date | None,
        earlier: Sequence[Quantity],
        previous: Counted | None,
    ) -> None:
        self.counted = Counted(piece)
        self._text = text
        self._start = piece.start
        self._published = published
        self._previous = previous
        self._last_counted = _last_noun(earlier)

    def quantities(self) -> Iterator[Quantity]:
        """The dates, the times of day, then the numbers."""
        taken: list[Span] = []
        for moment in moments(self._text, self._published, self.counted.is_ahead):
            taken.append(moment.span)
            yield self._date(moment, EXACT)
        for time in times_of_day(self._text):
            taken.append(time.span)
            if len(time.span) == len(self._text):
                continue
            yield Quantity(
                time.span.shifted(self._start), float(time.minutes), TIME, when=time.when
            )
        for one in numerals(self._text):
            if not any(one.number.overlaps(span) for span in taken) and not self._is_other(one):
                quantity = self._quantity(one)
                if quantity is not None:
                    yield quantity

    def _date(self, moment: Moment, qualifier: str) -> Quantity:
        first, last = moment.first, moment.last
        return Quantity(
            moment.span.shifted(self._start),
            float(first.toordinal()) if first else 0.0,
            DATE,
            qualifier=qualifier,
            upper=float(last.toordinal()) if last and last != first else None,
            when=moment.when,
        )

    def _is_other(self, one: Numeral) -> bool:
        """Whether the number is an age after a name, a telephone or list number, or in a name."""
        text, start, end = self._text, one.span.start, one.span.end
        if one.unit:
            return False
        is_age = (
            _AFTER_NAME.search(text, max(0, start - 3), start) is not None
            and _AGE_END.match(text, end) is not None
            and one.value < 120
            and self._follows_name(start)
        )
        is_item = (
            (start == 0 and _LISTED.match(text, end) is not None)
            or _ADDRESS.match(text, end) is not None
            or _SUBSECTION.search(text, max(0, start - 6), start) is not None
        )
        is_hyphened = one.in_words and _HYPHENED.match(text, end) is not None
        is_credit = _CREDIT.search(text, max(0, start - 8), start) is not None and end - start > 4
        return is_age or is_item or is_hyphened or is_credit or self.counted.is_name(one)

    def _follows_name(self, start: int) -> bool:
        before_it = self.counted.token(start - 3)
        return before_it is not None and before_it.pos_ == "PROPN"

    def _quantity(self, one: Numeral) -> Quantity | None:
        span, qualifier = qualified(self._text, one)
        if one.is_bare and _AGED.search(self._text, max(0, one.span.start - 20), one.span.start):
            return self._found(replace(one, unit="year"), span, "age", qualifier)
        if one.unit in TIME_UNITS:
            old = _OLD.match(self._text, one.number.end)
            if old is not None:
                whole = Span(span.start, old.end())
                return self._found(one, whole, "age", qualifier)
            past = self._ago(one, span, qualifier)
            if past is not None:
                return past
        noun = self.counted.noun(one)
        if self.counted.is_pronoun(one, noun):
            return None
        what = self._what(one, noun)
        if not what and qualifier == EXACT and self._is_loose(one):
            return None
        if what and one.is_bare:
            self._last_counted = (what, self._start + one.span.end)
        return self._found(one, span, what, qualifier)

    def _is_loose(self, one: Numeral) -> bool:
        """Whether a number that counts nothing is none: "the two", "she was 99", "one day"."""
        words = self._text[one.number.start : one.span.end].lower()
        if not one.is_bare:
            return words == "one day" and not _AROUND_DAY.match(self._text, one.span.end)
        is_word = one.in_words and one.value < 10
        return one.value < 1000 and (is_word or not self.counted.is_argument(one))

    def _found(self, one: Numeral, span: Span, what: str, qualifier: str) -> Quantity:
        place = span.shifted(self._start)
        return Quantity(place, one.value, one.unit, what, qualifier, upper=one.upper)

    def _ago(self, one: Numeral, span: Span, qualifier: str) -> Quantity | None:
        """A date as far back as the number says: "eight years ago"."""
        ago = _AGO.match(self._text, one.span.end)
        if ago is None or one.unit not in ("day", "week", "month", "year"):
            return None
        whole = Span(span.start, ago.end())
        moment = before(whole, self._published, one.unit, round(one.value))
        return self._date(moment, qualifier) if moment is not None else None

    def _what(self, one: Numeral, noun: Token | None) -> str:
        if _OF_THEM.match(self._text, one.span.end):
            return self._nearby(one) or self._plural_before(one)
        if noun is not None and noun.lower_ == "others" and self._nearby(one):
            return self._nearby(one)
        if noun is None and one.is_bare:
            adjective = self.counted.adjective(one)
            return adjective or (self._nearby(one) if self.counted.is_elliptic(one) else "")
        if noun is None:
            return ""
        if self.counted.such(noun):
            return self._such(one) or phrase(noun)
        return phrase(noun, one.span.end if noun.idx >= one.span.end else 0)

    def _nearby(self, one: Numeral) -> str:
        """What was counted last, if that is near."""
        what, end = self._last_counted
        return what if self._start + one.span.start - end <= ANTECEDENT_WITHIN else ""

    def _plural_before(self, one: Numeral) -> str:
        return next((phrase(noun) for noun in self.counted.plurals_before(one.span.start)), "")

    def _such(self, one: Numeral) -> str:
        """What "such sites" takes up: the last object before it, here or a block before."""
        blocks = [(self.counted, one.span.start)]
        if self._previous is not None:
            blocks.append((self._previous, self._start))
        for counted, end in blocks:
            for noun in counted.objects_before(end):
                return phrase(noun)
        return ""


def _last_noun(earlier: Sequence[Quantity]) -> tuple[str, int]:
    """What was counted last, and where in the article that ends."""
    for quantity in reversed(earlier):
        if quantity.what and not quantity.unit:
            return quantity.what, quantity.span.end
    return "", 0
