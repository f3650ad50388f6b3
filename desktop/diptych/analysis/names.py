"""The names of persons, organisations and places in one article.

The model proposes spans; they are cleaned of titles, articles and possessives, every spelling gets
one kind (see `kinds`), and the other places where it stands are marked too.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from diptych.analysis.english import Parsed
from diptych.analysis.gazetteer import CERTAIN, KNOWN
from diptych.analysis.gender import Gender, gender_of
from diptych.analysis.kinds import TITLES, Votes, surnames
from diptych.model.reading import EntityKind
from diptych.text.spans import Span

_KINDS: Final = {
    "PERSON": EntityKind.PERSON,
    "ORG": EntityKind.ORGANISATION,
    "GPE": EntityKind.PLACE,
    "LOC": EntityKind.PLACE,
    "FAC": EntityKind.PLACE,
}
_NO_NAMES: Final = frozenset(
    """
    covid covid-19 coronavirus omicron islam islamophobia embassy defence defense east-west
    hijab halal christianity christmas easter ramadan government court board committee council
    institute kingdom republic state ministry sheikh sheikhs amir king kings queen majesty
    highness excellency minister president chancellor mayor executive customs education health
    finance interior justice university commission department office agency authority company
    bank police army navy internet covid-zero north south east west territory indigenous god
    lord bible quran monday tuesday wednesday thursday friday saturday sunday january february
    march april may june july august september october november december mum dad ai ip nft gdp
    ceo cfo mp mps mla tv pr
    """.split()
)
"""Words, in lower case, that a name cannot consist of alone."""

_LEADING: Final = re.compile(r"[\s\"'“‘«(\[.,–—-]+")
_ARTICLE: Final = re.compile(r"(?:[Tt]he|THE|[Aa]n?)\s+")
_TRAILING: Final = re.compile(r"(?:\s?[’']\s?s?|[\s.,;:'\"’”»)\]–—/-]+)$")
_KEEPS_STOP: Final = re.compile(r"\b(?:[A-Z]\.)+$|\b(?:Jr|Sr|Inc|Co|Corp|Ltd)\.$")
_HONORIFIC: Final = re.compile(r"(?:Mr|Mrs|Ms|Miss|Mx|Dr)\b\.?\s")
_TITLE: Final = re.compile(r"([^\W\d_][\w-]*)(\.?)\s+")
_OFFICE: Final = re.compile(
    r"(?:His|Her|Your|Their|My|Our) [A-Z]"
    r"|(?:\w+ )*(?:Minister|Secretary|President|Chief|Director) (?:of|for)\b"
)
_NUMBER: Final = re.compile(r"[\s,]+\d[\d.-]*$")


# Who took a picture, as captions end: "(Anna Keller/Agency)", "[Anna Keller, Pool via Agency]".
_CREDIT: Final = re.compile(
    r"[(\[](?P<name>[A-Z][\w’'-]+(?: [A-Z][\w.’'-]*){1,2})(?:/|, | via )[A-Z][^()\[\]]*[)\]]?$"
)
_NATIONALITY: Final = re.compile(r"[a-z](?:ian|ese|ish)$")
_FEATURE: Final = re.compile(
    r"\b(?:(?:Strait|Gulf|Bay|Sea|Isle|Cape|Port|City|Lake|Mount|Straits|Sea) of (?:the )?)$"
)
_CONTINENT: Final = re.compile(r"(?:Europe|Asia|Africa|America|Pacific|Atlantic|Mediterranean)\b")
_DIRECTION: Final = re.compile(
    r"\b(?:(?:north|south)?-?(?:west|east)ern|(?:north|south)ern|(?:north|south)-?(?:east|west)"
    r"|sub-Saharan|[Cc]entral)\s+$"
)


@dataclass(frozen=True, slots=True)
class Mention:
    """One name where it stands, with the kind that its spelling has in the article."""

    span: Span
    form: str
    kind: EntityKind


def mentions(text: str, parsed: Sequence[Parsed]) -> list[Mention]:
    """Every mention in ``parsed``, in order; no two overlap."""
    proposed = list(_proposed(text, parsed))
    votes = Votes(text)
    for span, kind in proposed:
        votes.add(span, kind)
    kinds = votes.kinds()
    taken = _Taken(span for span, _ in proposed)
    found = {span: kinds[span.text_in(text)] for span, _ in proposed}
    elsewhere = dict(CERTAIN) | kinds | dict.fromkeys(surnames(kinds), EntityKind.PERSON)
    for span in _occurrences(text, elsewhere, parsed):
        if taken.add(span):
            found[span] = elsewhere[span.text_in(text)]
    return [Mention(span, span.text_in(text), found[span]) for span in sorted(found)]


def _proposed(text: str, parsed: Iterable[Parsed]) -> Iterator[tuple[Span, EntityKind]]:
    for piece in parsed:
        credit = _CREDIT.search(text, piece.start, piece.start + len(piece.doc.text))
        credited = Span(*credit.span()) if credit else None
        if credit:
            yield Span(*credit.span("name")), EntityKind.PERSON
        yield from _by_first_name(piece)
        for entity in piece.doc.ents:
            kind = _KINDS.get(entity.label_)
            if kind is None:
                continue
            for part in _parts(text, piece.span_of(entity[0], entity[-1])):
                span = bare(text, part, kind)
                if span is not None and not (credited and span.overlaps(credited)):
                    yield span, kind


def _by_first_name(piece: Parsed) -> Iterator[tuple[Span, EntityKind]]:
    """Persons that the model missed: a common first name before a word that only names."""
    document = piece.doc
    for token in document[:-1]:
        if (
            token.ent_type_
            or token.pos_ != "PROPN"
            or gender_of(f"{token.text} X") is Gender.UNKNOWN
        ):
            continue
        following = token.nbor()
        is_name = token.text[0].isupper() and following.text[:1].isupper()
        is_name = is_name and not {token.lower_, following.lower_} & (_NO_NAMES | TITLES)
        if is_name and following.pos_ == "PROPN" and not following.ent_type_:
            yield piece.span_of(token, following), EntityKind.PERSON


def _parts(text: str, span: Span) -> Iterator[Span]:
    """``span``, cut where a bracket opens that it does not close, or at a slash."""
    form = span.text_in(text)
    cut = form.find("(") if "(" in form and ")" not in form else form.find("/")
    if cut > 0:
        yield Span(span.start, span.start + cut)
        yield Span(span.start + cut + 1, span.end)
    else:
        yield span


def bare(text: str, span: Span, kind: EntityKind) -> Span | None:
    """``span`` without article, titles, possessive and marks; None if no name is left."""
    start, end = span.start, span.end
    for lead in (_LEADING, _ARTICLE):
        match = lead.match(text, start, end)
        start = match.end() if match else start
    if kind is EntityKind.PLACE and _CONTINENT.match(text, start, end):
        # "eastern Europe" is a region of its own; "western France" is in France.
        direction = _DIRECTION.search(text, max(0, start - 16), start)
        start = direction.start() if direction else start
    feature = _FEATURE.search(text, max(0, start - 24), start)
    start = feature.start() if feature and kind is not EntityKind.ORGANISATION else start
    if kind is EntityKind.PERSON or _HONORIFIC.match(text, start, end):
        start = _after_titles(text, start, end)
        number = _NUMBER.search(text[start:end])
        end = start + number.start() if number else end
    while (tail := _TRAILING.search(text[start:end])) is not None:
        if tail.group() == "." and _KEEPS_STOP.search(text[start:end]):
            break
        end = start + tail.start()
    form = text[start:end]
    if kind is EntityKind.PLACE and _NATIONALITY.search(form) and form not in KNOWN:
        return None
    if end - start < 2 or form.islower() or form.lower() in _NO_NAMES or _OFFICE.match(form):
        return None
    return Span(start, end) if any(letter.isalpha() for letter in form) else None


def _after_titles(text: str, start: int, end: int) -> int:
    while (word := _TITLE.match(text, start, end)) and word[1].lower() in TITLES:
        start = word.end()
    return start


def _occurrences(text: str, forms: Iterable[str], parsed: Iterable[Parsed]) -> Iterator[Span]:
    """Where any of ``forms`` stands as whole words, the longest at each place."""
    longest_first = sorted(forms, key=len, reverse=True)
    pattern = re.compile(r"(?<![\w-])(?:" + "|".join(map(re.escape, longest_first)) + r")(?![\w-])")
    for piece in parsed:
        end = piece.start + len(piece.doc.text)
        for match in pattern.finditer(text, piece.start, end):
            yield Span(*match.span())


class _Taken:
    """The code points that are part of a mention already."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self._points = {point for span in spans for point in range(span.start, span.end)}

    def add(self, span: Span) -> bool:
        """Take ``span``; False where some of it was taken before."""
        points = range(span.start, span.end)
        if any(point in self._points for point in points):
            return False
        self._points.update(points)
        return True
