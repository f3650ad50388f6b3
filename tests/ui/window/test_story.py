"""A story in the real window: where its accounts come from, and what each has of one another."""

from PySide6.QtCore import Qt
from tests.ui.window.seen import COURIER, RELAY

from diptych.ui.panels.inspector import Page
from diptych.ui.panels.rows import ArticleRow, StoryRow


def chips(window, side):
    return window.parts.split.side(side).header.accessibleDescription()


def put_cursor_on(window, side, words):
    """Make the sentence that holds ``words`` the passage of the pane on ``side``."""
    article = window.parts.split.article(side)
    start = article.text.index(words)
    sentence = next(
        one for one in window.reading.reading(article).sentences if one.start <= start < one.end
    )
    window.parts.split.focus_side(side)
    window.parts.split.select(side, sentence)


def test_the_top_bar_counts_accounts_texts_and_origins(pair):
    assert pair.parts.top._detail.whole() == "4 accounts · 2 texts · 1–2 origins"


def test_a_reworded_account_says_over_its_text_what_it_is_reworded_from(pair):
    assert "likely reworded from Northern Courier" in chips(pair, 1)
    assert "likely reworded" not in chips(pair, 0)


def test_the_list_says_the_same_of_every_account_of_the_story(pair):
    rows = pair.parts.library.list.rows()
    derived = {row.entry.path: row.derived for row in rows if isinstance(row, ArticleRow)}
    assert derived[RELAY].startswith("likely reworded from Northern Courier, ")
    assert derived["lakeland-post-sarovia-talks.txt"].startswith("likely a copy of Northern Cour")
    assert derived[COURIER].startswith("likely one source with ")
    assert derived["island-quarterly-lighthouse-keeper.md"] == ""
    headings = [row.detail for row in rows if isinstance(row, StoryRow)]
    assert headings == ["4 accounts · 2 texts · 1–2 origins"]


def test_an_article_that_stands_alone_belongs_to_no_story(window):
    window.reading.open("island-quarterly-lighthouse-keeper.md", other=False)
    assert window.parts.top._detail.whole() == ""
    assert "likely" not in chips(window, 0)


def test_a_quotation_is_shown_as_every_account_has_it_and_leads_there(pair, qtbot):
    pair.parts.inspector.show_page(Page.QUOTE)
    put_cursor_on(pair, 0, "talks about talks")
    rows = pair.parts.inspector.quote.list.rows()
    relay = next(row for row in rows if row.path == RELAY)
    assert (relay.outlet, relay.basis) == ("Daily Relay", "wording differs")
    assert relay.text.startswith("negotiations about negotiations")
    pair.parts.inspector.focus_page()
    rows_shown = pair.parts.inspector.quote.list
    rows_shown.setCurrentIndex(rows_shown.model().index(rows.index(relay), 0))
    qtbot.keyClick(rows_shown, Qt.Key.Key_Return)
    assert relay.span.overlaps(pair.parts.split.passage(1))


def test_a_name_has_the_spellings_of_the_other_accounts_with_who_uses_them(pair):
    names = {name.name: name for name in pair.parts.inspector.names.list.rows()}
    others = " ".join(names["Dmitri Vasenko"].elsewhere)
    assert "Dmitry Vassenko (Daily Relay)" in others


def test_what_was_known_of_a_story_is_gone_with_its_article(pair):
    pair.reading.close()
    pair.reading.close()
    assert pair.parts.top._detail.whole() == ""
    assert not pair.parts.inspector.names.list.rows()
