"""Saved web pages."""

import socket

import pytest

from diptych.library.readers.json_ld import described
from diptych.library.readers.web import declared_encoding, read_web

FIRST = (
    "The talks on the harbour will go on for another week, the minister said on Monday, and "
    "nobody in the hall believed that the week after would be the last one."
)
SECOND = (
    "Nobody in the town believes that a solution can be found before the end of the month, since "
    "the fishermen, who have waited since March, have sold most of their boats."
)
THIRD = (
    "The council, which had called for a pause, will meet again on Thursday in the old hall, where "
    "the heating has been out of order since the beginning of the winter."
)
LINKED_DATA = """{"@context": "https://schema.org", "@graph": [
  {"@type": "WebPage", "@id": "#page"},
  {"@type": "Organization", "@id": "#post", "name": "Harbour Post"},
  {"@type": ["NewsArticle"], "headline": "Harbour talks go on", "publisher": {"@id": "#post"},
   "datePublished": "2024-03-12T18:40:00+01:00", "dateModified": "2024-03-13T08:00:00+01:00",
   "author": [{"@type": "Person", "name": "Ann Lee"}, {"name": "Bo Ek"}], "inLanguage": "en-GB"}
]}"""


def page(body, head="", attributes=""):
    return f"<!DOCTYPE html><html {attributes}><head>{head}</head><body>{body}</body></html>"


def article(inner=""):
    return (
        "<nav><ul><li><a href='/'>Home</a></li><li><a href='/w'>World</a></li></ul></nav>"
        "<div class='cookie-banner'><p>We use cookies on this site.</p></div>"
        "<article><h1>Harbour talks go on</h1>"
        "<p class='standfirst'>Patience is what counts now</p>"
        f"<figure><img src='x.jpg'><figcaption>A boat. Photograph: Bo Ek/Post</figcaption></figure>"
        f"<div class='body'><p>{FIRST}</p><h2>Fish and <i>boats</i></h2><p>{SECOND}</p>{inner}"
        f"<p>{THIRD}</p></div></article>"
        "<aside><h3>Related</h3><ul><li><a href='/x'>Ten ships lost</a></li></ul></aside>"
        "<footer><p>© 2024 Harbour Post</p></footer>"
    )


def lines(text):
    return [(str(piece.kind), piece.text) for piece in read_web(text).pieces]


def test_the_article_is_taken_out_of_its_page():
    assert lines(page(article())) == [
        ("title", "Harbour talks go on"),
        ("standfirst", "Patience is what counts now"),
        ("caption", "A boat. Photograph: Bo Ek/Post"),
        ("paragraph", FIRST),
        ("heading", "Fish and boats"),
        ("paragraph", SECOND),
        ("paragraph", THIRD),
    ]


def test_linked_data_tells_the_facts():
    head = f'<script type="application/ld+json">{LINKED_DATA}</script>'
    facts = read_web(page(article(), head)).facts
    assert facts.outlet == "Harbour Post"
    assert facts.author == "Ann Lee, Bo Ek"
    assert facts.published == "2024-03-12T18:40+01:00"
    assert facts.updated == "2024-03-13T08:00+01:00"
    assert facts.language == "en-GB"
    assert facts.standfirst == "Patience is what counts now"


def test_meta_tags_tell_the_facts_where_linked_data_does_not():
    head = (
        "<title>Harbour talks go on - Harbour News</title>"
        "<meta property='og:title' content='Harbour talks go on'>"
        "<meta property='article:published_time' content='2024-03-12T18:40:00Z'>"
        "<meta property='article:modified_time' content='2024-03-12T18:40:00Z'>"
        "<meta name='author' content='By Ann Lee'>"
    )
    facts = read_web(page(article(), head, "lang='de'")).facts
    assert (facts.title, facts.outlet) == ("Harbour talks go on", "Harbour News")
    assert (facts.published, facts.updated) == ("2024-03-12T18:40+00:00", "")
    assert (facts.author, facts.language) == ("Ann Lee", "de")


def test_the_pages_own_words_tell_the_facts_where_nothing_else_does():
    body = article().replace(
        "<figure>",
        "<p>By <a rel='author' href='/a'>Ann Lee</a> "
        "<time datetime='2024-03-12T18:40'>yesterday</time></p><figure>",
    )
    head = "<link rel='canonical' href='https://www.harbour.example/talks'>"
    facts = read_web(page(body, head)).facts
    assert (facts.author, facts.published) == ("Ann Lee", "2024-03-12T18:40")
    assert facts.outlet == "harbour.example"


@pytest.mark.parametrize(
    "script",
    ["", "{", "[" * 100_000, '"text"', '{"@type": "Organization"}', '{"@type": 5}', "null"],
)
def test_linked_data_that_says_nothing_costs_nothing(script):
    assert described([script]).headline == ""


def test_an_article_that_is_set_in_several_containers_is_read_whole():
    chunk = "<div class='chunk body'><p>{}</p><p>{}</p></div><div class='ad'>Buy</div>"
    body = (
        "<main>" + "".join(chunk.format(f"{FIRST} {n}", f"{SECOND} {n}") for n in "123") + "</main>"
    )
    text = "\n".join(words for _, words in lines(page(body)))
    for number in "123":
        assert f"{FIRST} {number}" in text
        assert f"{SECOND} {number}" in text


def test_a_quoted_post_inside_the_article_is_kept():
    post = "<blockquote class='post'><p>No more fish, no more talks, we said so.</p></blockquote>"
    assert "No more fish, no more talks, we said so." in dict(
        map(reversed, lines(page(article(post))))
    )


def test_scripts_and_event_handlers_leave_no_trace_and_nothing_is_fetched(monkeypatch):
    def refuse(*arguments, **options):
        raise AssertionError("a page was about to fetch something")

    monkeypatch.setattr(socket, "socket", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    hostile = (
        "<script>evil()</script><img src='https://track.example/p.gif' onerror='evil()'>"
        "<iframe src='https://track.example'>evil frame</iframe><style>evil{}</style>"
    )
    draft = read_web(page(article(hostile), "<base href='https://track.example'>"))
    assert not any("evil" in piece.text for piece in draft.pieces)


@pytest.mark.parametrize(
    "text",
    [
        page("<div>" * 10_000 + f"<p>{FIRST}</p>"),
        page("<b>" * 20_000 + FIRST),
        page(f"<p class='{'x ' * 500_000}'>{FIRST}</p>"),
        page(f"<p>&#0; &#xD800; &bogus; &#99999999999; &amp {FIRST}</p>"),
        page(f"<p>{FIRST}</p><script>while(1){{}}"),
        f"<p>{FIRST}",
        f'<?xml version="1.0" encoding="latin-1"?><html><body><p>{FIRST}</p></body></html>',
    ],
    ids=["nested", "inline", "attribute", "entities", "unclosed", "fragment", "xml"],
)
def test_a_hostile_page_still_gives_its_words(text):
    found = "\n".join(words for _, words in lines(text))
    assert FIRST in found
    assert "\x00" not in found


@pytest.mark.parametrize("text", ["", "<!-- nothing -->", page("<script>x</script>"), "<"])
def test_a_page_without_words_has_no_lines(text):
    assert [words for _, words in lines(text)] in ([], ["<"])


def test_a_page_without_an_article_is_shown_whole_and_said_so():
    draft = read_web(page("<footer>Only these words</footer>"))
    assert [piece.text for piece in draft.pieces] == ["Only these words"]
    assert draft.notices == ("No article was recognised in this page; all of its text is shown.",)


def test_the_encoding_is_the_one_that_the_page_names():
    assert declared_encoding(b"<html><meta charset='windows-1251'>") == "windows-1251"
    assert declared_encoding(b"<meta content='text/html; charset=koi8-r'>") == "koi8-r"
    assert declared_encoding(b"<?xml version='1.0' encoding='latin-1'?>") == "latin-1"
    assert declared_encoding(b"<html>") == ""


@pytest.mark.parametrize("tag", ["div", "b"])
@pytest.mark.parametrize("count", [300, 200_000])
def test_a_page_that_is_nested_too_deeply_loses_no_word_and_takes_no_time(tag, count):
    body = f"<h1>Harbour talks go on</h1>{f'<{tag}>' * count}<p>{FIRST}</p>"
    draft = read_web(page(f"{body}{f'</{tag}>' * count}<p>{SECOND}</p><script>not()</script>"))
    text = " ".join(piece.text for piece in draft.pieces)
    assert FIRST in text
    assert SECOND in text
    assert "not()" not in text
    assert "nested too deeply" in draft.notices[0]


def test_a_page_with_a_single_text_of_many_megabytes_loses_no_word():
    draft = read_web(page(f"<p>{FIRST}</p><p>{'long ' * 2_500_000}</p><p>{SECOND}</p>"))
    text = " ".join(piece.text for piece in draft.pieces)
    assert FIRST in text
    assert SECOND in text
