"""The canonical text: the one form in which an article's words are stored and counted."""

from __future__ import annotations

import re
from collections.abc import Iterable

from diptych.text.spans import Span, trimmed

MAX_LINE = 10_000
"""Code points of the longest line; a layout of longer lines takes seconds."""

# Whatever a text widget or an operating system might take for the end of a line or paragraph.
_LINE_ENDS = re.compile("\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")
_BREAKS = re.compile("[ \t\n\r\v\f\x1c-\x1e\x85\u2028\u2029]+")

# Dropped: what a text document cannot hold (NUL, its own frame marks and object placeholder,
# other controls) or may not stand in UTF-8 (lone surrogates become U+FFFD instead).
_DROPPED = re.compile(
    "[\x00-\x08\x0e-\x1b\x1f\x7f-\x84\x86-\x9f\ufdd0-\ufdef\ufffc\ufffe\uffff\ufeff]"
)
_LONE_SURROGATES = re.compile("[\ud800-\udfff]")


def clean_line(line: str) -> str:
    """``line`` without characters that cannot be stored or shown, and bare at both ends."""
    return clean_characters(line).strip()


def clean_characters(text: str) -> str:
    """``text`` without characters that cannot be stored or shown; line ends are left alone."""
    if text.isascii() and text.isprintable():
        return text
    return _LONE_SURROGATES.sub("\ufffd", _DROPPED.sub("", text))


def on_one_line(text: str) -> str:
    """``text`` clean, with every run of spaces, tabs and line ends as one space."""
    return _BREAKS.sub(" ", clean_characters(text))


def split_lines(text: str) -> list[str]:
    """The clean, non-blank lines of ``text``, none longer than `MAX_LINE`.

    A longer line is broken at the last space that fits, which is left out; where there is none it
    is broken hard.
    """
    return [line for paragraph in split_paragraphs(text) for line in paragraph]


def split_paragraphs(text: str) -> list[list[str]]:
    """The lines of `split_lines`, grouped where blank lines stood between them; none is empty."""
    paragraphs: list[list[str]] = [[]]
    for raw in _LINE_ENDS.split(text):
        line = clean_line(raw)
        if line:
            paragraphs[-1].extend(line[span.start : span.end] for span in line_spans(line))
        elif paragraphs[-1]:
            paragraphs.append([])
    return paragraphs if paragraphs[-1] else paragraphs[:-1]


def line_spans(line: str) -> list[Span]:
    """Where a clean ``line`` is broken: stretches of at most `MAX_LINE`, bare at both ends.

    A line that fits is one stretch.
    """
    spans = []
    start = 0
    while len(line) - start > MAX_LINE:
        space = line.rfind(" ", start, start + MAX_LINE + 1)
        end = space if space > start else start + MAX_LINE
        spans.append(trimmed(line, Span(start, end)))
        start = end
    spans.append(trimmed(line, Span(start, len(line))))
    return [span for span in spans if len(span)]


def canonical_text(lines: Iterable[str]) -> str:
    """Lines joined by one LF: what offsets count in, and what is fingerprinted.

    The lines have to come from `split_lines`.
    """
    return "\n".join(lines)
