"""What may not differ between a passage and a changed version of it."""

import pytest

from diptych.tagging.facts import states_the_same


@pytest.mark.parametrize(
    ("passage", "version"),
    [
        ("4,480 homes had no power", "4,480 houses had no power"),
        ("The minister left", "A minister left"),
        ("Foreign Minister Brandt left", "foreign minister Brandt had left"),
        ("Brandt’s plan", "the plan of Brandt"),
    ],
)
def test_other_words_around_the_same_facts_pass(passage, version):
    assert states_the_same(passage, version)
    assert states_the_same(version, passage)


@pytest.mark.parametrize(
    ("passage", "version"),
    [
        ("4,480 homes", "4,840 homes"),
        ("three of 12 towns", "three towns"),
        ("12 of 12 towns", "all 12 towns"),
        ("Putin said so", "Lavrov said so"),
        ("the minister said so", "Brandt said so"),
        ("flight MH17 fell", "flight MH18 fell"),
    ],
)
def test_another_number_or_name_does_not(passage, version):
    assert not states_the_same(passage, version)
    assert not states_the_same(version, passage)
