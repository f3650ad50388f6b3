"""Plain text as people copy it from web pages."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diptych.library.readers.plain import read_plain
from diptych.text.canonical import split_lines

LEAD = "The talks on the harbour will go on for another week, the minister said on Monday."
MORE = "Nobody in the town believes that a solution can be found before the end of the month."
LAST = "The council, which had called for a pause, will meet again on Thursday in the old hall."

COPIED = f"""
Home / News / World

Harbour talks will go on for another week
By Ann Lee in Sarov
14 February 2022, 19:24
Share

Minister praises patience of the town

Ana Petrov
Minister Ana Petrov leaves the hall. Picture: PA

{LEAD}

00:39

{MORE}

Patience and fish

A boat in the harbour [Ivo Nikolov/Reuters]

{LAST}

(With input from agencies)

Latest World News

Ten ships lost in storm

A storm sank ten ships on Sunday.
"""


def kinds(text):
    return [(str(piece.kind), piece.text) for piece in read_plain(text).pieces]


def kind_of(text, line):
    return {words: kind for kind, words in kinds(text)}[line]


def test_each_line_of_a_copied_page_is_what_a_reader_takes_it_for():
    assert kinds(COPIED) == [
        ("noise", "Home / News / World"),
        ("title", "Harbour talks will go on for another week"),
        ("byline", "By Ann Lee in Sarov"),
        ("dateline", "14 February 2022, 19:24"),
        ("noise", "Share"),
        ("standfirst", "Minister praises patience of the town"),
        ("caption", "Ana Petrov"),
        ("caption", "Minister Ana Petrov leaves the hall. Picture: PA"),
        ("paragraph", LEAD),
        ("noise", "00:39"),
        ("paragraph", MORE),
        ("heading", "Patience and fish"),
        ("caption", "A boat in the harbour [Ivo Nikolov/Reuters]"),
        ("paragraph", LAST),
        ("byline", "(With input from agencies)"),
        ("noise", "Latest World News"),
        ("noise", "Ten ships lost in storm"),
        ("noise", "A storm sank ten ships on Sunday."),
    ]


def test_the_facts_of_a_copied_page_are_found():
    facts = read_plain(COPIED).facts
    assert facts.title == "Harbour talks will go on for another week"
    assert facts.author == "Ann Lee"
    assert facts.published == "2022-02-14T19:24"
    assert facts.standfirst == "Minister praises patience of the town"
    assert facts.credits == ("(With input from agencies)",)


@given(
    st.lists(
        st.sampled_from(
            [
                *COPIED.splitlines(),
                "",
                LEAD,
                MORE,
                "(Ann Lee/AP)",
                "By Reuters",
                "12:03",
                "• a",
                "1. b",
            ]
        ),
        max_size=30,
    )
    | st.lists(st.text(max_size=40), max_size=12)
)
def test_no_line_is_ever_lost_changed_or_moved(lines):
    text = "\n".join(lines)
    assert [piece.text for piece in read_plain(text).pieces] == split_lines(text)


def test_text_without_a_headline_has_none():
    lead = f"After a long night and a cold morning the ministers said this: {LEAD}"
    draft = read_plain(f"{lead}\n\n{MORE}\n\n{LAST}")
    assert draft.facts.title == ""
    assert {str(piece.kind) for piece in draft.pieces} == {"paragraph"}


def test_a_line_as_long_as_a_paragraph_is_no_headline_in_any_script():
    unspaced = "ປະຊາຊົນ" * 80
    draft = read_plain(f"{unspaced}\n\n{MORE}\n\n{LAST}")
    assert draft.facts.title == ""
    assert draft.pieces[0].kind == "paragraph"


def test_a_short_headline_with_a_full_stop_is_one():
    assert read_plain(f"Harbour talks go on.\n\n{LEAD}\n\n{MORE}").facts.title == (
        "Harbour talks go on."
    )


def test_a_headline_that_stands_twice_is_furniture_the_second_time():
    text = f"Harbour talks go on\n\nHarbour talks go on\nSource: Sky News\n\n{LEAD}\n\n{MORE}"
    assert [kind for kind, _ in kinds(text)][:3] == ["title", "noise", "caption"]
    assert read_plain(text).facts.outlet == ""


def test_the_first_paragraph_is_no_standfirst():
    assert read_plain(f"Harbour talks go on\n\n{LEAD}\n\n{MORE}\n\n{LAST}").facts.standfirst == ""


def test_a_sentence_between_headline_and_picture_is_the_standfirst():
    summary = "Minister Ana Petrov praises the patience of the town and of its boats."
    text = f"Harbour talks go on\n\n{summary}\n\nA boat (Ann Lee/AP)\n\n{LEAD}\n\n{MORE}"
    assert read_plain(text).facts.standfirst == summary


def test_a_line_before_the_place_of_the_report_is_the_standfirst():
    summary = "Nobody knows when. Nobody knows who will pay."
    text = f"Harbour talks go on\n\n{summary}\n\nSarov, Petrovia – {LEAD}\n\n{MORE}"
    assert read_plain(text).facts.standfirst == summary


def outlet(*lines):
    return read_plain("\n\n".join(["Harbour talks go on", *lines])).facts.outlet


def test_the_outlet_is_found_where_pages_name_it():
    assert outlet("CGTN", LEAD, MORE, LAST) == "CGTN"
    assert outlet("Harbour Courier, 12 March 2024", LEAD, MORE, LAST) == "Harbour Courier"
    assert outlet("The Lighthouse | 12 March 2024", LEAD, MORE, LAST) == "The Lighthouse"
    assert outlet(LEAD, MORE, LAST, "By Press Association") == "Press Association"
    assert outlet(LEAD, MORE, LAST, "Source: Al Jazeera and news agencies") == "Al Jazeera"
    assert outlet(f"SAROV (Reuters) - {LEAD}", MORE, LAST) == "Reuters"
    assert outlet(LEAD, MORE, LAST, "© 2024 Harbour Courier") == "Harbour Courier"
    assert outlet("Trade Tide, May 14, 2024", LEAD, MORE, LAST, "Subscribe to Trade Tide") == (
        "Trade Tide"
    )
    assert outlet("Brussels, 12 March 2024", LEAD, MORE, LAST) == ""
    assert outlet("Source: AFP, Reuters", LEAD, MORE, LAST) == ""


@pytest.mark.parametrize(
    "headline",
    [
        "By Land and Sea, the Fleet of Petrovia Returns",
        "Election of 5 November 2024: What Happens Next",
        "Home Is Where the Harbour Is",
        "Photo Shows Minister at Harbour",
        "World Powers Meet",
        "Talks resume",
    ],
)
def test_a_headline_is_one_whatever_it_begins_with(headline):
    assert read_plain(f"{headline}\n\n{LEAD}\n\n{MORE}\n\n{LAST}").facts.title == headline


@pytest.mark.parametrize(
    ("line", "author", "credit"),
    [
        ("By Ann Lee and Bo Ek, Harbour Courier", "Ann Lee, Bo Ek", ""),
        ("Written by: Ann Lee | Sarov", "Ann Lee", ""),
        ("By our foreign staff", "", "By our foreign staff"),
        ("Von Anna Lehmann", "Anna Lehmann", ""),
        ("By Monday the Boats Had Gone", "", ""),
    ],
)
def test_a_byline_names_authors_or_credits_a_desk(line, author, credit):
    facts = read_plain(f"Harbour talks go on\n\n{line}\n\n{LEAD}\n\n{MORE}\n\n{LAST}").facts
    assert facts.author == author
    assert facts.credits == ((credit,) if credit else ())


def test_a_name_beside_the_date_is_the_author():
    text = f"Harbour talks go on\n\nAnn Lee\n14 February 2022\n\n{LEAD}\n\n{MORE}\n\n{LAST}"
    assert read_plain(text).facts.author == "Ann Lee"


def test_a_picture_source_on_its_own_line_takes_the_next_line_along():
    text = f"Harbour talks go on\n\nImage caption,\nA boat in March\n\n{LEAD}\n\n{MORE}"
    assert kind_of(text, "A boat in March") == "caption"


def test_a_file_without_blank_lines_is_understood_too():
    text = f"Harbour talks go on\n{LEAD}\nFish and boats\n{MORE}\nA boat (Ann Lee/AP)\n{LAST}"
    assert [kind for kind, _ in kinds(text)] == [
        "title", "paragraph", "heading", "paragraph", "caption", "paragraph",
    ]  # fmt: skip


def test_a_browsers_title_gives_headline_and_outlet():
    facts = read_plain(f"Harbour talks go on - Harbour News\n\n{LEAD}\n\n{MORE}").facts
    assert (facts.title, facts.outlet) == ("Harbour talks go on", "Harbour News")


def test_colleagues_who_are_credited_at_the_end_are_no_part_of_the_account():
    thanks = "Ann Lee contributed to this report from Sarov, and Ivo Nikolov from Vienna."
    assert kind_of(f"Harbour talks\n\n{LEAD}\n\n{MORE}\n\n{thanks}", thanks) == "byline"


def test_lists_keep_their_marks_and_speech_with_dashes_is_no_list():
    text = f"Harbour talks\n\n{LEAD}\n\n- fish\n- boats\n\n{MORE}\n\n– Yes, she said.\n\n{LAST}"
    assert kind_of(text, "- fish") == kind_of(text, "- boats") == "list"
    assert kind_of(text, "– Yes, she said.") == "paragraph"


def test_a_short_last_sentence_belongs_to_the_article():
    text = f"Harbour talks\n\n{LEAD}\n\n{MORE}\n\n{LAST}\n\nTalks resume at nine."
    assert kind_of(text, "Talks resume at nine.") == "paragraph"


def test_what_an_article_lists_at_length_is_not_taken_for_a_menu():
    items = "\n\n".join(f"Boat number {number} of the old fleet" for number in range(30))
    found = kinds(f"Every boat\n\n{LEAD}\n\n{MORE}\n\n{LAST}\n\n{items}")
    assert "noise" not in {kind for kind, _ in found[:4]}


def test_the_article_is_found_in_a_page_that_was_copied_whole():
    menu = "\n".join(f"Section {number}" for number in range(40))
    teasers = "\n\n".join(f"Other headline number {number}" for number in range(20))
    body = "\n\n".join([LEAD, MORE, LAST] * 3)
    text = f"{menu}\n\nHarbour talks go on for another week\n\nShare\n\n{body}\n\n{teasers}"
    draft = read_plain(text)
    kept = [piece.text for piece in draft.pieces if piece.kind != "noise"]
    assert kept == ["Harbour talks go on for another week", *[LEAD, MORE, LAST] * 3]


def test_a_text_far_too_long_for_an_article_is_left_as_it_is():
    draft = read_plain("Share\n" * 6_000)
    assert {str(piece.kind) for piece in draft.pieces} == {"paragraph"}
    assert len(draft.pieces) == 6_000


def test_right_to_left_and_unspaced_scripts_have_headlines_and_paragraphs_too():
    chinese = "外交部长星期一在首都表示，港口谈判将至少再持续一周，没有人应该怀疑这一点。"
    arabic = "قال الوزير يوم الاثنين إن المحادثات ستستمر أسبوعا آخر على الأقل ولا شك."
    for headline, body in (("港口谈判继续", chinese), ("المحادثات مستمرة", arabic)):
        draft = read_plain(f"{headline}\n\n{body}\n\n{body}\n\n{body}")
        assert draft.facts.title == headline
        assert [str(piece.kind) for piece in draft.pieces[1:]] == ["paragraph"] * 3
