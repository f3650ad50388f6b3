"""Sentences as vectors."""

import socket

import numpy as np
import pytest

from diptych.analysis import encoder
from diptych.analysis.encoder import encode

FERRY = "The ferry to Karsk ran aground on Monday with 214 passengers on board."
FERRY_ELSEWHERE = (
    "On Monday 214 people were on the Karsk ferry when it hit the rocks.",
    "Die Fähre nach Karsk lief am Montag mit 214 Fahrgästen an Bord auf Grund.",
    "Le ferry de Karsk s’est échoué lundi avec 214 passagers à bord.",
    "Паром в Карск сел на мель в понедельник с 214 пассажирами на борту.",
)
OTHERS = (
    "The mayor promised an inquiry into the harbour's radar.",
    "Bread prices fell in the capital for the third month.",
    "Der Bürgermeister lobte die Freiwilligen der Feuerwehr.",
)


@pytest.fixture
def nothing_kept(monkeypatch):
    monkeypatch.setattr(encoder, "_kept", {})


def test_what_says_the_same_is_closer_than_anything_else_in_any_language():
    same, others = encode(FERRY_ELSEWHERE), encode(OTHERS)
    (ferry,) = encode([FERRY])
    assert (same @ ferry).min() > (others @ ferry).max() + 0.2


def test_rows_have_length_one_and_follow_the_sentences():
    rows = encode([FERRY, *OTHERS, FERRY])
    assert rows.shape == (5, 512)
    assert rows.dtype == np.float32
    assert np.linalg.norm(rows, axis=1) == pytest.approx(np.ones(5), abs=0.002)
    assert (rows[0] == rows[4]).all()


def test_no_sentence_has_no_row():
    assert encode([]).shape == (0, 512)


def test_a_sentence_has_the_same_vector_whatever_it_is_encoded_with(nothing_kept):
    (alone,) = encode([FERRY])
    encoder._kept.clear()
    among = encode([*OTHERS, FERRY])[-1]
    assert among == pytest.approx(alone, abs=0.001)


def test_a_kept_sentence_is_not_encoded_again(nothing_kept, monkeypatch):
    before = encode([FERRY])
    monkeypatch.setattr(encoder, "_encoder", lambda: pytest.fail("it was encoded again"))
    assert (encode([FERRY, FERRY]) == before).all()


def test_those_used_longest_ago_are_forgotten(nothing_kept, monkeypatch):
    monkeypatch.setattr(encoder, "KEPT", 2)
    encode(OTHERS[:2])
    encode([OTHERS[0], FERRY])
    assert set(encoder._kept) == {OTHERS[0], FERRY}


def test_more_sentences_than_are_kept_have_their_rows_all_the_same(nothing_kept, monkeypatch):
    monkeypatch.setattr(encoder, "KEPT", 1)
    rows = encode(OTHERS)
    assert rows == pytest.approx(np.vstack([encode([one]) for one in OTHERS]), abs=0.001)


def test_debris_of_any_length_is_encoded_by_its_beginning(nothing_kept):
    debris = "0123456789 " * 20_000
    assert (encode([debris]) == encode([debris[: encoder.LONGEST]])).all()


@pytest.mark.parametrize("odd", ["", " ", "\u0000", "„“", "\U0001f600" * 3, "\u202e\u0301"])
def test_marks_and_oddities_have_a_row_too(odd):
    assert np.isfinite(encode([odd])).all()


def test_no_connection_is_opened(nothing_kept, monkeypatch):
    def refuse(*_arguments, **_named):
        pytest.fail("a connection was opened")

    monkeypatch.setattr(socket, "socket", refuse)
    monkeypatch.setattr(encoder, "_encoder", encoder._encoder.__wrapped__)
    encode([FERRY])
