"""What a story's accounts tell of one another: texts, origins, statements, what is missing."""

from tests.analysis.accounts import ELSEWHERE, ORIGINAL, REWORDED, account, alignments

from diptych.analysis.groups import Groups
from diptych.analysis.relating import relate
from diptych.analysis.statement_groups import Links, statements
from diptych.model.article import BlockKind
from diptych.model.links import Alignment, Link, Relation
from diptych.model.story import Member, StoryAnalysis, Verdict
from diptych.text.spans import Span


def related(*members: Member) -> StoryAnalysis:
    return relate(members, alignments(members))


def wording(story: StoryAnalysis, members: tuple[Member, ...], number: int) -> dict[str, str]:
    """Return how each account puts one of the statements."""
    texts = {member.article.path: member.article.text for member in members}
    return {
        passage.path: passage.span.text_in(texts[passage.path])
        for passage in story.statements[number].passages
    }


SHARED = (*ELSEWHERE[:3], ORIGINAL[3], ORIGINAL[4], ORIGINAL[5], *ELSEWHERE[3:])
STORY = (
    account("first", *ORIGINAL),
    account("again", *REWORDED),
    account("agency", *SHARED),
    account("alone", "Gulls were seen over Brenmoor.", "The doctor has a rowing boat of her own."),
)


def test_copies_and_rewordings_are_one_text_and_shared_sources_one_origin():
    story = related(*STORY)
    assert story.accounts == ("first", "again", "agency", "alone")
    assert story.texts == (("first", "again"), ("agency",), ("alone",))
    assert story.origins.likely == (("first", "again", "agency"), ("alone",))
    assert (story.origins.least, story.origins.most) == (2, 3)
    assert ("first", "again", Verdict.REWORDED) in [
        (pair.left, pair.right, pair.derivation.verdict) for pair in story.pairs
    ]
    assert not any("alone" in (pair.left, pair.right) for pair in story.pairs)


def test_what_is_only_here_no_other_account_has():
    story = related(*STORY)
    texts = {member.article.path: member.article.text for member in STORY}
    only = [(one.path, one.span.text_in(texts[one.path])) for one in story.only]
    assert ("agency", ELSEWHERE[3]) in only
    assert ("first", ORIGINAL[-1]) in only
    assert not any(words == ORIGINAL[3] for _, words in only)


def test_what_two_texts_have_is_missing_where_it_is_not():
    story = related(*STORY)
    lacking = {
        one.path
        for one in story.missing
        if ORIGINAL[3] in wording(story, STORY, one.statement)["first"]
    }
    assert lacking == {"alone"}


def test_what_an_account_and_its_copy_have_is_not_missing_elsewhere():
    story = related(*STORY)
    told_by = [set(wording(story, STORY, one.statement)) for one in story.missing]
    assert {"first", "again"} not in told_by
    assert {"first", "again"} in [
        set(wording(story, STORY, number)) for number in range(len(story.statements))
    ]


def test_an_account_alone_has_nothing_to_be_compared_with():
    story = related(STORY[0])
    assert story.texts == (("first",),)
    assert (story.origins.least, story.origins.most) == (1, 1)
    assert story.statements == story.only == story.missing == story.pairs == ()


def linked(*pairs: tuple[int, int, float]) -> Alignment:
    links = tuple(
        Link(Span(left, left + 1), Span(right, right + 1), Relation.REWORDED, score)
        for left, right, score in pairs
    )
    return Alignment("", "", links, (), ())


FOUR = tuple(account(path, "abcdef") for path in "wxyz")


def groups(**linking: Alignment) -> list[str]:
    """Return each statement as the accounts' letters with the places of its passages."""
    found = {(pair[0], pair[1]): alignment for pair, alignment in linking.items()}
    return [
        " ".join(f"{passage.path}{passage.span.start}" for passage in one.passages)
        for one in statements(Links(FOUR, found))
    ]


def test_three_accounts_of_one_thing_are_one_statement():
    assert groups(xy=linked((0, 0, 0.9)), yz=linked((0, 0, 0.8)), xz=linked((0, 0, 0.7))) == [
        "x0 y0 z0"
    ]


def test_one_account_that_splits_a_sentence_has_both_halves_in_the_statement():
    assert groups(xy=linked((0, 0, 0.9), (0, 1, 0.5))) == ["x0 y0 y1"]


def test_a_chain_of_links_does_not_make_one_statement():
    two = {"wx": linked((0, 0, 0.9)), "yz": linked((0, 0, 0.9))}
    assert groups(**two, xy=linked((0, 0, 0.3))) == ["w0 x0", "y0 z0"]
    assert groups(**two, xy=linked((0, 0, 0.3)), wz=linked((0, 0, 0.3))) == ["w0 x0 y0 z0"]


def test_headlines_are_no_statements():
    members = tuple(
        account(path, "Ferry on the sand", "Nobody was hurt.", kinds={0: BlockKind.TITLE})
        for path in "ab"
    )
    story = relate(members, alignments(members))
    assert [len(one.passages) for one in story.statements] == [2]
    assert story.statements[0].passages[0].span.start > 0


def test_groups_keep_the_order_of_their_first_items():
    groups = Groups("abcde")
    groups.join("e", "b")
    groups.join("b", "e")
    groups.join("d", "c")
    assert groups.all() == [["a"], ["e", "b"], ["d", "c"]]
    assert groups.of("e") is groups.of("b")


def test_of_an_account_in_a_language_that_could_not_be_linked_nothing_is_said():
    foreign = account(
        "fremd", "Die Fähre liegt auf Sand.", "Niemand wurde verletzt.", language="de"
    )
    story = related(*STORY[:3], foreign)
    assert not any(one.path == "fremd" for one in (*story.only, *story.missing))
    assert story.missing == ()
    assert ("fremd",) in story.texts
