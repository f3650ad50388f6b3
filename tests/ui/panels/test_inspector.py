from dataclasses import replace

import pytest
from PySide6.QtGui import Qt
from PySide6.QtWidgets import QLabel

from diptych.model.annotation import Tag
from diptych.model.reading import EntityKind, QuotationKind
from diptych.text.spans import Span
from diptych.ui.panels.inspector import Inspector, Page
from diptych.ui.panels.tag_palette import TagChip
from diptych.ui.panels.values import (
    Account,
    GivenValue,
    Name,
    Notes,
    PassageAccounts,
    ShownFigure,
    ShownQuotation,
    TaggedPassage,
)

ACCOUNTS = PassageAccounts(
    (
        Account("a", "Northern Courier", "reference", "carry on", Span(4, 12), is_reference=True),
        Account("b", "Daily Relay", "wording differs", "carrying on", Span(9, 20), (Span(0, 8),)),
        Account("c", "EGN", ""),
    ),
    "2 of 3 accounts",
)
INJURED = ShownFigure(
    "crew injured",
    "the figures differ",
    differs=True,
    values=(
        GivenValue("a", "Northern Courier", Span(5, 7), "14", is_reference=True),
        GivenValue("b", "EGN", Span(90, 92), "17", "Irina Morozova"),
    ),
)
TAGGED = [
    TaggedPassage("1", Span(5, 9), "unrest at home", ("Threat", "Hedged"), ("#b35900", "#1e7a4c")),
    TaggedPassage("2", None, "", ("Wire",), ("#7a4fb5",), "the **whole** article"),
    TaggedPassage("3", Span(30, 40), "more than 130,000", ("Number",), ("#7a4fb5",)),
]


@pytest.fixture
def inspector(painted, theme):
    inspector = Inspector(theme)
    painted(inspector, 290, 600)
    return inspector


def test_accounts_that_were_found_lead_to_their_passage(qtbot, inspector, painted):
    inspector.accounts.show_accounts(ACCOUNTS)
    painted(inspector, 290)
    inspector.accounts.list.setFocus()
    qtbot.keyClick(inspector.accounts.list, Qt.Key.Key_Down)
    with qtbot.waitSignal(inspector.accounts.passage_requested) as wanted:
        qtbot.keyClick(inspector.accounts.list, Qt.Key.Key_Return)
    assert wanted.args == ["b", Span(9, 20)]


def test_an_account_without_the_passage_says_not_found_and_opens_its_article(qtbot, inspector):
    inspector.accounts.show_accounts(ACCOUNTS)
    index = inspector.accounts.list.model().index(2, 0)
    assert index.data().endswith("not found in this account")
    inspector.accounts.list.setCurrentIndex(index)
    with qtbot.waitSignal(inspector.accounts.article_requested) as wanted:
        qtbot.keyClick(inspector.accounts.list, Qt.Key.Key_Return)
    assert wanted.args == ["c"]


def test_the_line_that_sums_up_cannot_be_chosen(qtbot, inspector):
    inspector.accounts.show_accounts(ACCOUNTS)
    rows = inspector.accounts.list
    assert rows.model().index(3, 0).data() == "2 of 3 accounts"
    rows.setCurrentIndex(rows.model().index(3, 0))
    with (
        qtbot.assertNotEmitted(inspector.accounts.passage_requested),
        qtbot.assertNotEmitted(inspector.accounts.article_requested),
    ):
        qtbot.keyClick(rows, Qt.Key.Key_Return)


def test_a_longer_passage_has_a_higher_row(inspector, painted):
    long = Account("d", "Sky Ledger", "paraphrase", "and so on " * 30, Span(0, 300))
    inspector.accounts.show_accounts(PassageAccounts((*ACCOUNTS.accounts, long)))
    painted(inspector, 290)
    rows = inspector.accounts.list
    assert rows.sizeHintForRow(3) > 2 * rows.sizeHintForRow(0)


def test_an_article_without_a_story_offers_to_paste_another(qtbot, inspector):
    inspector.accounts.show_accounts(PassageAccounts(lone=True))
    with qtbot.waitSignal(inspector.accounts.action_requested) as asked:
        inspector.accounts._empty.action_requested.emit("paste_article")
    assert asked.args == ["paste_article"]
    assert inspector.accounts.accounts() == []


def test_tags_are_listed_in_order_and_lead_to_their_passage(qtbot, inspector, painted):
    inspector.show_page("tags")
    inspector.tags.show_passages(TAGGED)
    painted(inspector, 290)
    assert [passage.id for passage in inspector.tags.passages()] == ["1", "2", "3"]
    inspector.focus_page()
    rows = inspector.tags.list
    rows.setCurrentIndex(rows.model().index(2, 0))
    with qtbot.waitSignals([inspector.tags.jump_requested, inspector.tags.annotation_chosen]):
        qtbot.keyClick(rows, Qt.Key.Key_Return)


def test_a_tag_on_the_whole_article_has_no_passage_to_go_to(qtbot, inspector):
    inspector.tags.show_passages(TAGGED)
    rows = inspector.tags.list
    rows.setCurrentIndex(rows.model().index(1, 0))
    with (
        qtbot.assertNotEmitted(inspector.tags.jump_requested),
        qtbot.waitSignal(inspector.tags.annotation_chosen) as chosen,
    ):
        qtbot.keyClick(rows, Qt.Key.Key_Return)
    assert chosen.args == ["2"]


@pytest.mark.parametrize(
    ("typed", "left"), [("THREAT", ["1"]), ("whole", ["2"]), ("130", ["3"]), ("zebra", [])]
)
def test_the_filter_looks_at_tags_words_and_notes(qtbot, inspector, typed, left):
    inspector.show_page("tags")
    inspector.tags.show_passages(TAGGED)
    qtbot.keyClicks(inspector.tags._filter, typed)
    assert [passage.id for passage in inspector.tags.passages()] == left


def test_new_tags_leave_the_place_in_the_list_alone(inspector):
    many = [
        TaggedPassage(str(n), Span(n, n + 1), "words", ("Threat",), ("#b35900",)) for n in range(60)
    ]
    inspector.show_page("tags")
    inspector.tags.show_passages(many)
    rows = inspector.tags.list
    rows.setCurrentIndex(rows.model().index(30, 0))
    place = rows.verticalScrollBar().value()
    assert place > 0
    inspector.tags.show_passages(many[:59])
    assert (rows.currentIndex().row(), rows.verticalScrollBar().value()) == (30, place)


def test_a_name_leads_to_its_next_mention(qtbot, inspector, painted):
    inspector.show_page("names")
    inspector.names.show_names(
        [
            Name("e1", EntityKind.PERSON, "Sergei Lavik", ("Sergei Lavik", "Lavik"), 7),
            Name("e2", EntityKind.OTHER, "Treaty", ("Treaty",), 1),
        ]
    )
    painted(inspector, 290)
    index = inspector.names.list.model().index(0, 0)
    assert index.data() == "Sergei Lavik, person, 7 mentions, Lavik"
    inspector.names.list.setCurrentIndex(index)
    with qtbot.waitSignal(inspector.names.name_chosen) as chosen:
        qtbot.keyClick(inspector.names.list, Qt.Key.Key_Return)
    assert chosen.args == ["e1"]


def test_a_quotation_says_who_and_how_and_where_else(qtbot, inspector, painted):
    inspector.show_page("quote")
    shown = ShownQuotation(
        "a", Span(0, 8), QuotationKind.DIRECT, "carry on", "", "said", ACCOUNTS.accounts[1:2]
    )
    inspector.quote.show_quotation(shown)
    painted(inspector, 290)
    texts = [label.text() for label in (inspector.quote._speaker, inspector.quote._how)]
    assert texts == ["Nobody is named", "direct speech · cue: “said”"]
    inspector.quote.list.setCurrentIndex(inspector.quote.list.model().index(0, 0))
    with qtbot.waitSignal(inspector.quote.passage_requested) as wanted:
        qtbot.keyClick(inspector.quote.list, Qt.Key.Key_Return)
    assert wanted.args == ["b", Span(9, 20)]
    inspector.quote.show_quotation(replace(shown, elsewhere=None))
    assert inspector.quote._where.text() == "The other accounts are still being compared"
    inspector.quote.show_quotation(replace(shown, elsewhere=()))
    assert inspector.quote._where.text() == "Found in this account only"
    inspector.quote.show_quotation(None)
    assert "not on reported speech. R goes to" in inspector.quote._empty.sentence()


def test_a_note_is_as_high_as_its_text_and_can_be_asked_for(qtbot, inspector, painted):
    inspector.show_page("notes")
    inspector.notes.show_notes(Notes("one\n\ntwo\n\nthree", "the passage", "short"))
    painted(inspector, 290)
    passage, article = inspector.notes._passage, inspector.notes._article
    assert passage._text.height() > article._text.height() > 0
    with qtbot.waitSignal(inspector.notes.passage_note_requested):
        passage._edit.click()
    with qtbot.waitSignal(inspector.notes.article_note_requested):
        article._edit.click()


def test_without_a_passage_there_is_no_note_to_write(qtbot, inspector):
    inspector.notes.show_notes(Notes())
    assert not inspector.notes._passage._edit.isEnabled()
    assert inspector.notes._article._edit.isEnabled()


def test_the_palette_shows_the_tags_with_a_digit_in_their_order(qtbot, inspector, painted):
    inspector.set_palette([Tag("Drift", key="3"), Tag("Plain"), Tag("Threat", key="1")])
    painted(inspector, 290)
    chips = [c for c in inspector.findChildren(TagChip) if c.isVisible()]
    assert [chip.accessibleName() for chip in chips] == ["1 Threat", "3 Drift", "0 nothing"]
    with qtbot.waitSignal(inspector.palette_tag_clicked) as clicked:
        qtbot.mouseClick(chips[1], Qt.MouseButton.LeftButton)
    assert clicked.args == ["Drift"]
    with qtbot.waitSignal(inspector.palette_nothing_clicked):
        qtbot.mouseClick(chips[2], Qt.MouseButton.LeftButton)


def test_pages_are_turned_by_name_and_by_the_tabs(qtbot, inspector):
    with qtbot.waitSignal(inspector.page_changed) as turned:
        inspector.show_page("names")
    assert turned.args == ["names"]
    assert inspector.page() is Page.NAMES
    inspector.show_page("numbers of another version")
    assert inspector.page() is Page.NAMES
    qtbot.keyClick(inspector._tabs, Qt.Key.Key_Right)
    assert inspector.page() is Page.NUMBERS


def test_words_of_an_article_are_never_taken_for_html_or_for_keys(qtbot, inspector, painted):
    inspector.set_palette([Tag("R&D <b>", key="1")])
    words = "<b>bold</b> & <img src='x.png'>"
    shown = ShownQuotation("a", Span(0, 8), QuotationKind.INDIRECT, words, words)
    inspector.quote.show_quotation(shown)
    inspector.notes.show_notes(Notes("", words))
    painted(inspector, 290)
    for label in inspector.findChildren(QLabel):
        if "<b>" in label.text():
            assert label.textFormat() is Qt.TextFormat.PlainText
        assert not Qt.mightBeRichText(label.toolTip()) or "&lt;" in label.toolTip()
    chip = next(c for c in inspector.findChildren(TagChip) if c.isVisible())
    assert chip.shortcut().isEmpty()


def test_each_value_of_a_number_leads_to_where_it_stands(qtbot, inspector, painted):
    inspector.show_page("numbers")
    inspector.numbers.show_figures([INJURED])
    painted(inspector, 290)
    inspector.focus_page()
    rows = inspector.numbers.list
    assert [rows.model().index(row, 0).data() for row in range(3)] == [
        "crew injured: the figures differ",
        "Northern Courier, 14",
        "EGN, 17, Irina Morozova",
    ]
    for row, place in ((0, ["a", Span(5, 7)]), (2, ["b", Span(90, 92)])):
        rows.setCurrentIndex(rows.model().index(row, 0))
        with qtbot.waitSignal(inspector.numbers.passage_requested) as wanted:
            qtbot.keyClick(rows, Qt.Key.Key_Return)
        assert wanted.args == place


def test_numbers_of_the_whole_story_are_said_to_be_so(inspector):
    inspector.show_page("numbers")
    about = inspector.numbers._about
    inspector.numbers.show_figures([INJURED], of_story=True)
    assert (about.isHidden(), about.text()) == (False, "In the whole story")
    inspector.numbers.show_figures([INJURED])
    assert about.isHidden()


def test_without_numbers_one_sentence_says_why(inspector):
    inspector.show_page("numbers")
    inspector.numbers.show_figures([], of_story=True)
    assert inspector.numbers.list.isHidden()
    assert not inspector.numbers._empty.isHidden()
    assert inspector.numbers._about.isHidden()
