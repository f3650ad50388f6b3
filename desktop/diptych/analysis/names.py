"""The names of persons, organisations and places in one article.

The model proposes spans; they are cleaned of titles, articles and possessives, every spelling gets
one kind by vote over the whole article, and the other places where it stands are marked too.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from diptych.analysis.english import Parsed
from diptych.analysis.gazetteer import known_kind
from diptych.model.reading import EntityKind
from diptych.text.spans import Span

_KINDS: Final = {
    "PERSON": EntityKind.PERSON,
    "ORG": EntityKind.ORGANISATION,
    "GPE": EntityKind.PLACE,
    "LOC": EntityKind.PLACE,
    "FAC": EntityKind.PLACE,
}
TITLES: Final = frozenset(
    "mr mrs ms miss mx dr prof professor sir dame lord lady president chancellor minister premier "
    "senator sen representative rep congressman congresswoman governor gov mayor king queen prince "
    "princess pope archbishop bishop cardinal father rev reverend rabbi imam sheikh general gen "
    "colonel col major maj captain capt lieutenant lt sergeant sgt admiral adm commander judge "
    "justice ambassador secretary chairman chairwoman chief officer detective coach speaker "
    "vice-president undersecretary spokesman spokeswoman spokesperson prime foreign deputy former "
    "then ex-president attorney inspector superintendent constable director".split()
)
_LEADING: Final = re.compile(r"(?:[Tt]he|THE|[Aa]n?)\s+")
_TRAILING: Final = re.compile(r"(?:\s?[’']\s?s?|[\s.,;:'\"’”»)\]-]+)$")
_TITLE_WORD: Final = re.compile(r"(\w[\w-]*)(\.?)\s+")


@dataclass(frozen=True, slots=True)
class Mention:
    """One name where it stands, with the kind that the vote gave it."""

    span: Span
    form: str
    kind: EntityKind


def mentions(text: str, parsed: Sequence[Parsed]) -> list[Mention]:
    """Every mention in ``parsed``, in order; no two overlap."""
    proposed = [
        (span, kind)
        for piece in parsed
        for entity in piece.doc.ents
        if (kind := _KINDS.get(entity.label_)) is not None
        for span in [_bare(text, piece.span_of(entity[0], entity[-1]), kind)]
        if span is not None
    ]
    voted = _voted(text, proposed)
    found = {span: voted[span.text_in(text)] for span, _ in proposed}
    forms = dict(voted)
    forms.update(_surnames(voted))
    taken = _Taken(found)
    for span, form in _occurrences(
        text, forms, [Span(p.start, p.start + len(p.doc.text)) for p in parsed]
    ):
        if not taken.overlaps(span):
            found[span] = forms[form]
            taken.add(span)
    return [Mention(span, span.text_in(text), found[span]) for span in sorted(found)]


def _bare(text: str, span: Span, kind: EntityKind) -> Span | None:
    """``span`` without article, titles, possessive and marks around it; None if nothing is left."""
    start, end = span.start, span.end
    form = text[start:end]
    lead = re.match(r"[\s\"'“‘«(\[.,-]+", form)
    if lead:
        start += lead.end()
    article = _LEADING.match(text, start, end)
    if article and article.end() < end:
        start = article.end()
    if kind is EntityKind.PERSON:
        start = _after_titles(text, start, end)
    while (tail := _TRAILING.search(text[start:end])) and tail.end() > tail.start():
        if tail.group() == "." and re.search(
            r"\b(?:[A-Z]\.)+$|\b(?:Jr|Sr|Inc|Co|Corp|Ltd)\.$", text[start:end]
        ):
            break
        end = start + tail.start()
    if end - start < 2 or not any(letter.isalpha() for letter in text[start:end]):
        return None
    return Span(start, end)


def _after_titles(text: str, start: int, end: int) -> int:
    while (word := _TITLE_WORD.match(text, start, end)) and word[1].lower() in TITLES:
        if word.end() >= end:
            break
        start = word.end()
    return start


def _voted(text: str, proposed: Iterable[tuple[Span, EntityKind]]) -> dict[str, EntityKind]:
    """One kind for each form: what is certainly known, else the majority."""
    votes: dict[str, Counter[EntityKind]] = defaultdict(Counter)
    for span, kind in proposed:
        votes[span.text_in(text)][kind] += 1
    return {form: known_kind(form) or kinds.most_common(1)[0][0] for form, kinds in votes.items()}


def _surnames(voted: dict[str, EntityKind]) -> dict[str, EntityKind]:
    """The last names of the persons with a full name, where they are not names already."""
    return {
        last: EntityKind.PERSON
        for form, kind in voted.items()
        if kind is EntityKind.PERSON and " " in form
        for last in [form.rsplit(" ", 1)[-1]]
        if last not in voted and last[:1].isupper() and len(last) > 2
    }


def _occurrences(
    text: str, forms: dict[str, EntityKind], spans: Iterable[Span]
) -> Iterable[tuple[Span, str]]:
    """Where any of ``forms`` stands as whole words, longest forms first at each place."""
    if not forms:
        return
    longest_first = sorted(forms, key=len, reverse=True)
    pattern = re.compile(r"(?<![\w-])(?:" + "|".join(map(re.escape, longest_first)) + r")(?![\w-])")
    for span in spans:
        for match in pattern.finditer(text, span.start, span.end):
            yield Span(*match.span()), match.group()


class _Taken:
    """The code points that are part of a mention already."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self._points = {point for span in spans for point in range(span.start, span.end)}

    def overlaps(self, span: Span) -> bool:
        return any(point in self._points for point in range(span.start, span.end))

    def add(self, span: Span) -> None:
        self._points.update(range(span.start, span.end))
