"""Which way a text is written."""

import pytest

from diptych.text.direction import has_right_to_left, is_right_to_left


@pytest.mark.parametrize(
    ("text", "rtl"),
    [
        ("The harbour is closed.", False),
        ("Der Häfen – “zu”", False),
        ("الميناء مغلق", True),
        ("הנמל סגור", True),
        ("The Harbour Office: الميناء مغلق منذ الفجر حتى إشعار آخر", True),
        ("“الميناء” is the harbour's name on the map", False),
        ("𞤀𞤣𞤤𞤢𞤥", True),
        ("渡轮搁浅", False),
    ],
)
def test_the_direction_of_most_letters_is_that_of_the_text(text, rtl):
    assert is_right_to_left(text) is rtl
    assert has_right_to_left(text) is any("\u0590" <= one <= "\u08ff" for one in text) or rtl


@pytest.mark.parametrize("text", ["", "14/03/2024", "– 130 –", "🚢"])
def test_a_text_without_letters_goes_as_its_surroundings_do(text):
    assert is_right_to_left(text) is False
    assert is_right_to_left(text, otherwise=True) is True
