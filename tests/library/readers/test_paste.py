"""Articles from the clipboard."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diptych.errors import ReadError
from diptych.library.readers import article_from_bytes
from diptych.library.readers.paste import LONGEST_NAME, article_from_clipboard, escaped
from diptych.text.canonical import on_one_line, split_lines

WHEN = dt.datetime(2024, 3, 12, 18, 40, 5, tzinfo=dt.UTC)
LEAD = "The talks on the harbour will go on for another week, the minister said on Monday."


def pasted(text, html=None, **options):
    return article_from_clipboard(text, html, pasted=WHEN, **options)


def read_back(text, html=None):
    file = pasted(text, html)
    return article_from_bytes(file.name, file.data)


@given(
    st.lists(
        st.text(st.sampled_from("ab 1.-+*_#`~=<>&;[]()!|\\:{}\"'é漢😀"), max_size=12), max_size=8
    )
)
def test_what_was_pasted_reads_as_the_same_lines_again(lines):
    text = "\n".join(["Harbour talks go on", "", *lines])
    expected = [" ".join(on_one_line(line).split()) for line in split_lines(text)]
    article = read_back(text)
    assert [" ".join(line.split()) for line in article.text.split("\n")] == expected


@pytest.mark.parametrize("line", ["# no", "- no", "1. no", "> no", "---", "===", "~~~", "| a |"])
def test_a_line_that_looks_like_markup_stays_a_line(line):
    assert line in read_back(f"Harbour talks go on\n\nA line\n{line}\n\n{LEAD}").text.split("\n")


def test_a_line_is_left_alone_where_markdown_would_leave_it_alone():
    assert escaped("Ann & Bo paid 5% (or so)") == "Ann & Bo paid 5% (or so)"


def test_the_front_matter_holds_what_was_found_and_when_it_was_pasted():
    text = (
        f"Harbour talks go on\n\nHarbour Courier, 12 March 2024\n\nBy Ann Lee\n\n{LEAD}\n\n{LEAD}"
    )
    head = pasted(text, source="https://post.example/talks").data.decode().split("---")[1]
    assert head.split("\n")[1:-1] == [
        "title: Harbour talks go on",
        "outlet: Harbour Courier",
        "published: '2024-03-12'",
        "author: Ann Lee",
        "url: https://post.example/talks",
        "pasted: '2024-03-12T18:40:05+00:00'",
    ]


def test_headings_of_the_copied_page_are_kept_with_their_levels():
    text = f"Harbour talks go on\n\n{LEAD}\n\nWho will pay for all of the boats?\n\n{LEAD}"
    page = "<h1>Harbour talks go on</h1><p>…</p><h3>Who will pay for all of the <b>boats?</b></h3>"
    article = read_back(text, page)
    assert [block.level for block in article.blocks if block.kind == "heading"] == [3]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (f"Zürich: «Où est l’été?»\n\n{LEAD}\n\n{LEAD}", "zurich-ou-est-lete.md"),
        (f"港口谈判继续\n\n{LEAD}\n\n{LEAD}", "港口谈判继续.md"),
        ("CON", "pasted-2024-03-12-184005.md"),
        ("!!!", "pasted-2024-03-12-184005.md"),
    ],
)
def test_the_name_is_made_of_outlet_and_headline_and_suits_every_system(text, name):
    assert pasted(text).name == name


def test_a_long_headline_makes_a_name_that_is_not_too_long():
    assert len(pasted("Word " * 29 + f"\n\n{LEAD}\n\n{LEAD}").name) <= LONGEST_NAME + len(".md")


@pytest.mark.parametrize("text", ["", " \n\t", "\x00"])
def test_a_clipboard_without_text_is_refused(text):
    with pytest.raises(ReadError, match="no text on the clipboard"):
        pasted(text, "<p>a picture</p>")
