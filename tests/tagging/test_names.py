"""Names stated to be the same or not: in the library's file, and in what was found."""

import pytest

from diptych.model.reading import Entity, EntityKind, Quotation, QuotationKind, Reading, Speaker
from diptych.tagging.codebook import Codebook, codebook_bytes, read_codebook
from diptych.tagging.names import (
    ArticleKey,
    NameForm,
    NameStatement,
    Restated,
    Sameness,
    restated,
    stands,
    stated,
    statements_in,
    with_names,
)
from diptych.text.spans import Span

PERSON, PLACE = EntityKind.PERSON, EntityKind.PLACE
ANA, PETROV, MARA = (NameForm(PERSON, name) for name in ("Ana Petrov", "Petrov", "Mara"))
STORY = (ArticleKey("ferry.txt", "abc"), ArticleKey("other.txt", "def"))
SAME = NameStatement.of(Sameness.SAME, ANA, PETROV, STORY)
DIFFERENT = NameStatement.of(Sameness.DIFFERENT, PETROV, ANA, STORY)


def after(codebook: Codebook, statement: NameStatement) -> Codebook:
    return restated(codebook, stated(codebook, statement))


def test_a_statement_is_the_same_whichever_name_comes_first():
    assert NameStatement.of(Sameness.SAME, PETROV, ANA, STORY) == SAME


def test_statements_come_back_from_the_file():
    anywhere = NameStatement.of(Sameness.SAME, ANA, MARA)
    codebook = after(after(Codebook(), SAME), anywhere)
    again = read_codebook(codebook_bytes(codebook), "diptych.json")
    assert statements_in(again) == (SAME, anywhere)


def test_a_later_statement_about_the_same_names_takes_the_place_of_the_earlier():
    codebook = after(after(Codebook(), SAME), DIFFERENT)
    assert statements_in(codebook) == (DIFFERENT,)
    assert stated(codebook, DIFFERENT) == Restated()
    elsewhere = NameStatement.of(Sameness.SAME, ANA, PETROV)
    assert statements_in(after(codebook, elsewhere)) == (DIFFERENT, elsewhere)


def test_of_contradicting_statements_in_a_file_the_last_one_holds():
    codebook = Codebook(
        merges=(*after(Codebook(), SAME).merges, *after(Codebook(), DIFFERENT).merges)
    )
    assert statements_in(codebook) == (DIFFERENT,)


def test_a_step_is_taken_back_where_it_still_stands():
    first = after(Codebook(), SAME)
    step = stated(first, DIFFERENT)
    second = restated(first, step)
    assert stands(second, step)
    assert not stands(first, step)
    assert restated(second, step.reversed()) == first


@pytest.mark.parametrize(
    "foreign",
    [
        "same",
        {"relation": "same"},
        {"relation": "alike", "names": [{"kind": "person", "form": "A"}] * 2},
        {"relation": "same", "names": [{"kind": "ship", "form": "A"}] * 2},
        {"relation": "same", "names": [{"kind": "person", "form": 1}] * 2},
        {"relation": "same", "names": [{"kind": "person", "form": "A"}]},
        {
            "relation": "same",
            "names": [{"kind": "person", "form": "A"}] * 2,
            "scope": [{"file": 1}],
        },
    ],
)
def test_what_is_no_statement_is_passed_over_and_kept(foreign):
    codebook = after(Codebook(merges=(foreign,)), SAME)
    assert statements_in(codebook) == (SAME,)
    assert codebook.merges[0] == foreign


def test_a_statement_holds_in_its_story_as_it_grows_and_its_files_move():
    assert SAME.holds_in([ArticleKey("new.txt", "new"), ArticleKey("ferry.txt", "changed")])
    assert SAME.holds_in([ArticleKey("moved.txt", "abc")])
    assert not SAME.holds_in([ArticleKey("new.txt", "new")])
    assert NameStatement.of(Sameness.SAME, ANA, MARA).holds_in([])


# In an article.

TEXT = "Ana Petrov met Mara. Petrov, she said, was late. Petrov agreed. Sarov Petrov slept."


def places(words: str) -> tuple[Span, ...]:
    starts = [at for at in range(len(TEXT)) if TEXT.startswith(words, at)]
    return tuple(Span(start, start + len(words)) for start in starts)


FULL, *SHORT = places("Petrov")
FULL = Span(0, 10)
BOTH = Entity("e1", PERSON, "Ana Petrov", (FULL, *SHORT))
OTHER = Entity("e2", PERSON, "Mara", places("Mara"))
AREA = Entity("e3", PLACE, "Petrov", (Span(70, 76),))


def quotation(speaker: Speaker | None) -> Quotation:
    return Quotation(Span(22, 30), QuotationKind.INDIRECT, speaker)


def reading(*entities: Entity, speaker: Speaker | None = None) -> Reading:
    return Reading("sha", "1", (), entities, (quotation(speaker),))


def test_joined_names_are_one_with_all_mentions_under_the_longer_name():
    by_name = Speaker("Mara", "e2", OTHER.mentions[0])
    found = with_names(
        reading(OTHER, BOTH, speaker=by_name), TEXT, [NameStatement.of(Sameness.SAME, ANA, MARA)]
    )
    (one,) = found.entities
    assert (one.id, one.name, one.by_hand) == ("e1", "Ana Petrov", True)
    assert one.mentions == tuple(sorted((*BOTH.mentions, *OTHER.mentions)))
    assert found.quotations[0].speaker == Speaker("Ana Petrov", "e1", OTHER.mentions[0])


def test_names_joined_in_two_steps_take_their_speakers_along():
    third = Entity("e4", PERSON, "Sarov Petrov-Long", ())
    long = NameForm(PERSON, "Sarov Petrov-Long")
    statements = [
        NameStatement.of(Sameness.SAME, MARA, ANA),
        NameStatement.of(Sameness.SAME, ANA, long),
    ]
    found = with_names(reading(OTHER, BOTH, third, speaker=Speaker("Mara", "e2")), TEXT, statements)
    assert found.quotations[0].speaker == Speaker("Sarov Petrov-Long", "e4")


def test_a_name_that_is_parted_takes_its_mentions_and_its_speeches():
    by_surname = Speaker("Ana Petrov", "e1", SHORT[0])
    found = with_names(reading(BOTH, speaker=by_surname), TEXT, [DIFFERENT])
    full, short = found.entities
    assert (full.name, full.mentions) == ("Ana Petrov", (FULL,))
    assert (short.name, short.kind, short.mentions) == ("Petrov", PERSON, tuple(SHORT))
    assert full.by_hand
    assert short.by_hand
    assert full.id != short.id
    assert found.quotations[0].speaker == Speaker("Petrov", short.id, SHORT[0])


@pytest.mark.parametrize(
    "speaker", [None, Speaker("she"), Speaker("Ana Petrov", "e1", Span(28, 31))]
)
def test_speakers_that_are_not_concerned_stay(speaker):
    assert with_names(reading(BOTH, speaker=speaker), TEXT, [DIFFERENT]).quotations == (
        quotation(speaker),
    )


def test_of_two_names_that_are_not_the_entitys_own_the_shorter_one_leaves():
    entity = Entity("e1", PERSON, "Sarov Petrov", (FULL, *SHORT, *places("Sarov Petrov")))
    found = with_names(reading(entity), TEXT, [DIFFERENT])
    assert found.entities[1].name == "Petrov"


def test_where_an_article_has_one_of_the_names_it_says_that_somebody_spoke_of_it():
    statement = NameStatement.of(Sameness.SAME, ANA, NameForm(PERSON, "A. Petrova"))
    (one,) = with_names(reading(BOTH), TEXT, [statement]).entities
    assert (one.by_hand, one.mentions) == (True, BOTH.mentions)


@pytest.mark.parametrize(
    "statement",
    [
        SAME,  # as was found
        NameStatement.of(Sameness.DIFFERENT, ANA, MARA),  # as was found
        NameStatement.of(Sameness.DIFFERENT, MARA, NameForm(PLACE, "Mara")),
        NameStatement.of(Sameness.SAME, NameForm(PLACE, "Elsewhere"), NameForm(PLACE, "Nowhere")),
        NameStatement.of(Sameness.DIFFERENT, ANA, NameForm(PERSON, "A. Petrova")),
        NameStatement.of(Sameness.DIFFERENT, NameForm(PLACE, "Petrov"), NameForm(PLACE, "Petrov")),
    ],
)
def test_what_was_found_so_or_is_not_there_changes_nothing(statement):
    found = reading(BOTH, OTHER, AREA)
    assert with_names(found, TEXT, [statement]) is found
