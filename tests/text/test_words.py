"""Words and how they are compared."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diptych.text.spans import Span
from diptych.text.words import folded, words


def test_words_keep_what_joins_them_and_leave_punctuation_out():
    text = "“Don’t,” said Jean-Pierre: 130,000 troops!"
    found = [span.text_in(text) for span in words(text)]
    assert found == ["Don’t", "said", "Jean-Pierre", "130,000", "troops"]


def test_words_are_looked_for_inside_a_span_alone():
    assert words("one two three", Span(4, 7)) == [Span(4, 7)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("二十四名船员，2024年。", ["二", "十", "四", "名", "船", "员", "2024", "年"]),
        ("フェリーが、沖で", ["フェリー", "が", "沖", "で"]),
        ("ferry渡轮7号", ["ferry", "渡", "轮", "7", "号"]),
        ("𠮷野家 opens", ["𠮷", "野", "家", "opens"]),
        ("قَالَ المُدِيرُ: «لا».", ["قَالَ", "المُدِيرُ", "لا"]),
        ("می‌رود به بندر", ["می‌رود", "به", "بندر"]),
        ("שָׁלוֹם לַנָּמֵל, כ-130", ["שָׁלוֹם", "לַנָּמֵל", "כ-130"]),
        ("हिन्दी में लिखा।", ["हिन्दी", "में", "लिखा"]),
        ("เรือ ที่ ท่า", ["เรือ", "ที่", "ท่า"]),
        ("배가 항구에 섰다.", ["배가", "항구에", "섰다"]),
        ("cafe\u0301 au lait", ["cafe\u0301", "au", "lait"]),
        ("all 👨‍👩‍👧‍👦 safe 🙏🏽, she 🚢said", ["all", "safe", "she", "said"]),
    ],
)
def test_words_of_every_script_keep_their_marks_and_unspaced_ones_are_single(text, found):
    assert [span.text_in(text) for span in words(text)] == found


@given(st.text(max_size=30))
def test_words_are_in_order_and_hold_all_letters_and_digits(text):
    found = words(text)
    assert all(one.end <= other.start for one, other in pairwise(found))
    covered = {position for span in found for position in range(span.start, span.end)}
    assert {at for at, letter in enumerate(text) if letter.isalnum()} <= covered


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Putin’s", "putin"),
        ("Zürich", "zurich"),
        ("STRASSE", "straße"),
        ("ministers'", "ministers"),
    ],
)
def test_words_that_readers_take_for_the_same_are_folded_alike(one, other):
    assert folded(one) == folded(other)


@given(st.text(max_size=20))
def test_folding_does_not_depend_on_case(word):
    assert folded(word.upper().lower()) == folded(word.upper().lower().casefold())
