"""Markdown with front matter."""

import pytest

from diptych.library.readers.front_matter import front_matter
from diptych.library.readers.markdown import (
    LONGEST,
    LONGEST_PARAGRAPH,
    MOST_BRACKETS,
    read_markdown,
)
from diptych.model.article import BlockKind, InlineKind

BODY = "The talks will go on for another week, the minister said on Monday in Sarov.\n"


def lines(text):
    return [(str(piece.kind), piece.text) for piece in read_markdown(text).pieces]


def test_front_matter_gives_the_facts():
    facts = read_markdown(
        "---\ntitle: Harbour talks\nsource: The Post\ndate: 2022-02-14 19:24\n"
        "last-modified: 2022-02-15T08:00:00Z\nauthors:\n  - name: Ann Lee\n  - Bo Ek\nlang: en\n"
        f"---\n\n{BODY}"
    ).facts
    assert (facts.title, facts.outlet, facts.author) == (
        "Harbour talks",
        "The Post",
        "Ann Lee, Bo Ek",
    )
    assert (facts.published, facts.updated) == ("2022-02-14T19:24", "2022-02-15T08:00+00:00")
    assert facts.language == "en"


def test_a_headline_that_only_the_front_matter_has_becomes_the_first_block():
    text = f"---\ntitle: Harbour talks\nstandfirst: Patience, please\n---\n{BODY}"
    assert lines(text)[:2] == [("title", "Harbour talks"), ("standfirst", "Patience, please")]


def test_a_headline_that_the_text_has_too_stands_once():
    found = lines(f"---\ntitle: Harbour talks\n---\n\n# Harbour *talks*\n\n{BODY}")
    assert found == [("title", "Harbour talks"), ("paragraph", BODY.strip())]


def test_an_emphasised_line_under_the_headline_is_the_standfirst():
    draft = read_markdown(f"# Harbour talks\n\n*Patience, please.*\n\n{BODY}\n\n{BODY}")
    assert draft.facts.standfirst == "Patience, please."


def test_broken_front_matter_is_read_line_by_line_and_said_so():
    draft = read_markdown(f"---\ntitle: Harbour: talks: on\noutlet: [\n---\n{BODY}")
    assert draft.facts.title == "Harbour: talks: on"
    assert draft.notices == (
        "The front matter is not valid YAML; what could be read of it was used.",
    )
    assert draft.pieces[-1].text == BODY.strip()


@pytest.mark.parametrize("yaml", ["- a\n- b\n", "just words\n", "? [a]\n: b\n", "", "title: ~\n"])
def test_front_matter_without_facts_costs_nothing(yaml):
    matter = front_matter(f"---\n{yaml}---\n{BODY}")
    assert matter.facts.title == ""
    assert BODY in matter.body


def test_a_bomb_of_aliases_is_never_built():
    bomb = "a: &a [x, x, x, x, x, x, x, x, x]\n" + "".join(
        f"{name}: &{name} [{', '.join([f'*{before}'] * 9)}]\n"
        for before, name in zip("abcdefghij", "bcdefghijk", strict=True)
    )
    assert front_matter(f"---\n{bomb}title: Talks\n---\n{BODY}").facts.title == "Talks"


def test_styles_and_links_become_inlines_and_leave_no_markup():
    draft = read_markdown(
        "Some **bold *and italic*** words, `code <b>` and [a link](http://x.y/z)."
    )
    (piece,) = draft.pieces
    assert piece.text == "Some bold and italic words, code <b> and a link."
    found = {(i.kind, i.span.text_in(piece.text), i.target) for i in piece.inlines}
    assert found == {
        (InlineKind.STRONG, "bold and italic", ""),
        (InlineKind.EMPHASIS, "and italic", ""),
        (InlineKind.CODE, "code <b>", ""),
        (InlineKind.LINK, "a link", "http://x.y/z"),
    }


def test_lists_quotes_code_and_tables_become_lines():
    text = (
        f"# Talks\n\n{BODY}\n- one\n- two\n    - inner *two*\n\n1. first\n\n"
        "> A quotation\n> > inner\n\n"
        "```python\nx = 1 < 2\n\ny = 3\n```\n\n| a | b |\n|---|---|\n| 1 | 2 |\n"
    )
    assert lines(text)[2:] == [
        ("list", "one"),
        ("list", "two"),
        ("list", "inner two"),
        ("list", "first"),
        ("paragraph", "A quotation"),
        ("paragraph", "inner"),
        ("paragraph", "x = 1 < 2"),
        ("paragraph", "y = 3"),
        ("paragraph", "a\tb"),
        ("paragraph", "1\t2"),
    ]
    levels = [piece.level for piece in read_markdown(text).pieces]
    assert levels[2:5] == [1, 1, 2]


def test_headings_have_their_levels():
    draft = read_markdown(f"# Talks\n\n{BODY}\n\n### Fish\n\n{BODY}")
    assert [piece.level for piece in draft.pieces if piece.kind is BlockKind.HEADING] == [3]


def test_raw_html_is_reduced_to_its_words():
    text = (
        f"# Talks\n\n{BODY}\n<div onclick='x()'><p>One &amp; two</p><script>evil()</script>"
        "<p>Three</p></div>\n\nA <b>bold</b> <img src=x onerror=evil()> &lt;tag&gt; &copy; word"
    )
    assert [words for _, words in lines(text)[2:]] == [
        "One & two",
        "Three",
        "A bold <tag> © word",
    ]


def test_a_mail_address_is_shown_as_it_is():
    assert lines("Write to <ann@post.example> today")[0][1] == "Write to ann@post.example today"


def test_a_pictures_description_is_its_caption():
    text = f"# Talks\n\n![A boat in the harbour](boat.png)\n\n{BODY}"
    assert lines(text)[1] == ("caption", "A boat in the harbour")


def test_a_line_break_makes_a_line_of_the_same_paragraph():
    draft = read_markdown("Ana Petrov  \nMinister Ana Petrov. Picture: PA\n\n" + BODY)
    assert [piece.continues for piece in draft.pieces] == [False, True, False]


@pytest.mark.parametrize(
    "text",
    ["x" * (LONGEST_PARAGRAPH + 1), "[" * (MOST_BRACKETS + 1), "a b c\n\n" * (LONGEST // 7 + 1)],
    ids=["line", "brackets", "file"],
)
def test_what_would_take_the_parser_too_long_is_read_line_by_line(text):
    draft = read_markdown(text)
    assert draft.notices[0].startswith("This Markdown file is too long to format")
    assert draft.pieces[0].text.startswith(text.split("\n")[0][:100])


def test_deep_nesting_is_read_line_by_line():
    draft = read_markdown("> " * 5_000 + "words")
    assert draft.pieces[-1].text.endswith("words")
