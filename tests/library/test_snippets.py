import pytest
from hypothesis import given
from hypothesis import strategies as st

from diptych.library.query import Words
from diptych.library.snippets import LENGTH, hits_in, snippet
from diptych.model.article import Article, Block, BlockKind
from diptych.text.spans import Span

TITLE, TEXT, NOISE = BlockKind.TITLE, BlockKind.PARAGRAPH, BlockKind.NOISE


def article(*blocks: tuple[BlockKind, str]) -> Article:
    text = "\n".join(line for _, line in blocks)
    placed = []
    start = 0
    for kind, line in blocks:
        placed.append(Block(kind, Span(start, start + len(line))))
        start += len(line) + 1
    return Article("a.txt", "text/1", text, tuple(placed))


def marked(of: Article, *words: Words) -> tuple[str, list[str]] | None:
    found = snippet(of, words)
    return found and (found.text, [hit.text_in(found.text) for hit in found.hits])


def test_the_words_found_are_marked_in_a_short_text():
    of = article((TITLE, "Troops"), (TEXT, "Some troops, 130,000 of them."))
    assert marked(of, Words(("troops",)), Words(("130000",))) == (
        "Some troops, 130,000 of them.",
        ["troops", "130,000"],
    )


def test_a_long_block_is_cut_at_words_around_the_first_hit():
    of = article((TEXT, "before " * 50 + "the target stands here " + "after " * 50))
    text, hits = marked(of, Words(("target",))) or ("", [])
    assert hits == ["target"]
    assert text.startswith("… before")
    assert text.endswith("after …")
    assert len(text) <= LENGTH + 4


def test_the_block_that_answers_more_of_the_words_is_taken():
    of = article((TEXT, "Only one here."), (TEXT, "One and two here."), (TEXT, "Two here."))
    found = marked(of, Words(("one",)), Words(("two",)))
    assert found == ("One and two here.", ["One", "two"])


def test_the_headline_serves_only_where_nothing_else_does():
    words = Words(("harbour",))
    both = article((TITLE, "The harbour"), (TEXT, "A harbour is shut."))
    assert marked(both, words) == ("A harbour is shut.", ["harbour"])
    alone = article((TITLE, "The harbour"), (TEXT, "It is shut."))
    assert marked(alone, words) == ("The harbour", ["harbour"])


def test_site_furniture_is_never_shown():
    of = article((NOISE, "More on the harbour"), (TEXT, "It is shut."))
    assert marked(of, Words(("harbour",))) is None
    assert hits_in(of, of.blocks[0], [Words(("harbour",))]) == []


@pytest.mark.parametrize(
    ("words", "hits"),
    [
        (Words(("foreign", "minister")), ["Foreign Minister"]),
        (Words(("foreign", "min"), is_prefix=True), ["foreign minds", "Foreign Minister"]),
        (Words(("min",), is_prefix=True), ["minds", "Minister"]),
        (Words(("minister", "foreign")), []),
    ],
)
def test_phrases_and_beginnings_are_marked_as_they_were_asked_for(words, hits):
    of = article((TEXT, "To foreign minds the Foreign Minister was minus one."))
    found = [hit.text_in(of.text) for hit in hits_in(of, of.blocks[0], [words])]
    assert [hit for hit in found if hit != "minus"] == hits


def test_overlapping_hits_become_one():
    of = article((TEXT, "no sensible reasons given"))
    words = [Words(("no", "sensible")), Words(("sensible", "reasons"))]
    assert [hit.text_in(of.text) for hit in hits_in(of, of.blocks[0], words)] == [
        "no sensible reasons"
    ]


def test_pairs_of_characters_are_marked_where_no_spaces_part_words():
    of = article((TEXT, "中国外交部发言人"))
    assert marked(of, Words(("外交", "交部"))) == ("中国外交部发言人", ["外交部"])


@given(st.lists(st.text("ab é’s,\u0301 130", max_size=400), min_size=1, max_size=4), st.booleans())
def test_a_snippet_is_a_stretch_of_the_text_with_its_hits_inside(lines, is_prefix):
    of = article(*((TEXT, line) for line in lines))
    found = snippet(of, [Words(("a",), is_prefix), Words(("b", "a"))])
    if found is not None:
        inner = found.text.removeprefix("… ").removesuffix(" …")
        assert inner in of.text
        assert found.hits
        assert all(hit.end <= len(found.text) for hit in found.hits)
        assert all(hit.text_in(found.text).strip() for hit in found.hits)
