"""Code points and UTF-16 units."""

from hypothesis import given
from hypothesis import strategies as st

from diptych.text.offsets import Utf16Offsets

# Astral characters are rare in what hypothesis picks by itself.
MIXED = st.text(st.characters(codec="utf-8") | st.sampled_from("😀𝔘🇺🇦𐍈a\n"))


@given(MIXED)
def test_every_position_survives_the_way_there_and_back(text):
    offsets = Utf16Offsets(text)
    for position in range(len(text) + 1):
        assert offsets.to_code_points(offsets.to_units(position)) == position


@given(MIXED)
def test_units_are_those_of_the_utf_16_encoding(text):
    offsets = Utf16Offsets(text)
    assert offsets.units == len(text.encode("utf-16-le")) // 2
    for position in range(len(text) + 1):
        assert offsets.to_units(position) == len(text[:position].encode("utf-16-le")) // 2


def test_the_second_unit_of_a_wide_character_belongs_to_it():
    offsets = Utf16Offsets("a😀b")
    assert [offsets.to_code_points(unit) for unit in range(5)] == [0, 1, 1, 2, 3]
