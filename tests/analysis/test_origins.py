"""How two accounts relate: copied, reworded, from one source, or each by itself."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.analysis.accounts import ELSEWHERE, ORIGINAL, REWORDED, account, aligned

from diptych.analysis.origins import derive, longest_in_order
from diptych.analysis.telling import Telling
from diptych.model.article import BlockKind
from diptych.model.links import Alignment, Link, Relation
from diptych.model.story import Derivation, EvidenceKind, Member, Side, Verdict
from diptych.text.spans import Span


def derived(left: Member, right: Member) -> Derivation:
    return derive(Telling(left), Telling(right), aligned(left, right))


def kinds(derivation: Derivation) -> set[EvidenceKind]:
    return {one.kind for one in derivation.evidence}


def test_a_shortened_reprint_is_a_copy():
    found = derived(account("a", *ORIGINAL), account("b", *ORIGINAL[:7]))
    assert found.verdict is Verdict.COPY
    assert found.origin is Side.LEFT
    assert found.share == 1.0
    assert EvidenceKind.SAME_WORDS in kinds(found)


def test_the_same_text_is_a_copy_however_short():
    found = derived(account("a", "Rain fell."), account("b", "Rain fell."))
    assert found.verdict is Verdict.COPY
    assert found.origin is None


def test_a_text_told_over_in_other_words_is_reworded_from_the_fuller_one():
    found = derived(account("a", *ORIGINAL), account("b", *REWORDED))
    assert found.verdict is Verdict.REWORDED
    assert found.origin is Side.LEFT
    assert found.share >= 0.9
    assert {EvidenceKind.SAME_ORDER, EvidenceKind.MORE_TOLD, EvidenceKind.PADDING} <= kinds(found)


def test_the_other_side_sees_the_same_mirrored():
    one, other = account("a", *ORIGINAL), account("b", *REWORDED)
    found, turned = derived(one, other), derived(other, one)
    assert turned.verdict is found.verdict
    assert turned.origin is Side.RIGHT
    assert found.mirrored().origin is Side.RIGHT
    assert found.mirrored().mirrored() == found


def test_a_date_goes_before_everything_that_the_wording_says():
    found = derived(
        account("a", *ORIGINAL, published="2024-05-03"),
        account("b", *REWORDED, published="2024-05-02T09:00"),
    )
    assert found.origin is Side.RIGHT
    assert EvidenceKind.EARLIER in kinds(found)
    assert EvidenceKind.PADDING not in kinds(found)


def test_two_articles_with_the_same_quotation_are_independent():
    found = derived(account("a", *ORIGINAL), account("b", *ELSEWHERE))
    assert found.verdict is Verdict.INDEPENDENT
    assert found.origin is None
    assert found.evidence == ()


def test_some_sentences_word_for_word_are_a_shared_source():
    mixed = (*ELSEWHERE[:4], ORIGINAL[3], ORIGINAL[5], *ELSEWHERE[4:])
    found = derived(account("a", *ORIGINAL), account("b", *mixed))
    assert found.verdict is Verdict.SHARED_SOURCE
    assert found.origin is None
    passages = [one.left.text_in("\n".join(ORIGINAL)) for one in found.evidence if one.left]
    assert any("tried for six hours to pull her off the sand" in words for words in passages)


@pytest.mark.parametrize(
    ("ending", "verdict"),
    [("", Verdict.INDEPENDENT), (ELSEWHERE[5], Verdict.SHARED_SOURCE)],
    ids=["no words in common", "one run of words"],
)
def test_the_same_order_is_no_shared_source_without_some_of_the_same_words(ending, verdict):
    ours, theirs = (
        account(side, *(f"{side.title()} {number} came late." for number in range(20)), ending)
        for side in ("left", "right")
    )
    # Half of each is linked, as if it said the same in other words.
    pairs = zip(ours.reading.sentences[:10], theirs.reading.sentences[10:20], strict=True)
    links = tuple(Link(*pair, Relation.REWORDED, 0.5) for pair in pairs)
    alignment = Alignment("", "", links, (), ())
    assert derive(Telling(ours), Telling(theirs), alignment).verdict is verdict


def test_a_name_with_its_office_is_no_shared_wording():
    office = "the Deputy Chief Engineer of the Northern Lights Board of Brenmoor Ana Petrov Hollis"
    names = {"person": [["Deputy Chief Engineer of the Northern Lights Board of Brenmoor Ana"]]}
    ours = account("a", *ELSEWHERE[:4], f"It was {office} who came.", names=names)
    theirs = account("b", *ORIGINAL, f"On Monday it was {office} who spoke.", names=names)
    assert derived(ours, theirs).verdict is Verdict.INDEPENDENT


def test_one_who_credits_the_other_says_so_even_where_nothing_is_shared():
    ours = account("a", *ORIGINAL, outlet="Brenmoor Bugle")
    line = "The stranding was first reported by the Brenmoor Bugle."
    found = derived(ours, account("b", *ELSEWHERE, line, outlet="Tideline"))
    assert found.verdict is Verdict.INDEPENDENT
    (credit,) = found.evidence
    assert credit.kind is EvidenceKind.CREDIT
    assert credit.left is None


def test_a_headline_that_both_have_is_no_evidence():
    title = "Ferry on the sand off Brenmoor with two hundred and twelve people and oranges aboard"
    ours = account("a", title, *ORIGINAL[:3], kinds={0: BlockKind.TITLE})
    theirs = account("b", title, *ELSEWHERE[4:], kinds={0: BlockKind.TITLE})
    assert derived(ours, theirs).verdict is Verdict.INDEPENDENT


def test_accounts_without_words_are_independent():
    found = derived(account("a", ""), account("b", *ORIGINAL))
    assert found == Derivation(Verdict.INDEPENDENT, 0.0)


def link(left: int, right: int) -> Link:
    return Link(Span(left, left + 1), Span(right, right + 1), Relation.REWORDED, 0.5)


@given(st.lists(st.tuples(st.integers(0, 12), st.integers(0, 12)), max_size=9))
def test_the_longest_order_is_one_and_as_long_as_any(places):
    chain = longest_in_order([link(*place) for place in places])
    assert all(one.left <= other.left for one, other in itertools.pairwise(chain))
    assert all(one.right < other.right for one, other in itertools.pairwise(chain))
    assert len(chain) == longest(sorted(places), -1)


def longest(places, above: int) -> int:
    """Return the length of the longest rising run of right places, by trying all."""
    if not places:
        return 0
    (_, right), *rest = places
    skipped = longest(rest, above)
    return max(skipped, 1 + longest(rest, right)) if right > above else skipped
