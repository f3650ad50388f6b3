"""The characters that a file's bytes stand for."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from diptych.errors import ReadError

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_KINDS = (
    (b"%PDF-", "a PDF document"),
    (b"\x89PNG", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"PK\x03\x04", "a ZIP archive or an office document"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"\x1f\x8b", "a compressed file"),
    (b"\x7fELF", "a program"),
    (b"MZ", "a program"),
    (b"SQLite format 3\x00", "a database"),
)
_SAMPLE = 64 * 1024
"""Bytes that are looked at to tell an encoding."""
_CONTROLS = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_WIDE_SEQUENCE = re.compile(
    rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}"
)
# Bytes that Western European text in Windows-1252 uses beyond ASCII: typographic marks, € and ™,
# and the letters of its languages.
_WESTERN = re.compile(
    rb"[\x80\x82\x84\x85\x8a\x8c\x91-\x99\x9a\x9c\xa0\xa1\xa3\xa7\xa9\xab\xae\xb0\xb2\xb4\xb7\xba\xbb"
    rb"\xbd\xbf-\xcf\xd1-\xd6\xd8-\xdc\xdf-\xef\xf1-\xf6\xf8-\xfc]"
)
_COMMON_CHARACTER = re.compile(
    "[\\n\\r\\t -~\u00a0-\u017f\u0370-\u03ff\u0400-\u04ff\u0590-\u06ff\u0900-\u097f\u0e00-\u0e7f"
    "\u2010-\u2026\u3000-\u30ff\u4e00-\u9fff\uac00-\ud7af\uff00-\uff5e]"
)


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text, the encoding it was read in, and what the reader should know about that."""

    text: str
    encoding: str
    notices: tuple[str, ...] = ()


def decoded(data: bytes, name: str, declared: str = "") -> Decoded:
    """The text of ``data``: UTF-8 if it is valid, else as its mark, its own words or its bytes say.

    ``declared`` is the encoding that the file itself names, or empty; ``name`` is for messages.

    Raises:
        ReadError: it is no text at all.
    """
    for mark, encoding in _BOMS:
        if data.startswith(mark) and (lossless := _strict(data, encoding)) is not None:
            return Decoded(lossless, encoding, _said(encoding))
    if (guess := _without_mark(data)) is not None:
        return guess
    if (text := _strict(data, "utf-8")) is not None:
        return Decoded(text, "utf-8", _nul_notice(text))
    _refuse_known_kinds(data, name)
    if (mended := _mostly_utf8(data)) is not None:
        return mended
    _refuse_binary(data, name)
    for encoding in (declared, *_guesses(data)):
        if encoding and (text := _strict(data, encoding)) is not None:
            return Decoded(text, encoding, _said(encoding))
    text = data.decode("cp1252", errors="replace")
    return Decoded(text, "cp1252", (*_said("cp1252"), *_lost(text)))


def _strict(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except (UnicodeDecodeError, LookupError):
        return None


def _without_mark(data: bytes) -> Decoded | None:
    """UTF-16 without a mark, in which Latin text has NULs and other scripts have controls."""
    sample = data[: _SAMPLE - _SAMPLE % 2]
    if len(sample) < 4 or len(data) % 2:
        return None
    if len(_CONTROLS.findall(sample)) < 0.1 * len(sample) and _strict(data, "utf-8") is not None:
        return None
    encoding = max(("utf-16-le", "utf-16-be"), key=lambda name: _plausible(sample, name))
    if _plausible(sample, encoding) < 0.97:
        return None
    text = _strict(data, encoding)
    return None if text is None else Decoded(text, encoding, _said(encoding))


def _plausible(sample: bytes, encoding: str) -> float:
    """The share of common characters, provided that there are spaces or line ends among them."""
    text = sample.decode(encoding, errors="replace")
    if not re.search("[ \\n\u3000\u3001\u3002\uff0c]", text):
        return 0.0
    return len(_COMMON_CHARACTER.findall(text)) / len(text)


def _mostly_utf8(data: bytes) -> Decoded | None:
    """UTF-8 with a few broken bytes, or with surrogates written one by one."""
    good = len(_WIDE_SEQUENCE.findall(data))
    paired = None
    if b"\xed" in data:
        try:
            paired = data.decode("utf-8", "surrogatepass")
        except UnicodeDecodeError:
            paired = None
    if paired is not None:
        text = paired.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
        return Decoded(text, "utf-8", _lost(text))
    text = data.decode("utf-8", errors="replace")
    broken = text.count("\ufffd")
    if good < 3 or broken * 4 > good:
        return None
    return Decoded(text, "utf-8", _lost(text))


def _refuse_known_kinds(data: bytes, name: str) -> None:
    for start, kind in _KINDS:
        if data.startswith(start):
            raise ReadError("“{name}” is {kind}, not text.", name=name, kind=kind)


def _refuse_binary(data: bytes, name: str) -> None:
    sample = data[:_SAMPLE]
    if b"\0" in sample or len(_CONTROLS.findall(sample)) > 0.01 * len(sample):
        raise ReadError("“{name}” is not a text file.", name=name)


def _guesses(data: bytes) -> list[str]:
    """Encodings that ``data`` may be in, the likeliest first."""
    first = next(re.finditer(rb"[\x80-\xff]", data)).start()
    start = max(0, first - 4096)
    sample = data[start : start + _SAMPLE]
    high = len(re.findall(rb"[\x80-\xff]", sample))
    runs = sum(map(len, re.findall(rb"[\x80-\xff]{3,}", sample)))
    # Western words have an accent here and there; other scripts have whole words beyond ASCII.
    if runs < 0.1 * high and len(_WESTERN.findall(sample)) >= 0.95 * high:
        return ["cp1252", "latin-1"]
    from charset_normalizer import from_bytes

    best = from_bytes(sample).best()
    return [best.encoding, "cp1252"] if best else ["cp1252"]


_NAMES = {
    "cp1252": "Windows-1252",
    "latin_1": "Latin-1",
    "latin-1": "Latin-1",
    "cp1251": "Windows-1251",
    "utf-16-le": "UTF-16",
    "utf-16-be": "UTF-16",
}


def _said(encoding: str) -> tuple[str, ...]:
    if encoding.startswith("utf-8"):
        return ()
    shown = _NAMES.get(encoding.lower(), encoding.upper().replace("_", "-"))
    return (f"This file is not in UTF-8; it was read as {shown}.",)


def _lost(text: str) -> tuple[str, ...]:
    count = text.count("\ufffd")
    if not count:
        return ()
    return (
        f"{count} characters of this file could not be read and are shown as �."
        if count > 1
        else "One character of this file could not be read and is shown as �.",
    )


def _nul_notice(text: str) -> tuple[str, ...]:
    count = text.count("\0")
    if not count:
        return ()
    return (
        f"{count} NUL characters in this file were left out."
        if count > 1
        else "One NUL character in this file was left out.",
    )
