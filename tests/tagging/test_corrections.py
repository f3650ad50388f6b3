"""What readers correct: read from sidecars, looked up again, and told apart by a hash."""

from dataclasses import replace

import pytest

from diptych.library.readers import article_from_bytes
from diptych.model.annotation import Annotation, Body, Purpose, Target
from diptych.model.links import Relation
from diptych.tagging.anchors import anchor
from diptych.tagging.corrections import (
    NO_NAME,
    SHA256,
    Field,
    LinkState,
    corrections_hash,
    corrections_in,
    hand_links,
    latest_last,
    relative_source,
)
from diptych.text.spans import Span

TEXT = "“We will not pay,” said the mayor. Ana Petrov laughed. The council of Sarov met."
EARLY, LATE = "2026-03-01T10:00:00.000Z", "2026-03-01T11:00:00.000Z"
HERE = article_from_bytes("news/here.txt", b"Ferry aground\n\nMore oil leaked than was told.")
THERE = article_from_bytes("wire/there.txt", b"Oil in the bay\n\nMore oil leaked than was told.")


def place(words: str, text: str = TEXT) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def correction(field: str, words: str, value: str, key: str = "a", when: str = EARLY) -> Annotation:
    target = Target("talks.txt", anchor(TEXT, place(words)))
    body = Body(Purpose.EDITING, value, field, "the mayor")
    return Annotation(key, when, when, "Ann", (body,), (target,))


def link(words: str, other: str, state: str = "linked", **changes) -> Annotation:
    """A link from ``words`` of `HERE` to ``other`` of `THERE`."""
    here = Target("here.txt", anchor(HERE.text, place(words, HERE.text)))
    there = Target("../wire/there.txt", anchor(THERE.text, place(other, THERE.text)))
    body = Body(Purpose.EDITING, state, Field.LINK)
    return replace(Annotation("a", EARLY, EARLY, "Ann", (body,), (here, there)), **changes)


def links(*annotations: Annotation, there=THERE):
    return list(hand_links(HERE, corrections_in(annotations, HERE.text), there))


def test_a_correction_is_where_its_words_are_now():
    later = "It is late. " + TEXT
    (found,) = corrections_in([correction("speaker", "We will not pay", "Ana Petrov")], later)
    assert found.span == place("We will not pay", later)
    assert (found.field, found.value, found.was) == ("speaker", "Ana Petrov", "the mayor")
    assert found.words == "We will not pay"
    assert found.other is None


def test_the_later_of_two_corrections_comes_last_whatever_their_order_in_the_file():
    first = correction("speaker", "We will not pay", "Ivo", "b", EARLY)
    last = correction("speaker", "We will not pay", "Ana", "a", LATE)
    assert [one.value for one in corrections_in([last, first], TEXT)] == ["Ivo", "Ana"]


def test_what_is_no_correction_is_passed_over():
    tag = replace(correction("speaker", "Sarov", ""), bodies=(Body(Purpose.TAGGING, "Claim"),))
    assert corrections_in([tag], TEXT) == ()


@pytest.mark.parametrize("text", ["Nothing of it is left here.", "So Sarov is so. " * 5])
def test_a_correction_whose_words_are_gone_or_occur_twice_is_listed_without_a_place(text):
    (found,) = corrections_in([correction("kind", "Sarov", NO_NAME)], text)
    assert found.span is None
    assert found.words == "Sarov"


def test_a_correction_of_the_whole_article_has_no_place():
    whole = replace(correction("outlet", "Sarov", "Post"), targets=(Target("talks.txt"),))
    (found,) = corrections_in([whole], TEXT)
    assert (found.span, found.words) == (None, "")


def test_a_link_by_hand_runs_from_one_article_to_the_other():
    (found,) = links(link("Ferry aground", "Oil in the bay"))
    assert found.left.text_in(HERE.text) == "Ferry aground"
    assert found.right.text_in(THERE.text) == "Oil in the bay"
    assert (found.is_linked, found.relation) == (True, Relation.REWORDED)
    assert (found.mirrored().left, found.mirrored().right) == (found.right, found.left)
    assert found.mirrored().mirrored() == found


def test_a_link_of_the_same_words_says_so_and_a_deleted_one_that_it_is():
    words = "More oil leaked than was told."
    (found,) = links(link(words, words, LinkState.UNLINKED))
    assert (found.is_linked, found.relation) == (False, Relation.SAME)


def test_a_link_follows_the_other_article_where_it_is_renamed_but_not_to_another_text():
    made = link("Ferry aground", "Oil in the bay")
    known = replace(made.targets[1], extra=((SHA256, THERE.sha256),))
    renamed = replace(THERE, path="wire/moved.txt")
    assert links(made, there=renamed) == []
    known_made = replace(made, targets=(made.targets[0], known))
    assert len(links(known_made, there=renamed)) == 1
    assert links(known_made, there=replace(renamed, sha256="")) == []


def test_a_link_needs_both_its_passages():
    made = link("Ferry aground", "Oil in the bay")
    here, there = made.targets
    assert links(replace(made, targets=(here,))) == []
    assert links(replace(made, targets=(here, Target(there.source)))) == []
    assert links(replace(made, targets=(Target("here.txt"), there))) == []
    assert links(made, there=replace(THERE, text="Gone are all of the words.")) == []
    assert links(replace(made, bodies=(Body(Purpose.EDITING, "linked", "other"),))) == []


def test_links_by_hand_come_in_the_order_in_which_they_were_said():
    early, late = links(
        link("Ferry aground", "Oil in the bay", modified="2026-03-01T10:00:05Z"),
        link("Ferry aground", "Oil in the bay", id="b", modified="2026-03-01T10:00:05.5Z"),
    )
    assert latest_last([late, early]) == [early, late]


@pytest.mark.parametrize(
    ("path", "other", "source"),
    [
        ("a.txt", "b.txt", "b.txt"),
        ("news/a.txt", "news/b.txt", "b.txt"),
        ("news/a.txt", "b.txt", "../b.txt"),
        ("a.txt", "wire/b.txt", "wire/b.txt"),
    ],
)
def test_the_other_article_is_named_from_where_the_sidecar_lies(path, other, source):
    assert relative_source(path, other) == source


def test_the_hash_tells_corrections_apart_and_not_when_they_were_made():
    def hashed(annotation: Annotation, *statements: object, text: str = TEXT) -> str:
        return corrections_hash({"t": corrections_in([annotation], text)}, statements)

    made = correction("speaker", "We will not pay", "Ana")
    states = [
        hashed(made),
        hashed(made, "statement"),
        hashed(made, text="Oh. " + TEXT),
        hashed(made, text="gone"),
        hashed(correction("speaker", "We will not pay", "Ivo")),
        hashed(correction("kind", "We will not pay", "Ana")),
        hashed(link("Ferry aground", "Oil in the bay"), text=HERE.text),
        hashed(link("Ferry aground", "Oil in the"), text=HERE.text),
        corrections_hash({}),
    ]
    assert len(set(states)) == len(states)
    assert hashed(correction("speaker", "We will not pay", "Ana", "z", LATE)) == states[0]
    whole = replace(made, targets=(made.targets[0], Target("b.txt")))
    assert hashed(whole) not in states
