"""Web pages saved as one file."""

import pytest

from diptych.errors import ReadError
from diptych.library.readers import article_from_bytes

WORDS = (
    "Die Gespräche über den Hafen dauern noch eine Woche, sagte der Minister am Montag in Sarov."
)
ARCHIVE = """From: <Saved by a browser>
Subject: Harbour talks
MIME-Version: 1.0
Content-Type: multipart/related; type="text/html"; boundary="----b----"

------b----
Content-Type: text/html; charset=windows-1252
Content-Transfer-Encoding: quoted-printable
Content-Location: https://post.example/talks

<html><head><title>Hafen</title></head><body><article><h1>Hafen</h1><p>{words}</p></article>
------b----
Content-Type: image/png
Content-Transfer-Encoding: base64

iVBORw0KGgo=
------b------
"""


def test_the_page_in_an_archive_is_read_in_the_encoding_stated_for_it():
    words = WORDS.replace("ä", "=E4").replace("ü", "=FC")
    data = ARCHIVE.format(words=words).replace("\n", "\r\n").encode()
    article = article_from_bytes("talks.mhtml", data)
    assert article.title == "Hafen"
    assert WORDS in article.text
    assert article.reader == "html/1"


@pytest.mark.parametrize("data", [b"words", b"Content-Type: image/png\n\nx", b"\xff\xfe\x00"])
def test_an_archive_without_a_page_is_refused_in_words(data):
    with pytest.raises(ReadError, match="holds no web page"):
        article_from_bytes("talks.mht", data)
