"""What pronoun a person goes by."""

import pytest

from diptych.analysis.gender import Gender, gender_of


@pytest.mark.parametrize(
    ("name", "words", "expected"),
    [
        ("Anna Keller", (), Gender.FEMALE),
        ("Robert Brandt", (), Gender.MALE),
        ("Robert Brandt", ("Mrs.",), Gender.FEMALE),
        ("Keller", ("spokeswoman",), Gender.FEMALE),
        ("Keller", (), Gender.UNKNOWN),
        ("Anna", (), Gender.UNKNOWN),
        ("Quirin Keller", ("king", "queen"), Gender.UNKNOWN),
    ],
)
def test_gender_is_told_by_titles_then_first_names(name, words, expected):
    assert gender_of(name, words) is expected
