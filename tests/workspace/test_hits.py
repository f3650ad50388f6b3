"""Where an article answers a query: every hit, in order, and none in site furniture."""

from diptych.library.readers import article_from_bytes
from diptych.workspace.hits import query_hits

ARTICLE = article_from_bytes(
    "ferry.txt",
    b"Ferry runs aground off Sarov\n\nThe ferry of Sarov leaked oil, and a second ferry came.",
)


def found(query: str) -> list[str]:
    return [span.text_in(ARTICLE.text) for span in query_hits(ARTICLE, query)]


def test_every_word_that_was_asked_for_is_given_in_order():
    assert found("ferry") == ["Ferry", "ferry", "ferry"]
    assert found("ferry oil") == ["Ferry", "ferry", "oil", "ferry"]
    assert found('"leaked oil"') == ["leaked oil"]


def test_what_asks_for_no_words_marks_none():
    assert found("") == found("outlet:courier") == found("NOT ferry") == []
