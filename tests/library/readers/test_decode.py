"""Bytes as text."""

import codecs

import pytest

from diptych.errors import ReadError
from diptych.library.readers.decode import decoded

GERMAN = "Die Lage in Köln: „Wir müssen reden“, sagte der Präsident am Abend.\n" * 6
RUSSIAN = "Министр иностранных дел заявил, что переговоры будут продолжены в понедельник.\n" * 6
GREEK = "Ο υπουργός δήλωσε ότι οι συνομιλίες θα συνεχιστούν την επόμενη εβδομάδα.\n" * 6
CHINESE = "外交部长星期一表示，谈判将继续进行，没有人应该怀疑这一点。\n" * 6
ARABIC = "قال الوزير يوم الاثنين إن المحادثات ستستمر أسبوعا آخر على الأقل.\n" * 6
ENGLISH = "The talks will go on, the minister said on Monday.\n" * 6


@pytest.mark.parametrize("text", [ENGLISH, GERMAN, RUSSIAN, GREEK, CHINESE, ARABIC, "é", "€ 5"])
def test_valid_utf_8_is_read_as_it_is_without_a_word(text):
    source = decoded(text.encode(), "a.txt")
    assert (source.text, source.notices) == (text, ())


@pytest.mark.parametrize("text", [ENGLISH, GERMAN, RUSSIAN, CHINESE, "é"])
@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
    ],
)
def test_a_mark_at_the_beginning_tells_the_encoding(text, mark, encoding):
    assert decoded(mark + text.encode(encoding), "a.txt").text == text


@pytest.mark.parametrize("text", [ENGLISH, GERMAN, RUSSIAN, GREEK, CHINESE, ARABIC])
@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf_16_is_recognised_without_a_mark(text, encoding):
    source = decoded(text.encode(encoding), "a.txt")
    assert source.text == text
    assert source.notices == ("This file is not in UTF-8; it was read as UTF-16.",)


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (GERMAN, "cp1252"),
        ("Le président a été élu à Orléans, déclare-t-il.", "latin-1"),
        ("“Caf\u00e9” — naïve", "cp1252"),
        (RUSSIAN, "cp1251"),
        (RUSSIAN, "koi8-r"),
        (GREEK, "cp1253"),
        (CHINESE, "gb18030"),
    ],
)
def test_an_old_encoding_is_told_by_its_bytes_and_said_so(text, encoding):
    source = decoded(text.encode(encoding), "a.txt")
    assert source.text == text
    assert source.notices[0].startswith("This file is not in UTF-8; it was read as ")


def test_a_declared_encoding_is_followed_where_the_bytes_allow_it():
    text = "Zażółć gęślą jaźń"
    assert decoded(text.encode("iso8859-2"), "a.html", declared="iso-8859-2").text == text
    assert decoded(text.encode(), "a.html", declared="iso-8859-2").text == text
    assert decoded("é".encode("cp1252"), "a.html", declared="no-such-encoding").text == "é"


def test_a_few_broken_bytes_do_not_cost_the_rest_its_encoding():
    data = GERMAN.encode()[:-1] + b"\xc3"
    source = decoded(data, "a.txt")
    assert source.text == GERMAN[:-1] + "\ufffd"
    assert source.notices == ("One character of this file could not be read and is shown as �.",)


def test_surrogates_that_were_written_one_by_one_are_joined_or_replaced():
    pair = "😀".encode("utf-16-be")
    halves = "".join(chr(int.from_bytes(pair[i : i + 2], "big")) for i in (0, 2))
    data = f"ok {halves} \ud83d".encode("utf-8", "surrogatepass")
    assert decoded(data, "a.txt").text == "ok 😀 \ufffd"


def test_nul_characters_in_a_text_are_told_of():
    assert decoded(b"a\0b", "a.txt").notices == ("One NUL character in this file was left out.",)
    assert "2 NUL characters" in decoded("ä\0b\0".encode(), "a.txt").notices[0]


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"\x89PNG\r\n\x1a\n\x00\x00\xff\xfe", "“a.txt” is a PNG picture, not text."),
        (b"%PDF-1.7\n\xff\xfe\xfa\x00", "“a.txt” is a PDF document, not text."),
        (
            b"PK\x03\x04\xff\xfe\x00\x01",
            "“a.txt” is a ZIP archive or an office document, not text.",
        ),
        (bytes(range(256)) * 4, "“a.txt” is not a text file."),
    ],
)
def test_what_is_no_text_is_refused_by_its_kind(data, sentence):
    with pytest.raises(ReadError) as refusal:
        decoded(data, "a.txt")
    assert str(refusal.value) == sentence


def test_bytes_that_no_encoding_allows_are_read_with_losses_that_are_counted():
    source = decoded(b"caf\xe9 \x81\x8d " * 3, "a.txt")
    assert source.text.startswith("café ")
    assert source.notices
