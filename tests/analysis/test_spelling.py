"""Spellings of one name, and names that only look alike."""

import pytest

from diptych.analysis.spelling import first_name_key, spelling_key


@pytest.mark.parametrize(
    "forms",
    [
        "Zelensky Zelenskiy Zelenskyy Zelenskyi",
        "Nikolsky Nikolskyi",
        "Lavrov Lawrow",
        "Shoigu Shoygu",
        "Kuleba Kouleba",
        "García Garcia",
    ],
)
def test_spellings_of_one_surname_have_one_key(forms):
    assert len({spelling_key(form) for form in forms.split()}) == 1


@pytest.mark.parametrize("forms", ["Sergei Sergey Serhiy", "Vladimir Volodymyr", "Alexei Oleksiy"])
def test_forms_of_one_first_name_have_one_key(forms):
    assert len({first_name_key(form) for form in forms.split()}) == 1


@pytest.mark.parametrize("forms", ["Li Lee Lei", "May Mae", "Morozin Morozova", "Ivan Ivanka"])
def test_other_names_keep_their_own(forms):
    parts = forms.split()
    assert len({first_name_key(form) for form in parts}) == len(parts)
