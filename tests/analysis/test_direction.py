"""Which of two accounts was there first."""

import pytest
from tests.analysis.accounts import ORIGINAL, REWORDED, account, aligned

from diptych.analysis.credits import common_credit, credit_to, source_name
from diptych.analysis.direction import earlier_of, origin_of
from diptych.analysis.signs import signs
from diptych.analysis.telling import Telling
from diptych.model.article import BlockKind
from diptych.model.story import EvidenceKind, Member, Side


def origin(left: Member, right: Member) -> Side | None:
    return origin_of(Telling(left), Telling(right), aligned(left, right))[0]


def found_signs(left: Member, right: Member) -> dict[EvidenceKind, Side]:
    tellings = Telling(left), Telling(right)
    return {sign.evidence[0].kind: sign.origin for sign in signs(*tellings, aligned(left, right))}


@pytest.mark.parametrize(
    ("left", "right", "side"),
    [
        ({"published": "2024-05-02"}, {"published": "2024-05-03"}, Side.LEFT),
        ({"published": "2024-05-03"}, {"published": "2024-05-02T23:10"}, Side.RIGHT),
        ({"published": "2024-05-02T08:00"}, {"published": "2024-05-02T19:00"}, None),
        ({"published": "2024-05-02T08:00+02:00"}, {"published": "2024-05-02T06:30Z"}, Side.LEFT),
        ({"updated": "2024-05-02"}, {"published": "2024-05-03"}, Side.LEFT),
        ({"updated": "2024-05-04"}, {"published": "2024-05-03"}, None),
        ({"published": "2024-05-02"}, {}, None),
        ({}, {}, None),
    ],
)
def test_a_date_tells_only_where_it_is_certain(left, right, side):
    assert earlier_of(account("a", "x", **left).article, account("b", "x", **right).article) is side


def test_who_credits_the_other_outlet_was_later():
    ours = account("a", *REWORDED, outlet="Brenmoor Bugle")
    line = "The stranding was first reported by the Brenmoor Bugle."
    theirs = account("b", *ORIGINAL, line, outlet="Tideline")
    assert origin(ours, theirs) is Side.LEFT


def test_two_that_credit_each_other_leave_it_to_the_wording():
    lines = [f"This was first reported by the {name}." for name in ("Tideline", "Brenmoor Bugle")]
    ours = account("a", *ORIGINAL, lines[0], outlet="Brenmoor Bugle")
    theirs = account("b", *REWORDED, lines[1], outlet="Tideline")
    assert origin(ours, theirs) is Side.LEFT


def test_one_sign_alone_tells_nothing():
    ours = account("a", "The ferry lay on the sand.", "However, nobody was hurt there at all.")
    theirs = account("b", "The ferry lay on the sand.", "But nobody was hurt there at all.")
    assert origin(ours, theirs) is None


def test_genitives_padding_and_longer_words_tell_a_rewording():
    # Twice, since of fewer words than there are in one their length tells nothing.
    ours, theirs = account("a", *ORIGINAL, *ORIGINAL), account("b", *REWORDED, *REWORDED)
    found = found_signs(ours, theirs)
    assert set(found.values()) == {Side.LEFT}
    assert set(found) >= {
        EvidenceKind.PADDING,
        EvidenceKind.LONGER_WORDS,
        EvidenceKind.GENITIVE,
    }
    turned = found_signs(theirs, ours)
    assert set(turned.values()) == {Side.RIGHT}
    assert set(turned) == set(found)


def test_a_name_in_two_spellings_tells_the_text_that_came_through_another_script():
    wavering = ("Sergei Ilyin spoke.", "Later Sergey Ilyin left.", "Nobody asked Ilin why.")
    names = {"person": [["Sergei Ilyin", "Sergey Ilyin", "Ilin"]]}
    ours = account("a", *wavering, names=names)
    theirs = account("b", "Sergei Ilyin spoke.", names={"person": [["Sergei Ilyin"]]})
    assert found_signs(ours, theirs)[EvidenceKind.WAVERING_NAME] is Side.RIGHT
    assert found_signs(theirs, ours)[EvidenceKind.WAVERING_NAME] is Side.LEFT


def test_a_brief_inside_a_long_report_is_not_told_by_what_it_lacks():
    ours = account("a", *ORIGINAL[:2])
    assert EvidenceKind.MORE_TOLD not in found_signs(ours, account("b", *ORIGINAL))
    assert EvidenceKind.MORE_TOLD in found_signs(
        account("a", *ORIGINAL[:7]), account("b", *ORIGINAL)
    )


def test_credits_are_read_from_their_lines_and_from_the_text():
    line = "With reporting by Brenmoor Press Agency and at the Harbour Board"
    member = account(
        "a",
        "A chart was first published by The Tideline. It was wrong.",
        "As reported by the U.S. News Desk on Monday, the tide is late.",
        line,
        kinds={2: BlockKind.BYLINE},
        names={"body": [["Brenmoor Press Agency"], ["Harbour Board"]]},
        credits=(line, "Only on the page itself"),
    )
    sources = [credit.source for credit in Telling(member).credits]
    assert sources == ["tideline", "u.s. news desk", "brenmoor press agency"]


def test_a_line_without_a_name_credits_nobody_by_name():
    line = "(With input from agencies)"
    member = account("a", line, kinds={0: BlockKind.BYLINE}, credits=(line,))
    found = Telling(member).credits
    assert [credit.source for credit in found] == [""]
    assert common_credit(found, found) is None
    assert credit_to("", found) is None


def test_an_agency_is_one_source_by_its_name_and_its_letters():
    assert source_name("The Associated Press") == source_name("AP") == "associated press"
