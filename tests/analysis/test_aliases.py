"""Mentions of one person together, of two people never."""

import pytest

from diptych.analysis.aliases import entities, person_keys
from diptych.analysis.names import Mention
from diptych.model.reading import EntityKind
from diptych.text.spans import Span


def groups(*forms: str) -> list[set[str]]:
    keys = person_keys(set(forms))
    return sorted(
        ({form for form in forms if keys[form] == key} for key in set(keys.values())), key=min
    )


def together(kind: EntityKind, *forms: str) -> bool:
    mentions = [Mention(Span(at, at + 1), form, kind) for at, form in enumerate(forms)]
    return len(entities(mentions)) == 1


@pytest.mark.parametrize(
    "forms",
    [
        ("Anna Keller", "Keller"),
        ("Anna Keller", "Anna"),
        ("Anna M. Keller", "Anna Keller", "Keller"),
        ("Sergei Lavrov", "Sergey Lavrov", "Lavrov"),
        ("Volodymyr Zelensky", "Vladimir Zelensky", "Zelenskiy", "Zelensky"),
        ("A. Keller", "Anna Keller"),
        ("Akbar Al Baker", "Al Baker"),
    ],
)
def test_forms_of_one_person_are_joined(forms):
    assert groups(*forms) == [set(forms)]


def test_a_surname_that_two_people_share_joins_neither():
    assert groups("Bill Clinton", "Hillary Clinton", "Clinton") == [
        {"Bill Clinton"},
        {"Clinton"},
        {"Hillary Clinton"},
    ]


def test_two_people_of_one_first_name_stay_apart():
    assert groups("Anna Keller", "Anna Brandt") == [{"Anna Brandt"}, {"Anna Keller"}]


def test_a_middle_initial_tells_two_people_apart():
    assert groups("George W. Bush", "George H. Bush") == [{"George H. Bush"}, {"George W. Bush"}]


@pytest.mark.parametrize(
    "forms",
    [
        ("NATO", "Nato"),
        ("EU", "European Union"),
        ("Harbour Safety Board", "HSB"),
        ("Ministry of Public Works", "MPW"),
    ],
)
def test_an_abbreviation_joins_its_organisation(forms):
    assert together(EntityKind.ORGANISATION, *forms)


@pytest.mark.parametrize("forms", [("U.S.", "US", "United States"), ("Kyiv", "Kiev")])
def test_forms_of_one_place_are_joined(forms):
    assert together(EntityKind.PLACE, *forms)


def test_an_entity_goes_by_its_fullest_form():
    (found,) = entities(
        [
            Mention(Span(0, 6), "Keller", EntityKind.PERSON),
            Mention(Span(9, 20), "Anna Keller", EntityKind.PERSON),
        ]
    )
    assert found.name == "Anna Keller"
    assert found.mentions == (Span(0, 6), Span(9, 20))
