"""What differs between two linked sentences, by kind."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.analysis.articles import reading_of

from diptych.analysis.differences import differences
from diptych.analysis.inflection import is_past_or_present, uninflected
from diptych.analysis.replaced import likeness, replaced
from diptych.analysis.same_names import may_be_same, shares_surname_only
from diptych.model.differences import Difference, DifferenceKind
from diptych.model.links import Link, Relation
from diptych.model.reading import EntityKind

LINES = (
    "Officials said 112 ships were waiting off Port Vell on Monday.",
    "More than 110 ships may be waiting, Anna Keller said on Tuesday.",
    "“There is no honest reason to wait,” Peter Brandt said.",
    "Peter Brandt said there was “no good reason” for 112 ships to wait.",
    "The bridge was not closed.",
    "Anna Keller’s remarks seemed to please the crowd.",
)


def between(left: tuple[str, ...], right: tuple[str, ...], at: tuple[int, int] = (-1, -1)):
    """Return the differences of two sentences of two articles, the last ones unless ``at``."""
    (article, reading), (other, other_reading) = reading_of(*left), reading_of(*right)
    link = Link(reading.sentences[at[0]], other_reading.sentences[at[1]], Relation.REWORDED, 0.9)
    return differences(article, reading, other, other_reading, [link])[0]


def shown(left: str, right: str) -> dict[str, tuple[list[str], list[str]]]:
    """Return the words that show each kind of difference, but for wording."""
    return {
        one.kind.value: (
            [span.text_in(left) for span in one.left],
            [span.text_in(right) for span in one.right],
        )
        for one in between((left,), (right,))
        if one.kind is not DifferenceKind.WORDING
    }


@pytest.mark.parametrize(
    ("left", "right", "kind", "words"),
    [
        (
            "Port officials say 112 ships are waiting.",
            "Port officials say more than 110 ships are waiting.",
            "number",
            (["112"], ["more than 110"]),
        ),
        (
            "Helicopters lifted 60 people from roofs.",
            "Helicopters lifted 64 people from roofs.",
            "number",
            (["60"], ["64"]),
        ),
        (
            "The fleet left Vell on Monday.",
            "The fleet left Vell on Tuesday.",
            "date",
            (["Monday"], ["Tuesday"]),
        ),
        (
            "Ingrid Solheim met the fishermen of Port Vell at noon.",
            "Astrid Solheim met the fishermen of Port Vell at noon.",
            "name",
            (["Ingrid Solheim"], ["Astrid Solheim"]),
        ),
        (
            "“A mine goes where the current takes it,” Erik Nordahl said.",
            "“A mine goes where the current takes it,” Ingrid Solheim said.",
            "speaker",
            (["Erik Nordahl", "said"], ["Ingrid Solheim", "said"]),
        ),
        (
            "It has been called “the quietest blockade in history” in the town.",
            "“It is the quietest blockade in history,” Henrik Aas said.",
            "speaker",
            (["the quietest blockade in history"], ["Henrik Aas", "said"]),
        ),
        (
            "A landslide sent a wall of water into the valley below, officials said.",
            "A landslide sent a wall of water into the valley below.",
            "speaker",
            (["officials", "said"], ["landslide sent a wall of water into the valley below"]),
        ),
        (
            "The strait to the harbour was closed by the navy.",
            "The strait to the harbour was not closed by the navy.",
            "negation",
            (["closed"], ["not", "closed"]),
        ),
        (
            "Kestria will send two minesweepers to the strait.",
            "Kestria might send two minesweepers to the strait.",
            "certainty",
            (["will", "send"], ["might", "send"]),
        ),
        (
            "“There is no honest reason to wait,” Peter Brandt said.",
            "“There is no good reason to wait,” Peter Brandt said.",
            "quoted_words",
            (["honest"], ["good"]),
        ),
    ],
)
def test_a_difference_has_its_kind_and_the_words_on_both_sides(left, right, kind, words):
    assert shown(left, right) == {kind: words}
    turned = (words[1], words[0])
    assert shown(right, left) == {kind: turned}


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("There are 130,000 troops there.", "There are 130 000 troops there."),
        ("There are 130,000 troops there.", "There are a hundred and thirty thousand there."),
        ("He went to Kyiv on foot.", "He went to Kiev on foot."),
        ("Anna Keller says it is late.", "Anna Keller said it was late."),
        ("The EU sent two ships.", "The European Union sent two ships."),
        ("Sergei Petrov met them in Vell.", "Sergey Petrov met them in Vell."),
        ("William Brandt met them in Vell.", "Bill Brandt met them in Vell."),
        ("Anna Keller said: “It does not wait.”", "“It doesn’t wait,” Anna Keller said."),
        ("The company said the dam held.", "Alpkraft said the dam held."),
        ("“It is late,” Anna Keller said.", "“It is late,” she said."),
        ("Kestria plans to send ships.", "Kestria will send ships."),
        ("On Monday the ships left.", "The ships left on Monday."),
        ("Two people died in the flood.", "Some 23 people are in the valley."),
    ],
)
def test_equal_things_in_another_form_differ_in_no_kind(left, right):
    assert shown(left, right) == {}


def test_whom_a_source_quotes_makes_a_difference_of_speakers():
    (one, *_) = between(
        ("Peter Brandt left.", "Mr Brandt’s office quoted him saying that a visit would help."),
        ("Mr Brandt’s office was quoted as saying that a visit would help.",),
    )
    assert one.kind is DifferenceKind.SPEAKER


def test_remarks_that_are_given_to_somebody_else_differ_in_speaker():
    (one, *_) = between(
        ("Peter Brandt spoke.", "His comments seemed to please the crowd in Vell."),
        ("Maria Lopez’s comments seemed to please the crowd in Vell.",),
    )
    assert one.kind is DifferenceKind.SPEAKER


def test_words_that_were_moved_or_told_already_are_no_wording():
    left = "On Monday 112 ships waited quietly off Vell."
    right = "121 ships waited silently off Vell on Monday."
    found = between((left,), (right,))
    assert [one.kind.value for one in found] == ["number", "wording"]
    assert [span.text_in(left) for span in found[1].left] == ["quietly"]


def test_what_matters_comes_before_wording():
    kinds = [one.kind for one in between((LINES[0],), (LINES[1],))]
    order = list(DifferenceKind)
    assert kinds == sorted(kinds, key=order.index)


@settings(max_examples=20, deadline=None)
@given(st.sampled_from(LINES))
def test_a_text_does_not_differ_from_itself(line):
    assert between((line,), (line,)) == ()


@settings(max_examples=30, deadline=None)
@given(st.sampled_from(LINES), st.sampled_from(LINES))
def test_differences_mirror_with_their_sides(left, right):
    def told(found: tuple[Difference, ...]) -> set[Difference]:
        return set(found)

    there, back = between((left,), (right,)), between((right,), (left,))
    assert told(there) == told(tuple(one.mirrored() for one in back))


WORDS = st.lists(st.sampled_from("no sound reason to wait here".split()), max_size=8)


@given(WORDS, WORDS)
def test_what_is_not_replaced_is_the_same_in_both(left, right):
    ours, theirs = list(left), list(right)
    for (start, end), (other_start, other_end) in reversed(list(replaced(left, right))):
        del ours[start:end]
        del theirs[other_start:other_end]
    assert ours == theirs
    assert likeness(left, right) == pytest.approx(
        2 * len(ours) / (len(left) + len(right)) if left or right else 1
    )


@pytest.mark.parametrize(
    "forms",
    [
        "send sends sent sending",
        "let letting lets",
        "close closes closed closing",
        "carry carries carried carrying",
        "stop stops stopped stopping",
    ],
)
def test_all_inflections_have_one_form(forms):
    assert len({uninflected(form) for form in forms.split()}) == 1


def test_only_some_forms_say_that_something_is_or_was():
    assert [word for word in "leave left leaving leaves close closed pass".split()
            if is_past_or_present(word)] == ["left", "leaves", "closed"]  # fmt: skip


@pytest.mark.parametrize(
    ("kind", "left", "right", "same"),
    [
        (EntityKind.PERSON, "Sergei Lavrov", "Sergey Lavrov", True),
        (EntityKind.PERSON, "Lavrov", "Sergey Lavrov", True),
        (EntityKind.PERSON, "Todd Jones", "Byron Todd Jones", True),
        (EntityKind.PERSON, "A. Keller", "Anna Keller", True),
        (EntityKind.PERSON, "Ingrid Solheim", "Astrid Solheim", False),
        (EntityKind.PERSON, "Aleksandr Morozin", "Irina Morozova", False),
        (EntityKind.PERSON, "", "Anna Keller", True),
        (EntityKind.ORGANISATION, "NATO", "North Atlantic Treaty Organization", True),
        (EntityKind.ORGANISATION, "Harbour Safety Board", "HSB", True),
        (EntityKind.ORGANISATION, "Kremlin", "Moscow", True),
        (EntityKind.ORGANISATION, "Harbour Safety Board", "Meridian Bank", False),
        (EntityKind.PLACE, "Strait of Kaldar", "Kaldar Strait", True),
        (EntityKind.PLACE, "Vell", "Tervinsk", False),
    ],
)
def test_names_that_may_be_one(kind, left, right, same):
    assert may_be_same(kind, left, right) == may_be_same(kind, right, left) == same


def test_two_full_names_with_one_surname():
    assert shares_surname_only("Ingrid Solheim", "Astrid Solheim")
    assert not shares_surname_only("Solheim", "Astrid Solheim")
    assert not shares_surname_only("Ingrid Solheim", "Ingrid Solheim")
