"""Passages are found again, and never at a wrong place without a word."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diptych.model.annotation import Anchor
from diptych.tagging.anchors import CONTEXT, SILENT, Found, Outcome, anchor, reanchor
from diptych.text.spans import Span

REPORT = (
    "The minister of energy met reporters in Valdoria on Monday.\n"
    "She said that 4,480 homes were still without power, and that the line to Porto Reale would"
    " be repaired within three days.\n"
    "An official of the grid company said the figure was “rather optimistic”.\n"
    "The mayor, Ilse Brandt, told the council that nobody had warned the town."
)


def passage(words: str, text: str = REPORT) -> Anchor:
    start = text.index(words)
    return anchor(text, Span(start, start + len(words)))


def found_text(found: Found, text: str) -> str | None:
    return found.span.text_in(text) if found.span else None


def test_an_anchor_holds_thirty_two_code_points_on_each_side():
    made = passage("repaired")
    assert made.exact == "repaired"
    assert (len(made.prefix), len(made.suffix)) == (CONTEXT, CONTEXT)
    assert made.prefix + made.exact + made.suffix in REPORT


def test_at_the_edges_of_a_text_an_anchor_holds_what_there_is():
    assert anchor("Nobody came.", Span(0, 6)) == Anchor(Span(0, 6), "Nobody", "", " came.")


def test_an_unchanged_text_gives_the_same_place():
    lost = passage("4,480 homes")
    assert reanchor(lost, REPORT) == Found(lost.span, Outcome.EXACT, 1.0)


def test_a_passage_follows_its_words_when_something_is_put_before_it():
    text = "Correction: an earlier version named another town.\n" + REPORT
    found = reanchor(passage("told the council"), text)
    assert (found.outcome, found_text(found, text)) == (Outcome.MOVED, "told the council")


def test_of_two_equal_words_the_one_with_the_old_neighbours_is_taken():
    second = REPORT.index("said", REPORT.index("official"))
    text = "He said so.\n" + REPORT
    found = reanchor(anchor(REPORT, Span(second, second + 4)), text)
    assert found == Found(Span(second + 12, second + 16), Outcome.MOVED, pytest.approx(1, abs=0.02))


def test_other_words_that_now_stand_at_the_old_place_are_not_taken_for_the_passage():
    text = "one two said three four five six seven eight nine ten eleven said twelve thirteen"
    place = text.rindex("said")
    lost = anchor(text, Span(place, place + 4))
    edited = "A line that is new here and holds the word when that one said so. " + text
    assert "said" in edited
    edited = edited[:place] + "said" + edited[place + 4 :]
    found = reanchor(lost, edited)
    assert found == Found(Span(place + 66, place + 70), Outcome.MOVED, found.confidence)


def test_equal_words_between_equal_neighbours_are_ambiguous():
    line = "No comment was given by the ministry of transport on that day.\n"
    lost = anchor("Intro.\n" + line + "End.", Span(7 + 3, 7 + 10))
    found = reanchor(lost, "New words before it.\n" + line * 3 + "End.")
    assert found.outcome is Outcome.AMBIGUOUS


def test_a_reworded_passage_is_found_but_not_silently():
    text = REPORT.replace("within three days", "inside three short days")
    found = reanchor(passage("would be repaired within three days"), text)
    assert found_text(found, text) == "would be repaired inside three short days"
    assert found.outcome is Outcome.CHANGED
    assert found.outcome not in SILENT


def test_words_put_into_a_passage_belong_to_it():
    text = REPORT.replace("nobody had warned", "nobody at the company had ever warned")
    found = reanchor(passage("nobody had warned the town"), text)
    assert found_text(found, text) == "nobody at the company had ever warned the town"


def test_a_changed_first_word_is_found_between_its_old_neighbours():
    text = REPORT.replace("told the council that", "informed the council that")
    found = reanchor(passage("told the council that nobody had warned"), text)
    assert found_text(found, text) == "informed the council that nobody had warned"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("4,480 homes", "4,840 homes"),
        ("Porto Reale", "Porto Nuovo"),
        ("that 4,480 homes", "that many homes"),
    ],
)
def test_a_changed_number_or_name_never_passes(old, new):
    words = "She said that 4,480 homes were still without power, and that the line to Porto Reale"
    found = reanchor(passage(words), REPORT.replace(old, new))
    assert found.outcome is Outcome.LOST
    assert found.span is None


def test_a_passage_that_was_taken_out_is_lost():
    text = REPORT.replace("An official of the grid company said the figure was ", "")
    found = reanchor(passage("An official of the grid company said the figure was"), text)
    assert found.outcome is Outcome.LOST


def test_a_short_word_in_other_surroundings_is_not_taken_silently():
    found = reanchor(passage("council"), "Quite another text in which a council is mentioned.")
    assert found.outcome is Outcome.CHANGED


def test_a_long_passage_is_known_by_its_words_alone():
    words = "An official of the grid company said the figure was “rather optimistic”."
    text = f"A new opening paragraph.\n{words}\nAnd a new ending that says something else."
    assert reanchor(passage(words), text).outcome is Outcome.MOVED


def test_two_reworded_candidates_are_ambiguous():
    report = "In the north the roads were closed by heavy snow again."
    lost = anchor(report, Span(13, 48))
    text = "In the north the roads were shut by heavy snow again. " * 2
    assert reanchor(lost, text).outcome is Outcome.AMBIGUOUS


def test_a_passage_in_a_script_without_spaces_is_found_after_a_change():
    text = (
        "昨日、大臣は記者団に対し、停電は三日以内に復旧すると述べた。市長は警告がなかったと話した。"
    )
    start = text.index("停電は")
    lost = anchor(text, Span(start, start + len("停電は三日以内に復旧すると述べた")))
    changed = text.replace("復旧する", "すべて復旧する")
    found = reanchor(lost, changed)
    assert found_text(found, changed) == "停電は三日以内にすべて復旧すると述べた"


def test_an_anchor_without_words_is_lost():
    assert reanchor(Anchor(Span(3, 8), ""), REPORT).outcome is Outcome.LOST


def test_a_long_passage_with_a_change_in_the_middle_is_found_by_its_ends():
    text = "".join(f"Paragraph {n} reports what was seen on day {n}.\n" for n in range(2_000))
    lost = anchor(text, Span(text.index("day 99."), text.index(" day 1200.")))
    edited = "New.\n" + text.replace("seen on day 700", "noted on day 700")
    found = reanchor(lost, edited)
    assert found.outcome is Outcome.CHANGED
    assert found.span == Span(lost.span.start + 5, lost.span.end + 6)


def test_a_long_passage_that_is_gone_is_lost():
    text = "".join(f"Paragraph {n} reports what was seen on day {n}.\n" for n in range(2_000))
    lost = anchor(text, Span(5_000, 60_000))
    assert reanchor(lost, "Nothing like it.").outcome is Outcome.LOST


def test_a_long_passage_of_which_most_was_cut_is_lost():
    text = "".join(f"Paragraph {n} reports what was seen on day {n}.\n" for n in range(2_000))
    lost = anchor(text, Span(5_000, 60_000))
    assert reanchor(lost, text[:10_000] + text[58_000:]).outcome is Outcome.LOST


def test_a_passage_of_white_space_is_found_or_lost_like_any_other():
    lost = anchor("The end of it.\nAnd a new beginning.", Span(14, 15))
    assert reanchor(lost, "Now the end of it. And a new beginning.").outcome is Outcome.LOST


def test_a_word_that_occurs_thousands_of_times_is_found_among_its_own_neighbours():
    text = (
        "he said so\n" * 3_000 + "and at the very end she said nothing else\n" + "he said\n" * 3_000
    )
    place = text.index("said nothing")
    found = reanchor(anchor(text, Span(place, place + 4)), "x\n" + text)
    assert found.span == Span(place + 2, place + 6)
    assert found.outcome is Outcome.MOVED


WORDS = st.lists(
    st.sampled_from("said the minister of Valdoria told 12 people nobody 😀 слово".split()),
    min_size=1,
    max_size=30,
).map(" ".join)


@given(text=WORDS, start=st.integers(0, 200), length=st.integers(1, 60))
def test_in_the_same_text_every_passage_stands(text, start, length):
    span = Span(min(start, len(text) - 1), min(len(text), start + length, len(text)) or 1)
    lost = anchor(text, Span(min(span.start, span.end - 1), span.end))
    assert reanchor(lost, text) == Found(lost.span, Outcome.EXACT, 1.0)


@given(before=WORDS, passage_words=WORDS, after=WORDS, new=WORDS)
def test_what_is_put_before_or_after_never_loses_a_tag(before, passage_words, after, new):
    mark = "⟨unmistakable⟩ "
    text = f"{before}\n{mark}{passage_words}\n{after}"
    start = len(before) + 1
    lost = anchor(text, Span(start, start + len(mark) + len(passage_words)))
    for edited, shift in ((f"{new}\n{text}", len(new) + 1), (f"{text}\n{new}", 0)):
        found = reanchor(lost, edited)
        assert found.outcome in SILENT
        assert found.span == lost.span.shifted(shift)


@given(text=WORDS, other=WORDS, start=st.integers(0, 100), length=st.integers(1, 40))
def test_whatever_is_found_lies_in_the_text_and_what_is_silent_has_the_same_words(
    text, other, start, length
):
    start = min(start, len(text) - 1)
    lost = anchor(text, Span(start, min(len(text), start + length)))
    found = reanchor(lost, other)
    assert (found.span is None) == (found.outcome is Outcome.LOST)
    assert 0 <= found.confidence <= 1
    if found.span is not None:
        assert found.span.end <= len(other)
    if found.outcome in SILENT:
        assert found_text(found, other) == lost.exact


def test_a_text_of_fifty_million_characters_is_searched_in_bounded_time():
    line = "The minister said that nothing was known about it.\n"
    text = line * (50_000_000 // len(line))
    anchors = [
        anchor("He told us that she said nothing was known.", Span(24, 28)),  # a common word
        anchor("x" * 40 + "the minister said that something was known" + "y" * 40, Span(40, 82)),
        anchor("Nothing of this is in it, not a word of it.", Span(0, 42)),
    ]
    began = time.process_time()
    for lost in anchors:
        reanchor(lost, text)
    assert time.process_time() - began < 5
