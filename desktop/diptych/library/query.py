"""Queries: what a reader types into the search field, as values."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from diptych.errors import DiptychError, QueryError
from diptych.library.terms import is_unspaced, terms, wanted_terms

SHORTEST_PREFIX = 3
"""Letters from which on the word being typed is looked for as the beginning of words."""


class FieldName(StrEnum):
    """What a query can ask of an article besides its words."""

    OUTLET = "outlet"
    DATE = "date"
    NAME = "name"
    TAG = "tag"
    STORY = "story"


@dataclass(frozen=True, slots=True)
class Words:
    """Terms that stand next to each other; with ``is_prefix`` the last one may go on."""

    terms: tuple[str, ...]
    is_prefix: bool = False


@dataclass(frozen=True, slots=True)
class Field:
    """An article whose outlet, name, tag or story has these terms in a row."""

    name: FieldName
    words: Words
    value: str
    """As it was typed."""


@dataclass(frozen=True, slots=True)
class Dates:
    """An article of these days; both ends count, and ``2022-02`` means the whole month.

    An empty end is open.
    """

    first: str
    last: str


@dataclass(frozen=True, slots=True)
class And:
    """All of the parts; with no parts every article."""

    parts: tuple[Query, ...]


@dataclass(frozen=True, slots=True)
class Or:
    """At least one of the parts."""

    parts: tuple[Query, ...]


@dataclass(frozen=True, slots=True)
class Not:
    """Every article but those."""

    part: Query


Query = Words | Field | Dates | And | Or | Not
EVERYTHING = And(())


@dataclass(frozen=True, slots=True)
class Parsed:
    """A query, and a sentence where it could not be taken as it was written."""

    query: Query
    notice: QueryError | None = None

    def wanted(self) -> list[Words]:
        """The words that an article is found by, to be marked in it."""
        return list(_wanted(self.query))


class _UnclearError(DiptychError):
    """Why a text is no query; half a sentence."""


def parse(text: str, *, typing: bool = True) -> Parsed:
    """``text`` as a query; if it is none, a query for its plain words, with a notice.

    With ``typing`` the end of ``text`` may still be missing: the last word is also looked for as
    the beginning of longer ones, and what was only begun there is let pass.
    """
    try:
        query = _Parser(text, typing=typing).parse()
        return Parsed(query, _empty_notice(text) if query == EVERYTHING else None)
    except (_UnclearError, RecursionError) as error:
        reason = (
            error if isinstance(error, _UnclearError) else _UnclearError("it is nested too deep")
        )
        plain = And(tuple(Words((term,)) for term in terms(text)))
        return Parsed(
            plain, QueryError("Searched as plain words, because {reason}.", reason=reason)
        )


def _empty_notice(text: str) -> QueryError | None:
    """What to say of a query that asks for nothing, unless it may be the beginning of one."""
    if not text.strip(_BEGINNINGS):
        return None
    return QueryError("There is no word in “{query}”: everything is shown.", query=text.strip())


_BEGINNINGS = ' \t\n-("“”„«»*'
_TOKEN = re.compile(
    r"""\s*(?:
    (?P<open>\() | (?P<close>\))
    | (?P<minus>-)(?=[^\s)])
    | (?P<field>outlet|date|name|tag|story):
    | ["“”„«](?P<phrase>[^"“”«»]*)(?P<end>["“”»]|$)
    | (?P<word>(?:(?!["“”„«])[^\s()])+)
    )""",
    re.VERBOSE | re.IGNORECASE,
)


class _Parser:
    """Reads one text from left to right."""

    def __init__(self, text: str, *, typing: bool) -> None:
        self._tokens = list(_TOKEN.finditer(text.rstrip()))
        # A space behind the last word says that it is whole.
        is_open = typing and bool(self._tokens) and not text[-1].isspace()
        self._being_typed = self._tokens[-1] if is_open else None
        self._closes_itself = typing
        self._place = 0
        while typing and self._tokens and _is_begun(self._tokens[-1]):
            del self._tokens[-1]

    def parse(self) -> Query:
        query = self._alternatives()
        if self._peek() is not None:
            raise _UnclearError("a bracket is closed that was never opened")
        return query

    def _alternatives(self) -> Query:
        parts = [self._conjunction()]
        while self._takes_word("OR"):
            parts.append(self._conjunction())
        if len(parts) > 1 and EVERYTHING in parts:
            raise _UnclearError("OR needs something on both sides")
        return parts[0] if len(parts) == 1 else Or(tuple(parts))

    def _conjunction(self) -> Query:
        parts: list[Query] = []
        needs_more = False
        while not self._is_over():
            if self._takes_word("AND"):
                if not parts or needs_more:
                    raise _UnclearError("AND needs something on both sides")
                needs_more = True
                continue
            part = self._factor()
            needs_more = False
            if part != EVERYTHING:
                parts.append(part)
        if needs_more:
            raise _UnclearError("AND needs something on both sides")
        return parts[0] if len(parts) == 1 else And(tuple(parts))

    def _factor(self) -> Query:
        if self._takes("minus") or self._takes_word("NOT"):
            if self._is_over():
                raise _UnclearError("NOT needs something behind it")
            return Not(self._factor())
        if self._takes("open"):
            inner = self._alternatives()
            if not self._takes("close") and not self._closes_itself:
                raise _UnclearError("a bracket is not closed")
            return inner
        token = self._next()
        if token["field"] is not None:
            return self._field(FieldName(token["field"].lower()))
        words = self._words(token)
        return words if words.terms else EVERYTHING

    def _field(self, name: FieldName) -> Query:
        token = self._peek()
        if token is None or (token["word"] is None and token["phrase"] is None):
            raise _UnclearError("“{field}:” needs a value behind it", field=name)
        self._next()
        value = token["word"] or token["phrase"]
        if name is FieldName.DATE:
            return _dates(value)
        words = self._words(token)
        return Field(name, words, value.rstrip("*")) if words.terms else EVERYTHING

    def _words(self, token: re.Match[str]) -> Words:
        typed = token["word"] if token["phrase"] is None else token["phrase"]
        found = tuple(wanted_terms(typed))
        if not found:
            return Words(())
        is_begun = token is self._being_typed and not token["end"] and typed[-1].isalnum()
        if is_unspaced(found[-1]):
            return Words(found, len(found[-1]) == 1)
        is_prefix = is_begun and len(found[-1]) >= SHORTEST_PREFIX
        return Words(found, typed.endswith("*") or is_prefix)

    def _peek(self) -> re.Match[str] | None:
        return self._tokens[self._place] if self._place < len(self._tokens) else None

    def _next(self) -> re.Match[str]:
        self._place += 1
        return self._tokens[self._place - 1]

    def _is_over(self) -> bool:
        """Whether nothing more belongs to the present conjunction."""
        token = self._peek()
        return token is None or token["close"] is not None or token["word"] == "OR"

    def _takes(self, kind: str) -> bool:
        token = self._peek()
        if token is None or token[kind] is None:
            return False
        self._place += 1
        return True

    def _takes_word(self, word: str) -> bool:
        token = self._peek()
        return token is not None and token["word"] == word and self._takes("word")


def _is_begun(token: re.Match[str]) -> bool:
    """Whether ``token`` at the end of a text only begins something."""
    word = token["word"] or ""
    return bool(token["field"] or token["open"]) or word in {"AND", "OR", "NOT"}


def _wanted(query: Query) -> Iterator[Words]:
    match query:
        case Words():
            yield query
        case Field(FieldName.NAME, words):
            yield words
        case And(parts) | Or(parts):
            for part in parts:
                yield from _wanted(part)


_DAY = r"\d{4}(?:-\d{2}(?:-\d{2})?)?"
_RANGE = re.compile(rf"(?P<first>{_DAY})?\.\.(?P<last>{_DAY})?")
_BOUND = re.compile(rf"(?P<sign>[<>]=?)?(?P<day>{_DAY})")


def _dates(value: str) -> Dates:
    span = _RANGE.fullmatch(value)
    if span:
        first, last = (_checked(day, value) if day else "" for day in span.groups())
        return Dates(last, first) if last and first > f"{last}~" else Dates(first, last)
    bound = _BOUND.fullmatch(value)
    if not bound:
        raise _no_date(value)
    day = _checked(bound["day"], value)
    try:
        match bound["sign"]:
            case ">=":
                return Dates(day, "")
            case "<=":
                return Dates("", day)
            case ">":
                return Dates(_neighbour(day, 1), "")
            case "<":
                return Dates("", _neighbour(day, -1))
    except OverflowError as error:  # before the first day of all, or after the last
        raise _no_date(value) from error
    return Dates(day, day)


def _checked(day: str, value: str) -> str:
    try:
        dt.date.fromisoformat((day + "-01-01")[:10])
    except ValueError as error:
        raise _no_date(value) from error
    return day


def _no_date(value: str) -> _UnclearError:
    return _UnclearError(
        "“{value}” is no date (2022, 2022-02, 2022-02-14, >2022-02-14, 2022-02-14..2022-02-16)",
        value=value,
    )


def _neighbour(day: str, step: int) -> str:
    """The year, month or day after (1) or before (-1) ``day``."""
    year, *rest = map(int, day.split("-"))
    if not rest:
        return f"{year + step:04d}"
    if len(rest) == 1:
        months = year * 12 + rest[0] - 1 + step
        return f"{months // 12:04d}-{months % 12 + 1:02d}"
    return (dt.date(year, *rest) + dt.timedelta(step)).isoformat()
