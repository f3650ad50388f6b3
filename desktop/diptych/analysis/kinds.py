"""What kind of thing a name names, from everything that an article does with it.

The model judges each place by itself and wavers; here every spelling is judged once, by its
votes, by what stands around it, and by the words it is made of.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from typing import Final

from diptych.analysis.gazetteer import known_kind
from diptych.analysis.gender import Gender, gender_of
from diptych.model.reading import EntityKind
from diptych.text.spans import Span

_PERSON, _ORGANISATION, _PLACE = EntityKind.PERSON, EntityKind.ORGANISATION, EntityKind.PLACE

TITLES: Final = frozenset(
    "mr mrs ms miss mx dr prof professor sir dame lord lady president chancellor minister premier "
    "senator sen representative rep congressman congresswoman governor gov mayor king queen prince "
    "princess pope archbishop bishop cardinal father rev reverend rabbi imam sheikh general gen "
    "colonel col major maj captain capt lieutenant lt sergeant sgt admiral adm commander judge "
    "justice ambassador secretary chairman chairwoman chief officer detective coach speaker "
    "vice-president undersecretary spokesman spokeswoman spokesperson prime foreign deputy former "
    "then ex-president attorney inspector superintendent constable director madam aunty uncle "
    "comrade comr honourable hon engr barrister pastor apostle minster".split()
)
"""Words before a name that are no part of it, in lower case."""

ORGANISATION_WORDS: Final = frozenset(
    "bank ministry university party group inc ltd limited council committee agency institute "
    "association court department corporation corp company foundation club union police college "
    "school commission authority federation organization organisation society congress parliament "
    "board office bureau network news times post press airlines airways army forces navy "
    "administration league team fc united holdings partners services systems technologies "
    "industries centre center coalition alliance movement front caucus secretariat service "
    "hospital llc plc gmbh sdn bhd co trust fund academy daily herald tribune gazette".split()
)
_PLACE_WORDS: Final = frozenset(
    "river island islands province district county city valley mountain mountains street road "
    "airport lake desert sea bay peninsula village town square bridge beach avenue region "
    "governorate canal strait gulf ocean park coast highway border port constituency hamlet "
    "precinct plateau".split()
)
_OTHER_WORDS: Final = frozenset(
    "act plan policy charter review award awards convention project programme program conference "
    "day prize index goals goal summit exhibition agreement treaty law bill war cup strategy "
    "initiative forum festival airshow games championship report scheme agenda constitution accord "
    "amendment jubilee resolution protocol code vision notice election elections revolution".split()
)
_IN_PLACE: Final = re.compile(r"\b(?:in|at|near|across|outside|from)\s+(?:the\s+)?$")
_TITLED: Final = re.compile(r"\b([A-Z][\w-]*|[a-z]+man|[a-z]+woman)\.?\s+$")


class Votes:
    """Counts what speaks for each kind of each spelling."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._votes: dict[str, Counter[EntityKind]] = defaultdict(Counter)

    def add(self, span: Span, kind: EntityKind) -> None:
        """Count the model's judgement of one place, and what stands around it."""
        votes = self._votes[span.text_in(self._text)]
        votes[kind] += 1
        before = self._text[max(0, span.start - 24) : span.start]
        titled = _TITLED.search(before)
        if titled and titled[1].lower() in TITLES and kind is not _PLACE:
            votes[_PERSON] += 1
        if re.search(r"\b[Tt]he\s+$", before):
            votes[_PERSON] -= 1
        if _IN_PLACE.search(before):
            votes[_PLACE] += 0.5  # type: ignore[assignment]

    def kinds(self) -> dict[str, EntityKind]:
        """The kind of each spelling."""
        kinds = {form: self._kind(form, votes) for form, votes in self._votes.items()}
        return kinds | _family(kinds)

    def _kind(self, form: str, votes: Mapping[EntityKind, float]) -> EntityKind:
        known = known_kind(form)
        if known is not None:
            return known
        tokens = form.split()
        last = tokens[-1].lower().strip(".,")
        if len(tokens) > 1:
            if last in _OTHER_WORDS:
                return EntityKind.OTHER
            if last in ORGANISATION_WORDS:
                return _ORGANISATION
            if last in _PLACE_WORDS:
                return _PLACE
            if gender_of(form) is not Gender.UNKNOWN and len(tokens) <= 4:
                return _PERSON
        return max(votes, key=lambda kind: votes[kind])


def _family(kinds: Mapping[str, EntityKind]) -> dict[str, EntityKind]:
    """The single names that are the first or last name of a person with a full name."""
    names = {
        part
        for form, kind in kinds.items()
        if kind is _PERSON and " " in form
        for part in (form.split()[0], form.split()[-1])
    }
    return {form: _PERSON for form in kinds if form in names and known_kind(form) is None}


def surnames(kinds: Mapping[str, EntityKind]) -> Iterable[str]:
    """Last names of persons that are not themselves among the names found."""
    for form, kind in kinds.items():
        last = form.rsplit(" ", 1)[-1]
        is_new = last not in kinds and known_kind(last) is None
        if kind is _PERSON and " " in form and is_new and len(last) > 2 and last[0].isupper():
            yield last
