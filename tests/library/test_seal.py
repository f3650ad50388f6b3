import pytest
from hypothesis import given
from hypothesis import strategies as st

from diptych.library.seal import BrokenSealError, seal, unseal


@given(st.binary())
def test_what_was_sealed_comes_back(data):
    assert unseal(seal(data)) == data


@given(st.binary(), st.data())
def test_a_bit_that_turned_is_noticed(data, chosen):
    sealed = bytearray(seal(data))
    sealed[chosen.draw(st.integers(0, len(sealed) - 1))] ^= 1 << chosen.draw(st.integers(0, 7))
    with pytest.raises(BrokenSealError):
        unseal(bytes(sealed))


@pytest.mark.parametrize("sealed", [b"", b"abc", b"1"])
def test_what_is_cut_off_is_noticed(sealed):
    with pytest.raises(BrokenSealError):
        unseal(sealed)
