"""Expected failures."""

import pickle

import pytest

from diptych.errors import (
    AnalysisError,
    DiptychError,
    LibraryError,
    ReadError,
    SidecarError,
    StorageError,
)

KINDS = [AnalysisError, LibraryError, ReadError, SidecarError, StorageError]


@pytest.mark.parametrize("kind", KINDS)
def test_an_error_fills_its_sentence_with_its_fields(kind):
    error = kind("“{name}” is {size} bytes long.", name="a.txt", size=3)
    assert str(error) == "“a.txt” is 3 bytes long."
    assert isinstance(error, DiptychError)


def test_an_error_keeps_the_sentence_and_the_fields_apart_for_translation():
    error = ReadError("“{name}” is empty.", name="a.txt")
    assert error.template == "“{name}” is empty."
    assert error.fields == {"name": "a.txt"}


@pytest.mark.parametrize("kind", KINDS)
def test_an_error_comes_back_whole_from_a_worker_process(kind):
    error = pickle.loads(pickle.dumps(kind("“{name}” is gone.", name="{odd}.txt")))  # noqa: S301 - our own
    assert type(error) is kind
    assert str(error) == "“{odd}.txt” is gone."


def test_a_sentence_without_fields_stands_as_it_is():
    assert str(LibraryError("The folder is gone.")) == "The folder is gone."


def test_an_error_can_name_what_the_reader_knows_instead_of_what_failed():
    error = StorageError("“{name}” could not be saved: {reason}.", name="x.lock", reason="full")
    named = error.about(name="a.txt")
    assert type(named) is StorageError
    assert str(named) == "“a.txt” could not be saved: full."
