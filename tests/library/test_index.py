from collections.abc import Mapping, Sequence
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from diptych.library import index_codec, index_writer
from diptych.library.index import Index
from diptych.library.index_builder import SegmentBuilder
from diptych.library.index_segment import DamagedIndex, Segment
from diptych.library.index_writer import indexed_words, update
from diptych.library.query import Words
from diptych.library.readers import article_from_bytes
from diptych.model.article import Article

WORDS = ["a", "ab", "abc", "b", "ba", "c", "é", "外交"]
TEXTS = st.lists(st.sampled_from(WORDS), max_size=12)
WANTED = st.builds(
    Words, st.lists(st.sampled_from(WORDS), min_size=1, max_size=3).map(tuple), st.booleans()
)


def article(text: str, title: str = "") -> Article:
    read = article_from_bytes("a.txt", f"Headline\n\n{text}\n".encode())
    return replace(read, title=title)


def segment(tmp_path, texts: Mapping[int, Sequence[str]], *absorbed: Segment) -> Segment:
    builder = SegmentBuilder()
    for file, words in texts.items():
        builder.add(file, words)
    for each in absorbed:
        builder.absorb(each, ())
    path = tmp_path / "segment"
    path.unlink(missing_ok=True)
    builder.write(path)
    return Segment(memoryview(path.read_bytes()))


def stands_in(words: Words, text: Sequence[str]) -> bool:
    *before, last = words.terms
    size = len(words.terms)
    for start in range(len(text) - size + 1):
        *ahead, end = text[start : start + size]
        if ahead == before and (end.startswith(last) if words.is_prefix else end == last):
            return True
    return False


@pytest.fixture(scope="module")
def scratch(tmp_path_factory):
    return tmp_path_factory.mktemp("index")


@given(st.lists(TEXTS, max_size=8), st.lists(TEXTS, max_size=8), WANTED)
def test_words_are_found_where_they_stand(scratch, first, second, words):
    from diptych.library.index_matching import documents_with

    folded = [["e" if term == "é" else term for term in text] for text in first + second]
    old = segment(scratch, dict(enumerate(second, len(first))))
    merged = segment(scratch, dict(enumerate(first)), old)
    wanted = replace(words, terms=tuple("e" if term == "é" else term for term in words.terms))
    found = {merged.files[document] for document in documents_with(merged, wanted)}
    assert found == {file for file, text in enumerate(folded) if stands_in(wanted, text)}


@settings(max_examples=25)
@given(
    st.lists(
        st.tuples(st.lists(TEXTS, max_size=3), st.sets(st.integers(1, 20), max_size=3)), max_size=8
    ),
    WANTED,
)
def test_an_index_is_what_was_put_in_less_what_was_taken_out(tmp_path_factory, batches, words):
    cache = tmp_path_factory.mktemp("cache")
    held: dict[int, list[str]] = {}
    next_id = 1
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(index_codec, "MOST_SEGMENTS", 3)
        for texts, removed in batches:
            added = {next_id + place: text for place, text in enumerate(texts)}
            next_id += len(texts)
            articles = {file: article(" ".join(text) or "x") for file, text in added.items()}
            update(cache, "me", articles, removed)
            held = {file: text for file, text in held.items() if file not in removed} | added
    index = Index(cache, "me")
    assert index.file_ids() == held.keys()
    wanted = replace(words, terms=tuple("e" if term == "é" else term for term in words.terms))
    texts = {file: indexed_words(article(" ".join(text) or "x")) for file, text in held.items()}
    folded = {file: ["e" if each == "é" else each for each in text] for file, text in texts.items()}
    expected = {
        file for file, text in folded.items() if stands_in(wanted, [term.lower() for term in text])
    }
    assert index.find(wanted) & held.keys() == expected


def test_a_search_sees_what_was_committed_since(tmp_path):
    index = Index(tmp_path, "me")
    assert not index.is_usable
    update(tmp_path, "me", {1: article("one")}, ())
    index.refresh()
    assert index.find(Words(("one",))) == {1}
    update(tmp_path, "me", {2: article("one two")}, ())
    assert index.find(Words(("two",))) == frozenset()
    index.refresh()
    assert index.find(Words(("two",))) == {2}
    assert index.find(Words(("one",))) == {1, 2}


def test_many_small_commits_leave_few_segments(tmp_path):
    for file in range(40):
        update(tmp_path, "me", {file: article(f"word{file}")}, ())
    assert len(list(tmp_path.glob("index/*/*.words"))) <= index_codec.MOST_SEGMENTS
    assert len(Index(tmp_path, "me").file_ids()) == 40


def test_an_article_too_long_for_one_document_is_found_whole(tmp_path, monkeypatch):
    monkeypatch.setattr(index_writer, "LONGEST", 40)
    text = " ".join(f"w{number}" for number in range(200))
    update(tmp_path, "me", {7: article(text)}, ())
    index = Index(tmp_path, "me")
    for number in range(197):
        phrase = Words((f"w{number}", f"w{number + 1}", f"w{number + 2}"))
        assert index.find(phrase) == {7}, number


def test_another_catalogue_s_index_is_of_no_use(tmp_path):
    update(tmp_path, "me", {1: article("one")}, ())
    assert not Index(tmp_path, "someone else").is_usable


def test_the_words_of_the_headline_do_not_join_the_next(tmp_path):
    update(tmp_path, "me", {1: article("end", title="first last")}, ())
    index = Index(tmp_path, "me")
    assert index.find(Words(("first", "last"))) == {1}
    assert index.find(Words(("last", "first"))) == frozenset()
    assert index.find(Words(("end", "first"))) == frozenset()


def test_rare_words_and_short_articles_say_more(tmp_path):
    texts = {1: "common rare", 2: "common common", 3: "common", 4: "other words here", 5: "others"}
    update(tmp_path, "me", {file: article(text) for file, text in texts.items()}, ())
    scores = Index(tmp_path, "me").rank([Words(("common",)), Words(("rare",))], {1, 2, 3})
    assert scores.keys() == {1, 2, 3}
    assert scores[1] > scores[2] > scores[3] > 0


@pytest.mark.parametrize("size", [0, 10, 100])
def test_a_segment_that_is_cut_short_is_no_segment(tmp_path, size):
    whole = segment(tmp_path, {1: ["a", "b"]})
    assert list(whole) == ["a", "b"]
    data = (tmp_path / "segment").read_bytes()
    with pytest.raises(DamagedIndex):
        Segment(memoryview(data[: min(size, len(data) - 1)]))
