"""Files as articles, whatever they are."""

import errno
import os
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diptych.errors import ReadError
from diptych.library.readers import LARGEST, SUFFIXES, article_from_bytes, read_article
from diptych.storage import fingerprint, text_fingerprint
from diptych.text.canonical import canonical_text, split_lines

LEAD = "The talks on the harbour will go on for another week, the minister said on Monday."
TEXT = f"Harbour talks go on\n\n{LEAD}\n\n{LEAD}\n"


def test_an_article_knows_its_path_reader_and_fingerprints(tmp_path):
    (tmp_path / "inner").mkdir()
    (tmp_path / "inner" / "talks.txt").write_text(TEXT, "utf-8")
    article = read_article(tmp_path, "inner/talks.txt")
    assert (article.path, article.reader, article.language) == ("inner/talks.txt", "text/1", "en")
    assert article.sha256 == text_fingerprint(article.text)
    assert article.bytes_sha256 == fingerprint(TEXT.encode())
    assert article.headline == article.title == "Harbour talks go on"


@pytest.mark.parametrize(
    ("name", "reader"),
    [
        ("a.TXT", "text/1"),
        ("a.md", "markdown/1"),
        ("a.markdown", "markdown/1"),
        ("a.htm", "html/1"),
    ],
)
def test_the_ending_of_a_name_chooses_the_reader(name, reader):
    assert article_from_bytes(name, TEXT.encode()).reader == reader


@pytest.mark.parametrize("suffix", SUFFIXES)
@given(data=st.binary(max_size=400) | st.text(max_size=200).map(lambda text: text.encode()))
def test_any_bytes_give_a_well_formed_article_or_a_sentence(suffix, data):
    try:
        article = article_from_bytes(f"a{suffix}", data)
    except ReadError:
        return
    assert canonical_text(split_lines(article.text)) == article.text
    assert "\n".join(block.span.text_in(article.text) for block in article.blocks) == article.text
    for inline in article.inlines:
        assert any(block.span.covers(inline.span) for block in article.blocks)


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", "“a.txt” is empty."),
        (b" \n\t\n", "“a.txt” holds no text."),
        (b"\x00\x00\x00", "“a.txt” holds no text."),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\xff", "“a.txt” is a PNG picture, not text."),
    ],
)
def test_a_file_without_text_is_refused_in_words(data, sentence):
    with pytest.raises(ReadError) as refusal:
        article_from_bytes("a.txt", data)
    assert str(refusal.value) == sentence


def test_an_unknown_format_is_refused_with_those_that_are_known():
    with pytest.raises(ReadError, match=r"“a.docx” is not of a format .*\.txt.*\.html"):
        article_from_bytes("a.docx", b"words")


def test_a_file_that_vanished_is_said_to_be_gone(tmp_path):
    with pytest.raises(ReadError, match="is no longer there"):
        read_article(tmp_path, "a.txt")


@pytest.mark.parametrize(
    ("code", "sentence"),
    [
        (errno.EACCES, "You have no permission to read “a.txt”."),
        (errno.EIO, f"“a.txt” could not be read: {os.strerror(errno.EIO)}."),
        (errno.ENOENT, "“a.txt” is no longer there."),
    ],
)
def test_a_file_that_cannot_be_read_is_said_to_be_so(tmp_path, monkeypatch, code, sentence):
    path = tmp_path / "a.txt"
    path.write_text(TEXT)

    def fail(file):
        raise OSError(code, os.strerror(code))

    monkeypatch.setattr(type(path), "read_bytes", fail)
    with pytest.raises(ReadError) as refusal:
        read_article(tmp_path, "a.txt")
    assert str(refusal.value) == sentence


def test_a_folder_or_a_pipe_is_not_waited_for(tmp_path):
    (tmp_path / "a.txt").mkdir()
    with pytest.raises(ReadError, match="not an ordinary file"):
        read_article(tmp_path, "a.txt")
    if hasattr(os, "mkfifo"):
        os.mkfifo(tmp_path / "b.txt")
        with pytest.raises(ReadError, match="not an ordinary file"):
            read_article(tmp_path, "b.txt")


def test_a_file_beyond_all_measure_is_not_read(tmp_path):
    with (tmp_path / "a.txt").open("wb") as file:
        file.truncate(LARGEST + 1)
    with pytest.raises(ReadError, match="larger than 200 MB"):
        read_article(tmp_path, "a.txt")


def test_mixed_line_ends_nuls_and_lone_surrogates_leave_a_clean_text():
    data = b"Head\rline one\r\nline\x00 two\n\xed\xa0\x80line three"
    article = article_from_bytes("a.txt", data)
    assert article.text == "Head\nline one\nline two\n\ufffdline three"
    assert len(article.notices) == 1


@pytest.mark.parametrize(
    ("suffix", "unit"),
    [
        (".txt", f"{LEAD}\n\n"),
        (".txt", f"{LEAD} "),
        (".txt", "x"),
        (".txt", "(A/B [C "),
        (".txt", "Latest news\n\nA b c\n\n"),
        (".md", f"{LEAD}\n\n"),
        (".md", "[(<*_`"),
        (".md", "- a\n"),
        (".html", f"<p>{LEAD}</p>"),
        (".html", f"{LEAD} "),
        (".html", "<div><span class='related'>"),
    ],
)
def test_twice_as_much_takes_about_twice_as_long(suffix, unit):
    def seconds(size):
        data = (unit * (size // len(unit))).encode()
        start = time.process_time()
        article_from_bytes(f"a{suffix}", b"<p>words</p>" + data)
        return time.process_time() - start

    seconds(1_000)  # loads what the reader needs
    small, large = seconds(50_000), seconds(200_000)
    assert large < 10 * small + 0.5, "four times as much must not take sixteen times as long"
