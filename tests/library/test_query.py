import pytest
from hypothesis import given
from hypothesis import strategies as st

from diptych.library.query import And, Dates, Field, FieldName, Not, Or, Parsed, Words, parse


def word(text: str, *, is_prefix: bool = False) -> Words:
    return Words(tuple(text.split()), is_prefix)


@pytest.mark.parametrize(
    ("text", "query"),
    [
        ("", And(())),
        ("troops ", word("troops")),
        ("russia troops ", And((word("russia"), word("troops")))),
        ("russia AND troops ", And((word("russia"), word("troops")))),
        ("a OR b c ", Or((word("a"), And((word("b"), word("c")))))),
        ("(a OR b) c ", And((Or((word("a"), word("b"))), word("c")))),
        ("a -b ", And((word("a"), Not(word("b"))))),
        ("a NOT (b c) ", And((word("a"), Not(And((word("b"), word("c"))))))),
        ('"no sensible reasons"', word("no sensible reasons")),
        ("“no sensible reasons” ", word("no sensible reasons")),
        ("anti-war ", word("anti war")),
        ("russ* ", word("russ", is_prefix=True)),
        ("a - b ", And((word("a"), word("b")))),
        ("outlet:BBC ", Field(FieldName.OUTLET, word("bbc"), "BBC")),
        ('tag:"No Comment" ', Field(FieldName.TAG, word("no comment"), "No Comment")),
        ("NAME:Lavrov ", Field(FieldName.NAME, word("lavrov"), "Lavrov")),
        ("-tag:threat ", Not(Field(FieldName.TAG, word("threat"), "threat"))),
        ("date:2022", Dates("2022", "2022")),
        ("date:2022-02-14..2022-02-16", Dates("2022-02-14", "2022-02-16")),
        ("date:2022-02..", Dates("2022-02", "")),
        ("date:..2022-02", Dates("", "2022-02")),
        ("date:2022-03..2022", Dates("2022-03", "2022")),
        ("date:2023..2022-03", Dates("2022-03", "2023")),
        ("date:>2022-02-28", Dates("2022-03-01", "")),
        ("date:>2022-12", Dates("2023-01", "")),
        ("date:>2022", Dates("2023", "")),
        ("date:<2022-01-01", Dates("", "2021-12-31")),
        ("date:<2022-01", Dates("", "2021-12")),
        ("date:>=2022-02", Dates("2022-02", "")),
        ("date:<=2022-02", Dates("", "2022-02")),
        ("外交部", word("外交 交部")),
        ("http://example.org ", word("http example org")),
    ],
)
def test_a_text_becomes_the_query_it_means(text, query):
    parsed = parse(text)
    assert parsed.query == query
    assert parsed.notice is None


@pytest.mark.parametrize(
    ("text", "query"),
    [
        ("rus", word("rus", is_prefix=True)),
        ("ru", word("ru")),
        ("外", word("外", is_prefix=True)),
        ('"foreign min', word("foreign min", is_prefix=True)),
        ("outlet:al", Field(FieldName.OUTLET, word("al"), "al")),
        ("outlet:jaz", Field(FieldName.OUTLET, word("jaz", is_prefix=True), "jaz")),
        ("troops AND", word("troops")),
        ("troops outlet:", word("troops")),
        ("(troops", word("troops", is_prefix=True)),
        ("troops (", word("troops")),
        ("-", And(())),
    ],
)
def test_what_is_being_typed_may_be_unfinished(text, query):
    parsed = parse(text)
    assert parsed.query == query
    assert parsed.notice is None


@pytest.mark.parametrize(
    ("text", "terms", "reason"),
    [
        ("troops)", ["troops"], "a bracket is closed that was never opened"),
        ("(troops", ["troops"], "a bracket is not closed"),
        ("troops AND", ["troops", "and"], "AND needs something on both sides"),
        ("OR troops", ["or", "troops"], "OR needs something on both sides"),
        ("troops NOT", ["troops", "not"], "NOT needs something behind it"),
        ("outlet:", ["outlet"], "“outlet:” needs a value behind it"),
        ("date:soon", ["date", "soon"], "“soon” is no date"),
        ("date:2022-13", ["date", "2022", "13"], "“2022-13” is no date"),
        ("date:>9999-12-31", ["date", "9999", "12", "31"], "“>9999-12-31” is no date"),
        ("date:<0001-01-01", ["date", "0001", "01", "01"], "“<0001-01-01” is no date"),
    ],
)
def test_what_is_no_query_is_searched_as_plain_words_and_says_so(text, terms, reason):
    parsed = parse(text, typing=False)
    assert parsed.query == And(tuple(Words((term,)) for term in terms))
    assert str(parsed.notice).startswith(f"Searched as plain words, because {reason}")
    assert str(parsed.notice).endswith(".")


@pytest.mark.parametrize("text", ["😀", "( ; )", "...", "😀 "])
def test_a_query_without_a_word_says_that_it_asks_for_nothing(text):
    parsed = parse(text)
    assert parsed.query == And(())
    assert str(parsed.notice) == f"There is no word in “{text.strip()}”: everything is shown."


@pytest.mark.parametrize("text", ["", "  ", "-", '"', "(", "„", '""', "*"])
def test_what_may_be_the_beginning_of_a_query_says_nothing(text):
    assert parse(text) == Parsed(And(()))


def test_brackets_nested_without_end_are_no_query():
    assert "nested too deep" in str(parse("(" * 100_000 + "a").notice)


def test_words_that_are_not_wanted_are_not_marked():
    assert parse("a (b OR name:c) -d tag:e ").wanted() == [word("a"), word("b"), word("c")]


@given(st.text(st.sampled_from('ab 12-:()"“”*外ANDORT<>.'), max_size=40), st.booleans())
def test_any_text_is_understood_or_says_why_not(text, typing):
    parsed = parse(text, typing=typing)
    assert parsed.notice is None or str(parsed.notice).endswith(".")
