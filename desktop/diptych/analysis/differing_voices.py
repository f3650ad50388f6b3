"""Names and speakers that two passages give differently.

A difference of speakers is shown where the same content is given to two sources that cannot be
one: two names, a person and a body, somebody named and several without names. Descriptions that
may mean the same ("the company", "a spokesman") never differ from a name.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from diptych.analysis.compared import Compared, Voice, is_near
from diptych.analysis.gender import Gender, gender_of
from diptych.analysis.replaced import likeness, replaced
from diptych.analysis.resolution import PRONOUNS
from diptych.analysis.same_names import may_be_same, shares_surname_only
from diptych.analysis.sources import has_name, head_noun, is_several
from diptych.model.differences import Difference, DifferenceKind
from diptych.model.reading import Entity, EntityKind
from diptych.model.statements import BasisKind, Source, Statement
from diptych.text.spans import Span

_LEAST_ALIKE: Final = 0.5
"""Of the words of two contents, the share that has to be in both, for them to be one content."""
_LEAST_ALIKE_UNMARKED: Final = 0.75
"""The same where a speaker is carried on from an earlier sentence."""
_LEAST_HELD: Final = 0.75
"""The share of one content that has to be in a longer one."""
_LEAST_WORDS: Final = 3
_LEAST_OF_SMALLER: Final = 0.5
"""The share of the words of the shorter of two sentences that the other has to have too."""
_LEAST_TAKEN: Final = 0.7
"""The share of what somebody says that the other account has in its own voice."""
_LEAST_OF_SENTENCE: Final = 0.5
_LEAST_ALIKE_OF_SLOT: Final = 0.6
"""The share of the words of two passages in order in both, for names to stand for each other."""
_LONGEST_SLOT: Final = 5
"""Words between which two names may stand and still be one for the other."""


_Said = tuple[Voice, frozenset[str]]


def differing_names(left: Compared, right: Compared) -> Iterator[Difference]:
    """Names that stand in the same place and cannot be forms of one; none in headlines."""
    if left.is_title or right.is_title:
        return
    ours = _unmatched(left, right)
    theirs = _unmatched(right, left) if ours else []
    for span, entity in ours:
        for other_span, other in theirs:
            if entity.kind is other.kind and (
                _same_surname(entity, other) or _in_one_slot(left, span, right, other_span)
            ):
                yield Difference(DifferenceKind.NAME, (span,), (other_span,))


def _unmatched(side: Compared, other: Compared) -> list[tuple[Span, Entity]]:
    return [
        (span, entity)
        for span, entity in side.mentions
        if not any(
            may_be_same(entity.kind, span.text_in(side.text), where.text_in(other.text))
            or may_be_same(entity.kind, entity.name, one.name)
            for where, one in other.mentions
        )
    ]


def _same_surname(left: Entity, right: Entity) -> bool:
    return left.kind is EntityKind.PERSON and shares_surname_only(left.name, right.name)


def _in_one_slot(left: Compared, span: Span, right: Compared, other: Span) -> bool:
    if likeness(left.forms, right.forms) < _LEAST_ALIKE_OF_SLOT:
        return False
    for (start, end), (other_start, other_end) in replaced(left.forms, right.forms):
        ours, theirs = left.words[start:end], right.words[other_start:other_end]
        is_short = max(len(ours), len(theirs)) <= _LONGEST_SLOT
        if is_short and _fills(span, ours) and _fills(other, theirs):
            return True
    return False


def _fills(name: Span, words: list[Span]) -> bool:
    """Whether nothing but (a part of) the name stands there."""
    return bool(words) and all(name.overlaps(word) for word in words)


def differing_speakers(left: Compared, right: Compared) -> Iterator[Difference]:
    """Content that is given to different sources, or to nobody on one side."""
    found = [*_in_both(left, right), *_owners(left, right), *_relayed(left, right)]
    found += [one.mirrored() for one in _relayed(right, left)]
    found = found or [*_by_sentence(left, right)]
    if not found:
        found = [*_dropped(left, right), *(one.mirrored() for one in _dropped(right, left))]
    seen = set()
    for difference in found:
        if (difference.left, difference.right) not in seen:
            seen.add((difference.left, difference.right))
            yield difference


def _in_both(left: Compared, right: Compared) -> Iterator[Difference]:
    for one in left.said:
        partners = [other for other in right.said if _is_same_content(one, other)]
        rivals = [
            mine for mine in left.said if any(_is_same_content(mine, two) for two in partners)
        ]
        if partners and all(
            _differ(mine, left, other, right) for mine in rivals for other in partners
        ):
            best = max(partners, key=lambda other: len(one[1] & other[1]))
            yield Difference(DifferenceKind.SPEAKER, _shown(one[0]), _shown(best[0]))


def _is_same_content(left: _Said, right: _Said) -> bool:
    (one, stems), (other, other_stems) = left, right
    shared = len(stems & other_stems)
    smaller = min(len(stems), len(other_stems))
    both = len(stems) + len(other_stems)
    if shared < min(2, smaller) or not shared:
        return False
    if not (one.marks and other.marks):
        return 2 * shared >= _LEAST_ALIKE_UNMARKED * both
    return 2 * shared >= _LEAST_ALIKE * both or (
        shared >= _LEAST_WORDS and shared >= _LEAST_HELD * smaller
    )


def _differ(left: _Said, ours: Compared, right: _Said, theirs: Compared) -> bool:
    (one, stems), (other, other_stems) = left, right
    if one.source is not None and other.source is not None:
        return (
            sources_differ(one.source, other.source)
            and not _may_mean(one, other)
            and not _may_mean(other, one)
            and (
                one.source.kind is other.source.kind
                or not (_is_named(one.source, theirs) or _is_named(other.source, ours))
            )
        )
    # Words in quotation marks that one account gives to nobody.
    named, unnamed = (one, other) if one.source is not None else (other, one)
    return (
        named.source is not None
        and bool(named.source.entity)
        and not unnamed.marks
        and one.is_direct
        and other.is_direct
        and not (ours.is_title or theirs.is_title)
        and len(stems & other_stems) >= _LEAST_WORDS
    )


def _may_mean(voice: Voice, other: Voice) -> bool:
    """Whether the speaker of ``voice`` may be that of ``other`` after all.

    Only a name in the passage is sure. The same words have as a rule one speaker, so that "he",
    an office or nobody at all is whoever the other account names, unless gender excludes it.
    """
    if voice.source is None or other.source is None:
        return False
    if voice.source.kind is not BasisKind.NAMED_PERSON:
        return not voice.marks
    if other.source.kind is not BasisKind.NAMED_PERSON or voice.is_named:
        return False
    return not _gender_excludes(voice.meant, other.source.name)


def _gender_excludes(pronoun: str, name: str) -> bool:
    meant, known = PRONOUNS.get(pronoun.lower()), gender_of(name, ())
    return meant is not None and known is not Gender.UNKNOWN and meant is not known


def sources_differ(left: Source, right: Source) -> bool:
    """Whether two sources cannot be one."""
    kinds = {left.kind, right.kind}
    if kinds & {BasisKind.DOCUMENT, BasisKind.OTHER_OUTLET}:
        return False
    if kinds == {BasisKind.NAMED_PERSON}:
        return not may_be_same(EntityKind.PERSON, left.name, right.name)
    if kinds == {BasisKind.ORGANISATION}:
        both_named = bool(left.entity and right.entity)
        return both_named and not may_be_same(EntityKind.ORGANISATION, left.name, right.name)
    if kinds == {BasisKind.NAMED_PERSON, BasisKind.ORGANISATION}:
        return _is_definite_body(left) and _is_definite_body(right)
    if kinds == {BasisKind.NAMED_PERSON, BasisKind.UNNAMED_OFFICIAL}:
        unnamed = left if left.kind is BasisKind.UNNAMED_OFFICIAL else right
        return is_several(unnamed.name)
    return False


def _is_definite_body(source: Source) -> bool:
    """Whether a body is named, or is somebody's office, which is not that person."""
    return bool(source.entity) or head_noun(source.name) in ("office", "ministry", "lawyer", "aide")


def _owners(left: Compared, right: Compared) -> Iterator[Difference]:
    """Whose words a sentence is about: "Ms Li's remarks" and "his remarks"."""
    for one in left.statements:
        for other in right.statements:
            ours, theirs = one.words_of, other.words_of
            if (
                ours is not None
                and theirs is not None
                and ours.entity
                and theirs.entity
                and sources_differ(ours, theirs)
                and not _may_be(ours, left, theirs)
                and not _may_be(theirs, right, ours)
            ):
                yield Difference(DifferenceKind.SPEAKER, _span(ours), _span(theirs))


def _relayed(left: Compared, right: Compared) -> Iterator[Difference]:
    """What one source says itself in ``right``, and in ``left`` passes on from somebody named."""
    for one in left.statements:
        inner = one.goes_back_to
        for other in right.statements:
            is_plain = len(other.sources) == 1 and other.through is None
            if inner is None or not inner.entity or not is_plain:
                continue
            source = other.sources[0]
            apart = [
                name
                for where, name in right.mentions
                if source.span is None or not source.span.covers(where)
            ]
            is_named = any(may_be_same(name.kind, name.name, inner.name) for name in apart)
            if not is_named and not sources_differ(one.sources[0], source):
                yield Difference(
                    DifferenceKind.SPEAKER, (*_span(one.sources[0]), *_span(inner)), _span(source)
                )


def _may_be(source: Source, side: Compared, other: Source) -> bool:
    """Whether the owner of words may be ``other``: "his", when that was named shortly before."""
    words = source.span.text_in(side.text).split(maxsplit=1) if source.span is not None else []
    pronoun = words[0].lower() if words else ""
    if pronoun not in PRONOUNS or _gender_excludes(pronoun, other.name):
        return False
    return any(may_be_same(EntityKind.PERSON, one, other.name) for one in side.before)


def _span(source: Source) -> tuple[Span, ...]:
    return (source.span,) if source.span is not None else ()


def _by_sentence(left: Compared, right: Compared) -> Iterator[Difference]:
    """Sentences with much the same words, that rest on sources neither of which the other names."""
    shared = left.own_stems & right.own_stems
    smaller = min(len(left.own_stems), len(right.own_stems))
    if len(shared) < _LEAST_WORDS or len(shared) < _LEAST_OF_SMALLER * smaller:
        return
    for one in left.statements:
        for other in right.statements:
            if not one.sources or not other.sources:
                continue
            ours, theirs = one.sources[0], other.sources[0]
            if (
                sources_differ(ours, theirs)
                and not _is_named(ours, right)
                and not _is_named(theirs, left)
                and _is_sure(ours, left, theirs)
                and _is_sure(theirs, right, ours)
            ):
                yield Difference(DifferenceKind.SPEAKER, _place(ours, left), _place(theirs, right))


def _is_sure(source: Source, side: Compared, other: Source) -> bool:
    """Whether a source is named at the passage itself, or cannot be the other person."""
    words = source.span.text_in(side.text) if source.span is not None else ""
    is_here = source.span is not None and is_near(source.span, side.span)
    is_person = source.kind is BasisKind.NAMED_PERSON
    return (is_here and (has_name(words) or not is_person)) or _gender_excludes(words, other.name)


def _place(source: Source, side: Compared) -> tuple[Span, ...]:
    """Where the passage names the source; all of it where that is done elsewhere."""
    is_here = source.span is not None and side.span.covers(source.span)
    return (source.span,) if is_here and source.span is not None else (side.span,)


def _is_named(source: Source, side: Compared) -> bool:
    return any(may_be_same(entity.kind, entity.name, source.name) for _, entity in side.mentions)


def _dropped(left: Compared, right: Compared) -> Iterator[Difference]:
    """What ``left`` reports somebody as saying and ``right`` says in its own voice."""
    if left.is_title or right.is_title or not _is_own_voice(right.statements):
        return
    names = left.name_stems | right.name_stems
    outside = right.own_stems.difference(*(stems for _, stems in right.said))
    for voice, stems in left.said:
        is_most = len(voice.content) >= _LEAST_OF_SENTENCE * len(left.span)
        said = stems - names
        if voice.source is None or voice.is_direct or not is_most or len(said) <= _LEAST_WORDS:
            continue
        shared = said & outside
        if len(shared) >= _LEAST_TAKEN * len(said):
            yield Difference(DifferenceKind.SPEAKER, _shown(voice), _words_of(right, shared))


def _is_own_voice(statements: tuple[Statement, ...]) -> bool:
    return bool(statements) and all(one.basis is BasisKind.OWN_VOICE for one in statements)


def _words_of(side: Compared, wanted: frozenset[str]) -> tuple[Span, ...]:
    """From the first to the last of the words that have these stems."""
    spans = [span for stem in wanted for span in side.by_stem.get(stem, ())]
    return (min(spans).joined(max(spans)),) if spans else ()


def _shown(voice: Voice) -> tuple[Span, ...]:
    return voice.marks or (voice.content,)
