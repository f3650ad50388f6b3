"""Names as they are marked in an article."""

from tests.analysis.articles import article_of, names_in

from diptych.analysis.reading import read
from diptych.model.article import BlockKind


def test_titles_articles_and_possessives_are_no_part_of_a_name():
    found = names_in(
        "President Anna Keller met Mr Robert Brandt in the Netherlands.",
        "Mrs Keller’s office said Mr Brandt’s visit went well.",
    )
    assert found["Anna Keller (person)"] == {"Anna Keller", "Keller"}
    assert found["Robert Brandt (person)"] == {"Robert Brandt", "Brandt"}
    assert found["Netherlands (place)"] == {"Netherlands"}


def test_a_surname_is_marked_wherever_it_stands():
    found = names_in(
        "Sergey Lavrov spoke in Moscow on Monday.",
        "Lavrov left. Nobody saw Lavrov again, and nobody asked for Lavrov.",
    )
    assert found["Sergey Lavrov (person)"] == {"Sergey Lavrov", "Lavrov"}


def test_known_places_and_bodies_are_marked_even_where_the_model_sees_none():
    found = names_in("talks in kyiv. UAE and NATO: no comment. Iqbal left Barbados.")
    assert "United Arab Emirates (place)" in found or "UAE (place)" in found
    assert "NATO (organisation)" in found


def test_a_kind_is_the_same_throughout_an_article():
    found = names_in(
        "Olaf Scholz visited Kyiv on Monday.",
        "Scholz urged dialogue. The visit of Scholz was short, said Scholz.",
    )
    assert [name for name in found if "Scholz" in name] == ["Olaf Scholz (person)"]


def test_a_photographer_is_named_by_the_credit_and_the_agencies_are_not_persons():
    article = article_of(
        "Anna Keller at the bridge (Efrem Lukatsky, Pool via AP)",
        "The bridge is open.",
        kinds={0: BlockKind.CAPTION},
    )
    people = {one.name for one in read(article).entities if one.kind == "person"}
    assert people == {"Anna Keller", "Efrem Lukatsky"}


def test_site_furniture_names_nobody():
    article = article_of(
        "The bridge is open.", "Boris Johnson visits Paris", kinds={1: BlockKind.NOISE}
    )
    assert read(article).entities == ()


def test_titles_of_office_and_pandemics_are_no_names():
    found = names_in("The Minister of Finance spoke about Covid to His Excellency on Tuesday.")
    assert found == {}
